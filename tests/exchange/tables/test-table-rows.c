#include "exchange/read/csv-reader.h"
#include "exchange/tables/import-file.h"

#include <glib/gstdio.h>

static GrImportFile *
open_text (const char *text, GrImportKind kind)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  int handle = g_file_open_tmp ("granary-rows-XXXXXX.csv", &path, NULL);
  GrImportFile *file;

  g_assert_cmpint (handle, >=, 0);
  g_close (handle, NULL);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  file = gr_import_file_open (path, kind, &error);
  g_assert_no_error (error);
  return file;
}

static void
close_file (GrImportFile *file)
{
  g_unlink (gr_import_file_layout (file)->path);
  gr_import_file_free (file);
}

static GrImportVerdict
note_line_cb (const GrImportRow *row, gpointer data, GError **error)
{
  g_string_append_printf (data, "%" G_GUINT64_FORMAT ":%s ", row->line, row->cells[0].text);
  return GR_IMPORT_TAKEN;
}

/* The lines that are data, and for the eye the same ones. */
static void
assert_lines (GrImportFile *file, const char *lines, guint n_bad)
{
  g_autoptr (GString) read = g_string_new (NULL);
  g_autoptr (GrImportReport) report = gr_import_report_new();
  g_autoptr (GPtrArray) shown = gr_import_file_preview (file, 100);
  guint n_faults = 0;

  g_assert_true (gr_import_file_read (file, note_line_cb, read, report, NULL, NULL));
  g_assert_cmpstr (read->str, ==, lines);
  g_assert_cmpuint (report->n_bad, ==, n_bad);
  g_assert_cmpuint (shown->len, ==, report->n_rows);
  for (guint i = 0; i < shown->len; i++)
    n_faults += ((const GrImportPreviewRow *) shown->pdata[i])->fault != NULL;
  g_assert_cmpuint (n_faults, ==, n_bad);
}

/* A quote that is lost before the header costs the row that it stands in; the header is the first row that is whole. */
static void
test_header_behind_a_broken_row (void)
{
  g_autofree char *line = g_strnfill (GR_CSV_ROW_LIMIT + 10000, 'x');
  g_autofree char *text = g_strdup_printf ("\"%s\nitem,quantity\nA,1\n,\nB,2\n", line);
  GrImportFile *file = open_text (text, GR_IMPORT_GUESS);

  g_assert_cmpint (gr_import_file_layout (file)->table->kind, ==, GR_IMPORT_STOCK);
  g_assert_cmpstr (gr_import_file_layout (file)->titles[1], ==, "quantity");
  assert_lines (file, "3:A 5:B ", 1);
  close_file (file);
}

/* Nothing that stands before the header is taken for it where dates are weighed: day numbers are recognised. */
static void
test_day_numbers_behind_a_late_header (void)
{
  static const char *const texts[] = {
      "item;quantity;date\nA;1;40725\n",
      "sep=;\nitem;quantity;date\nA;1;40725\n",
      ";;\nitem;quantity;date\nA;1;40725\n",
      ";;\ndate;quantity;item\n40725;1;A\n",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    GrImportFile *file = open_text (texts[i], GR_IMPORT_SALES);

    g_assert_cmpint (gr_import_file_layout (file)->dialect.cells.date_order, ==, GR_DATE_ORDER_EXCEL);
    assert_lines (file, i == 0 ? "2:A " : "3:A ", 0);
    close_file (file);
  }
}

/* Without a header the first row is data, and empty rows are none. */
static void
test_no_header (void)
{
  GrImportFile *file = open_text (",\nA,1\n,\nB,2\n", GR_IMPORT_STOCK);

  g_assert_false (gr_import_file_layout (file)->dialect.cells.has_header);
  gr_import_file_assign (file, GR_STOCK_ITEM, 0);
  gr_import_file_assign (file, GR_STOCK_QUANTITY, 1);
  assert_lines (file, "2:A 4:B ", 0);
  close_file (file);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table-rows/header-behind-a-broken-row", test_header_behind_a_broken_row);
  g_test_add_func ("/table-rows/day-numbers-behind-a-late-header", test_day_numbers_behind_a_late_header);
  g_test_add_func ("/table-rows/no-header", test_no_header);
  return g_test_run();
}
