#include "planning/item/demand-outlook.h"

#include <math.h>

static void
test_a_month_is_spread_over_its_days (void)
{
  const double values[] = {62, 28};
  GrBucketDemand months = {GR_GRAIN_MONTH, gr_date_from_ymd (2026, 1, 1), 2, values};

  g_assert_cmpfloat_with_epsilon (gr_bucket_demand_per_day (&months, gr_date_from_ymd (2026, 1, 31)), 2, 1e-12);
  g_assert_cmpfloat_with_epsilon (gr_bucket_demand_per_day (&months, gr_date_from_ymd (2026, 2, 1)), 1, 1e-12);
  g_assert_true (isnan (gr_bucket_demand_per_day (&months, gr_date_from_ymd (2025, 12, 31))));
  g_assert_true (isnan (gr_bucket_demand_per_day (&months, gr_date_from_ymd (2026, 3, 1))));
}

static void
test_months_go_on_where_weeks_end (void)
{
  const double week_values[] = {7, 14};
  const double month_values[] = {999, 56, 31};
  GrDate today = gr_date_from_ymd (2026, 1, 22); /* a Thursday */
  GrBucketDemand weeks = {GR_GRAIN_WEEK, gr_date_from_ymd (2026, 1, 19), 2, week_values};
  GrBucketDemand months = {GR_GRAIN_MONTH, gr_date_from_ymd (2026, 1, 1), 3, month_values};
  int n;
  g_autofree double *outlook = gr_demand_outlook (today, &weeks, &months, &n);

  /* 19 January to 29 March: the week of 30 March is not whole. */
  g_assert_cmpint (n, ==, 10);
  g_assert_cmpfloat (outlook[0], ==, 7);
  g_assert_cmpfloat (outlook[1], ==, 14);
  g_assert_cmpfloat_with_epsilon (outlook[2], 14, 1e-9); /* 2 to 8 February, 2 a day */
  g_assert_cmpfloat_with_epsilon (outlook[5], 6 * 2 + 1, 1e-9);
  g_assert_cmpfloat_with_epsilon (outlook[9], 7, 1e-9);
}

static void
test_an_old_forecast_is_shifted (void)
{
  const double week_values[] = {1, 2, 3, 4};
  GrBucketDemand weeks = {GR_GRAIN_WEEK, gr_date_from_ymd (2026, 1, 5), 4, week_values};
  GrBucketDemand none = {GR_GRAIN_MONTH, gr_date_from_ymd (2026, 1, 1), 0, NULL};
  int n;
  g_autofree double *outlook = gr_demand_outlook (gr_date_from_ymd (2026, 1, 22), &weeks, &none, &n);

  g_assert_cmpint (n, ==, 2);
  g_assert_cmpfloat (outlook[0], ==, 3);
  g_assert_cmpfloat (outlook[1], ==, 4);
}

static void
test_without_a_forecast_nothing_is_asked_for (void)
{
  GrDate today = gr_date_from_ymd (2026, 1, 22);
  GrBucketDemand weeks = {GR_GRAIN_WEEK, gr_grain_start (GR_GRAIN_WEEK, today), 0, NULL};
  GrBucketDemand months = {GR_GRAIN_MONTH, gr_grain_start (GR_GRAIN_MONTH, today), 0, NULL};
  int n;
  g_autofree double *outlook = gr_demand_outlook (today, &weeks, &months, &n);

  g_assert_cmpint (n, ==, 1);
  g_assert_cmpfloat (outlook[0], ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/demand-outlook/days", test_a_month_is_spread_over_its_days);
  g_test_add_func ("/demand-outlook/months-go-on", test_months_go_on_where_weeks_end);
  g_test_add_func ("/demand-outlook/shifted", test_an_old_forecast_is_shifted);
  g_test_add_func ("/demand-outlook/none", test_without_a_forecast_nothing_is_asked_for);
  return g_test_run();
}
