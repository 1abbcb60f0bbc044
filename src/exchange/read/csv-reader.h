#pragma once

#include "cell-source.h"

#define GR_CSV_ROW_LIMIT (256 * 1024)

/**
 * GrCsvReader:
 *
 * Cuts CSV text into rows of cells, all of which are text, an empty one too. Blanks around unquoted text are taken
 * off. A row whose quote is not closed within %GR_CSV_ROW_LIMIT bytes or before the end of the file has a fault.
 */
typedef struct _GrCsvReader GrCsvReader;

GrCsvReader *gr_csv_reader_new (char delimiter);
void gr_csv_reader_free (GrCsvReader *reader);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrCsvReader, gr_csv_reader_free)

void gr_csv_reader_feed (GrCsvReader *reader, const char *text, gsize length);
const GrCellRow *gr_csv_reader_next (GrCsvReader *reader);
const GrCellRow *gr_csv_reader_finish (GrCsvReader *reader);
