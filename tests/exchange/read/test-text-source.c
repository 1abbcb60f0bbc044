#include "exchange/read/text-source.h"

#include "domain/base/error.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

typedef struct {
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("granary-text-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "file", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_unlink (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
write_bytes (Fixture *fixture, const char *bytes, gsize length)
{
  g_unlink (fixture->path); /* spares the flush to disk that replacing a file costs */
  g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) length, NULL));
}

/* gzip of @bytes, appended to @out. */
static void
append_gzip (GByteArray *out, const char *bytes, gsize length)
{
  g_autoptr (GZlibCompressor) zlib = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 6);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable();
  g_autoptr (GOutputStream) stream = g_converter_output_stream_new (memory, G_CONVERTER (zlib));

  g_assert_true (g_output_stream_write_all (stream, bytes, length, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  g_byte_array_append (out, g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (memory)),
      (guint) g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (memory)));
}

static char *
read_text (const char *path, GrTextEncoding *encoding, guint64 *n_replaced, char **checksum)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GrTextSource) source = gr_text_source_open (path, &error);
  GString *all = g_string_new (NULL);
  const char *text;
  gsize length;
  double last = 0;

  g_assert_no_error (error);
  do {
    g_assert_true (gr_text_source_read (source, &text, &length, &error));
    g_assert_true (g_utf8_validate_len (text, length, NULL));
    g_assert_cmpfloat (gr_text_source_fraction (source), >=, last);
    last = gr_text_source_fraction (source);
    g_string_append_len (all, text, (gssize) length);
  } while (length > 0);
  g_assert_cmpfloat (last, ==, 1.0);
  *encoding = gr_text_source_encoding (source);
  *n_replaced = gr_text_source_n_replaced (source);
  if (checksum != NULL)
    *checksum = g_strdup (gr_text_source_checksum (source));
  return g_string_free (all, FALSE);
}

static void
test_encodings (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *bytes;
    gsize length;
    GrTextEncoding encoding;
    const char *text;
    guint64 n_replaced;
  } cases[] = {
      {"", 0, GR_ENCODING_UTF8, "", 0},
      {"abc", 3, GR_ENCODING_UTF8, "abc", 0},
      {"\xef\xbb\xbf\xc3\xa4", 5, GR_ENCODING_UTF8, "ä", 0},
      {"M\xc9RIC \x80", 7, GR_ENCODING_WINDOWS_1252, "MÉRIC €", 0},
      {"\xc9\x81", 2, GR_ENCODING_UTF8, "Ɂ", 0},
      {"\x81 \xe9!", 4, GR_ENCODING_WINDOWS_1252, "\xef\xbf\xbd é!", 1},
      {"\xff\xfe"
       "a\0\xe4\0",
          6, GR_ENCODING_UTF16_LE, "aä", 0},
      {"\xfe\xff\0a\0\xe4", 6, GR_ENCODING_UTF16_BE, "aä", 0},
      {"a\0b\0c\0", 6, GR_ENCODING_UTF16_LE, "abc", 0},
      {"\0a\0b\0c", 6, GR_ENCODING_UTF16_BE, "abc", 0},
      {"\xff\xfe\x3d\xd8\x00\xde\x3d\xd8"
       "a\0",
          10, GR_ENCODING_UTF16_LE,
          "😀\xef\xbf\xbd"
          "a",
          1},
      {"\xff\xfe"
       "a\0b",
          5, GR_ENCODING_UTF16_LE, "a\xef\xbf\xbd", 1},
      {"ab\0cd", 5, GR_ENCODING_UTF8,
          "ab\xef\xbf\xbd"
          "cd",
          1},
      {"\xef\xbb\xbf"
       "a\xffz",
          6, GR_ENCODING_UTF8, "a\xef\xbf\xbdz", 1},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = NULL;
    GrTextEncoding encoding;
    guint64 n_replaced;

    write_bytes (fixture, cases[i].bytes, cases[i].length);
    text = read_text (fixture->path, &encoding, &n_replaced, NULL);
    g_assert_cmpstr (text, ==, cases[i].text);
    g_assert_cmpint (encoding, ==, cases[i].encoding);
    g_assert_cmpuint (n_replaced, ==, cases[i].n_replaced);
  }
}

/* Plain ASCII for megabytes, then the first accent decides; and characters cut between two reads stay whole. */
static void
test_long_files (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) utf8 = g_string_new (NULL), windows = g_string_new (NULL);
  g_autofree char *from_utf8 = NULL, *from_windows = NULL;
  GrTextEncoding encoding;
  guint64 n_replaced;

  for (int i = 0; i < 300000; i++) {
    g_string_append (utf8, i < 100000 ? "x" : "€");
    g_string_append_c (windows, i < 100000 ? 'x' : '\x80');
  }
  write_bytes (fixture, utf8->str, utf8->len);
  from_utf8 = read_text (fixture->path, &encoding, &n_replaced, NULL);
  g_assert_cmpint (encoding, ==, GR_ENCODING_UTF8);
  g_assert_cmpuint (n_replaced, ==, 0);
  g_assert_true (strcmp (from_utf8, utf8->str) == 0);
  write_bytes (fixture, windows->str, windows->len);
  from_windows = read_text (fixture->path, &encoding, &n_replaced, NULL);
  g_assert_cmpint (encoding, ==, GR_ENCODING_WINDOWS_1252);
  g_assert_true (strcmp (from_windows, utf8->str) == 0);
}

