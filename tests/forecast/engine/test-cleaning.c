#include "forecast/engine/cleaning.h"
#include "forecast/engine/forecast.h"

#include <math.h>

static void
fill (double *y, int n)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (12);

  for (int i = 0; i < n; i++)
    y[i] = (100 + i) * (i % 12 == 11 ? 2 : 0.9) * g_rand_double_range (random, 0.95, 1.05);
}

static void
test_what_stands_out_is_found (void)
{
  double y[60];
  g_autoptr (GrCleaning) clean = NULL;
  g_autoptr (GrCleaning) odd = NULL;

  fill (y, 60);
  clean = gr_cleaning_new (y, 60, 12);
  g_assert_cmpint (clean->n_outliers, ==, 0); /* every December is high, and none of them odd */
  y[30] = 900;
  y[40] = 0;
  odd = gr_cleaning_new (y, 60, 12);
  g_assert_true (odd->is_outlier[30] && odd->is_outlier[40]);
  g_assert_cmpint (odd->n_outliers, ==, 2);
  g_assert_cmpfloat (odd->high[30], <, 250);
  g_assert_cmpfloat (odd->low[40], >, 50);
}

static void
test_a_new_level_is_no_outlier (void)
{
  double y[40];
  g_autoptr (GrCleaning) cleaning = NULL;

  for (int i = 0; i < 40; i++)
    y[i] = i < 25 ? 50 + i % 3 : 200 + i % 3;
  cleaning = gr_cleaning_new (y, 40, 1);
  g_assert_cmpint (cleaning->n_outliers, <=, 2);
  g_assert_false (cleaning->is_outlier[30] || cleaning->is_outlier[39]);
}

static void
test_short_and_constant_series_have_none (void)
{
  double y[20];

  for (int i = 0; i < 20; i++)
    y[i] = 5;
  for (int n = 0; n <= 20; n += 4) {
    g_autoptr (GrCleaning) cleaning = gr_cleaning_new (y, n, 12);

    g_assert_cmpint (cleaning->n_outliers, ==, 0);
  }
}

static void
test_capping_is_asked_for_and_told (void)
{
  double y[60];
  GrSeries series = {.values = y, .n = 60, .period = 12};
  GrForecastOptions options = {.horizon = 6, .is_sales = TRUE};
  g_autoptr (GrForecast) plain = NULL;
  g_autoptr (GrForecast) as_it_is = NULL;
  g_autoptr (GrForecast) capped = NULL;
  double error = 0, capped_error = 0;

  fill (y, 60);
  plain = gr_forecast_new (&series, &options);
  y[50] = 3000;
  as_it_is = gr_forecast_new (&series, &options);
  options.caps_outliers = TRUE;
  capped = gr_forecast_new (&series, &options);
  g_assert_cmpint (as_it_is->n_capped, ==, 0);
  g_assert_cmpint (capped->n_capped, ==, 1);
  for (int h = 0; h < 6; h++) {
    error += fabs (as_it_is->mean[h] - plain->mean[h]);
    capped_error += fabs (capped->mean[h] - plain->mean[h]);
  }
  g_assert_cmpfloat (capped_error, <, error / 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cleaning/found", test_what_stands_out_is_found);
  g_test_add_func ("/cleaning/level", test_a_new_level_is_no_outlier);
  g_test_add_func ("/cleaning/none", test_short_and_constant_series_have_none);
  g_test_add_func ("/cleaning/capped", test_capping_is_asked_for_and_told);
  return g_test_run();
}
