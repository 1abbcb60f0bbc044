#include "cell-source.h"

/**
 * gr_cell_source_rewind:
 *
 * Goes before the first row, where a new source stands, and closes the file, which the next row opens again. Its
 * checksum is forgotten.
 */
void
gr_cell_source_rewind (GrCellSource *source)
{
  source->class->rewind (source);
}

/**
 * gr_cell_source_copy:
 *
 * Returns: (transfer full): the same rows read the same way, before the first one; for another thread
 */
GrCellSource *
gr_cell_source_copy (const GrCellSource *source)
{
  return source->class->copy (source);
}

/**
 * gr_cell_source_free:
 *
 * Frees @source and what its kind keeps.
 */
void
gr_cell_source_free (GrCellSource *source)
{
  if (source != NULL)
    source->class->free (source);
}

/**
 * gr_cell_trim:
 * @cell: (inout): a text
 *
 * Takes off the blanks around a text; one of nothing but blanks is an empty cell.
 */
void
gr_cell_trim (GrCell *cell)
{
  char *start = cell->text, *end = cell->text + cell->length;

  while (start < end && g_ascii_isspace (*start))
    start++;
  while (end > start && g_ascii_isspace (end[-1]))
    end--;
  *end = '\0';
  cell->text = start;
  cell->length = (gsize) (end - start);
  cell->kind = start < end ? GR_VALUE_TEXT : GR_VALUE_EMPTY;
}

/**
 * gr_cell_text:
 * @buffer: %GR_CELL_TEXT_SIZE bytes, for what is no text
 *
 * Returns: what stands in the cell, for people: numbers to 15 digits with a point, as a spreadsheet keeps them, and
 *   dates as YYYY-MM-DD.
 */
const char *
gr_cell_text (const GrCell *cell, char *buffer)
{
  int year, month, day;

  switch (cell->kind) {
  case GR_VALUE_TEXT:
  case GR_VALUE_ERROR:
    return cell->text;
  case GR_VALUE_NUMBER:
    return g_ascii_formatd (buffer, GR_CELL_TEXT_SIZE, "%.15g", cell->number);
  case GR_VALUE_DATE:
    gr_date_to_ymd (cell->date, &year, &month, &day);
    g_snprintf (buffer, GR_CELL_TEXT_SIZE, "%04d-%02d-%02d", year, month, day);
    return buffer;
  case GR_VALUE_BOOLEAN:
    return cell->number != 0 ? "TRUE" : "FALSE";
  case GR_VALUE_EMPTY:
  default:
    return "";
  }
}

/**
 * gr_cell_row_is_empty:
 *
 * Returns: whether @row holds nothing, as the rows of delimiters do that spreadsheets write below their data.
 */
gboolean
gr_cell_row_is_empty (const GrCellRow *row)
{
  for (guint i = 0; i < row->n_cells; i++)
    if (row->cells[i].kind != GR_VALUE_EMPTY)
      return FALSE;
  return row->fault == NULL;
}
