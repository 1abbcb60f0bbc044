#include "exchange/write/sheet.h"
#include "exchange/write/sop-workbook.h"
#include "exchange/write/stock-workbook.h"

#include "exchange/write/csv-writer.h"

#include "domain/base/error.h"

#include <glib/gstdio.h>
#include <math.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

static const GrWorkbookInfo info = {"Shop", "EUR", 2, "0.1.0", 15157, G_GINT64_CONSTANT (1309608000000000)};

typedef struct {
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("granary-workbook-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "out.xlsx", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0); /* nothing else was left in it */
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
assert_text (const char *path, const char *expected)
{
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, expected);
}

static gboolean
write_items (const char *path, gsize n, const GrProgress *progress, GError **error)
{
  g_autofree GrStockRow *rows = g_new0 (GrStockRow, n);
  g_autofree const GrStockRow **list = g_new (const GrStockRow *, n);
  GrStockWorkbookData data = {info, list, n};

  for (gsize i = 0; i < n; i++) {
    rows[i] = (GrStockRow){.code = (char *) "A",
        .description = (char *) "Something with a name",
        .family = (char *) "Family",
        .unit = (char *) "pcs",
        .on_hand = (GrQty) i,
        .available = (GrQty) i,
        .projected = (GrQty) i,
        .days_of_supply = NAN,
        .unit_cost = 10000,
        .health = GR_HEALTH_OK};
    list[i] = &rows[i];
  }
  return gr_stock_workbook_write (path, &data, progress, error);
}

static void
test_clean_text (void)
{
  g_autofree char *plain = gr_sheet_clean_text ("a\x01"
                                                "b\n\tc\x7f\xc2\x85 é \xef\xbf\xbe😀");
  g_autoptr (GString) emoji = g_string_new ("x");
  g_autofree char *cut = NULL;

  g_assert_cmpstr (plain, ==, "ab\n\tc é 😀");
  for (int i = 0; i < 20000; i++)
    g_string_append (emoji, "😀");
  cut = gr_sheet_clean_text (emoji->str);
  g_assert_cmpint (g_utf8_strlen (cut, -1), ==, 1 + 32766 / 2);
  g_assert_true (g_utf8_validate (cut, -1, NULL));
}

static void
test_cell_names (void)
{
  char name[GR_CELL_NAME_SIZE];

  g_assert_cmpstr (gr_sheet_cell_name (name, 0, 0), ==, "A1");
  g_assert_cmpstr (gr_sheet_cell_name (name, 1048575, 16383), ==, "XFD1048576");
}

static void
test_replaces_the_old_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;

  g_assert_true (g_file_set_contents (fixture->path, "old", -1, NULL));
  g_assert_true (write_items (fixture->path, 10, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, NULL, NULL));
  g_assert_true (g_str_has_prefix (bytes, "PK"));
}

static void
test_empty_workbook (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (write_items (fixture->path, 0, NULL, &error));
  g_assert_no_error (error);
}

/* A shop on its first day: nothing but the running month. */
static void
test_empty_review (Fixture *fixture, gconstpointer data)
{
  const GrSopWorkbookArrivals arrivals[1] = {{0}};
  g_autoptr (GrSopGrid) grid = gr_sop_grid_new (info.today, 0, 1, info.currency_digits);
  GrSopWorkbookData review = {.info = info, .grid = grid, .arrivals = arrivals};
  g_autoptr (GError) error = NULL;

  gr_sop_grid_add_row (grid, NULL);
  g_assert_true (gr_sop_workbook_write (fixture->path, &review, NULL, &error));
  g_assert_no_error (error);
}

/* Figures beyond all sense are written without overflowing on the way. */
static void
test_absurd_figures (Fixture *fixture, gconstpointer data)
{
  const GrSopWorkbookArrivals arrivals[2] = {{G_MAXINT64, G_MAXINT64, G_MAXINT64, G_MAXINT64}};
  const GrSopCell absurd = {G_MAXINT64, G_MAXINT64, 0, G_MAXINT64, G_MAXINT64, G_MININT64 + 1, G_MAXINT64,
      G_MININT64 + 1, G_MAXINT64, G_MAXINT64, G_MAXINT64, INFINITY};
  g_autoptr (GrSopGrid) grid = gr_sop_grid_new (info.today, 0, 2, info.currency_digits);
  const char *const families[] = {"A", "B", NULL};
  GrSopWorkbookData review = {.info = info, .grid = grid, .arrivals = arrivals};
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 3; i++) {
    GrSopRow *row = gr_sop_grid_add_row (grid, families[i]);

    row->cells[0] = row->cells[1] = absurd;
  }
  g_assert_true (gr_sop_workbook_write (fixture->path, &review, NULL, &error));
  g_assert_no_error (error);
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new();
  GrProgress progress = {NULL, NULL, cancellable};
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_true (g_file_set_contents (fixture->path, "old", -1, NULL));
  g_assert_false (write_items (fixture->path, 10, &progress, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_text (fixture->path, "old");
}

static void
test_nowhere_to_write (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) missing = NULL, folder = NULL;

  g_assert_false (write_items ("/nowhere/at/all.xlsx", 1, NULL, &missing));
  g_assert_error (missing, GR_ERROR, GR_ERROR_IO);
  g_assert_false (write_items (fixture->folder, 1, NULL, &folder));
  g_assert_error (folder, GR_ERROR, GR_ERROR_IO);
}

/* A limit on the size of files does to a writer what a full disk does. */
static void
limit_file_size (rlim_t bytes)
{
  struct rlimit limit;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = bytes;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

static void
test_full_disk_keeps_the_old_file (Fixture *fixture, gconstpointer data)
{
  static const rlim_t sizes[] = {1000, 4096, 20000, 100000};

  g_assert_true (g_file_set_contents (fixture->path, "old", -1, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++) {
    g_autoptr (GError) error = NULL;

    limit_file_size (sizes[i]);
    g_assert_false (write_items (fixture->path, 20000, NULL, &error));
    limit_file_size (RLIM_INFINITY);
    g_assert_error (error, GR_ERROR, GR_ERROR_IO);
    assert_text (fixture->path, "old");
  }
}

static void
test_full_disk_and_csv (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GrCsvWriter) writer = gr_csv_writer_new (fixture->path, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (fixture->path, "old", -1, NULL));
  limit_file_size (5000);
  for (int i = 0; i < 5000; i++) {
    gr_csv_writer_text (writer, "some text");
    gr_csv_writer_row_end (writer);
  }
  g_assert_false (gr_csv_writer_close (writer, &error));
  limit_file_size (RLIM_INFINITY);
  g_assert_error (error, GR_ERROR, GR_ERROR_IO);
  assert_text (fixture->path, "old");
}

#define ADD(name, func) g_test_add ("/workbook/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workbook/clean-text", test_clean_text);
  g_test_add_func ("/workbook/cell-names", test_cell_names);
  ADD ("replaces-the-old-file", test_replaces_the_old_file);
  ADD ("empty-workbook", test_empty_workbook);
  ADD ("empty-review", test_empty_review);
  ADD ("absurd-figures", test_absurd_figures);
  ADD ("cancelled", test_cancelled);
  ADD ("nowhere-to-write", test_nowhere_to_write);
  ADD ("full-disk-keeps-the-old-file", test_full_disk_keeps_the_old_file);
  ADD ("full-disk-and-csv", test_full_disk_and_csv);
  return g_test_run();
}
