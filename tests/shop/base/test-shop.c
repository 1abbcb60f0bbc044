#include "shop-fixture.h"

#include "shop/base/shop-deed.h"
#include "shop/base/undo-deed.h"
#include "shop/stock/stock-view.h"

#include "domain/base/error.h"
#include "store/catalogue/setting-store.h"

#include <glib/gstdio.h>

/* What a shop announced, and what a job did. */
typedef struct {
  guint changes;
  int n_changes;
  int n_reports;
  gboolean is_freed;
  gboolean is_done;
  gpointer result;
  GError *error;
} Notes;

static void
changed_cb (GrShop *shop, guint changes, gpointer data)
{
  Notes *notes = data;

  notes->changes |= changes;
  notes->n_changes++;
}

static void
test_create (ShopFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->directory, "other.granary", NULL);
  GrShop *shop = gr_shop_create (path, "Other", "JPY", gr_clock_fixed (fixture->today), &error);

  g_assert_no_error (error);
  g_assert_cmpstr (gr_shop_name (shop), ==, "Other");
  g_assert_cmpint (gr_shop_currency_digits (shop), ==, 0);
  g_assert_cmpint (gr_shop_today (shop), ==, fixture->today);
  g_assert_cmpfloat (gr_shop_service_level (shop), ==, 0.95);
  g_assert_finalize_object (shop);
  g_assert_null (gr_shop_create (path, "Again", "EUR", gr_clock_system(), &error));
  g_assert_error (error, GR_ERROR, GR_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_null (gr_shop_create ("/nowhere/x.granary", "", "EUR", gr_clock_system(), &error));
  g_assert_error (error, GR_ERROR, GR_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (gr_shop_create ("/nowhere/x.granary", "X", "euro", gr_clock_system(), &error));
  g_assert_error (error, GR_ERROR, GR_ERROR_INVALID);
}

static void
test_open_other_things (ShopFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->directory, "letter.txt", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (gr_shop_open (path, gr_clock_system(), &error));
  g_assert_error (error, GR_ERROR, GR_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_file_set_contents (path, "Dear shop, this is no shop, however long it gets to be.", -1, NULL);
  g_assert_null (gr_shop_open (path, gr_clock_system(), &error));
  g_assert_error (error, GR_ERROR, GR_ERROR_NOT_A_SHOP);
}

static void
test_settings (ShopFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  Notes notes = {0};

  g_signal_connect (fixture->shop, "changed", G_CALLBACK (changed_cb), &notes);
  g_assert_true (gr_shop_rename (fixture->shop, "Salt & Pepper", "GBP", &error));
  g_assert_cmpstr (gr_shop_name (fixture->shop), ==, "Salt & Pepper");
  g_assert_cmpstr (gr_shop_currency (fixture->shop), ==, "GBP");
  g_assert_cmpint (notes.changes & GR_NOUN_SETTINGS, !=, 0);
  g_assert_true (gr_shop_set_service_level (fixture->shop, NULL, 0.98, &error));
  g_assert_cmpfloat (gr_shop_service_level (fixture->shop), ==, 0.98);
  g_assert_false (gr_shop_set_service_level (fixture->shop, NULL, 1, &error));
  g_assert_error (error, GR_ERROR, GR_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (gr_shop_set_service_level (fixture->shop, "No such family", 0.9, &error));
  g_assert_error (error, GR_ERROR, GR_ERROR_NOT_FOUND);
  g_signal_handlers_disconnect_by_data (fixture->shop, &notes);
}

/* A shop whose currency can't be read is not opened with another one's decimals. */
static void
test_setting_unread (ShopFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (gr_shop_begin_deed (fixture->shop, "test", "Spoil", NULL));
  g_assert_true (gr_setting_store_set (gr_shop_database (fixture->shop), GR_SETTING_CURRENCY, "12", NULL));
  g_assert_true (gr_shop_end_deed (fixture->shop, TRUE, NULL, NULL));
  g_assert_null (gr_shop_open (fixture->path, gr_clock_fixed (fixture->today), &error));
  g_assert_error (error, GR_ERROR, GR_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, "“currency”"));
  g_assert_true (gr_shop_undo (fixture->shop, NULL, NULL, NULL));
  g_assert_finalize_object (fixture->shop);
  fixture->shop = gr_shop_open (fixture->path, gr_clock_fixed (fixture->today), NULL);
  g_assert_nonnull (fixture->shop);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Notes *notes = data;

  notes->result = gr_shop_run_finish (GR_SHOP (source), result, &notes->error);
  notes->is_done = TRUE;
}

static void
report_cb (const char *what, double fraction, gpointer data)
{
  Notes *notes = data;

  g_assert_false (notes->is_done);
  notes->n_reports++;
}

static void
freed_cb (gpointer data)
{
  ((Notes *) data)->is_freed = TRUE;
}

static void
run (ShopFixture *fixture, GrShopJob job, GCancellable *cancellable, Notes *notes)
{
  GrShopWork work = {job, notes, freed_cb, NULL, report_cb, notes};
  gulong handler = g_signal_connect (fixture->shop, "changed", G_CALLBACK (changed_cb), notes);

  gr_shop_run_async (fixture->shop, &work, cancellable, done_cb, notes);
  while (!notes->is_done || !notes->is_freed) /* the data go with the task, which the thread may let go last */
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
  g_signal_handler_disconnect (fixture->shop, handler);
}

static gpointer
rename_job (GrShop *shop, gpointer data, const GrProgress *progress, GError **error)
{
  if (!gr_progress_report (progress, "Renaming", 0.5, error))
    return NULL;
  return gr_shop_rename (shop, "Renamed", "EUR", error) ? GINT_TO_POINTER (7) : NULL;
}

static void
test_job (ShopFixture *fixture, gconstpointer data)
{
  Notes notes = {0};

  run (fixture, rename_job, NULL, &notes);
  g_assert_no_error (notes.error);
  g_assert_cmpint (GPOINTER_TO_INT (notes.result), ==, 7);
  g_assert_cmpint (notes.n_reports, ==, 1);
  g_assert_cmpint (notes.n_changes, ==, 1);
  g_assert_cmpstr (gr_shop_name (fixture->shop), ==, "Renamed");
}

/* Thousands of reports reach the main thread some thirty times a second. */
static gpointer
busy_job (GrShop *shop, gpointer data, const GrProgress *progress, GError **error)
{
  gint64 end = g_get_monotonic_time() + G_USEC_PER_SEC / 5;

  while (g_get_monotonic_time() < end)
    if (!gr_progress_report (progress, "Busy", -1, error))
      return NULL;
  return GINT_TO_POINTER (1);
}

static void
test_reports_are_few (ShopFixture *fixture, gconstpointer data)
{
  Notes notes = {0};

  run (fixture, busy_job, NULL, &notes);
  g_assert_no_error (notes.error);
  g_assert_cmpint (notes.n_reports, >=, 2);
  g_assert_cmpint (notes.n_reports, <=, 8);
  g_assert_cmpint (notes.n_changes, ==, 0);
}

static gpointer
endless_job (GrShop *shop, gpointer data, const GrProgress *progress, GError **error)
{
  if (!gr_shop_rename (shop, "Half done", "EUR", error))
    return NULL;
  while (gr_progress_report (progress, "Waiting", -1, error))
    g_usleep (1000);
  return NULL;
}

static gboolean
cancel_cb (gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
  return G_SOURCE_REMOVE;
}

/* What a cancelled job had done by then is in the file and announced. */
static void
test_cancel (ShopFixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new();
  Notes notes = {0};

  g_timeout_add (50, cancel_cb, cancellable);
  run (fixture, endless_job, cancellable, &notes);
  g_assert_error (notes.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (notes.result);
  g_assert_cmpint (notes.n_changes, ==, 1);
  g_assert_cmpstr (gr_shop_name (fixture->shop), ==, "Half done");
  g_clear_error (&notes.error);
}

static gpointer
failing_job (GrShop *shop, gpointer data, const GrProgress *progress, GError **error)
{
  gr_shop_rename (shop, "", "EUR", error);
  return NULL;
}

static void
test_job_fails (ShopFixture *fixture, gconstpointer data)
{
  Notes notes = {0};

  run (fixture, failing_job, NULL, &notes);
  g_assert_error (notes.error, GR_ERROR, GR_ERROR_INVALID);
  g_assert_cmpint (notes.n_changes, ==, 0);
  g_clear_error (&notes.error);
}

static void
test_notice_others (ShopFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GrShop) other = gr_shop_open (fixture->path, gr_clock_fixed (fixture->today), &error);
  g_autoptr (GPtrArray) deeds = NULL;
  Notes notes = {0};

  g_assert_no_error (error);
  g_assert_null (gr_shop_notice_others (fixture->shop));
  g_signal_connect (fixture->shop, "changed", G_CALLBACK (changed_cb), &notes);
  g_assert_null (gr_shop_notice_others (fixture->shop));
  g_assert_cmpint (notes.n_changes, ==, 0);
  g_assert_true (gr_shop_rename (other, "From outside", "EUR", &error));
  deeds = gr_shop_notice_others (fixture->shop);
  g_assert_cmpuint (deeds->len, ==, 1);
  g_assert_cmpint (notes.n_changes, ==, 1);
  g_assert_cmpstr (gr_shop_name (fixture->shop), ==, "From outside");
  g_signal_handlers_disconnect_by_data (fixture->shop, &notes);
}

static void
test_stock_view (ShopFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GrStockFilter filter = GR_STOCK_FILTER_ALL;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  GrStockTotals totals;

  filter.search = "A-3";
  ids = gr_shop_stock_ids (fixture->shop, &filter, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ids->len, ==, 1);
  rows = gr_shop_stock_rows (fixture->shop, (const gint64 *) (gconstpointer) ids->data, ids->len, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (((const GrStockRow *) rows->pdata[0])->code, ==, "A-3");
  g_assert_true (gr_shop_stock_totals (fixture->shop, &filter, &totals, &error));
  g_assert_cmpint (totals.n_items, ==, 1);
  g_assert_cmpint (totals.stock_value, ==, ((const GrStockRow *) rows->pdata[0])->value);
  g_assert_cmpint (gr_shop_find_location (fixture->shop, "Attic", &error), ==, 0);
  g_assert_error (error, GR_ERROR, GR_ERROR_NOT_FOUND);
}

#define ADD(name, func) g_test_add (name, ShopFixture, NULL, shop_fixture_set_up, func, shop_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/shop/create", test_create);
  ADD ("/shop/open-other-things", test_open_other_things);
  ADD ("/shop/settings", test_settings);
  ADD ("/shop/setting-unread", test_setting_unread);
  ADD ("/shop/job", test_job);
  ADD ("/shop/job-fails", test_job_fails);
  ADD ("/shop/reports-are-few", test_reports_are_few);
  ADD ("/shop/cancel", test_cancel);
  ADD ("/shop/notice-others", test_notice_others);
  ADD ("/shop/stock-view", test_stock_view);
  return g_test_run();
}
