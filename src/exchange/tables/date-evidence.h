#pragma once

#include "domain/importing/cell-notation.h"
#include "exchange/read/cell-source.h"

/**
 * GrDateEvidence:
 *
 * What the dates seen so far say about their order.
 */
typedef struct {
  guint64 n_year_first;
  guint64 n_first_is_day; /* above 12, so it can be no month */
  guint64 n_second_is_day;
  guint64 n_either;
} GrDateEvidence;

void gr_date_evidence_add (GrDateEvidence *evidence, const char *text);
gboolean gr_date_evidence_is_sure (const GrDateEvidence *evidence);
GrDateOrder gr_date_evidence_order (const GrDateEvidence *evidence);
void gr_date_evidence_decide (GrCellNotation *notation, GrCellSource *source, guint column);
