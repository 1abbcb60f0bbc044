#include "forecast-words.h"
#include "shop-words.h"

#include "domain/base/error.h"
#include "shop/stock/adjust-stock.h"
#include "shop/planning/run-plan.h"
#include "shop/catalogue/save-item.h"
#include "shop/base/undo-deed.h"
#include "store/stock/location-store.h"

static void
test_every_item_is_planned (ShopFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) items = NULL;
  GrPlanOutcome outcome;

  g_assert_true (gr_shop_run_plan (fixture->shop, &outcome, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (outcome.n_items, ==, 7);
  g_assert_cmpint (outcome.n_forecasts, ==, 14);
  g_assert_cmpint (outcome.n_suggestions, >=, 2); /* are short */
  g_assert_cmpint (outcome.suggested_value, >, 0);
  g_assert_cmpint (outcome.money_at_risk, >, 0);
  items = shop_fixture_items (fixture);
  g_assert_cmpuint (items->len, ==, 7);
  for (guint i = 0; i < items->len; i++) {
    gint64 item_id = g_array_index (items, gint64, i);
    g_autoptr (GrForecastRow) weeks = shop_fixture_forecast (fixture, item_id, GR_GRAIN_WEEK);
    g_autoptr (GrForecastRow) months = shop_fixture_forecast (fixture, item_id, GR_GRAIN_MONTH);

    g_assert_true (shop_fixture_is_planned (fixture, item_id));
    g_assert_cmpint (weeks->n_points, >=, 26);
    g_assert_cmpint (months->n_points, ==, 19);
  }
  gr_plan_outcome_clear (&outcome);
}

static void
test_the_running_week_is_no_history (ShopFixture *fixture, gconstpointer data)
{
  g_autoptr (GrForecastRow) weeks = NULL;
  g_autoptr (GrForecastRow) months = NULL;

  shop_fixture_plan (fixture);
  weeks = shop_fixture_forecast (fixture, fixture->steady[0], GR_GRAIN_WEEK);
  months = shop_fixture_forecast (fixture, fixture->steady[0], GR_GRAIN_MONTH);
  /* 80 Tuesdays, the last in the running week. */
  g_assert_cmpint (weeks->n_history, ==, 79);
  g_assert_cmpint (weeks->starts_on, ==, gr_grain_start (GR_GRAIN_WEEK, fixture->today));
  g_assert_cmpint (months->starts_on, ==, gr_grain_start (GR_GRAIN_MONTH, fixture->today));
}

static void
test_forecasts_know_the_level (ShopFixture *fixture, gconstpointer data)
{
  shop_fixture_plan (fixture);
  for (int i = 0; i < 4; i++)
    g_assert_cmpfloat_with_epsilon (shop_fixture_mean (fixture, fixture->steady[i], GR_GRAIN_WEEK), 10 * (i + 1), 1.5);
}

static void
test_planning_twice_changes_nothing (ShopFixture *fixture, gconstpointer data)
{
  g_autofree char *forecasts = NULL;
  g_autofree char *plan = NULL;
  g_autofree char *forecasts_after = NULL;
  g_autofree char *plan_after = NULL;

  shop_fixture_plan (fixture);
  forecasts = shop_fixture_forecasts_text (fixture);
  plan = shop_fixture_plan_text (fixture);
  g_assert_cmpint (strlen (forecasts), >, 1000);
  g_assert_cmpint (strlen (plan), >, 1000);
  shop_fixture_plan (fixture);
  shop_fixture_replan (fixture, fixture->steady, 4);
  forecasts_after = shop_fixture_forecasts_text (fixture);
  plan_after = shop_fixture_plan_text (fixture);
  g_assert_cmpstr (forecasts_after, ==, forecasts);
  g_assert_cmpstr (plan_after, ==, plan);
}

static void
test_what_is_not_ordered_is_not_suggested (ShopFixture *fixture, gconstpointer data)
{
  const gint64 none[] = {fixture->service, fixture->ended, fixture->homemade};

  shop_fixture_plan (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (none); i++) {
    g_autoptr (GPtrArray) found = shop_fixture_suggested (fixture, none[i]);

    g_assert_cmpuint (found->len, ==, 0);
  }
  for (int i = 0; i < 3; i++) {
    g_autoptr (GPtrArray) found = shop_fixture_suggested (fixture, fixture->steady[i]);

    g_assert_cmpuint (found->len, >, 0);
    for (guint k = 0; k < found->len; k++) {
      const GrSuggestion *one = found->pdata[k];

      g_assert_cmpint (one->qty % gr_qty_from_units (12), ==, 0);
      g_assert_cmpint (one->qty, >=, gr_qty_from_units (20));
      g_assert_cmpint (one->unit_price, ==, 11111);
    }
  }
}

static void
test_a_deed_keeps_the_plan_true (ShopFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *after_deed = NULL;
  g_autofree char *after_plan = NULL;

  shop_fixture_plan (fixture);
  gr_shop_adjust_stock (fixture->shop, fixture->steady[3], shop_fixture_place (fixture, GR_PLACE_WAREHOUSE),
      gr_qty_from_units (3), "Water damage", &error);
  g_assert_no_error (error);
  after_deed = shop_fixture_plan_text (fixture);
  shop_fixture_plan (fixture);
  after_plan = shop_fixture_plan_text (fixture);
  g_assert_cmpstr (after_deed, ==, after_plan);
}

static GrQty
safety_stock (const ShopFixture *fixture, gint64 item_id)
{
  return shop_fixture_plan_line (fixture, item_id).safety_stock;
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
  after_deed = shop_fixture_plan_text (fixture);
  shop_fixture_plan (fixture);
  after_plan = shop_fixture_plan_text (fixture);
  g_assert_cmpstr (after_deed, ==, after_plan);
  g_assert_true (gr_shop_undo (fixture->shop, NULL, NULL, NULL));
  g_assert_true (gr_shop_undo (fixture->shop, NULL, NULL, NULL));
  g_assert_cmpint (safety_stock (fixture, fixture->steady[0]), ==, at_first);
}

/* By its suggestions. */
static int
lead_time (const ShopFixture *fixture, gint64 item_id)
{
  g_autoptr (GPtrArray) found = shop_fixture_suggested (fixture, item_id);
  int longest = 0;

  for (guint i = 0; i < found->len; i++) {
    const GrSuggestion *one = found->pdata[i];

    longest = MAX (longest, one->arrive_on - one->order_on);
  }
  return longest;
}

static void
test_lead_times_go_from_terms_to_supplier (ShopFixture *fixture, gconstpointer data)
{
  g_autoptr (GrSupplierItem) terms = shop_fixture_terms (fixture, fixture->steady[0]);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;

  shop_fixture_plan (fixture);
  g_assert_cmpint (lead_time (fixture, fixture->steady[0]), ==, 14); /* the mill's own */
  terms->lead_time_days = 40;
  terms->unit_price = 0;
  terms->is_preferred = TRUE;
  gr_shop_save_terms (fixture->shop, terms, &error);
  g_assert_no_error (error);
  g_assert_cmpint (lead_time (fixture, fixture->steady[0]), ==, 40);
  /* Without a price in the terms, the item's cost stands in. */
  found = shop_fixture_suggested (fixture, fixture->steady[0]);
  g_assert_cmpint (((GrSuggestion *) found->pdata[0])->unit_price, ==, 12345);
}

static void
test_without_sales_there_is_no_forecast (ShopFixture *fixture, gconstpointer data)
{
  g_autoptr (GrForecastRow) weeks = NULL;
  g_autoptr (GrForecastRow) none = NULL;
  g_autoptr (GrItem) item = gr_item_new();
  g_autoptr (GError) error = NULL;
  gint64 item_id;

  g_free (item->code);
  g_free (item->unit);
  item->code = g_strdup ("FRESH");
  item->unit = g_strdup ("pcs");
  item_id = shop_save_item (fixture->shop, item, &error);
  g_assert_no_error (error);
  shop_fixture_sell (fixture, item_id, fixture->today - 30, 4);
  shop_fixture_plan (fixture);
  weeks = shop_fixture_forecast (fixture, item_id, GR_GRAIN_WEEK);
  g_assert_nonnull (weeks);
  g_assert_cmpint (shop_fixture_n_forecasts (fixture), ==, 16);
  g_assert_true (gr_shop_undo (fixture->shop, NULL, NULL, NULL));
  shop_fixture_plan (fixture);
  none = shop_fixture_forecast (fixture, item_id, GR_GRAIN_WEEK);
  g_assert_null (none);
  g_assert_cmpint (shop_fixture_n_forecasts (fixture), ==, 14);
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
  before = shop_fixture_forecasts_text (fixture);
  g_cancellable_cancel (cancellable);
  g_assert_false (gr_shop_run_plan (fixture->shop, &outcome, &progress, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  after = shop_fixture_forecasts_text (fixture);
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
  add ("/run-plan/no-sales", test_without_sales_there_is_no_forecast);
  add ("/run-plan/lead-times", test_lead_times_go_from_terms_to_supplier);
  add ("/run-plan/service-levels", test_service_levels_go_from_item_to_family_to_shop);
  add ("/run-plan/cancel", test_cancelling_keeps_the_plan_before);
  g_test_add_func ("/run-plan/empty-shop", test_an_empty_shop_has_an_empty_plan);
  return g_test_run();
}
