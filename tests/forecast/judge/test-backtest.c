#include "fixture-series.h"

#include "forecast/judge/backtest.h"

#include <math.h>

static GrBacktest
run (const double *values, gsize n, int period, int horizon, int n_origins)
{
  GrSeries series = {.values = values, .n = n, .period = period};
  GrForecastOptions options = {.horizon = horizon, .is_sales = TRUE};
  GrBacktest backtest;

  gr_backtest_run (&backtest, &series, &options, n_origins);
  return backtest;
}

static void
test_a_constant_is_never_missed (void)
{
  double y[30];
  GrBacktest backtest;

  for (int i = 0; i < 30; i++)
    y[i] = 12;
  backtest = run (y, 30, 12, 3, 6);
  g_assert_cmpint (backtest.n_origins, ==, 6);
  g_assert_cmpfloat_with_epsilon (backtest.wape, 0, 1e-6);
  g_assert_cmpfloat_with_epsilon (backtest.bias, 0, 1e-6);
}

static void
test_a_season_is_worth_its_value (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (8);
  double y[72];
  GrBacktest backtest;

  for (int i = 0; i < 72; i++)
    y[i] = (100 + i) * (i % 12 < 6 ? 0.7 : 1.3) * g_rand_double_range (random, 0.9, 1.1);
  backtest = run (y, 72, 12, 6, 12);
  g_assert_cmpfloat (backtest.wape, <, 0.1);
  g_assert_cmpfloat (backtest.value_added, >, 0);
  g_assert_cmpfloat_with_epsilon (backtest.value_added, backtest.naive_wape - backtest.wape, 1e-12);
  g_assert_cmpfloat (backtest.coverage95, >, 0.8);
  g_assert_cmpfloat (backtest.coverage80, <=, backtest.coverage95);
  g_assert_cmpfloat (fabs (backtest.tracking_signal), <, 10);
}

/* What happens after an origin does not touch the forecasts made before. */
static void
test_the_future_is_not_looked_at (void)
{
  g_autoptr (GPtrArray) all = fixture_series_load();
  const FixtureSeries *series = g_ptr_array_index (all, all->len - 1);
  GrBacktest whole = run (series->values, (gsize) series->n, series->period, 1, 1);
  double other = series->values[series->n - 1] * 2;
  double error = whole.wape * series->values[series->n - 1];
  GrBacktest changed;

  series->values[series->n - 1] = other;
  changed = run (series->values, (gsize) series->n, series->period, 1, 1);
  g_assert_cmpfloat_with_epsilon (
      fabs (other - changed.wape * other), fabs (other / 2 + (whole.bias > 0 ? error : -error)), 1e-6 * other);
}

static void
test_too_little_to_say (void)
{
  const double y[] = {1, 2, NAN, 4, NAN};
  GrBacktest backtest = run (y, 3, 12, 2, 6);

  g_assert_cmpint (backtest.n_origins, ==, 0);
  g_assert_true (isnan (backtest.wape) && isnan (backtest.coverage95));
  backtest = run (y, 5, 12, 2, 6);
  g_assert_cmpint (backtest.n_origins, ==, 1);
  g_assert_true (isnan (backtest.wape));
  backtest = run (NULL, 0, 12, 2, 6);
  g_assert_cmpint (backtest.n_origins, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/backtest/constant", test_a_constant_is_never_missed);
  g_test_add_func ("/backtest/season", test_a_season_is_worth_its_value);
  g_test_add_func ("/backtest/future", test_the_future_is_not_looked_at);
  g_test_add_func ("/backtest/short", test_too_little_to_say);
  return g_test_run();
}
