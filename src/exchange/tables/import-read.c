#include "import-file.h"

#include "import-row.h"
#include "exchange/read/text-source.h"

#include <glib/gi18n-lib.h>

/* Progress is reported so often at most in time, or for every step of the way: a small file tells as much as a large
 * one. */
#define REPORT_USEC (25 * 1000)
#define REPORT_STEP 0.02

typedef struct {
  GrRowReader reader;
  gboolean is_header_next;
  GrImportRowFunc func;
  gpointer data;
  GrImportReport *report;
  GError *error;
  GrImportCell cells[GR_MAX_IMPORT_FIELDS];
} Reading;

static void
prepare_reader (GrRowReader *reader, const GrImportFile *file)
{
  reader->table = gr_import_file_table (file);
  reader->dialect = *gr_import_file_dialect (file);
  reader->n_columns = gr_import_file_n_columns (file);
  for (int i = 0; i < reader->table->n_fields; i++)
    reader->columns[i] = gr_import_file_column_of (file, i);
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
take_row_cb (const GrCsvRow *csv, gpointer data)
{
  Reading *self = data;
  GrImportRow row = {csv->line, self->reader.table, self->cells, self->report};
  GrImportVerdict verdict = GR_IMPORT_REFUSED;

  if (gr_row_reader_passes_over (csv))
    return TRUE;
  if (self->is_header_next && !csv->is_broken) {
    self->is_header_next = FALSE;
    return TRUE;
  }
  if (gr_row_reader_read (&self->reader, csv, self->cells, self->report))
    verdict = self->func (&row, self->data, &self->error);
  if (verdict == GR_IMPORT_FAILED)
    return FALSE;
  self->report->n_rows++;
  if (verdict == GR_IMPORT_TAKEN)
    self->report->n_good++;
  else
    self->report->n_bad++;
  return TRUE;
}

typedef struct {
  gint64 at;
  double fraction;
} LastReport;

static gboolean
report_progress (const GrProgress *progress, LastReport *last, double fraction, GError **error)
{
  gint64 now = g_get_monotonic_time();

  if (progress == NULL)
    return TRUE;
  if (now - last->at < REPORT_USEC && fraction - last->fraction < REPORT_STEP)
    return !g_cancellable_set_error_if_cancelled (progress->cancellable, error);
  *last = (LastReport){now, fraction};
  return gr_progress_report (progress, _ ("Reading the file"), fraction, error);
}

static gboolean
read_rows (Reading *self, GrTextSource *source, const GrProgress *progress, GError **error)
{
  g_autoptr (GrCsvReader) reader = gr_csv_reader_new (self->reader.dialect.delimiter, take_row_cb, self);
  LastReport last = {0};
  const char *text;
  gsize length;

  do {
    if (!report_progress (progress, &last, gr_text_source_fraction (source), error) ||
        !gr_text_source_read (source, &text, &length, error))
      return FALSE;
    self->reader.has_replaced = gr_text_source_n_replaced (source) > 0;
    if (!gr_csv_reader_feed (reader, text, length))
      break;
  } while (length > 0);
  if (self->error == NULL)
    gr_csv_reader_finish (reader);
  if (self->error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
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
 * Fails with %GR_ERROR_INVALID where a required field has no column, %G_IO_ERROR_CANCELLED, what
 * gr_text_source_read() fails with, or what @func set before it returned %GR_IMPORT_FAILED.
 */
gboolean
gr_import_file_read (GrImportFile *file, GrImportRowFunc func, gpointer data, GrImportReport *report,
    const GrProgress *progress, GError **error)
{
  g_autofree Reading *self = g_new0 (Reading, 1);
  g_autoptr (GrTextSource) source = NULL;

  if (!gr_import_file_check (file, error))
    return FALSE;
  source = gr_text_source_open (gr_import_file_path (file), error);
  if (source == NULL)
    return FALSE;
  prepare_reader (&self->reader, file);
  gr_text_source_set_encoding (source, self->reader.dialect.encoding);
  self->is_header_next = self->reader.dialect.has_header;
  self->func = func;
  self->data = data;
  self->report = report;
  g_free (report->file_name);
  report->file_name = g_strdup (gr_import_file_path (file));
  if (!read_rows (self, source, progress, error))
    return FALSE;
  g_free (report->checksum);
  report->checksum = g_strdup (gr_text_source_checksum (source));
  return TRUE;
}

static void
free_preview_row (GrImportPreviewRow *row)
{
  g_strfreev (row->texts);
  g_free (row->faults);
  g_free (row->cells);
  g_free (row);
}

typedef struct {
  GrRowReader reader;
  gboolean is_header_next;
  guint n_wanted;
  GPtrArray *rows;
} Preview;

/* Returns what is wrong with it. */
static const char *
read_column (const GrRowReader *reader, guint column, const GrCsvRow *csv, GrImportCell *cell)
{
  const char *fault = NULL;

  for (int field = 0; field < reader->table->n_fields; field++)
    if (reader->columns[field] == (int) column)
      fault = gr_row_reader_read_cell (reader, field, csv, cell);
  cell->text = NULL;
  return fault;
}

static gboolean
preview_row_cb (const GrCsvRow *csv, gpointer data)
{
  Preview *self = data;
  GrImportPreviewRow *row;

  if (gr_row_reader_passes_over (csv))
    return TRUE;
  if (self->is_header_next) {
    self->is_header_next = FALSE;
    return TRUE;
  }
  row = g_new0 (GrImportPreviewRow, 1);
  row->line = csv->line;
  row->texts = g_new0 (char *, self->reader.n_columns + 1);
  row->faults = g_new0 (const char *, self->reader.n_columns + 1);
  row->cells = g_new0 (GrImportCell, self->reader.n_columns + 1);
  row->fault = gr_row_reader_row_fault (&self->reader, csv);
  for (guint i = 0; i < self->reader.n_columns; i++) {
    row->texts[i] = g_strdup (i < csv->n_fields ? csv->fields[i].text : "");
    row->faults[i] = read_column (&self->reader, i, csv, &row->cells[i]);
  }
  g_ptr_array_add (self->rows, row);
  return self->rows->len < self->n_wanted;
}

/**
 * gr_import_file_preview:
 * @n_rows: at most so many, from the first 256 kB of the file
 *
 * Returns: (transfer full) (element-type GrImportPreviewRow): the first rows as they stand, and what is wrong
 *   with each cell as columns are mapped now; by column of the file.
 */
GPtrArray *
gr_import_file_preview (GrImportFile *file, guint n_rows)
{
  Preview self = {.n_wanted = n_rows, .rows = g_ptr_array_new_with_free_func ((GDestroyNotify) free_preview_row)};
  g_autoptr (GrCsvReader) reader = NULL;
  const GString *sample = gr_import_file_sample (file);

  prepare_reader (&self.reader, file);
  self.is_header_next = self.reader.dialect.has_header;
  reader = gr_csv_reader_new (self.reader.dialect.delimiter, preview_row_cb, &self);
  if (n_rows > 0 && gr_csv_reader_feed (reader, sample->str, sample->len))
    gr_csv_reader_finish (reader);
  return self.rows;
}
