#include "text-source.h"

#include "byte-source.h"

#include <string.h>

#define BUFFER_SIZE (128 * 1024)

struct _GrTextSource {
  GrByteSource *bytes;
  GrTextEncoding encoding;
  gboolean is_encoding_sure; /* told by the caller or by the bytes themselves */
  gboolean is_begun;
  gboolean is_at_end;
  guint64 n_replaced;
  GString *text;
  gsize start; /* buffer[start..end) is read and not yet decoded */
  gsize end;
  guint8 buffer[BUFFER_SIZE];
};

static gboolean
fill_buffer (GrTextSource *self, GError **error)
{
  gsize length;

  memmove (self->buffer, self->buffer + self->start, self->end - self->start);
  self->end -= self->start;
  self->start = 0;
  while (self->end < BUFFER_SIZE && !self->is_at_end) {
    if (!gr_byte_source_read (self->bytes, self->buffer + self->end, BUFFER_SIZE - self->end, &length, error))
      return FALSE;
    self->end += length;
    self->is_at_end = length == 0;
  }
  return TRUE;
}

/**
 * gr_text_source_open:
 *
 * Opens a text file, unpacking gzip, and recognises its encoding from its beginning. Fails as gr_byte_source_open()
 * and gr_byte_source_read() do.
 */
GrTextSource *
gr_text_source_open (const char *path, GError **error)
{
  g_autoptr (GrTextSource) self = g_new0 (GrTextSource, 1);

  self->text = g_string_new (NULL);
  self->bytes = gr_byte_source_open (path, error);
  if (self->bytes == NULL || !fill_buffer (self, error))
    return NULL;
  self->encoding = gr_encoding_sniff (self->buffer, self->end);
  self->is_encoding_sure = self->encoding != GR_ENCODING_UTF8;
  return g_steal_pointer (&self);
}

/**
 * gr_text_source_free:
 *
 * Closes the file.
 */
void
gr_text_source_free (GrTextSource *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->bytes, gr_byte_source_free);
  if (self->text != NULL)
    g_string_free (self->text, TRUE);
  g_free (self);
}

/**
 * gr_text_source_encoding:
 *
 * Returns: the encoding taken for the file so far. Plain ASCII passes for UTF-8 until its first other byte decides.
 */
GrTextEncoding
gr_text_source_encoding (GrTextSource *self)
{
  return self->encoding;
}

/**
 * gr_text_source_set_encoding:
 *
 * Overrides what was recognised. Before the first gr_text_source_read() only.
 */
void
gr_text_source_set_encoding (GrTextSource *self, GrTextEncoding encoding)
{
  g_return_if_fail (!self->is_begun);
  self->is_encoding_sure = self->is_encoding_sure || self->encoding != encoding;
  self->encoding = encoding;
}

static gboolean
is_ascii (const guint8 *bytes, const guint8 *end)
{
  while (bytes < end && *bytes < 0x80)
    bytes++;
  return bytes == end;
}

/* Takes the buffer as it stands where it is good UTF-8, as most files are: nothing is copied. A file that was plain
 * ASCII up to here may still turn out to be Windows-1252; its first other byte decides. */
static gboolean
take_valid_utf8 (GrTextSource *self, const char **text, gsize *length)
{
  const guint8 *begin = self->buffer + self->start, *valid;
  gsize rest;

  g_utf8_validate_len ((const char *) begin, self->end - self->start, (const char **) &valid);
  rest = (gsize) (self->buffer + self->end - valid);
  if (!self->is_encoding_sure && !is_ascii (begin, valid))
    self->is_encoding_sure = TRUE;
  if (rest > 3 || (rest > 0 && self->is_at_end)) {
    if (!self->is_encoding_sure && *valid != '\0')
      self->encoding = GR_ENCODING_WINDOWS_1252;
    self->is_encoding_sure = self->is_encoding_sure || *valid != '\0';
    return FALSE;
  }
  *text = (const char *) begin;
  *length = (gsize) (valid - begin);
  self->start += *length;
  return TRUE;
}

static void
skip_bom (GrTextSource *self)
{
  gsize length = gr_encoding_bom_length (self->encoding, self->buffer, self->end);

  self->start = length;
  self->is_encoding_sure = self->is_encoding_sure || length > 0;
  self->is_begun = TRUE;
}

/**
 * gr_text_source_read:
 * @text: (out): the next piece, whole characters of valid UTF-8 without NUL, good until the next call
 * @length: (out): its bytes; 0 at the end of the file
 *
 * Bytes that are no text in the file's encoding come as U+FFFD and are counted by gr_text_source_n_replaced().
 */
gboolean
gr_text_source_read (GrTextSource *self, const char **text, gsize *length, GError **error)
{
  if (self->is_begun && !fill_buffer (self, error))
    return FALSE;
  if (!self->is_begun)
    skip_bom (self);
  if (self->encoding == GR_ENCODING_UTF8 && take_valid_utf8 (self, text, length))
    return TRUE;
  g_string_truncate (self->text, 0);
  self->start += gr_encoding_decode (self->encoding, self->buffer + self->start, self->end - self->start,
      self->is_at_end, self->text, &self->n_replaced);
  *text = self->text->str;
  *length = self->text->len;
  return TRUE;
}

/**
 * gr_text_source_fraction:
 *
 * Returns: how much of the file has been read, 0 to 1.
 */
double
gr_text_source_fraction (GrTextSource *self)
{
  return gr_byte_source_fraction (self->bytes);
}

/**
 * gr_text_source_n_replaced:
 *
 * Returns: how many bytes so far were no text in the file's encoding.
 */
guint64
gr_text_source_n_replaced (GrTextSource *self)
{
  return self->n_replaced;
}

/**
 * gr_text_source_checksum:
 *
 * Returns: (nullable): the SHA-256 of the unpacked file in hexadecimal, once read to the end.
 */
const char *
gr_text_source_checksum (GrTextSource *self)
{
  return gr_byte_source_checksum (self->bytes);
}
