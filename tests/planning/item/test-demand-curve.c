#include "planning/item/demand-curve.h"

#include <math.h>

#define assert_near(value, expected) g_assert_cmpfloat_with_epsilon (value, expected, 1e-9)

/* A Thursday: four of seven days of the week are left. */
#define TODAY gr_date_from_ymd (2011, 6, 30)

static void
test_running_week_counts_from_today (void)
{
  static const double forecast[] = {70, 14, 0, 28};
  g_autoptr (GrDemandCurve) curve = gr_demand_curve_new (TODAY, GR_GRAIN_WEEK, forecast, 4);

  assert_near (gr_demand_curve_until (curve, TODAY - 3), 0);
  assert_near (gr_demand_curve_until (curve, TODAY), 0);
  assert_near (gr_demand_curve_until (curve, TODAY + 1), 10);
  assert_near (gr_demand_curve_until (curve, TODAY + 4), 40);
  assert_near (gr_demand_curve_until (curve, TODAY + 5), 42);
  assert_near (gr_demand_curve_until (curve, TODAY + 11), 54);
  assert_near (gr_demand_curve_until (curve, TODAY + 18), 54);
  g_assert_cmpint (gr_demand_curve_end (curve), ==, TODAY + 25);
  assert_near (gr_demand_curve_until (curve, TODAY + 25), 82);
  assert_near (gr_demand_curve_until (curve, TODAY + 35), 82 + 40);
}

static void
test_months_have_their_days (void)
{
  static const double forecast[] = {30, 31, 310};
  g_autoptr (GrDemandCurve) curve = gr_demand_curve_new (TODAY, GR_GRAIN_MONTH, forecast, 3);

  assert_near (gr_demand_curve_until (curve, gr_date_from_ymd (2011, 7, 1)), 1);
  assert_near (gr_demand_curve_until (curve, gr_date_from_ymd (2011, 7, 16)), 16);
  assert_near (gr_demand_curve_until (curve, gr_date_from_ymd (2011, 8, 2)), 42);
}

static void
test_days_walk_the_forward_forecast (void)
{
  static const double forecast[] = {70, 14, 0, 28};
  g_autoptr (GrDemandCurve) curve = gr_demand_curve_new (TODAY, GR_GRAIN_WEEK, forecast, 4);

  assert_near (gr_demand_curve_days (curve, -5), 0);
  assert_near (gr_demand_curve_days (curve, 0), 0);
  assert_near (gr_demand_curve_days (curve, 5), 0.5);
  assert_near (gr_demand_curve_days (curve, 41), 4.5);
  /* 54 are used up on day 11, but the first to miss one comes after the idle week. */
  assert_near (gr_demand_curve_days (curve, 54), 18);
  g_assert_true (isnan (gr_demand_curve_days (curve, 82)));
}

static void
test_stretches_add_up (void)
{
  for (int i = 0; i < 2000; i++) {
    double forecast[20];
    int n = g_test_rand_int_range (0, 21), at = g_test_rand_int_range (0, 200);
    GrQty sum = 0, whole;
    g_autoptr (GrDemandCurve) curve = NULL;

    for (int k = 0; k < n; k++)
      forecast[k] = g_test_rand_double_range (-1, 50);
    curve = gr_demand_curve_new (TODAY + i, i % 2 ? GR_GRAIN_WEEK : GR_GRAIN_MONTH, forecast, n);
    whole = gr_demand_curve_qty (curve, TODAY + i, TODAY + i + at);
    for (int day = 0; day < at; day++) {
      GrQty part = gr_demand_curve_qty (curve, TODAY + i + day, TODAY + i + day + 1);

      g_assert_cmpint (part, >=, 0);
      sum += part;
    }
    g_assert_cmpint (sum, ==, whole);
  }
}

static void
test_senseless_forecasts_are_no_demand (void)
{
  static const double forecast[] = {NAN, -7, INFINITY, 7};
  g_autoptr (GrDemandCurve) curve = gr_demand_curve_new (TODAY, GR_GRAIN_WEEK, forecast, 4);

  assert_near (gr_demand_curve_until (curve, TODAY + 18), 0);
  assert_near (gr_demand_curve_until (curve, TODAY + 25), 7);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/demand-curve/running-week", test_running_week_counts_from_today);
  g_test_add_func ("/demand-curve/months", test_months_have_their_days);
  g_test_add_func ("/demand-curve/days", test_days_walk_the_forward_forecast);
  g_test_add_func ("/demand-curve/stretches-add-up", test_stretches_add_up);
  g_test_add_func ("/demand-curve/senseless-forecasts", test_senseless_forecasts_are_no_demand);
  return g_test_run();
}
