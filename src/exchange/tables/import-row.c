#include "import-row.h"

#include "exchange/write/csv-guard.h"
#include "exchange/read/csv-sniffer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
drop_guard (GrImportCell *cell)
{
  if (*cell->text == '\'' && gr_csv_is_guarded (cell->text)) {
    cell->text++;
    cell->length--;
  }
}

/* Blanks around unquoted text are gone already; quoted text may have brought its own. */
static void
take_trimmed (GrImportCell *cell, const GrCsvField *field)
{
  char *start = field->text, *end = field->text + field->length;

  while (start < end && g_ascii_isspace (*start))
    start++;
  while (end > start && g_ascii_isspace (end[-1]))
    end--;
  *end = '\0';
  cell->text = start;
  cell->length = (gsize) (end - start);
}

/**
 * gr_row_reader_passes_over:
 *
 * Returns: whether @row holds nothing, as the rows of delimiters do that spreadsheets write below their data, or is
 *   no row of the table but a hint for the reader.
 */
gboolean
gr_row_reader_passes_over (const GrCsvRow *row)
{
  if (row->is_broken)
    return FALSE;
  for (guint i = 0; i < row->n_fields; i++)
    if (row->fields[i].length > 0)
      return gr_csv_row_is_separator_hint (row);
  return TRUE;
}

/**
 * gr_row_reader_read_cell:
 * @cell: (out): its text points into @row, and ends with a NUL
 *
 * Returns: (nullable): what is wrong with @field in @row, in words, or %NULL.
 */
const char *
gr_row_reader_read_cell (const GrRowReader *reader, int field, const GrCsvRow *row, GrImportCell *cell)
{
  const GrImportField *kind = &reader->table->fields[field];
  int column = reader->columns[field];

  *cell = (GrImportCell){.text = "", .date = GR_DATE_NONE};
  if (column >= 0 && (guint) column < row->n_fields) {
    take_trimmed (cell, &row->fields[column]);
    drop_guard (cell);
  }
  cell->is_set = cell->length > 0;
  if (!cell->is_set)
    return kind->is_required ? _ ("is missing") : NULL;
  if (reader->has_replaced && strstr (cell->text, "\xef\xbf\xbd") != NULL)
    return _ ("has signs that are not of the file's encoding");
  return gr_import_cell_read (cell, kind->type, &reader->dialect);
}

/* A comma that nobody quoted moves all that follows it into the wrong column. */
static gboolean
has_too_many_fields (const GrRowReader *reader, const GrCsvRow *row)
{
  for (guint i = reader->n_columns; i < row->n_fields; i++)
    if (row->fields[i].length > 0)
      return TRUE;
  return FALSE;
}

/**
 * gr_row_reader_row_fault:
 *
 * Returns: (nullable): what is wrong with the row as a whole, in words, or %NULL.
 */
const char *
gr_row_reader_row_fault (const GrRowReader *reader, const GrCsvRow *row)
{
  if (row->is_broken)
    return _ ("a quote is opened here and not closed");
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
gr_row_reader_read (const GrRowReader *reader, const GrCsvRow *row, GrImportCell *cells, GrImportReport *report)
{
  const char *fault = gr_row_reader_row_fault (reader, row);
  gboolean is_good = TRUE;

  if (fault != NULL) {
    gr_import_report_add (report, row->line, NULL, fault, NULL);
    return FALSE;
  }
  for (int i = 0; i < reader->table->n_fields; i++) {
    const char *reason = gr_row_reader_read_cell (reader, i, row, &cells[i]);

    if (reason != NULL) {
      gr_import_report_add (report, row->line, reader->table->fields[i].id, reason, cells[i].text);
      is_good = FALSE;
    }
    report->n_rounded += cells[i].is_rounded;
  }
  return is_good;
}
