#include "xlsx-check.h"

#include <gio/gio.h>
#include <string.h>

/* Sizes and places of the records that matter (PKWARE APPNOTE.TXT, 4.3.7, 4.3.12, 4.3.16). */
#define END_SIZE         22
#define END_N_ENTRIES    10
#define END_DIRECTORY_AT 16
#define ENTRY_SIZE       46
#define ENTRY_PACKED     20
#define ENTRY_UNPACKED   24
#define ENTRY_NAME       28
#define ENTRY_LOCAL_AT   42
#define LOCAL_SIZE       30
#define LOCAL_NAME       26

#define KEPT 256 /* bytes of an XML file's beginning and end that are looked at */

typedef struct {
  const guint8 *bytes;
  gsize length;
} Span;

/* The beginning and the end of what a part unpacks to. */
typedef struct {
  char head[KEPT + 1];
  gsize head_length;
  char tail[KEPT + 1];
  gsize tail_length;
  gsize length; /* of the whole part */
} Ends;

static guint
take_16 (const guint8 *at)
{
  return (guint) at[0] | (guint) at[1] << 8;
}

static gsize
take_32 (const guint8 *at)
{
  return (gsize) take_16 (at) | (gsize) take_16 (at + 2) << 16;
}

static gboolean
is_inside (const Span *file, gsize at, gsize size)
{
  return at <= file->length && size <= file->length - at;
}

static void
note_bytes (Ends *ends, const char *bytes, gsize length)
{
  gsize n = MIN (length, KEPT - ends->head_length), kept;

  ends->length += length;
  memcpy (ends->head + ends->head_length, bytes, n);
  ends->head_length += n;
  n = MIN (length, KEPT);
  kept = MIN (ends->tail_length, KEPT - n);
  memmove (ends->tail, ends->tail + ends->tail_length - kept, kept);
  memcpy (ends->tail + kept, bytes + length - n, n);
  ends->tail_length = kept + n;
}

static gboolean
unpack (const Span *packed, Ends *ends)
{
  g_autoptr (GZlibDecompressor) zlib = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW);
  GConverterResult result = G_CONVERTER_CONVERTED;
  gsize at = 0;

  while (result == G_CONVERTER_CONVERTED) {
    char bytes[16 * 1024];
    gsize taken = 0, length = 0;

    result = g_converter_convert (G_CONVERTER (zlib), packed->bytes + at, packed->length - at, bytes, sizeof bytes,
        G_CONVERTER_INPUT_AT_END, &taken, &length, NULL);
    at += taken;
    note_bytes (ends, bytes, length);
  }
  return result == G_CONVERTER_FINISHED;
}

/* Whether an XML file ends with the end of the element that it begins with. */
static gboolean
ends_as_it_begins (const Ends *ends)
{
  const char *root = ends->head;
  g_autofree char *closing = NULL;
  g_autofree char *tail = g_strchomp (g_strdup (ends->tail));

  if (g_str_has_prefix (root, "<?xml"))
    root = strstr (root, "?>");
  root = root != NULL ? strchr (root, '<') : NULL;
  if (root == NULL)
    return FALSE;
  closing = g_strdup_printf ("</%.*s>", (int) strcspn (root + 1, " />\n\t"), root + 1);
  return g_str_has_suffix (tail, closing);
}

static gboolean
is_part_whole (const Span *file, const guint8 *entry)
{
  gsize local = take_32 (entry + ENTRY_LOCAL_AT), begin;
  Span packed = {NULL, take_32 (entry + ENTRY_PACKED)};
  Ends ends = {0};

  if (!is_inside (file, local, LOCAL_SIZE) || memcmp (file->bytes + local, "PK\003\004", 4) != 0)
    return FALSE;
  begin =
      local + LOCAL_SIZE + take_16 (file->bytes + local + LOCAL_NAME) + take_16 (file->bytes + local + LOCAL_NAME + 2);
  if (!is_inside (file, begin, packed.length))
    return FALSE;
  packed.bytes = file->bytes + begin;
  return unpack (&packed, &ends) && ends.length == take_32 (entry + ENTRY_UNPACKED) && ends_as_it_begins (&ends);
}

static gboolean
are_parts_whole (const Span *file)
{
  const guint8 *end;
  gsize at, n;

  if (file->length < END_SIZE)
    return FALSE;
  end = file->bytes + file->length - END_SIZE;
  if (memcmp (end, "PK\005\006", 4) != 0)
    return FALSE;
  at = take_32 (end + END_DIRECTORY_AT);
  for (n = take_16 (end + END_N_ENTRIES); n > 0; n--) {
    gsize size;

    if (!is_inside (file, at, ENTRY_SIZE) || memcmp (file->bytes + at, "PK\001\002", 4) != 0)
      return FALSE;
    size = ENTRY_SIZE + take_16 (file->bytes + at + ENTRY_NAME) + take_16 (file->bytes + at + ENTRY_NAME + 2) +
           take_16 (file->bytes + at + ENTRY_NAME + 4);
    if (!is_inside (file, at, size) || !is_part_whole (file, file->bytes + at))
      return FALSE;
    at += size;
  }
  return TRUE;
}

/**
 * gr_xlsx_is_whole:
 *
 * Whether a workbook just written is all there: the archive to its last record, and every XML file in it to the end
 * of its outermost element. libxlsxwriter does not look whether its own temporary files could be written; where
 * the disk was full, it packs up half a sheet and reports success. O(size of the unpacked file).
 */
gboolean
gr_xlsx_is_whole (const char *path)
{
  g_autoptr (GMappedFile) mapped = g_mapped_file_new (path, FALSE, NULL);
  Span file;

  if (mapped == NULL)
    return FALSE;
  file = (Span){(const guint8 *) g_mapped_file_get_contents (mapped), g_mapped_file_get_length (mapped)};
  return are_parts_whole (&file);
}
