#pragma once

#include "exchange/read/csv-reader.h"
#include "import-report.h"
#include "import-table.h"

/**
 * GrRowReader:
 * @columns: by field, the column that holds it, or -1
 * @n_columns: how many columns the header has
 * @has_replaced: the file had bytes that are no text, now U+FFFD
 *
 * What it takes to make typed cells of a row's fields.
 */
typedef struct {
  const GrImportTable *table;
  GrCsvDialect dialect;
  int columns[GR_MAX_IMPORT_FIELDS];
  guint n_columns;
  gboolean has_replaced;
} GrRowReader;

gboolean gr_row_reader_passes_over (const GrCsvRow *row);
const char *gr_row_reader_read_cell (const GrRowReader *reader, int field, const GrCsvRow *row, GrImportCell *cell);
const char *gr_row_reader_row_fault (const GrRowReader *reader, const GrCsvRow *row);
gboolean gr_row_reader_read (
    const GrRowReader *reader, const GrCsvRow *row, GrImportCell *cells, GrImportReport *report);
