#include "import-row.h"

#include "text-cell.h"
#include "typed-cell.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * gr_row_reader_read_cell:
 * @cell: (out): its text points into @row or @reader, good until the next row, and ends with a NUL
 *
 * Returns: (nullable): what is wrong with @field in @row, in words, or %NULL.
 */
const char *
gr_row_reader_read_cell (GrRowReader *reader, int field, const GrCellRow *row, GrImportCell *cell)
{
  const GrImportField *wanted = &reader->table->fields[field];
  guint column = (guint) reader->columns[field]; /* none, -1, is beyond any row */
  const GrCell *from = column < row->n_cells ? &row->cells[column] : NULL;

  *cell = (GrImportCell){.text = "", .date = GR_DATE_NONE};
  if (from == NULL || from->kind == GR_VALUE_EMPTY)
    return wanted->is_required ? _ ("is missing") : NULL;
  cell->is_set = TRUE;
  cell->text = gr_cell_text (from, reader->texts[field]);
  if (from->kind == GR_VALUE_TEXT) {
    cell->length = from->length;
    return gr_text_cell_read (cell, wanted->type, &reader->notation);
  }
  cell->length = strlen (cell->text);
  return from->kind == GR_VALUE_ERROR ? from->fault : gr_typed_cell_read (cell, wanted->type, from);
}

/* A comma that nobody quoted moves all that follows it into the wrong column. */
static gboolean
has_too_many_fields (const GrRowReader *reader, const GrCellRow *row)
{
  for (guint i = reader->n_columns; i < row->n_cells; i++)
    if (row->cells[i].kind != GR_VALUE_EMPTY)
      return TRUE;
  return FALSE;
}

/**
 * gr_row_reader_row_fault:
 *
 * Returns: (nullable): what is wrong with the row as a whole, in words, or %NULL.
 */
const char *
gr_row_reader_row_fault (const GrRowReader *reader, const GrCellRow *row)
{
  if (row->fault != NULL)
    return row->fault;
  return has_too_many_fields (reader, row) ? _ ("has more fields than the first row") : NULL;
}

/**
 * gr_row_reader_read:
 * @cells: (out caller-allocates) (array): one per field of the table
 * @report: everything wrong with the row goes here
 *
 * Returns: whether the row is good.
 */
gboolean
gr_row_reader_read (GrRowReader *reader, const GrCellRow *row, GrImportCell *cells, GrImportReport *report)
{
  const char *fault = gr_row_reader_row_fault (reader, row);
  gboolean is_good = TRUE;

  if (fault != NULL) {
    gr_import_report_add (report, row->number, NULL, fault, NULL);
    return FALSE;
  }
  for (int i = 0; i < reader->table->n_fields; i++) {
    const char *reason = gr_row_reader_read_cell (reader, i, row, &cells[i]);

    if (reason != NULL) {
      gr_import_report_add (report, row->number, reader->table->fields[i].id, reason, cells[i].text);
      is_good = FALSE;
    }
    report->n_rounded += cells[i].is_rounded;
  }
  return is_good;
}
