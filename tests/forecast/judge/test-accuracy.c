#include "forecast/judge/accuracy.h"

#include <math.h>

static const double actual[] = {10, 20, 0, 40};
static const double forecast[] = {12, 15, 0, 30};

static void
test_percentage_errors (void)
{
  /* 200·2/22, 200·5/35, nothing, 200·10/70 */
  g_assert_cmpfloat_with_epsilon (
      gr_accuracy_smape (actual, forecast, 4), (400.0 / 22 + 1000.0 / 35 + 2000.0 / 70) / 4, 1e-12);
  g_assert_cmpfloat_with_epsilon (gr_accuracy_wape (actual, forecast, 4), 17.0 / 70, 1e-12);
}

static void
test_sizes_of_errors (void)
{
  g_assert_cmpfloat_with_epsilon (gr_accuracy_mae (actual, forecast, 4), 17.0 / 4, 1e-12);
  g_assert_cmpfloat_with_epsilon (gr_accuracy_rmse (actual, forecast, 4), sqrt (129.0 / 4), 1e-12);
  g_assert_cmpfloat_with_epsilon (gr_accuracy_bias (actual, forecast, 4), -13.0 / 4, 1e-12);
}

static void
test_scales (void)
{
  const double y[] = {1, 3, 2, 6, 5};

  g_assert_cmpfloat_with_epsilon (gr_accuracy_naive_mae (y, 5, 1), 8.0 / 4, 1e-12);
  g_assert_cmpfloat_with_epsilon (gr_accuracy_naive_rmse (y, 5, 1), sqrt (22.0 / 4), 1e-12);
  g_assert_cmpfloat_with_epsilon (gr_accuracy_naive_mae (y, 5, 4), 4, 1e-12);
  g_assert_true (isnan (gr_accuracy_naive_mae (y, 4, 4)));
}

static void
test_intervals (void)
{
  const double low[] = {8, 21, 0, 20};
  const double high[] = {12, 25, 1, 35};

  g_assert_cmpfloat_with_epsilon (gr_accuracy_coverage (actual, low, high, 4), 0.5, 1e-12);
  /* widths 4, 4, 1, 15; 1 too high and 5 too low, each at 40 */
  g_assert_cmpfloat_with_epsilon (gr_accuracy_interval_score (actual, low, high, 4, 0.95), (24 + 40.0 * 6) / 4, 1e-9);
}

static void
test_pinball_is_half_the_error_at_the_median (void)
{
  g_assert_cmpfloat_with_epsilon (
      gr_accuracy_pinball (actual, forecast, 4, 0.5), gr_accuracy_mae (actual, forecast, 4) / 2, 1e-12);
  g_assert_cmpfloat_with_epsilon (gr_accuracy_pinball (actual, forecast, 4, 0.9), (0.1 * 2 + 0.9 * 15) / 4, 1e-12);
}

static void
test_unknown_actuals_do_not_count (void)
{
  const double gaps[] = {10, NAN, 0, 40};
  const double without[] = {10, 0, 40};
  const double forecasts[] = {12, 0, 30};

  g_assert_cmpfloat (gr_accuracy_smape (gaps, forecast, 4), ==, gr_accuracy_smape (without, forecasts, 3));
  g_assert_cmpfloat (gr_accuracy_rmse (gaps, forecast, 4), ==, gr_accuracy_rmse (without, forecasts, 3));
  g_assert_true (isnan (gr_accuracy_mae (gaps + 1, forecast + 1, 1)));
  g_assert_true (isnan (gr_accuracy_wape (gaps + 2, forecast + 2, 1)));
}

static void
test_tracking_signal (void)
{
  const double one_sided[] = {2, 2, NAN, 2, 2, 2};
  const double balanced[] = {2, -2, 2, -2};

  g_assert_cmpfloat (gr_accuracy_tracking_signal (one_sided, 6), ==, 5);
  g_assert_cmpfloat (gr_accuracy_tracking_signal (balanced, 4), ==, 0);
  g_assert_cmpfloat (gr_accuracy_tracking_signal (balanced, 0), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/accuracy/percentage", test_percentage_errors);
  g_test_add_func ("/accuracy/size", test_sizes_of_errors);
  g_test_add_func ("/accuracy/scale", test_scales);
  g_test_add_func ("/accuracy/intervals", test_intervals);
  g_test_add_func ("/accuracy/pinball", test_pinball_is_half_the_error_at_the_median);
  g_test_add_func ("/accuracy/unknown", test_unknown_actuals_do_not_count);
  g_test_add_func ("/accuracy/tracking-signal", test_tracking_signal);
  return g_test_run();
}
