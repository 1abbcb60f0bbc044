#include "fixture-series.h"

#include "forecast/judge/accuracy.h"
#include "forecast/engine/forecast.h"
#include "forecast/engine/quantile.h"

#include <math.h>

static void
test_quantiles_are_student_s (void)
{
  /* t with 8 degrees of freedom: 2.306 and 1.3968, brought to unit variance */
  g_assert_cmpfloat_with_epsilon (gr_quantile_of_error (0.975), 2.306004 * sqrt (0.75), 1e-5);
  g_assert_cmpfloat_with_epsilon (gr_quantile_of_error (0.1), -1.396815 * sqrt (0.75), 1e-5);
  g_assert_cmpfloat (gr_quantile_of_error (0.5), <, 1e-9);
  for (double p = 0.01; p < 0.99; p += 0.01)
    g_assert_cmpfloat (gr_quantile_of_error (p), <, gr_quantile_of_error (p + 0.01));
  g_assert_true (isfinite (gr_quantile_of_error (0)) && isfinite (gr_quantile_of_error (1)));
  g_assert_true (isfinite (gr_quantile_of_error (NAN)));
}

static void
test_quantiles_of_sales_are_skewed_where_sales_are_unsteady (void)
{
  /* steady: symmetric; unsteady: a higher tail, and nothing below 0 */
  g_assert_cmpfloat_with_epsilon (gr_quantile_of_sales (100, 20, 0.9), 100 + 20 * gr_quantile_of_error (0.9), 1e-9);
  g_assert_cmpfloat_with_epsilon (gr_quantile_of_sales (100, 20, 0.5), 100, 1e-9);
  g_assert_cmpfloat (gr_quantile_of_sales (10, 20, 0.5), <, 10);
  g_assert_cmpfloat (gr_quantile_of_sales (10, 20, 0.995), >, 10 + 20 * gr_quantile_of_error (0.995));
  g_assert_cmpfloat (gr_quantile_of_sales (10, 20, 0.01), ==, 0);
  g_assert_cmpfloat (gr_quantile_of_sales (0, 0, 0.99), ==, 0);
  g_assert_cmpfloat (gr_quantile_of_sales (1.7e308, 1e290, 0.9), >=, 1.7e308);
  g_assert_true (isfinite (gr_quantile_of_sales (1e-300, 1e300, 0.975)));
  for (double sd = 1; sd < 1000; sd *= 2) {
    g_assert_cmpfloat (gr_quantile_of_sales (10, sd, 0.9), >=, 10);
    for (double p = 0.02; p < 0.98; p += 0.02)
      g_assert_cmpfloat (gr_quantile_of_sales (10, sd, p), <=, gr_quantile_of_sales (10, sd, p + 0.02));
  }
}

static GrForecast *
run (const double *values, int n, int period, int horizon)
{
  GrSeries series = {.values = values, .n = (gsize) n, .period = period};
  GrForecastOptions options = {.method = GR_METHOD_AUTOMATIC, .horizon = horizon};

  return gr_forecast_new (&series, &options);
}

/* The default and its intervals on thirty competition series: no worse than R's figures for the whole of M3. */
static void
test_sample_of_m3 (void)
{
  g_autoptr (GPtrArray) all = fixture_series_load();
  double smape = 0, mase = 0, covered = 0, points = 0;

  for (guint i = 0; i < all->len; i++) {
    const FixtureSeries *series = g_ptr_array_index (all, i);
    g_autoptr (GrForecast) forecast = run (series->values, series->n, series->period, series->h);

    smape += gr_accuracy_smape (series->test, forecast->mean, series->h) * series->h;
    mase += gr_accuracy_mae (series->test, forecast->mean, series->h) /
            gr_accuracy_naive_mae (series->values, series->n, series->period) * series->h;
    covered += gr_accuracy_coverage (series->test, forecast->lo95, forecast->hi95, series->h) * series->h;
    points += series->h;
  }
  g_test_message ("sMAPE %.2f, MASE %.3f, coverage %.3f", smape / points, mase / points, covered / points);
  g_assert_cmpfloat (smape / points, <, 13.5);
  g_assert_cmpfloat (mase / points, <, 1.2);
  g_assert_cmpfloat (covered / points, >, 0.88);
}

static void
test_noise_is_covered_as_promised (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (6);
  int inside80 = 0, inside95 = 0, points = 0;

  for (int round = 0; round < 150; round++) {
    double y[46];

    for (int i = 0; i < 46; i++)
      y[i] = 100 + 8 * (g_rand_double (random) + g_rand_double (random) + g_rand_double (random) - 1.5);
    {
      g_autoptr (GrForecast) forecast = run (y, 40, 1, 6);

      for (int h = 0; h < 6; h++, points++) {
        inside80 += y[40 + h] >= forecast->lo80[h] && y[40 + h] <= forecast->hi80[h];
        inside95 += y[40 + h] >= forecast->lo95[h] && y[40 + h] <= forecast->hi95[h];
      }
    }
  }
  g_assert_cmpfloat ((double) inside80 / points, >, 0.74);
  g_assert_cmpfloat ((double) inside80 / points, <, 0.88);
  g_assert_cmpfloat ((double) inside95 / points, >, 0.92);
  g_assert_cmpfloat ((double) inside95 / points, <, 0.99);
}

