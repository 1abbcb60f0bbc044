#include "exchange/read/encoding.h"

#include <glib.h>
#include <string.h>

static const struct {
  GrTextEncoding encoding;
  const char *iconv_name;
} encodings[] = {
    {GR_ENCODING_UTF8, "UTF-8"},
    {GR_ENCODING_WINDOWS_1252, "WINDOWS-1252"},
    {GR_ENCODING_UTF16_LE, "UTF-16LE"},
    {GR_ENCODING_UTF16_BE, "UTF-16BE"},
};

/* Feeds @bytes as a file comes, in pieces of at most @piece, each with what was left of the one before. */
static char *
decode_in_pieces (GrTextEncoding encoding, const guint8 *bytes, gsize length, gsize piece, guint64 *n_replaced)
{
  GString *text = g_string_new (NULL);
  gsize at = 0, end = 0;

  do {
    gsize taken;

    end = MIN (length, end + piece);
    taken = gr_encoding_decode (encoding, bytes + at, end - at, end == length, text, n_replaced);
    g_assert_cmpuint (taken, <=, end - at);
    g_assert_cmpuint (end - at - taken, <=, 3);
    at += taken;
  } while (end < length);
  g_assert_cmpuint (at, ==, length);
  return g_string_free (text, FALSE);
}

static char *
make_text (gboolean is_western)
{
  static const gunichar western[] = {'a', 'Z', '0', '\n', 0xa0, 0xe9, 0xff, 0x20ac, 0x201c, 0x2122, 0x178};
  static const gunichar other[] = {0x416, 0x3042, 0x1f600, 0x10ffff, 0xffff, 0xe000, 0x7ff, 0x800};
  GString *text = g_string_new (NULL);

  for (int n = g_test_rand_int_range (0, 60); n > 0; n--)
    g_string_append_unichar (text, is_western || g_test_rand_bit()
                                       ? western[g_test_rand_int_range (0, G_N_ELEMENTS (western))]
                                       : other[g_test_rand_int_range (0, G_N_ELEMENTS (other))]);
  return g_string_free (text, FALSE);
}

/* iconv writes it, we read it. */
static void
test_agrees_with_iconv (void)
{
  for (int round = 0; round < 4000; round++) {
    gsize i = (gsize) round % G_N_ELEMENTS (encodings), length, piece = (gsize) g_test_rand_int_range (1, 20);
    g_autofree char *text = make_text (encodings[i].encoding == GR_ENCODING_WINDOWS_1252);
    g_autofree char *bytes = g_convert (text, -1, encodings[i].iconv_name, "UTF-8", NULL, &length, NULL);
    g_autofree char *decoded = NULL;
    guint64 n_replaced = 0;

    g_assert_nonnull (bytes);
    decoded = decode_in_pieces (encodings[i].encoding, (const guint8 *) bytes, length, piece, &n_replaced);
    g_assert_cmpstr (decoded, ==, text);
    g_assert_cmpuint (n_replaced, ==, 0);
  }
}

/* All 256 bytes of Windows-1252 against iconv, which knows the same five holes. */
static void
test_every_windows_byte (void)
{
  for (int byte = 1; byte < 256; byte++) {
    guint8 bytes[] = {(guint8) byte};
    g_autofree char *theirs = g_convert ((const char *) bytes, 1, "UTF-8", "WINDOWS-1252", NULL, NULL, NULL);
    g_autoptr (GString) ours = g_string_new (NULL);
    guint64 n_replaced = 0;

    gr_encoding_decode (GR_ENCODING_WINDOWS_1252, bytes, 1, TRUE, ours, &n_replaced);
    g_assert_cmpuint (n_replaced, ==, theirs == NULL);
    g_assert_cmpstr (ours->str, ==, theirs != NULL ? theirs : "\xef\xbf\xbd");
  }
}

static void
test_wrong_utf8 (void)
{
  static const struct {
    const char *bytes;
    const char *text;
    guint64 n_replaced;
  } cases[] = {
      {"a\xff"
       "b",
          "a\xef\xbf\xbd"
          "b",
          1},
      {"\xc3", "\xef\xbf\xbd", 1},                                 /* cut */
      {"\xe2\x82", "\xef\xbf\xbd\xef\xbf\xbd", 2},                 /* cut */
      {"\xc0\xaf", "\xef\xbf\xbd\xef\xbf\xbd", 2},                 /* overlong */
      {"\xed\xa0\x80", "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd", 3}, /* half a surrogate pair */
      {"\x80x", "\xef\xbf\xbdx", 1},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize piece = 1; piece <= 4; piece++) {
      guint64 n_replaced = 0;
      g_autofree char *text = decode_in_pieces (
          GR_ENCODING_UTF8, (const guint8 *) cases[i].bytes, strlen (cases[i].bytes), piece, &n_replaced);

      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_cmpuint (n_replaced, ==, cases[i].n_replaced);
    }
}

static void
test_sniff (void)
{
  static const struct {
    const char *bytes;
    gsize length;
    GrTextEncoding encoding;
  } cases[] = {
      {"", 0, GR_ENCODING_UTF8},
      {"plain", 5, GR_ENCODING_UTF8},
      {"caf\xc3\xa9", 5, GR_ENCODING_UTF8},
      {"caf\xc3", 4, GR_ENCODING_UTF8}, /* cut where the sample ends */
      {"caf\xe9,1", 6, GR_ENCODING_WINDOWS_1252},
      {"\xff\xfe", 2, GR_ENCODING_UTF16_LE},
      {"\xfe\xff", 2, GR_ENCODING_UTF16_BE},
      {"i\0t\0e\0m\0", 8, GR_ENCODING_UTF16_LE},
      {"\0i\0t\0e\0m", 8, GR_ENCODING_UTF16_BE},
      {"a\0b,c,d,e,f", 11, GR_ENCODING_UTF8},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (gr_encoding_sniff ((const guint8 *) cases[i].bytes, cases[i].length), ==, cases[i].encoding);
}

static void
test_ids (void)
{
  static const char *const ids[GR_N_ENCODINGS] = {"utf-8", "Windows-1252", "utf-16le", "UTF-16BE"};
  GrTextEncoding encoding = GR_ENCODING_UTF8;

  for (guint i = 0; i < GR_N_ENCODINGS; i++) {
    g_assert_true (gr_text_encoding_from_id (ids[i], &encoding));
    g_assert_cmpint (encoding, ==, (int) i);
  }
  g_assert_false (gr_text_encoding_from_id ("klingon", &encoding));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/encoding/agrees-with-iconv", test_agrees_with_iconv);
  g_test_add_func ("/encoding/every-windows-byte", test_every_windows_byte);
  g_test_add_func ("/encoding/wrong-utf8", test_wrong_utf8);
  g_test_add_func ("/encoding/sniff", test_sniff);
  g_test_add_func ("/encoding/ids", test_ids);
  return g_test_run();
}
