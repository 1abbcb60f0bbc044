#include "import-file.h"

#include "import-row.h"
#include "table-rows.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Progress is reported so often at most in time, or for every step of the way: a small file tells as much as a large
 * one. */
#define REPORT_USEC (25 * 1000)
#define REPORT_STEP 0.02

typedef struct {
  GrRowReader reader;
  GrImportRowFunc func;
  gpointer data;
  GrImportReport *report;
  GrImportCell cells[GR_MAX_IMPORT_FIELDS];
} Reading;

static void
prepare_reader (GrRowReader *reader, const GrImportFile *file)
{
  const GrImportLayout *layout = gr_import_file_layout (file);

  reader->table = layout->table;
  reader->notation = layout->dialect.cells;
  reader->n_columns = layout->n_columns;
  memcpy (reader->columns, layout->columns, sizeof reader->columns);
}

/**
 * gr_import_row_refuse:
 * @field: the field at fault, or -1 for the row as a whole
 * @reason: what is wrong, to be read after the value: "is no item of this shop"
 *
 * Puts the row into the report; a #GrImportRowFunc returns what this returns.
 */
GrImportVerdict
gr_import_row_refuse (const GrImportRow *row, int field, const char *reason)
{
  g_return_val_if_fail (field < row->table->n_fields, GR_IMPORT_REFUSED);
  if (field < 0)
    gr_import_report_add (row->report, row->line, NULL, reason, NULL);
  else
    gr_import_report_add (row->report, row->line, row->table->fields[field].id, reason, row->cells[field].text);
  return GR_IMPORT_REFUSED;
}

static gboolean
take_row (Reading *self, const GrCellRow *from, GError **error)
{
  GrImportRow row = {from->number, self->reader.table, self->cells, self->report};
  GrImportVerdict verdict = GR_IMPORT_REFUSED;

  if (gr_row_reader_read (&self->reader, from, self->cells, self->report))
    verdict = self->func (&row, self->data, error);
  if (verdict == GR_IMPORT_FAILED)
    return FALSE;
  self->report->n_rows++;
  if (verdict == GR_IMPORT_TAKEN)
    self->report->n_good++;
  else
    self->report->n_bad++;
  return TRUE;
}

/* @seen: the last fraction that was looked at; it changes with every piece of the file, not with every row. */
typedef struct {
  gint64 at;
  double fraction;
  double seen;
} LastReport;

static gboolean
report_progress (const GrProgress *progress, LastReport *last, double fraction, GError **error)
{
  gint64 now;

  if (progress == NULL || fraction == last->seen)
    return TRUE;
  last->seen = fraction;
  now = g_get_monotonic_time();
  if (now - last->at < REPORT_USEC && fraction - last->fraction < REPORT_STEP)
    return !g_cancellable_set_error_if_cancelled (progress->cancellable, error);
  last->at = now;
  last->fraction = fraction;
  return gr_progress_report (progress, _ ("Reading the file"), fraction, error);
}

static gboolean
read_rows (Reading *self, GrCellSource *source, const GrProgress *progress, GError **error)
{
  LastReport last = {.seen = -1};
  GrTableRows rows;
  const GrCellRow *row;

  gr_table_rows_begin (&rows, source, self->reader.notation.has_header);
  do {
    if (!report_progress (progress, &last, source->fraction, error) || !gr_table_rows_next (&rows, &row, error) ||
        (row != NULL && !take_row (self, row, error)))
      return FALSE;
  } while (row != NULL);
  return TRUE;
}

/**
 * gr_import_file_read:
 * @func: called for every row in which all is well
 * @report: what was wrong with the others; its counts go on from where they are
 * @progress: (nullable): asked for every 128 kB whether to stop
 *
 * Reads the file from first to last. Bad rows go to @report and reading goes on. O(bytes), memory does not grow with
 * the file.
 *
 * Fails with %GR_ERROR_INVALID where a required field has no column, %G_IO_ERROR_CANCELLED, as the file's source does,
 * or with what @func set before it returned %GR_IMPORT_FAILED.
 */
gboolean
gr_import_file_read (GrImportFile *file, GrImportRowFunc func, gpointer data, GrImportReport *report,
    const GrProgress *progress, GError **error)
{
  GrCellSource *source = gr_import_file_source (file);
  g_autofree Reading *self = g_new0 (Reading, 1);
  gboolean is_read;

  if (!gr_import_file_check (file, error))
    return FALSE;
  prepare_reader (&self->reader, file);
  self->func = func;
  self->data = data;
  self->report = report;
  gr_import_report_set_file (report, gr_import_file_layout (file)->path, source->sheet);
  is_read = read_rows (self, source, progress, error);
  if (is_read) {
    g_free (report->checksum);
    report->checksum = g_strdup (source->checksum);
  }
  gr_cell_source_rewind (source);
  return is_read;
}

static void
free_preview_row (GrImportPreviewRow *row)
{
  g_strfreev (row->texts);
  g_free (row->faults);
  g_free (row->cells);
  g_free (row);
}

/* Returns what is wrong with it. */
static const char *
read_column (GrRowReader *reader, guint column, const GrCellRow *row, GrImportCell *cell)
{
  const char *fault = NULL;

  for (int field = 0; field < reader->table->n_fields; field++)
    if (reader->columns[field] == (int) column)
      fault = gr_row_reader_read_cell (reader, field, row, cell);
  cell->text = NULL;
  return fault;
}

static GrImportPreviewRow *
show_row (GrRowReader *reader, const GrCellRow *from)
{
  GrImportPreviewRow *row = g_new0 (GrImportPreviewRow, 1);
  char buffer[GR_CELL_TEXT_SIZE];

  row->line = from->number;
  row->texts = g_new0 (char *, reader->n_columns + 1);
  row->faults = g_new0 (const char *, reader->n_columns + 1);
  row->cells = g_new0 (GrImportCell, reader->n_columns + 1);
  row->fault = gr_row_reader_row_fault (reader, from);
  for (guint i = 0; i < reader->n_columns; i++) {
    row->texts[i] = g_strdup (i < from->n_cells ? gr_cell_text (&from->cells[i], buffer) : "");
    row->faults[i] = read_column (reader, i, from, &row->cells[i]);
  }
  return row;
}

/**
 * gr_import_file_preview:
 * @n_rows: at most so many, from the beginning of the file that is in memory
 *
 * Returns: (transfer full) (element-type GrImportPreviewRow): the first rows as they stand, and what is wrong
 *   with each cell as columns are mapped now; by column of the file.
 */
GPtrArray *
gr_import_file_preview (GrImportFile *file, guint n_rows)
{
  GPtrArray *shown = g_ptr_array_new_with_free_func ((GDestroyNotify) free_preview_row);
  g_autofree GrRowReader *reader = g_new0 (GrRowReader, 1);
  GrTableRows rows;
  const GrCellRow *row;

  prepare_reader (reader, file);
  gr_table_rows_begin (&rows, gr_import_file_sample (file), reader->notation.has_header);
  while (shown->len < n_rows && gr_table_rows_next (&rows, &row, NULL) && row != NULL)
    g_ptr_array_add (shown, show_row (reader, row));
  return shown;
}
