#include "exchange/write/csv-writer.h"

#include "exchange/write/csv-guard.h"
#include "exchange/tables/import-file.h"

#include "domain/base/error.h"

#include <glib/gstdio.h>
#include <string.h>

static char *
make_path (const char *folder)
{
  return g_build_filename (folder, "out.csv", NULL);
}

static int
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  int n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
test_writes_rfc_4180 (void)
{
  g_autofree char *folder = g_dir_make_tmp ("granary-csv-XXXXXX", NULL), *path = make_path (folder), *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GrCsvWriter) writer = gr_csv_writer_new (path, &error);

  g_assert_no_error (error);
  gr_csv_writer_text (writer, "item");
  gr_csv_writer_text (writer, "say \"hi\", twice");
  gr_csv_writer_text (writer, NULL);
  gr_csv_writer_row_end (writer);
  gr_csv_writer_text (writer, "=1+1");
  gr_csv_writer_number (writer, -12500, 3);
  gr_csv_writer_row_end (writer);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_true (gr_csv_writer_close (writer, &error));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "item,\"say \"\"hi\"\", twice\",\r\n'=1+1,-12.5\r\n");
  g_assert_cmpint (count_files (folder), ==, 1);
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_given_up_leaves_nothing (void)
{
  g_autofree char *folder = g_dir_make_tmp ("granary-csv-XXXXXX", NULL), *path = make_path (folder), *text = NULL;
  GrCsvWriter *writer;

  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  writer = gr_csv_writer_new (path, NULL);
  gr_csv_writer_text (writer, "new");
  gr_csv_writer_free (writer);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "old");
  g_assert_cmpint (count_files (folder), ==, 1);
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_says_where_it_cannot_write (void)
{
  g_autoptr (GError) missing = NULL, folder = NULL, full = NULL;
  g_autoptr (GrCsvWriter) writer = NULL;

  g_assert_null (gr_csv_writer_new ("/nowhere/at/all.csv", &missing));
  g_assert_error (missing, GR_ERROR, GR_ERROR_IO);
  g_assert_null (gr_csv_writer_new (g_get_tmp_dir(), &folder));
  g_assert_error (folder, GR_ERROR, GR_ERROR_IO);
}

static void
test_guard (void)
{
  static const char *const guarded[] = {"=1", "+1", "-1", "@x", "\tx", "\rx", "'=1", "''-x"};
  static const char *const plain[] = {"", "1", "a=b", "'", "'90s poster", "''"};

  for (gsize i = 0; i < G_N_ELEMENTS (guarded); i++) {
    g_autofree char *written = g_strconcat ("'", guarded[i], NULL);

    g_assert_true (gr_csv_needs_guard (guarded[i]));
    g_assert_true (gr_csv_is_guarded (written));
  }
  for (gsize i = 0; i < G_N_ELEMENTS (plain); i++) {
    g_assert_false (gr_csv_needs_guard (plain[i]));
    g_assert_false (gr_csv_is_guarded (plain[i]));
  }
}

static GrImportVerdict
compare_row_cb (const GrImportRow *row, gpointer data, GError **error)
{
  GPtrArray *texts = data;
  const char *written = g_ptr_array_index (texts, row->report->n_rows);

  g_assert_cmpstr (row->cells[GR_ITEMS_ITEM].text, ==, "x");
  g_assert_cmpstr (row->cells[GR_ITEMS_DESCRIPTION].text, ==, written);
  g_assert_cmpint (row->cells[GR_ITEMS_UNIT_COST].number, ==, (gint64) row->report->n_rows * 3 - 50);
  return GR_IMPORT_TAKEN;
}

/* Whatever text is written comes back as it was, but for blanks around it. */
static void
test_round_trip (void)
{
  static const char *const bits[] = {"a", "é", "€", ",", ";", "\"", "'", "=", "-", "+", "@", "\n", "\t", " ", "1", "|"};
  g_autofree char *folder = g_dir_make_tmp ("granary-csv-XXXXXX", NULL), *path = make_path (folder);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GrCsvWriter) writer = gr_csv_writer_new (path, NULL);
  g_autoptr (GrImportReport) report = gr_import_report_new();
  g_autoptr (GrImportFile) file = NULL;
  g_autoptr (GError) error = NULL;

  gr_csv_writer_text (writer, "item");
  gr_csv_writer_text (writer, "description");
  gr_csv_writer_text (writer, "unit_cost");
  gr_csv_writer_row_end (writer);
  for (int i = 0; i < 3000; i++) {
    GString *text = g_string_new (NULL);
    int n = g_test_rand_int_range (0, 8);

    while (n-- > 0)
      g_string_append (text, bits[g_test_rand_int_range (0, G_N_ELEMENTS (bits))]);
    g_ptr_array_add (texts, g_strstrip (g_string_free (text, FALSE)));
    gr_csv_writer_text (writer, "x");
    gr_csv_writer_text (writer, texts->pdata[i]);
    gr_csv_writer_number (writer, i * 3 - 50, 4);
    gr_csv_writer_row_end (writer);
  }
  g_assert_true (gr_csv_writer_close (writer, NULL));
  file = gr_import_file_open (path, GR_IMPORT_GUESS, &error);
  g_assert_no_error (error);
  g_assert_true (gr_import_file_read (file, compare_row_cb, texts, report, NULL, &error));
  g_assert_cmpuint (report->n_good, ==, 3000);
  g_assert_cmpuint (report->n_bad, ==, 0);
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv-writer/writes-rfc-4180", test_writes_rfc_4180);
  g_test_add_func ("/csv-writer/given-up-leaves-nothing", test_given_up_leaves_nothing);
  g_test_add_func ("/csv-writer/says-where-it-cannot-write", test_says_where_it_cannot_write);
  g_test_add_func ("/csv-writer/guard", test_guard);
  g_test_add_func ("/csv-writer/round-trip", test_round_trip);
  return g_test_run();
}
