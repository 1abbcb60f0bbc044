#include "encoding.h"

#include <string.h>

#define REPLACEMENT 0xfffd

/* Windows-1252 from 0x80 to 0x9f (Unicode's CP1252.TXT); the five that it leaves open are 0. */
static const gunichar windows_1252_high[32] = {0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6,
    0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017d, 0, 0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc,
    0x2122, 0x0161, 0x203a, 0x0153, 0, 0x017e, 0x0178};

/* How many bytes at the end of @bytes begin a UTF-8 sequence that goes on beyond them: 0 to 3. */
static gsize
count_unfinished (const guint8 *bytes, gsize length)
{
  for (gsize back = 1; back <= MIN (length, 3); back++) {
    guint8 byte = bytes[length - back];
    gsize needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 1;

    if (byte < 0x80)
      return 0;
    if (byte >= 0xc0)
      return needed > back && byte < 0xf5 ? back : 0;
  }
  return 0;
}

/* UTF-16 without its mark: text of ours has most of its high bytes 0. */
static gboolean
looks_like_utf16 (const guint8 *bytes, gsize length, gsize high_byte)
{
  gsize zeros = 0, others = 0;

  for (gsize i = 0; i + 1 < length; i += 2) {
    zeros += bytes[i + high_byte] == 0;
    others += bytes[i + 1 - high_byte] == 0;
  }
  return length >= 4 && zeros * 4 > length && others == 0;
}

/**
 * gr_encoding_sniff:
 * @bytes: the beginning of a file
 *
 * By its mark (BOM), else UTF-16 by its zero bytes, else UTF-8 where @bytes are that, else Windows-1252.
 */
GrTextEncoding
gr_encoding_sniff (const guint8 *bytes, gsize length)
{
  static const GrTextEncoding marked[] = {GR_ENCODING_UTF8, GR_ENCODING_UTF16_LE, GR_ENCODING_UTF16_BE};
  const char *end;

  for (gsize i = 0; i < G_N_ELEMENTS (marked); i++)
    if (gr_encoding_bom_length (marked[i], bytes, length) > 0)
      return marked[i];
  if (looks_like_utf16 (bytes, length, 1))
    return GR_ENCODING_UTF16_LE;
  if (looks_like_utf16 (bytes, length, 0))
    return GR_ENCODING_UTF16_BE;
  length -= count_unfinished (bytes, length);
  while (length > 0 && !g_utf8_validate_len ((const char *) bytes, length, &end)) {
    if (*end != '\0')
      return GR_ENCODING_WINDOWS_1252;
    length -= (gsize) (end + 1 - (const char *) bytes);
    bytes = (const guint8 *) end + 1;
  }
  return GR_ENCODING_UTF8;
}

/**
 * gr_encoding_bom_length:
 *
 * Returns: how many bytes of @encoding's mark @bytes begin with, 0 where there is none.
 */
gsize
gr_encoding_bom_length (GrTextEncoding encoding, const guint8 *bytes, gsize length)
{
  if (encoding == GR_ENCODING_UTF8)
    return length >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
  if (encoding == GR_ENCODING_UTF16_LE)
    return length >= 2 && memcmp (bytes, "\xff\xfe", 2) == 0 ? 2 : 0;
  if (encoding == GR_ENCODING_UTF16_BE)
    return length >= 2 && memcmp (bytes, "\xfe\xff", 2) == 0 ? 2 : 0;
  return 0;
}

static void
append_replacement (GString *text, guint64 *n_replaced)
{
  g_string_append_unichar (text, REPLACEMENT);
  (*n_replaced)++;
}

static gsize
decode_utf8 (const guint8 *bytes, gsize length, gboolean is_end, GString *text, guint64 *n_replaced)
{
  gsize whole = is_end ? length : length - count_unfinished (bytes, length);
  const char *at = (const char *) bytes, *last = at + whole, *end;

  while (at < last && !g_utf8_validate_len (at, (gsize) (last - at), &end)) {
    g_string_append_len (text, at, end - at);
    append_replacement (text, n_replaced);
    at = end + 1;
  }
  g_string_append_len (text, at, last - at);
  return whole;
}

static gsize
decode_windows_1252 (const guint8 *bytes, gsize length, GString *text, guint64 *n_replaced)
{
  for (gsize i = 0; i < length; i++) {
    gunichar c = bytes[i] >= 0x80 && bytes[i] < 0xa0 ? windows_1252_high[bytes[i] - 0x80] : bytes[i];

    if (c == 0)
      append_replacement (text, n_replaced);
    else if (c < 0x80)
      g_string_append_c (text, (char) c);
    else
      g_string_append_unichar (text, c);
  }
  return length;
}

/* The code unit at @at, or G_MAXUINT32 beyond the end. */
static gunichar
take_unit (const guint8 *bytes, gsize length, gsize at, gboolean is_big)
{
  if (at + 1 >= length)
    return G_MAXUINT32;
  return is_big ? (gunichar) bytes[at] << 8 | bytes[at + 1] : (gunichar) bytes[at + 1] << 8 | bytes[at];
}

static gsize
decode_utf16 (const guint8 *bytes, gsize length, gboolean is_big, gboolean is_end, GString *text, guint64 *n_replaced)
{
  gsize at = 0;

  for (; at + 1 < length; at += 2) {
    gunichar c = take_unit (bytes, length, at, is_big), low = take_unit (bytes, length, at + 2, is_big);

    if (c >= 0xd800 && c < 0xdc00 && low == G_MAXUINT32 && !is_end)
      break;
    if (c >= 0xd800 && c < 0xdc00 && low >= 0xdc00 && low < 0xe000) {
      g_string_append_unichar (text, 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00));
      at += 2;
    } else if (c == 0 || (c >= 0xd800 && c < 0xe000))
      append_replacement (text, n_replaced);
    else
      g_string_append_unichar (text, c);
  }
  if (!is_end)
    return at;
  if (at < length)
    append_replacement (text, n_replaced);
  return length;
}

/**
 * gr_encoding_decode:
 * @is_end: nothing follows @bytes, so that an unfinished sequence is a fault
 * @text: UTF-8 is appended to it
 * @n_replaced: (inout): counts what is no text in @encoding (and NUL), each replaced by U+FFFD
 *
 * Returns: how many of @bytes were taken; the few others must be passed again with what follows them.
 */
gsize
gr_encoding_decode (
    GrTextEncoding encoding, const guint8 *bytes, gsize length, gboolean is_end, GString *text, guint64 *n_replaced)
{
  switch (encoding) {
  case GR_ENCODING_WINDOWS_1252:
    return decode_windows_1252 (bytes, length, text, n_replaced);
  case GR_ENCODING_UTF16_LE:
  case GR_ENCODING_UTF16_BE:
    return decode_utf16 (bytes, length, encoding == GR_ENCODING_UTF16_BE, is_end, text, n_replaced);
  case GR_ENCODING_UTF8:
  default:
    return decode_utf8 (bytes, length, is_end, text, n_replaced);
  }
}
