#include "fixture.h"

#include "store/plans/forecast-store.h"
#include "store/stock/ledger-history.h"
#include "store/stock/location-store.h"

#include <math.h>

#define N 5

static gint64
add_item (Fixture *fixture, const char *code)
{
  gint64 item_id;

  fixture_begin (fixture, "Item");
  item_id = fixture_add_item (fixture, code, "Apples");
  fixture_finish (fixture);
  return item_id;
}

static void
save (Fixture *fixture, gint64 item_id, GrGrain grain, double level)
{
  GrForecastPoint points[N];
  GrForecastRow row = {
      .item_id = item_id,
      .grain = grain,
      .starts_on = gr_date_from_ymd (2026, 6, 1), /* a Monday */
      .method = (char *) "theta",
      .error_sd = 1.5,
      .bias = -0.25,
      .wape = NAN,
      .naive_wape = 0.5,
      .n_history = 30,
      .fingerprint = G_MININT64 + (gint64) level,
      .n_points = N,
      .points = points,
  };
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < N; i++)
    points[i] = (GrForecastPoint){level + i, level - 1, level + 1, level - 2, level + 2, level / 2, i + 0.5};
  gr_database_begin (fixture->database, &error);
  gr_forecast_store_save (fixture->database, &row, &error);
  gr_database_commit (fixture->database, &error);
  g_assert_no_error (error);
}

static void
assert_level (const GrForecastRow *row, double level)
{
  g_assert_cmpint (row->n_points, ==, N);
  g_assert_cmpint (row->starts_on, ==, gr_date_from_ymd (2026, 6, 1));
  g_assert_cmpstr (row->method, ==, "theta");
  g_assert_true (isnan (row->wape));
  g_assert_cmpfloat (row->naive_wape, ==, 0.5);
  g_assert_cmpint (row->fingerprint, ==, G_MININT64 + (gint64) level);
  for (int i = 0; i < N; i++) {
    g_assert_cmpfloat (row->points[i].mean, ==, level + i);
    g_assert_cmpfloat (row->points[i].hi95, ==, level + 2);
    g_assert_cmpfloat (row->points[i].cumulative_sd, ==, i + 0.5);
  }
}

static void
test_a_forecast_comes_back (Fixture *fixture, gconstpointer data)
{
  gint64 item_id = add_item (fixture, "A");
  g_autoptr (GrForecastRow) week = NULL;
  g_autoptr (GrForecastRow) month = NULL;

  save (fixture, item_id, GR_GRAIN_WEEK, 10);
  save (fixture, item_id, GR_GRAIN_WEEK, 20); /* takes the place of the one before */
  g_assert_true (gr_forecast_store_find (fixture->database, item_id, GR_GRAIN_WEEK, &week, NULL));
  assert_level (week, 20);
  g_assert_true (gr_forecast_store_find (fixture->database, item_id, GR_GRAIN_MONTH, &month, NULL));
  g_assert_null (month);
}

static gboolean
sum_levels_cb (const GrForecastRow *row, gpointer data)
{
  double *sum = data;

  g_assert_cmpint (row->n_points, ==, N);
  *sum = *sum * 100 + row->points[0].mean;
  return TRUE;
}

static void
test_all_come_in_order (Fixture *fixture, gconstpointer data)
{
  gint64 items[3];
  double weeks = 0, months = 0;
  g_autoptr (GrItemSet) all = gr_item_set_new_all();
  g_autoptr (GrItemSet) two = NULL;

  for (int i = 0; i < 3; i++) {
    g_autofree char *code = g_strdup_printf ("I-%d", i);

    items[i] = add_item (fixture, code);
  }
  for (int i = 2; i >= 0; i--) {
    save (fixture, items[i], GR_GRAIN_WEEK, 11 + i);
    save (fixture, items[i], GR_GRAIN_MONTH, 21 + i);
  }
  g_assert_true (gr_forecast_store_each (fixture->database, all, GR_GRAIN_WEEK, sum_levels_cb, &weeks, NULL));
  g_assert_true (gr_forecast_store_each (fixture->database, all, GR_GRAIN_MONTH, sum_levels_cb, &months, NULL));
  g_assert_cmpfloat (weeks, ==, 111213);
  g_assert_cmpfloat (months, ==, 212223);
  gr_database_begin (fixture->database, NULL);
  g_assert_true (gr_forecast_store_delete (fixture->database, items[1], NULL));
  gr_database_commit (fixture->database, NULL);
  two = gr_item_set_new ((const gint64[]){items[2], items[0], items[2]}, 3);
  months = 0;
  g_assert_true (gr_forecast_store_each (fixture->database, two, GR_GRAIN_MONTH, sum_levels_cb, &months, NULL));
  g_assert_cmpfloat (months, ==, 2123);
  weeks = 0;
  g_assert_true (gr_forecast_store_each (fixture->database, all, GR_GRAIN_WEEK, sum_levels_cb, &weeks, NULL));
  g_assert_cmpfloat (weeks, ==, 1113);
}

static gboolean
add_change_cb (const GrLedgerDay *day, gpointer data)
{
  GString *text = data;

  g_string_append_printf (
      text, "%d:%d(%d) ", day->day, (int) (day->change / GR_QTY_ONE), (int) (day->sold / GR_QTY_ONE));
  return TRUE;
}

static void
test_days_of_one_item (Fixture *fixture, gconstpointer data)
{
  gint64 first = add_item (fixture, "A"), second = add_item (fixture, "B");
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GrItemSet) one = gr_item_set_new_one (first);

  fixture_begin (fixture, "Count");
  fixture_count (fixture, first, GR_PLACE_SHOP, 20, 100);
  fixture_count (fixture, second, GR_PLACE_SHOP, 50, 100);
  fixture_finish (fixture);
  fixture_begin (fixture, "Sales");
  fixture_sell (fixture, first, 3, 101, "1");
  fixture_sell (fixture, first, 4, 101, "2");
  fixture_sell (fixture, second, 5, 102, "3");
  fixture_sell (fixture, first, 1, 103, "4");
  fixture_finish (fixture);
  fixture_begin (fixture, "Count");
  fixture_count (fixture, first, GR_PLACE_SHOP, 17, 105);
  fixture_finish (fixture);
  fixture_begin (fixture, "Sales");
  fixture_sell (fixture, first, 5, 105, "5"); /* five were found */
  fixture_sell (fixture, first, -2, 106, "6");
  fixture_finish (fixture);
  g_assert_true (
      gr_ledger_history_each_day (fixture->database, one, 101, add_change_cb, text, NULL)); /* newest first */
  g_assert_cmpstr (text->str, ==, "106:2(0) 105:0(-5) 103:-1(-1) 101:-7(-7) ");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/forecast-store/back", Fixture, NULL, fixture_set_up, test_a_forecast_comes_back, fixture_tear_down);
  g_test_add ("/forecast-store/order", Fixture, NULL, fixture_set_up, test_all_come_in_order, fixture_tear_down);
  g_test_add ("/ledger-history/days-of-item", Fixture, NULL, fixture_set_up, test_days_of_one_item, fixture_tear_down);
  return g_test_run();
}
