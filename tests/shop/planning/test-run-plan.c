#include "shop-fixture.h"

#include "domain/base/error.h"
#include "shop/stock/adjust-stock.h"
#include "shop/planning/run-plan.h"
#include "shop/catalogue/save-item.h"
#include "shop/base/undo-deed.h"
#include "store/stock/location-store.h"

/* All that a plan consists of but when it was made. */
#define ALL_FORECASTS                                                                                                  \
  "SELECT * FROM forecast JOIN forecast_point USING (item_id, grain) ORDER BY 1, 2, forecast_point.starts_on"
#define ALL_LINES  "SELECT * FROM plan_line ORDER BY item_id"
#define ALL_ORDERS "SELECT * FROM plan_suggestion ORDER BY item_id, step"

static void
test_every_item_is_planned (ShopFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GrPlanOutcome outcome;

  g_assert_true (gr_shop_run_plan (fixture->shop, &outcome, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (outcome.n_items, ==, 7);
  g_assert_cmpint (outcome.n_forecasts, ==, 14);
  g_assert_cmpint (outcome.n_suggestions, >=, 2); /* are short */
  g_assert_cmpint (outcome.suggested_value, >, 0);
  g_assert_cmpint (outcome.money_at_risk, >, 0);
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT count (*) FROM plan_line"), ==, 7);
  g_assert_cmpint (
      shop_fixture_number (fixture, "SELECT count (*) FROM forecast_point WHERE grain = 'month'"), ==, 7 * 19);
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT min (n) FROM (SELECT count (*) AS n FROM forecast_point "
                                                 "WHERE grain = 'week' GROUP BY item_id)"),
      ==, 26);
  gr_plan_outcome_clear (&outcome);
}

static void
test_the_running_week_is_no_history (ShopFixture *fixture, gconstpointer data)
{
  g_autofree char *starts = NULL;

  shop_fixture_plan (fixture);
  /* 80 Tuesdays, the last in the running week. */
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT max (n_history) FROM forecast WHERE grain = 'week'"), ==, 79);
  starts = shop_fixture_dump (fixture, "SELECT DISTINCT starts_on FROM forecast WHERE grain = 'week'");
  g_assert_cmpint (g_ascii_strtoll (starts, NULL, 10), ==, gr_grain_start (GR_GRAIN_WEEK, fixture->today));
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT min (starts_on) FROM forecast WHERE grain = 'month'"), ==,
      gr_grain_start (GR_GRAIN_MONTH, fixture->today));
}

static void
test_forecasts_know_the_level (ShopFixture *fixture, gconstpointer data)
{
  shop_fixture_plan (fixture);
  for (int i = 0; i < 4; i++) {
    g_autofree char *sql = g_strdup_printf (
        "SELECT cast (avg (mean) + 0.5 AS INTEGER) FROM forecast_point WHERE grain = 'week' AND item_id = %d",
        (int) fixture->steady[i]);

    g_assert_cmpint (ABS (shop_fixture_number (fixture, sql) - 10 * (i + 1)), <=, 1);
  }
}

static void
test_planning_twice_changes_nothing (ShopFixture *fixture, gconstpointer data)
{
  const char *const all[] = {ALL_FORECASTS, ALL_LINES, ALL_ORDERS};
  char *before[3];

  shop_fixture_plan (fixture);
  for (int i = 0; i < 3; i++)
    before[i] = shop_fixture_dump (fixture, all[i]);
  shop_fixture_plan (fixture);
  gr_shop_replan_items (fixture->shop, fixture->steady, 4, NULL);
  for (int i = 0; i < 3; i++) {
    g_autofree char *after = shop_fixture_dump (fixture, all[i]);

    g_assert_cmpint (strlen (after), >, 100);
    g_assert_cmpstr (after, ==, before[i]);
    g_free (before[i]);
  }
}

static void
test_what_is_not_ordered_is_not_suggested (ShopFixture *fixture, gconstpointer data)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM plan_suggestion WHERE item_id IN (%d, %d, %d)",
      (int) fixture->service, (int) fixture->ended, (int) fixture->homemade);

  shop_fixture_plan (fixture);
  g_assert_cmpint (shop_fixture_number (fixture, sql), ==, 0);
  g_assert_cmpint (
      shop_fixture_number (fixture, "SELECT count (*) FROM plan_suggestion WHERE qty % 12000 <> 0"), ==, 0);
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT count (*) FROM plan_suggestion WHERE qty < 20000"), ==, 0);
  g_assert_cmpint (
      shop_fixture_number (fixture, "SELECT count (*) FROM plan_suggestion WHERE unit_price <> 11111"), ==, 0);
}

