#pragma once

#include "domain/importing/cell-notation.h"
#include "domain/importing/import-cell.h"
#include "domain/importing/import-report.h"
#include "domain/importing/import-table.h"
#include "exchange/read/cell-source.h"

/**
 * GrRowReader:
 * @columns: by field, the column that holds it, or -1
 * @n_columns: how many columns the header has
 * @texts: by field, what a typed cell of the row last read looks like
 *
 * What it takes to make the cells of a table's fields from a row.
 */
typedef struct {
  const GrImportTable *table;
  GrCellNotation notation;
  int columns[GR_MAX_IMPORT_FIELDS];
  guint n_columns;
  char texts[GR_MAX_IMPORT_FIELDS][GR_CELL_TEXT_SIZE];
} GrRowReader;

const char *gr_row_reader_read_cell (GrRowReader *reader, int field, const GrCellRow *row, GrImportCell *cell);
const char *gr_row_reader_row_fault (const GrRowReader *reader, const GrCellRow *row);
gboolean gr_row_reader_read (GrRowReader *reader, const GrCellRow *row, GrImportCell *cells, GrImportReport *report);
