#include "byte-source.h"

#include "domain/base/error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define PACKED_SIZE (64 * 1024)

struct _GrByteSource {
  GInputStream *stream;
  GConverter *unpacker; /* NULL where the file is plain */
  GChecksum *checksum;
  gboolean is_at_end;
  gboolean is_stream_at_end;
  goffset size;
  goffset taken; /* bytes of the file read so far */
  gsize packed_start;
  gsize packed_end;
  guint8 packed[PACKED_SIZE]; /* read from the file and not yet unpacked or handed out */
};

static gboolean
fill_packed (GrByteSource *self, GError **error)
{
  gssize n;

  if (self->packed_start < self->packed_end || self->is_stream_at_end)
    return TRUE;
  n = g_input_stream_read (self->stream, self->packed, PACKED_SIZE, NULL, error);
  if (n < 0)
    return FALSE;
  self->is_stream_at_end = n == 0;
  self->packed_start = 0;
  self->packed_end = (gsize) n;
  self->taken += n;
  return TRUE;
}

/**
 * gr_byte_source_open:
 *
 * Fails with a #GIOErrorEnum, or %GR_ERROR_INVALID where @path is a folder or something else that is no file.
 */
GrByteSource *
gr_byte_source_open (const char *path, GError **error)
{
  g_autoptr (GrByteSource) self = g_new0 (GrByteSource, 1);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info = NULL;

  info = g_file_query_info (
      file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE, NULL, error);
  if (info == NULL)
    return NULL;
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR) {
    g_set_error (error, GR_ERROR, GR_ERROR_INVALID, _ ("“%s” is not a file"), path);
    return NULL;
  }
  self->size = g_file_info_get_size (info);
  self->checksum = g_checksum_new (G_CHECKSUM_SHA256);
  self->stream = G_INPUT_STREAM (g_file_read (file, NULL, error));
  if (self->stream == NULL || !fill_packed (self, error))
    return NULL;
  if (self->packed_end >= 2 && self->packed[0] == 0x1f && self->packed[1] == 0x8b)
    self->unpacker = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
  return g_steal_pointer (&self);
}

/**
 * gr_byte_source_free:
 *
 * Closes the file.
 */
void
gr_byte_source_free (GrByteSource *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->stream);
  g_clear_object (&self->unpacker);
  g_clear_pointer (&self->checksum, g_checksum_free);
  g_free (self);
}

static gboolean
copy_plain (GrByteSource *self, guint8 *buffer, gsize size, gsize *length)
{
  *length = MIN (size, self->packed_end - self->packed_start);
  memcpy (buffer, self->packed + self->packed_start, *length);
  self->packed_start += *length;
  self->is_at_end = *length == 0;
  return TRUE;
}

static gboolean
explain_damage (const GError *cause, GError **error)
{
  gboolean is_cut = g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT);

  g_set_error_literal (error, GR_ERROR, GR_ERROR_DAMAGED,
      is_cut ? _ ("The compressed file ends too early") : _ ("The compressed file is damaged"));
  return FALSE;
}

/* One step of unpacking. A gzip file may have several parts one after the other, and padding after the last. */
static gboolean
unpack_some (GrByteSource *self, guint8 *buffer, gsize size, gsize *length, GError **error)
{
  g_autoptr (GError) cause = NULL;
  GConverterFlags flags = self->is_stream_at_end ? G_CONVERTER_INPUT_AT_END : G_CONVERTER_NO_FLAGS;
  GConverterResult result;
  gsize taken = 0;

  result = g_converter_convert (self->unpacker, self->packed + self->packed_start,
      self->packed_end - self->packed_start, buffer, size, flags, &taken, length, &cause);
  self->packed_start += taken;
  if (result == G_CONVERTER_ERROR)
    return explain_damage (cause, error);
  if (result != G_CONVERTER_FINISHED)
    return TRUE;
  if (!fill_packed (self, error))
    return FALSE;
  if (self->packed_start < self->packed_end && self->packed[self->packed_start] == 0x1f)
    g_converter_reset (self->unpacker);
  else
    self->is_at_end = TRUE;
  return TRUE;
}

/**
 * gr_byte_source_read:
 * @length: (out): how many bytes came, 0 only at the end
 *
 * Fails with a #GIOErrorEnum, or %GR_ERROR_DAMAGED where a gzip file is cut or damaged.
 */
gboolean
gr_byte_source_read (GrByteSource *self, guint8 *buffer, gsize size, gsize *length, GError **error)
{
  *length = 0;
  while (*length == 0 && !self->is_at_end) {
    if (!fill_packed (self, error))
      return FALSE;
    if (self->unpacker == NULL ? !copy_plain (self, buffer, size, length)
                               : !unpack_some (self, buffer, size, length, error))
      return FALSE;
  }
  g_checksum_update (self->checksum, buffer, (gssize) *length);
  return TRUE;
}

/**
 * gr_byte_source_fraction:
 *
 * Returns: how much of the file is done, 0 to 1.
 */
double
gr_byte_source_fraction (const GrByteSource *self)
{
  goffset done = self->taken - (goffset) (self->packed_end - self->packed_start);

  return self->size > 0 && !self->is_at_end ? MIN (1.0, (double) done / (double) self->size) : 1.0;
}

/**
 * gr_byte_source_checksum:
 *
 * Returns: (nullable): the SHA-256 of the unpacked bytes in hexadecimal, once they have been read to the end.
 */
const char *
gr_byte_source_checksum (const GrByteSource *self)
{
  return self->is_at_end ? g_checksum_get_string (self->checksum) : NULL;
}