static void
test_a_deed_keeps_the_plan_true (ShopFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *after_deed = NULL;
  g_autofree char *after_plan = NULL;

  shop_fixture_plan (fixture);
  gr_shop_adjust_stock (
      fixture->shop, fixture->steady[3], GR_LOCATION_WAREHOUSE, gr_qty_from_units (3), "Water damage", &error);
  g_assert_no_error (error);
  after_deed = shop_fixture_dump (fixture, ALL_LINES);
  shop_fixture_plan (fixture);
  after_plan = shop_fixture_dump (fixture, ALL_LINES);
  g_assert_cmpstr (after_deed, ==, after_plan);
}

static GrQty
safety_stock (const ShopFixture *fixture, gint64 item_id)
{
  g_autofree char *sql = g_strdup_printf ("SELECT safety_stock FROM plan_line WHERE item_id = %d", (int) item_id);

  return shop_fixture_number (fixture, sql);
}

static void
test_service_levels_go_from_item_to_family_to_shop (ShopFixture *fixture, gconstpointer data)
{
  GrQty at_first, by_family;
  g_autofree char *after_deed = NULL;
  g_autofree char *after_plan = NULL;

  shop_fixture_plan (fixture);
  at_first = safety_stock (fixture, fixture->steady[0]);
  g_assert_cmpint (at_first, >, 0);
  g_assert_true (gr_shop_set_service_level (fixture->shop, "Milk", 0.99, NULL));
  by_family = safety_stock (fixture, fixture->steady[0]);
  g_assert_cmpint (by_family, >, at_first);
  g_assert_true (gr_shop_set_service_level (fixture->shop, NULL, 0.8, NULL));
  g_assert_cmpint (safety_stock (fixture, fixture->steady[0]), ==, by_family);
  after_deed = shop_fixture_dump (fixture, ALL_LINES);
  shop_fixture_plan (fixture);
  after_plan = shop_fixture_dump (fixture, ALL_LINES);
  g_assert_cmpstr (after_deed, ==, after_plan);
  g_assert_true (gr_shop_undo (fixture->shop, NULL, NULL, NULL));
  g_assert_true (gr_shop_undo (fixture->shop, NULL, NULL, NULL));
  g_assert_cmpint (safety_stock (fixture, fixture->steady[0]), ==, at_first);
}

static void
test_lead_times_go_from_terms_to_supplier (ShopFixture *fixture, gconstpointer data)
{
  g_autoptr (GrSupplierItem) terms = gr_supplier_item_new();
  g_autoptr (GError) error = NULL;
  g_autofree char *sql = g_strdup_printf (
      "SELECT max (arrive_on - order_on) FROM plan_suggestion WHERE item_id = %d", (int) fixture->steady[0]);

  shop_fixture_plan (fixture);
  g_assert_cmpint (shop_fixture_number (fixture, sql), ==, 14); /* the mill's own */
  terms->item_id = fixture->steady[0];
  terms->supplier_id = fixture->mill;
  terms->lead_time_days = 40;
  terms->is_preferred = TRUE;
  gr_shop_save_terms (fixture->shop, terms, &error);
  g_assert_no_error (error);
  g_assert_cmpint (shop_fixture_number (fixture, sql), ==, 40);
  /* Without a price in the terms, the item's cost stands in. */
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT max (unit_price) FROM plan_suggestion"), ==, 12345);
}

static gint64
marks_of (const ShopFixture *fixture, gint64 item_id)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT count (*) FROM forecast_point WHERE naive = 777 AND item_id = %d", (int) item_id);

  return shop_fixture_number (fixture, sql);
}

