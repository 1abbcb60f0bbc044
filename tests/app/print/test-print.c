/* What is printed is read back from the PDF by pdftotext. */
#include "app/print/print-layout.h"
#include "app/print/print-pdf.h"

#include "chart-sample.h"

#include "domain/base/error.h"

#include <fontconfig/fontconfig.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <pango/pangocairo.h>
#include <string.h>

static const GrPrintPaper a4 = {595.276, 841.89, 36};

typedef struct {
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->folder = g_dir_make_tmp ("granary-print-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "list.pdf", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0); /* nothing half written stays behind */
  g_free (fixture->path);
  g_free (fixture->folder);
}

/* Row 7 is R0000007, its number 7.00; every ninth has a description of some lines. */
static GrPrintDocument *
make_document (guint n_rows)
{
  GrPrintDocument *document = g_new0 (GrPrintDocument, 1);

  document->title = g_strdup ("Stock");
  document->subtitle = g_strdup ("At risk");
  document->shop = g_strdup ("Käse & Wein");
  document->date = g_strdup ("23 November 2026");
  document->table = gr_print_table_new();
  gr_print_table_add_column (document->table, "Code", FALSE, FALSE);
  gr_print_table_add_column (document->table, "Item", FALSE, TRUE);
  gr_print_table_add_column (document->table, "Value (EUR)", TRUE, FALSE);
  for (guint i = 0; i < n_rows; i++) {
    g_autofree char *code = g_strdup_printf ("R%07u", i);
    g_autofree char *value = g_strdup_printf ("%u.00", i);
    const char *item = i % 9 == 0 ? "Bergkäse, aged for at least twelve months in the cellar below the house, from the "
                                    "milk of cows that were up on the alp in the summer, cut from the wheel"
                                  : "Olives";

    gr_print_table_add_row (document->table, (const char *[]){code, item, value});
  }
  return document;
}

static char *
read_back (const char *path)
{
  const char *const argv[] = {"pdftotext", "-layout", path, "-", NULL};
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static guint
count (const char *text, const char *words)
{
  g_auto (GStrv) parts = g_strsplit (text, words, -1);

  return g_strv_length (parts) - 1;
}

/* Every row once, in order. */
static void
assert_rows (char *const *pages, guint n_rows)
{
  guint next = 0;

  for (gsize i = 0; pages[i]; i++) {
    g_auto (GStrv) lines = g_strsplit (pages[i], "\n", -1);

    for (gsize j = 0; lines[j]; j++) {
      const char *words = lines[j] + strspn (lines[j], " ");

      if (words[0] != 'R' || !g_ascii_isdigit (words[1]))
        continue;
      g_assert_cmpuint (g_ascii_strtoull (words + 1, NULL, 10), ==, next);
      next++;
    }
  }
  g_assert_cmpuint (next, ==, n_rows);
}

static void
assert_printed (Fixture *fixture, guint n_rows, guint n_pages)
{
  g_autoptr (GrPrintDocument) document = make_document (n_rows);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) pages = NULL;

  g_assert_true (gr_print_pdf_write (document, &a4, fixture->path, NULL, &error));
  g_assert_no_error (error);
  text = read_back (fixture->path);
  pages = g_strsplit (text, "\f", -1); /* one ends every page */
  g_assert_cmpuint (g_strv_length (pages), ==, n_pages + 1);
  for (guint i = 0; i < n_pages; i++) {
    g_autofree char *foot = g_strdup_printf ("Page %u of %u", i + 1, n_pages);

    g_assert_cmpuint (count (pages[i], foot), ==, 1);
    g_assert_cmpuint (count (pages[i], "Code"), ==, 1);
    g_assert_cmpuint (count (pages[i], "Value (EUR)"), ==, 1);
    g_assert_cmpuint (count (pages[i], "Stock"), ==, 1);
    g_assert_cmpuint (count (pages[i], "Käse & Wein"), ==, 1);
  }
  g_assert_cmpuint (count (text, "At risk"), ==, 1);
  g_assert_cmpuint (count (text, "23 November 2026"), ==, 1);
  g_assert_cmpuint (count (text, "Bergkäse"), ==, (n_rows + 8) / 9);
  g_assert_cmpuint (count (text, "the wheel"), ==, (n_rows + 8) / 9); /* broken into lines, not cut */
  assert_rows (pages, n_rows);
}

static void
test_few (Fixture *fixture, gconstpointer unused)
{
  assert_printed (fixture, 3, 1);
}

static void
test_none (Fixture *fixture, gconstpointer unused)
{
  assert_printed (fixture, 0, 1);
}

static void
test_some (Fixture *fixture, gconstpointer unused)
{
  assert_printed (fixture, 300, 7);
}

static void
test_many (Fixture *fixture, gconstpointer unused)
{
  assert_printed (fixture, 100000, 2315);
}

/* What was there stays, and nothing half written beside it. */
static void
test_stopped (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GrPrintDocument) document = make_document (3000);
  g_autoptr (GCancellable) cancellable = g_cancellable_new();
  GrProgress progress = {.cancellable = cancellable};
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (gr_print_pdf_write (document, &a4, fixture->path, &progress, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (fixture->path, "older", -1, NULL));
  g_assert_false (gr_print_pdf_write (document, &a4, fixture->path, &progress, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (g_file_get_contents (fixture->path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "older");
}

static void
test_nowhere (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GrPrintDocument) document = make_document (3);
  g_autofree char *path = g_build_filename (fixture->folder, "none", "list.pdf", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (gr_print_pdf_write (document, &a4, path, NULL, &error));
  g_assert_error (error, GR_ERROR, GR_ERROR_IO);
}

/* Of a list that is too wide for the paper however it is turned, all columns are there: it is drawn smaller. */
static void
test_wide (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GrPrintDocument) document = make_document (0);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  const char *cells[30];

  gr_print_table_free (document->table);
  document->table = gr_print_table_new();
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++) {
    g_autofree char *title = g_strdup_printf ("Column%u", i);

    gr_print_table_add_column (document->table, title, TRUE, FALSE);
    cells[i] = "1234567.89";
  }
  gr_print_table_add_row (document->table, cells);
  g_assert_true (gr_print_layout_wants_landscape (document, a4.width));
  g_assert_true (gr_print_pdf_write (document, &a4, fixture->path, NULL, &error));
  g_assert_no_error (error);
  text = read_back (fixture->path);
  g_assert_cmpuint (count (text, "Column"), ==, G_N_ELEMENTS (cells));
  g_assert_cmpuint (count (text, "1234567.89"), ==, G_N_ELEMENTS (cells)); /* none with an ellipsis */
}

/* From right to left the first column is the last of a line, and numbers stand to the left. */
static void
test_right_to_left (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GrPrintDocument) document = make_document (3);
  g_autofree char *text = NULL;
  const char *first;

  document->is_rtl = TRUE;
  g_assert_true (gr_print_pdf_write (document, &a4, fixture->path, NULL, NULL));
  text = read_back (fixture->path);
  first = strstr (text, "0.00");
  g_assert_nonnull (first);
  g_assert_nonnull (strstr (first, "R0000000"));
  g_assert_true (strstr (first, "R0000000") < strstr (first, "1.00"));
  g_assert_true (strstr (text, "Käse & Wein") < strstr (text, "Stock"));
}

/* The chart is letters and lines, with its legend; a list goes on below it. */
static void
test_chart (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GrPrintDocument) document = make_document (40);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) pages = NULL;

  document->chart = gr_chart_sample_weekly();
  document->view = gr_chart_view_whole ((int) document->chart->n_buckets);
  g_assert_true (gr_print_pdf_write (document, &a4, fixture->path, NULL, &error));
  g_assert_no_error (error);
  text = read_back (fixture->path);
  pages = g_strsplit (text, "\f", -1);
  g_assert_cmpuint (count (pages[0], "Projected stock"), ==, 1);
  g_assert_cmpuint (count (pages[0], "Page 1 of 2"), ==, 1);
  g_assert_cmpuint (count (pages[1], "Projected stock"), ==, 0);
  assert_rows (pages, 40);
}

int
main (int argc, char **argv)
{
  int result;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/print/none", Fixture, NULL, set_up, test_none, tear_down);
  g_test_add ("/print/few", Fixture, NULL, set_up, test_few, tear_down);
  g_test_add ("/print/some", Fixture, NULL, set_up, test_some, tear_down);
  g_test_add ("/print/many", Fixture, NULL, set_up, test_many, tear_down);
  g_test_add ("/print/stopped", Fixture, NULL, set_up, test_stopped, tear_down);
  g_test_add ("/print/nowhere", Fixture, NULL, set_up, test_nowhere, tear_down);
  g_test_add ("/print/wide", Fixture, NULL, set_up, test_wide, tear_down);
  g_test_add ("/print/right-to-left", Fixture, NULL, set_up, test_right_to_left, tear_down);
  g_test_add ("/print/chart", Fixture, NULL, set_up, test_chart, tear_down);
  result = g_test_run();
  /* What the font libraries keep for the next picture, so that a leak checker sees only our own. */
  pango_cairo_font_map_set_default (NULL);
  cairo_debug_reset_static_data();
  FcFini();
  return result;
}