static void
test_quantile_function_is_the_bounds (void)
{
  g_autoptr (GPtrArray) all = fixture_series_load();
  const FixtureSeries *series = g_ptr_array_index (all, all->len - 1);
  g_autoptr (GrForecast) forecast = run (series->values, series->n, series->period, 6);

  for (int h = 0; h < 6; h++) {
    g_assert_cmpfloat_with_epsilon (gr_forecast_quantile (forecast, h, 0.975), forecast->hi95[h], 1e-6);
    g_assert_cmpfloat_with_epsilon (gr_forecast_quantile (forecast, h, 0.1), forecast->lo80[h], 1e-6);
    g_assert_cmpfloat_with_epsilon (gr_forecast_quantile (forecast, h, 0.5), forecast->mean[h], 1e-6);
  }
}

static void
test_sums_over_a_protection_period (void)
{
  double y[60];
  g_autoptr (GrForecast) forecast = NULL;
  double half, two, beyond;

  for (int i = 0; i < 60; i++)
    y[i] = 10 + (i * 7) % 5;
  forecast = run (y, 60, 1, 4);
  half = gr_forecast_cumulative_quantile (forecast, 0.5, 0.5);
  two = gr_forecast_cumulative_quantile (forecast, 2, 0.5);
  beyond = gr_forecast_cumulative_quantile (forecast, 8, 0.5);
  g_assert_cmpfloat_with_epsilon (half, forecast->mean[0] / 2, 1e-9);
  g_assert_cmpfloat_with_epsilon (two, forecast->mean[0] + forecast->mean[1], 1e-9);
  g_assert_cmpfloat_with_epsilon (
      beyond, 2 * (forecast->mean[0] + forecast->mean[1] + forecast->mean[2] + forecast->mean[3]), 1e-9);
  g_assert_cmpfloat (gr_forecast_cumulative_quantile (forecast, 2, 0.973), >, two);
  g_assert_cmpfloat (gr_forecast_cumulative_quantile (forecast, 0, 0.973), ==, 0);
}

/* Bounds of what is sold whole are whole, no narrower, and around a mean that is not. */
static void
test_what_is_sold_whole_has_whole_bounds (void)
{
  double values[40];
  GrSeries series = {.values = values, .n = 40, .period = 1};
  GrForecastOptions options = {.horizon = 6, .is_sales = TRUE};
  g_autoptr (GrForecast) any = NULL;
  g_autoptr (GrForecast) whole = NULL;

  for (int i = 0; i < 40; i++)
    values[i] = i % 3 == 0 ? 1 + i % 2 : 0;
  any = gr_forecast_new (&series, &options);
  options.is_whole = TRUE;
  whole = gr_forecast_new (&series, &options);
  for (int h = 0; h < 6; h++) {
    g_assert_cmpfloat (whole->mean[h], ==, any->mean[h]);
    g_assert_cmpfloat (whole->mean[h], !=, floor (whole->mean[h]));
    g_assert_cmpfloat (whole->lo95[h], ==, floor (any->lo95[h]));
    g_assert_cmpfloat (whole->lo80[h], ==, floor (any->lo80[h]));
    g_assert_cmpfloat (whole->hi80[h], ==, ceil (any->hi80[h]));
    g_assert_cmpfloat (whole->hi95[h], ==, ceil (any->hi95[h]));
    g_assert_cmpfloat (gr_forecast_quantile (whole, h, 0.973), ==, ceil (gr_forecast_quantile (any, h, 0.973)));
  }
  g_assert_cmpfloat (
      gr_forecast_cumulative_quantile (whole, 3, 0.973), ==, ceil (gr_forecast_cumulative_quantile (any, 3, 0.973)));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/intervals/quantile", test_quantiles_are_student_s);
  g_test_add_func ("/intervals/sales", test_quantiles_of_sales_are_skewed_where_sales_are_unsteady);
  g_test_add_func ("/intervals/m3", test_sample_of_m3);
  g_test_add_func ("/intervals/noise", test_noise_is_covered_as_promised);
  g_test_add_func ("/intervals/bounds", test_quantile_function_is_the_bounds);
  g_test_add_func ("/intervals/sums", test_sums_over_a_protection_period);
  g_test_add_func ("/intervals/what-is-sold-whole-has-whole-bounds", test_what_is_sold_whole_has_whole_bounds);
  return g_test_run();
}