static void
test_only_what_changed_is_forecast_again (ShopFixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  shop_fixture_plan (fixture);
  before = shop_fixture_dump (fixture, ALL_FORECASTS);
  shop_fixture_run_sql (fixture, "UPDATE forecast_point SET naive = 777");
  shop_fixture_sell (fixture, fixture->steady[0], fixture->today - 14, 30);
  shop_fixture_plan (fixture);
  g_assert_cmpint (marks_of (fixture, fixture->steady[0]), ==, 0);
  g_assert_cmpint (marks_of (fixture, fixture->steady[1]), ==, 26 + 19);
  /* A sale of the running week changes no history. */
  shop_fixture_run_sql (fixture, "UPDATE forecast_point SET naive = 777");
  shop_fixture_sell (fixture, fixture->steady[0], fixture->today, 1);
  shop_fixture_plan (fixture);
  g_assert_cmpint (marks_of (fixture, fixture->steady[0]), ==, 26 + 19);
  /* And what is taken back is forecast as it was. */
  g_assert_true (gr_shop_undo (fixture->shop, NULL, NULL, NULL));
  g_assert_true (gr_shop_undo (fixture->shop, NULL, NULL, NULL));
  shop_fixture_run_sql (fixture, "UPDATE forecast SET fingerprint = 0");
  shop_fixture_plan (fixture);
  after = shop_fixture_dump (fixture, ALL_FORECASTS);
  g_assert_cmpstr (before, ==, after);
}

static void
test_without_sales_there_is_no_forecast (ShopFixture *fixture, gconstpointer data)
{
  g_autofree char *sql = NULL;
  g_autoptr (GrItem) item = gr_item_new();
  g_autoptr (GError) error = NULL;
  gint64 item_id;

  g_free (item->code);
  g_free (item->unit);
  item->code = g_strdup ("FRESH");
  item->unit = g_strdup ("pcs");
  item_id = gr_shop_save_item (fixture->shop, item, &error);
  g_assert_no_error (error);
  shop_fixture_sell (fixture, item_id, fixture->today - 30, 4);
  shop_fixture_plan (fixture);
  sql = g_strdup_printf ("SELECT count (*) FROM forecast WHERE item_id = %d", (int) item_id);
  g_assert_cmpint (shop_fixture_number (fixture, sql), ==, 2);
  g_assert_true (gr_shop_undo (fixture->shop, NULL, NULL, NULL));
  shop_fixture_plan (fixture);
  g_assert_cmpint (shop_fixture_number (fixture, sql), ==, 0);
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT count (*) FROM forecast"), ==, 14);
}

static void
test_cancelling_keeps_the_plan_before (ShopFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new();
  GrProgress progress = {.cancellable = cancellable};
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  GrPlanOutcome outcome;

  shop_fixture_plan (fixture);
  before = shop_fixture_dump (fixture, ALL_FORECASTS);
  g_cancellable_cancel (cancellable);
  g_assert_false (gr_shop_run_plan (fixture->shop, &outcome, &progress, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  after = shop_fixture_dump (fixture, ALL_FORECASTS);
  g_assert_cmpstr (before, ==, after);
}

static void
test_an_empty_shop_has_an_empty_plan (void)
{
  g_autofree char *directory = g_dir_make_tmp ("granary-empty-XXXXXX", NULL);
  ShopFixture fixture = {.directory = g_strdup (directory)};
  GrPlanOutcome outcome;

  fixture.path = g_build_filename (directory, "shop.granary", NULL);
  fixture.shop = gr_shop_create (fixture.path, "Empty", "EUR", gr_clock_fixed (gr_date_from_ymd (2026, 4, 2)), NULL);
  g_assert_true (gr_shop_run_plan (fixture.shop, &outcome, NULL, NULL));
  g_assert_cmpint (outcome.n_items, ==, 0);
  g_assert_nonnull (outcome.sentence);
  gr_plan_outcome_clear (&outcome);
  shop_fixture_tear_down (&fixture, NULL);
}

static void
add (const char *path, void (*test) (ShopFixture *, gconstpointer))
{
  g_test_add (path, ShopFixture, NULL, shop_fixture_set_up, test, shop_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/run-plan/every-item", test_every_item_is_planned);
  add ("/run-plan/running-week", test_the_running_week_is_no_history);
  add ("/run-plan/level", test_forecasts_know_the_level);
  add ("/run-plan/twice", test_planning_twice_changes_nothing);
  add ("/run-plan/not-suggested", test_what_is_not_ordered_is_not_suggested);
  add ("/run-plan/deed-keeps-it-true", test_a_deed_keeps_the_plan_true);
  add ("/run-plan/only-changes", test_only_what_changed_is_forecast_again);
  add ("/run-plan/no-sales", test_without_sales_there_is_no_forecast);
  add ("/run-plan/lead-times", test_lead_times_go_from_terms_to_supplier);
  add ("/run-plan/service-levels", test_service_levels_go_from_item_to_family_to_shop);
  add ("/run-plan/cancel", test_cancelling_keeps_the_plan_before);
  g_test_add_func ("/run-plan/empty-shop", test_an_empty_shop_has_an_empty_plan);
  return g_test_run();
}
