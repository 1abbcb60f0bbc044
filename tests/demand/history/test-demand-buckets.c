#include "demand/history/demand-buckets.h"

static void
add (GrDemandBuckets *buckets, int month, int day, int units)
{
  gr_demand_buckets_add (buckets, gr_date_from_ymd (2011, month, day), gr_qty_from_units (units));
}

static void
test_running_bucket_is_left_out (void)
{
  GrDemandBuckets weeks, months;
  GrDate first = gr_date_from_ymd (2011, 4, 20), today = gr_date_from_ymd (2011, 6, 30);

  gr_demand_buckets_init (&weeks, GR_GRAIN_WEEK, first, today);
  gr_demand_buckets_init (&months, GR_GRAIN_MONTH, first, today);
  /* 20 April 2011 is a Wednesday, 30 June a Thursday: the weeks of 18 April to 20 June. */
  g_assert_cmpint (weeks.start, ==, gr_date_from_ymd (2011, 4, 18));
  g_assert_cmpuint (weeks.n, ==, 10);
  g_assert_cmpint (months.start, ==, gr_date_from_ymd (2011, 4, 1));
  g_assert_cmpuint (months.n, ==, 2);
  gr_demand_buckets_clear (&weeks);
  gr_demand_buckets_clear (&months);
}

static void
test_days_add_up (void)
{
  GrDemandBuckets weeks;

  gr_demand_buckets_init (&weeks, GR_GRAIN_WEEK, gr_date_from_ymd (2011, 6, 8), gr_date_from_ymd (2011, 6, 27));
  add (&weeks, 6, 8, 5);
  add (&weeks, 6, 12, 2); /* Sunday: the same week */
  add (&weeks, 6, 13, 1);
  add (&weeks, 6, 14, -4); /* more came back than went out */
  add (&weeks, 6, 26, 7);
  add (&weeks, 6, 27, 100); /* the running week */
  gr_demand_buckets_finish (&weeks);
  g_assert_cmpuint (weeks.n, ==, 3);
  g_assert_cmpfloat (weeks.values[0], ==, 7);
  g_assert_cmpfloat (weeks.values[1], ==, 0);
  g_assert_cmpfloat (weeks.values[2], ==, 7);
  gr_demand_buckets_clear (&weeks);
}

static void
test_an_item_of_this_week_has_no_history (void)
{
  GrDemandBuckets weeks;
  GrDate today = gr_date_from_ymd (2011, 6, 30);

  gr_demand_buckets_init (&weeks, GR_GRAIN_WEEK, today - 1, today);
  gr_demand_buckets_add (&weeks, today - 1, GR_QTY_ONE);
  gr_demand_buckets_finish (&weeks);
  g_assert_cmpuint (weeks.n, ==, 0);
  gr_demand_buckets_clear (&weeks);
  /* A sale dated after today is no history either. */
  gr_demand_buckets_init (&weeks, GR_GRAIN_WEEK, today + 30, today);
  g_assert_cmpuint (weeks.n, ==, 0);
  gr_demand_buckets_clear (&weeks);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/demand-buckets/running-left-out", test_running_bucket_is_left_out);
  g_test_add_func ("/demand-buckets/days-add-up", test_days_add_up);
  g_test_add_func ("/demand-buckets/no-history", test_an_item_of_this_week_has_no_history);
  return g_test_run();
}
