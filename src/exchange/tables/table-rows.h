#pragma once

#include "exchange/read/cell-source.h"

/**
 * GrTableRows:
 * @is_header_next: the first whole row holds titles and still has to come
 *
 * The rows of a source that hold data: neither its header nor rows without anything in them.
 */
typedef struct {
  GrCellSource *source;
  gboolean is_header_next;
} GrTableRows;

void gr_table_rows_begin (GrTableRows *rows, GrCellSource *source, gboolean has_header);
gboolean gr_table_rows_next (GrTableRows *rows, const GrCellRow **row, GError **error);
