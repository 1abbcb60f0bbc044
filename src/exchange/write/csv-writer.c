#include "csv-writer.h"

#include "csv-guard.h"
#include "file-replacer.h"

#include "domain/base/decimal.h"
#include "domain/base/error.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

struct _GrCsvWriter {
  GrFileReplacer *replacer;
  FILE *stream;
  gboolean is_row_begun;
};

/**
 * gr_csv_writer_new:
 *
 * Begins to write @path under a name of its own. Fails with %GR_ERROR_IO.
 */
GrCsvWriter *
gr_csv_writer_new (const char *path, GError **error)
{
  g_autoptr (GrCsvWriter) self = g_new0 (GrCsvWriter, 1);

  self->replacer = gr_file_replacer_new (path, error);
  if (self->replacer == NULL)
    return NULL;
  self->stream = fopen (gr_file_replacer_path (self->replacer), "wb");
  if (self->stream == NULL) {
    g_set_error (error, GR_ERROR, GR_ERROR_IO, _ ("“%s” can’t be saved: %s"), path, g_strerror (errno));
    return NULL;
  }
  return g_steal_pointer (&self);
}

/**
 * gr_csv_writer_free:
 *
 * What was not closed is given up: the old file, if there was one, is still in its place.
 */
void
gr_csv_writer_free (GrCsvWriter *self)
{
  if (self == NULL)
    return;
  if (self->stream != NULL)
    fclose (self->stream);
  gr_file_replacer_free (self->replacer);
  g_free (self);
}

static void
begin_field (GrCsvWriter *self)
{
  if (self->is_row_begun)
    fputc (',', self->stream);
  self->is_row_begun = TRUE;
}

/* Blanks at the ends count as needing quotes: other programs, and our own reader, drop them otherwise. */
static gboolean
needs_quotes (const char *text)
{
  gsize length = strlen (text);

  return strpbrk (text, ",\"\r\n") != NULL ||
         (length > 0 && (strchr (" \t'", text[0]) != NULL || text[length - 1] == ' '));
}

/**
 * gr_csv_writer_text:
 * @text: (nullable): UTF-8; %NULL leaves the field empty
 *
 * Writes a text field. One that a spreadsheet would take for a formula gets an apostrophe in front, which our own
 * import takes off again.
 */
void
gr_csv_writer_text (GrCsvWriter *self, const char *text)
{
  gboolean is_guarded, is_quoted;

  begin_field (self);
  if (text == NULL)
    return;
  is_guarded = gr_csv_needs_guard (text);
  is_quoted = needs_quotes (text);
  if (is_quoted)
    fputc ('"', self->stream);
  if (is_guarded)
    fputc ('\'', self->stream);
  for (; *text != '\0'; text++) {
    if (*text == '"')
      fputc ('"', self->stream);
    fputc (*text, self->stream);
  }
  if (is_quoted)
    fputc ('"', self->stream);
}

/**
 * gr_csv_writer_number:
 * @value: a number times 10^@digits
 *
 * Writes a number field in the C locale, with no more decimals than it needs.
 */
void
gr_csv_writer_number (GrCsvWriter *self, gint64 value, int digits)
{
  g_autofree char *text = gr_decimal_format (value, digits, 0);

  begin_field (self);
  fputs (text, self->stream);
}

/**
 * gr_csv_writer_row_end:
 *
 * Ends the row, with CR LF as RFC 4180 wants it.
 */
void
gr_csv_writer_row_end (GrCsvWriter *self)
{
  fputs ("\r\n", self->stream);
  self->is_row_begun = FALSE;
}

/**
 * gr_csv_writer_close:
 *
 * Puts the file in its place. Fails with %GR_ERROR_IO, a full disk for one; what was there before is then untouched.
 */
gboolean
gr_csv_writer_close (GrCsvWriter *self, GError **error)
{
  gboolean is_written;

  errno = 0;
  is_written = fflush (self->stream) == 0 && !ferror (self->stream);
  is_written = fclose (g_steal_pointer (&self->stream)) == 0 && is_written;
  if (!is_written) {
    g_set_error (error, GR_ERROR, GR_ERROR_IO, _ ("“%s” can’t be saved: %s"), gr_file_replacer_target (self->replacer),
        g_strerror (errno != 0 ? errno : ENOSPC));
    return FALSE;
  }
  return gr_file_replacer_commit (self->replacer, error);
}
