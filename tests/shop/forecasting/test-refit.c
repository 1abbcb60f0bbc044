#include "forecast-words.h"

#include "shop/base/shop-private.h"
#include "shop/base/undo-deed.h"
#include "shop/forecasting/known-events.h"
#include "shop/forecasting/refit-items.h"

/* Whatever it is, one item has to be read without going through all of them, and not one thing at a time. */
static void
test_one_item_takes_few_statements (ShopFixture *fixture, gconstpointer data)
{
  GrDatabase *database = gr_shop_database (fixture->shop);
  g_autoptr (GrEvent) event = gr_event_new();
  GrPredecessorChoice before = {.item_id = fixture->steady[1], .share_percent = 80};
  guint64 n;

  shop_fixture_plan (fixture);
  event->name = g_strdup ("Fair");
  event->starts_on = fixture->today - 70;
  event->ends_before = event->starts_on + 7;
  g_assert_cmpint (gr_shop_save_event (fixture->shop, event, NULL, NULL), >, 0);
  event->starts_on = fixture->today + 14;
  event->ends_before = event->starts_on + 7;
  g_assert_cmpint (gr_shop_save_event (fixture->shop, event, NULL, NULL), >, 0);
  g_assert_true (gr_shop_set_predecessor (fixture->shop, fixture->steady[0], &before, NULL));
  shop_fixture_sell (fixture, fixture->steady[0], fixture->today - 30, 40);
  g_assert_true (gr_database_begin (database, NULL));
  n = gr_database_n_statements (database);
  g_assert_true (gr_refit_items (fixture->shop, &fixture->steady[0], 1, NULL));
  n = gr_database_n_statements (database) - n;
  g_assert_true (gr_database_commit (database, NULL));
  g_test_message ("%d statements", (int) n);
  g_assert_cmpuint (n, <=, 40);
}

static void
test_only_what_changed_is_forecast_again (ShopFixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  shop_fixture_plan (fixture);
  before = shop_fixture_forecasts_text (fixture);
  shop_fixture_mark_forecasts (fixture);
  shop_fixture_sell (fixture, fixture->steady[0], fixture->today - 14, 30);
  shop_fixture_plan (fixture);
  g_assert_false (shop_fixture_is_marked (fixture, fixture->steady[0]));
  g_assert_true (shop_fixture_is_marked (fixture, fixture->steady[1]));
  /* A sale of the running week changes no history. */
  shop_fixture_mark_forecasts (fixture);
  shop_fixture_sell (fixture, fixture->steady[0], fixture->today, 1);
  shop_fixture_plan (fixture);
  g_assert_true (shop_fixture_is_marked (fixture, fixture->steady[0]));
  /* And what is taken back is forecast as it was. */
  g_assert_true (gr_shop_undo (fixture->shop, NULL, NULL, NULL));
  g_assert_true (gr_shop_undo (fixture->shop, NULL, NULL, NULL));
  shop_fixture_forget_forecasts (fixture);
  shop_fixture_plan (fixture);
  after = shop_fixture_forecasts_text (fixture);
  g_assert_cmpstr (before, ==, after);
}

/* Three weeks after the plan the sales of those weeks are brought in: they are history of the items that were sold,
 * whose forecasts still end where the plan has them end. Taken back, they never were. */
static void
test_weeks_since_the_plan_are_history (ShopFixture *fixture, gconstpointer data)
{
  gint64 item_id = fixture->steady[0];
  GrDate planned_on = fixture->today;
  g_autofree char *planned = NULL;
  g_autofree char *taken_back = NULL;
  double mean;

  shop_fixture_plan (fixture);
  planned = shop_fixture_forecasts_text (fixture);
  mean = shop_fixture_mean (fixture, item_id, GR_GRAIN_WEEK);
  shop_fixture_go_to (fixture, planned_on + 21);
  for (int week = 0; week < 3; week++)
    shop_fixture_sell (fixture, item_id, planned_on + 5 + 7 * week, 40);
  for (int grain = 0; grain < 2; grain++) {
    g_autoptr (GrForecastRow) now = shop_fixture_forecast (fixture, item_id, grain);
    g_autoptr (GrForecastRow) other = shop_fixture_forecast (fixture, fixture->steady[1], grain);

    g_assert_cmpint (now->starts_on, ==, gr_grain_start (grain, fixture->today));
    g_assert_cmpint (other->starts_on, ==, gr_grain_start (grain, planned_on));
    g_assert_cmpint (gr_grain_add (grain, now->starts_on, now->n_points), ==,
        gr_grain_add (grain, other->starts_on, other->n_points));
  }
  g_assert_cmpfloat (shop_fixture_mean (fixture, item_id, GR_GRAIN_WEEK), >, mean * 1.5);
  for (int week = 0; week < 3; week++)
    g_assert_true (gr_shop_undo (fixture->shop, NULL, NULL, NULL));
  taken_back = shop_fixture_forecasts_text (fixture);
  g_assert_cmpstr (taken_back, ==, planned);
}

/* Of a plan that is older than it reaches, nothing is left to keep to. */
static void
test_an_old_plan_is_outlived (ShopFixture *fixture, gconstpointer data)
{
  g_autoptr (GrForecastRow) weeks = NULL;

  shop_fixture_plan (fixture);
  shop_fixture_go_to (fixture, fixture->today + 300);
  shop_fixture_sell (fixture, fixture->steady[0], fixture->today - 1, 10);
  weeks = shop_fixture_forecast (fixture, fixture->steady[0], GR_GRAIN_WEEK);
  g_assert_cmpint (weeks->starts_on, ==, gr_grain_start (GR_GRAIN_WEEK, fixture->today));
  g_assert_cmpint (weeks->n_points, >=, 26);
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
  add ("/refit/few-statements", test_one_item_takes_few_statements);
  add ("/refit/only-changes", test_only_what_changed_is_forecast_again);
  add ("/refit/weeks-since", test_weeks_since_the_plan_are_history);
  add ("/refit/outlived", test_an_old_plan_is_outlived);
  return g_test_run();
}