static void
test_late_first_accent (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) bytes = g_string_new (NULL);
  g_autofree char *text = NULL;
  GrTextEncoding encoding;
  guint64 n_replaced;

  while (bytes->len < 400000)
    g_string_append (bytes, "plain\n");
  g_string_append (bytes, "Z\xfcrich\n");
  write_bytes (fixture, bytes->str, bytes->len);
  text = read_text (fixture->path, &encoding, &n_replaced, NULL);
  g_assert_true (g_str_has_suffix (text, "plain\nZürich\n"));
  g_assert_cmpint (encoding, ==, GR_ENCODING_WINDOWS_1252);
  g_assert_cmpuint (n_replaced, ==, 0);
}

/* An accent that is UTF-8 has decided: what is none, however much later, is a spoilt byte and no other encoding. */
static void
test_late_spoilt_byte (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) bytes = g_string_new (NULL);
  g_autofree char *text = NULL;
  GrTextEncoding encoding;
  guint64 n_replaced;

  for (int i = 0; bytes->len < 800000; i++)
    g_string_append (bytes, i == 60000 ? "Zürich\n" : "plain\n");
  g_string_append (bytes, "Z\xfcrich\n");
  write_bytes (fixture, bytes->str, bytes->len);
  text = read_text (fixture->path, &encoding, &n_replaced, NULL);
  g_assert_true (g_str_has_suffix (text, "plain\nZ\xef\xbf\xbdrich\n"));
  g_assert_cmpint (encoding, ==, GR_ENCODING_UTF8);
  g_assert_cmpuint (n_replaced, ==, 1);
}

static void
test_gzip_reads_as_what_is_in_it (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  g_autoptr (GByteArray) packed = g_byte_array_new();
  g_autofree char *plain_sum = NULL, *packed_sum = NULL, *from_plain = NULL, *from_packed = NULL;
  GrTextEncoding encoding;
  guint64 n_replaced;

  for (int i = 0; i < 100000; i++)
    g_string_append_printf (plain, "%d,%d\n", i, g_test_rand_int());
  write_bytes (fixture, plain->str, plain->len);
  from_plain = read_text (fixture->path, &encoding, &n_replaced, &plain_sum);
  append_gzip (packed, plain->str, 1000);
  append_gzip (packed, plain->str + 1000, plain->len - 1000);
  write_bytes (fixture, (const char *) packed->data, packed->len);
  from_packed = read_text (fixture->path, &encoding, &n_replaced, &packed_sum);
  g_assert_true (strcmp (from_packed, plain->str) == 0);
  g_assert_cmpstr (packed_sum, ==, plain_sum);
}

static void
expect_damage (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GrTextSource) source = gr_text_source_open (path, &error);
  const char *text;
  gsize length = 1;

  while (source != NULL && length > 0 && gr_text_source_read (source, &text, &length, &error))
    ;
  g_assert_error (error, GR_ERROR, GR_ERROR_DAMAGED);
  g_assert_null (source != NULL ? gr_text_source_checksum (source) : NULL);
}

static void
test_damaged_gzip_is_said (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GByteArray) packed = g_byte_array_new();
  g_autofree char *random = g_malloc (100000);

  for (int i = 0; i < 100000; i++)
    random[i] = (char) g_test_rand_int_range (32, 127);
  append_gzip (packed, random, 100000);
  write_bytes (fixture, (const char *) packed->data, packed->len / 2);
  expect_damage (fixture->path);
  packed->data[packed->len / 2] ^= 0x55;
  write_bytes (fixture, (const char *) packed->data, packed->len);
  expect_damage (fixture->path);
}

static void
test_no_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) missing = NULL, folder = NULL;

  g_assert_null (gr_text_source_open (fixture->path, &missing));
  g_assert_error (missing, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_null (gr_text_source_open (fixture->folder, &folder));
  g_assert_error (folder, GR_ERROR, GR_ERROR_INVALID);
}

/* Whatever the bytes and whatever they are taken for, what comes out is UTF-8. */
static void
test_random_bytes (Fixture *fixture, gconstpointer data)
{
  for (int round = 0; round < 500; round++) {
    guint8 bytes[300];
    gsize length = (gsize) g_test_rand_int_range (0, sizeof bytes);
    g_autoptr (GError) error = NULL;
    g_autoptr (GrTextSource) source = NULL;
    const char *text;
    gsize n = 1;

    for (gsize i = 0; i < length; i++)
      bytes[i] = (guint8) (g_test_rand_bit() ? g_test_rand_int_range (0, 256) : g_test_rand_int_range (0xc0, 0xf8));
    write_bytes (fixture, (const char *) bytes, length);
    source = gr_text_source_open (fixture->path, &error);
    if (source == NULL)
      continue;
    gr_text_source_set_encoding (source, (GrTextEncoding) (round % GR_N_ENCODINGS));
    while (n > 0 && gr_text_source_read (source, &text, &n, &error))
      g_assert_true (g_utf8_validate_len (text, n, NULL));
  }
}

#define ADD(name, func) g_test_add ("/text-source/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("encodings", test_encodings);
  ADD ("long-files", test_long_files);
  ADD ("late-first-accent", test_late_first_accent);
  ADD ("late-spoilt-byte", test_late_spoilt_byte);
  ADD ("gzip-reads-as-what-is-in-it", test_gzip_reads_as_what_is_in_it);
  ADD ("damaged-gzip-is-said", test_damaged_gzip_is_said);
  ADD ("no-file", test_no_file);
  ADD ("random-bytes", test_random_bytes);
  return g_test_run();
}
