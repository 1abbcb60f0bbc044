#include "csv-source.h"

#include "csv-reader.h"
#include "csv-sniffer.h"
#include "exchange/write/csv-guard.h"
#include "text-source.h"

#include "domain/base/error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Read at once for recognising. */
#define SAMPLE_SIZE (256 * 1024)

/* @text is %NULL before the first row. */
struct _GrCsvSource {
  GrCellSource parent;
  char *path;
  GrCsvDialect dialect;
  GrTextSource *text;
  GrCsvReader *reader;
  gboolean is_at_end;
};

static void
close_file (GrCellSource *source)
{
  GrCsvSource *self = (GrCsvSource *) source;

  g_clear_pointer (&self->text, gr_text_source_free);
  g_clear_pointer (&self->reader, gr_csv_reader_free);
  source->fraction = 0;
  source->checksum = NULL;
  self->is_at_end = FALSE;
}

static gboolean
open_file (GrCsvSource *self, GError **error)
{
  self->text = gr_text_source_open (self->path, error);
  if (self->text == NULL)
    return FALSE;
  gr_text_source_set_encoding (self->text, self->dialect.encoding);
  self->reader = gr_csv_reader_new (self->dialect.delimiter);
  return TRUE;
}

static gboolean
read_piece (GrCsvSource *self, GError **error)
{
  const char *text;
  gsize length;

  if (!gr_text_source_read (self->text, &text, &length, error))
    return FALSE;
  self->parent.fraction = gr_text_source_fraction (self->text);
  gr_csv_reader_feed (self->reader, text, length);
  self->is_at_end = length == 0;
  if (self->is_at_end)
    self->parent.checksum = gr_text_source_checksum (self->text);
  return TRUE;
}

/* Blanks around unquoted text are gone already; quoted text may have brought its own. */
static void
finish_cell (GrCell *cell, gboolean has_replaced)
{
  gr_cell_trim (cell);
  if (*cell->text == '\'' && gr_csv_is_guarded (cell->text)) {
    cell->text++;
    cell->length--;
  }
  if (has_replaced && strstr (cell->text, "\xef\xbf\xbd") != NULL) {
    cell->kind = GR_VALUE_ERROR;
    cell->fault = _ ("contains characters that don’t fit the file’s encoding");
  }
}

/* The line "sep=;" that Excel puts before the header holds no data. */
static gboolean
is_separator_hint (const GrCellRow *row)
{
  return row->number == 1 && row->n_cells > 0 && row->n_cells <= 2 && g_str_has_prefix (row->cells[0].text, "sep=");
}

static gboolean
find_row (GrCsvSource *self, const GrCellRow **row, GError **error)
{
  *row = gr_csv_reader_next (self->reader);
  while (*row == NULL && !self->is_at_end) {
    if (!read_piece (self, error))
      return FALSE;
    *row = self->is_at_end ? gr_csv_reader_finish (self->reader) : gr_csv_reader_next (self->reader);
  }
  return TRUE;
}

static gboolean
next_row (GrCellSource *source, const GrCellRow **row, GError **error)
{
  GrCsvSource *self = (GrCsvSource *) source;
  gboolean has_replaced;

  if (self->text == NULL && !open_file (self, error))
    return FALSE;
  if (!find_row (self, row, error) || (*row != NULL && is_separator_hint (*row) && !find_row (self, row, error)))
    return FALSE;
  has_replaced = gr_text_source_n_replaced (self->text) > 0;
  for (guint i = 0; *row != NULL && i < (*row)->n_cells; i++)
    finish_cell (&(*row)->cells[i], has_replaced);
  return TRUE;
}

static GrCellSource *copy_source (const GrCellSource *source);

static void
free_source (GrCellSource *source)
{
  GrCsvSource *self = (GrCsvSource *) source;

  close_file (source);
  g_free (self->path);
  g_free (self);
}

static const GrCellSourceClass csv_class = {close_file, next_row, copy_source, free_source};

static GrCsvSource *
make_source (const char *path)
{
  GrCsvSource *self = g_new0 (GrCsvSource, 1);

  self->parent.class = &csv_class;
  self->path = g_strdup (path);
  return self;
}

static GrCellSource *
copy_source (const GrCellSource *source)
{
  const GrCsvSource *from = (const GrCsvSource *) source;
  GrCsvSource *self = make_source (from->path);

  self->dialect = from->dialect;
  return &self->parent;
}

/* The beginning of the file, and how many of its bytes are no text. */
static gboolean
load_sample (GrCsvSource *self, GString *sample, guint64 *n_replaced, GError **error)
{
  g_autoptr (GrTextSource) text = gr_text_source_open (self->path, error);
  const char *piece;
  gsize length = 1;

  if (text == NULL)
    return FALSE;
  while (sample->len < SAMPLE_SIZE && length > 0) {
    if (!gr_text_source_read (text, &piece, &length, error))
      return FALSE;
    g_string_append_len (sample, piece, (gssize) length);
  }
  self->dialect.encoding = gr_text_source_encoding (text);
  *n_replaced = gr_text_source_n_replaced (text);
  return TRUE;
}

static gboolean
check_sample (const char *path, const GString *sample, guint64 n_replaced, GError **error)
{
  if (g_str_has_prefix (sample->str, "PK\003\004"))
    g_set_error (error, GR_ERROR, GR_ERROR_INVALID,
        _ ("“%s” is a workbook or an archive; save the sheet that you need as CSV"), path);
  else if (n_replaced * 20 > sample->len)
    g_set_error (error, GR_ERROR, GR_ERROR_INVALID, _ ("“%s” is not a text file"), path);
  else if (sample->str[strspn (sample->str, " \t\r\n")] == '\0')
    g_set_error (error, GR_ERROR, GR_ERROR_INVALID, _ ("“%s” is empty"), path);
  else
    return TRUE;
  return FALSE;
}

/**
 * gr_csv_source_new:
 *
 * Recognises from the beginning of a CSV file, plain or gzip, how it is written. It is open only while rows are read.
 *
 * Fails with %GR_ERROR_INVALID where the file is no text or is empty, and as gr_text_source_open() does.
 */
GrCsvSource *
gr_csv_source_new (const char *path, GError **error)
{
  GrCsvSource *self = make_source (path);
  g_autoptr (GrCellSource) cells = &self->parent;
  g_autoptr (GString) sample = g_string_new (NULL);
  guint64 n_replaced;

  if (!load_sample (self, sample, &n_replaced, error) || !check_sample (path, sample, n_replaced, error))
    return NULL;
  self->dialect.delimiter = gr_csv_sniff_delimiter (sample->str, sample->len);
  cells = NULL;
  return self;
}

/**
 * gr_csv_source_cells:
 *
 * Returns: (transfer none): @self as what it is in general; gr_cell_source_free() frees both
 */
GrCellSource *
gr_csv_source_cells (GrCsvSource *self)
{
  return &self->parent;
}

/**
 * gr_csv_source_dialect:
 *
 * Returns: how the file is cut into cells: as recognised, or as somebody said.
 */
const GrCsvDialect *
gr_csv_source_dialect (const GrCsvSource *self)
{
  return &self->dialect;
}

/**
 * gr_csv_source_set_dialect:
 *
 * Overrides what was recognised, and goes before the first row.
 */
void
gr_csv_source_set_dialect (GrCsvSource *self, const GrCsvDialect *dialect)
{
  close_file (&self->parent);
  self->dialect = *dialect;
}
