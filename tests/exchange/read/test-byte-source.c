#include "exchange/read/byte-source.h"

#include "exchange/write/file-replacer.h"

#include "domain/base/error.h"

#include <glib/gstdio.h>
#include <string.h>

static char *
write_temporary (const void *bytes, gsize length)
{
  char *path = NULL;
  int handle = g_file_open_tmp ("granary-bytes-XXXXXX", &path, NULL);

  g_close (handle, NULL);
  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
  return path;
}

static GByteArray *
read_all (const char *path, gsize piece, char **checksum)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GrByteSource) source = gr_byte_source_open (path, &error);
  GByteArray *all = g_byte_array_new();
  guint8 buffer[1000];
  gsize length = 1;

  g_assert_no_error (error);
  g_assert_null (gr_byte_source_checksum (source));
  while (length > 0) {
    g_assert_true (gr_byte_source_read (source, buffer, piece, &length, &error));
    g_assert_cmpuint (length, <=, piece);
    g_byte_array_append (all, buffer, (guint) length);
  }
  g_assert_cmpfloat (gr_byte_source_fraction (source), ==, 1.0);
  *checksum = g_strdup (gr_byte_source_checksum (source));
  return all;
}

static void
test_plain (void)
{
  for (gsize length = 0; length < 5000; length += 1 + length / 3) {
    g_autofree guint8 *bytes = g_malloc (length + 1);
    g_autofree char *path = NULL, *checksum = NULL, *expected = NULL;
    g_autoptr (GByteArray) all = NULL;

    for (gsize i = 0; i < length; i++)
      bytes[i] = (guint8) g_test_rand_int_range (0, 256);
    bytes[0] = 'x';
    path = write_temporary (bytes, length);
    all = read_all (path, (gsize) g_test_rand_int_range (1, 1000), &checksum);
    expected = g_compute_checksum_for_data (G_CHECKSUM_SHA256, bytes, length);
    g_assert_cmpuint (all->len, ==, length);
    g_assert_true (length == 0 || memcmp (all->data, bytes, length) == 0);
    g_assert_cmpstr (checksum, ==, expected);
    g_unlink (path);
  }
}

/* gzip -c <<< hello, twice, with the zeros behind it that tapes and some programs leave. */
static void
test_gzip_in_parts_with_padding (void)
{
  static const guint8 part[] = {0x1f, 0x8b, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x03, 0xcb, 0x48, 0xcd, 0xc9,
      0xc9, 0xe7, 0x02, 0x00, 0x20, 0x30, 0x3a, 0x36, 0x06, 0x00, 0x00, 0x00};
  guint8 bytes[2 * sizeof part + 512] = {0};
  g_autofree char *path = NULL, *checksum = NULL;
  g_autoptr (GByteArray) all = NULL;

  memcpy (bytes, part, sizeof part);
  memcpy (bytes + sizeof part, part, sizeof part);
  path = write_temporary (bytes, sizeof bytes);
  all = read_all (path, 7, &checksum);
  g_assert_cmpmem (all->data, all->len, "hello\nhello\n", 12);
  g_assert_nonnull (checksum);
  g_unlink (path);
}

static void
test_replacer (void)
{
  g_autofree char *path = write_temporary ("old", 3), *text = NULL, *temporary = NULL;
  g_autoptr (GError) error = NULL;
  GrFileReplacer *replacer = gr_file_replacer_new (path, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (gr_file_replacer_target (replacer), ==, path);
  temporary = g_strdup (gr_file_replacer_path (replacer));
  g_assert_true (g_file_set_contents (temporary, "new", -1, NULL));
  g_assert_true (gr_file_replacer_commit (replacer, &error));
  gr_file_replacer_free (replacer);
  g_assert_false (g_file_test (temporary, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "new");
  g_unlink (path);
}

static void
test_replacer_given_up (void)
{
  g_autofree char *path = write_temporary ("old", 3), *text = NULL, *temporary = NULL;
  GrFileReplacer *replacer = gr_file_replacer_new (path, NULL);

  temporary = g_strdup (gr_file_replacer_path (replacer));
  gr_file_replacer_free (replacer);
  g_assert_false (g_file_test (temporary, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "old");
  g_unlink (path);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/byte-source/plain", test_plain);
  g_test_add_func ("/byte-source/gzip-in-parts-with-padding", test_gzip_in_parts_with_padding);
  g_test_add_func ("/file-replacer/commit", test_replacer);
  g_test_add_func ("/file-replacer/given-up", test_replacer_given_up);
  return g_test_run();
}
