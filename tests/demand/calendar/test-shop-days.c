#include "demand/calendar/shop-days.h"

#include <gio/gio.h>

/* Open on weekdays, closed from Christmas Eve to New Year. */
static gboolean
is_open (GrDate day)
{
  int year, month, of_month;

  gr_date_to_ymd (day, &year, &month, &of_month);
  if (day - gr_grain_start (GR_GRAIN_WEEK, day) >= 5)
    return FALSE;
  return !(month == 12 && of_month >= 24) && !(month == 1 && of_month == 1);
}

static GArray *
open_days (GrDate from, GrDate before)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (GrDate));

  for (GrDate day = from; day < before; day++)
    if (is_open (day))
      g_array_append_val (days, day);
  return days;
}

static double
weight_of (const GrShopDays *days, GrGrain grain, GrDate day)
{
  const double *weights = gr_shop_days_from (days, grain, day, 1);

  g_assert_nonnull (weights);
  return *weights;
}

static void
test_months_have_their_days (void)
{
  GrDate until = gr_date_from_ymd (2024, 7, 1);
  g_autoptr (GArray) open = open_days (gr_date_from_ymd (2022, 11, 1), until);
  g_autoptr (GrShopDays) days = gr_shop_days_learn (open, until);

  g_assert_cmpfloat (weight_of (days, GR_GRAIN_MONTH, gr_date_from_ymd (2024, 2, 1)), ==, 21);
  g_assert_cmpfloat (weight_of (days, GR_GRAIN_MONTH, gr_date_from_ymd (2023, 12, 1)), ==, 16);
  g_assert_cmpfloat (weight_of (days, GR_GRAIN_MONTH, gr_date_from_ymd (2024, 7, 1)), ==, 23);
  g_assert_cmpfloat (weight_of (days, GR_GRAIN_MONTH, gr_date_from_ymd (2024, 12, 1)), >, 14);
  g_assert_cmpfloat (weight_of (days, GR_GRAIN_MONTH, gr_date_from_ymd (2024, 12, 1)), <, 18);
}

static void
test_only_closed_weeks_count (void)
{
  GrDate until = gr_date_from_ymd (2024, 7, 1);
  g_autoptr (GArray) open = open_days (gr_date_from_ymd (2022, 11, 1), until);
  g_autoptr (GrShopDays) days = gr_shop_days_learn (open, until);

  g_assert_cmpfloat (weight_of (days, GR_GRAIN_WEEK, gr_date_from_ymd (2023, 12, 25)), ==, 0);
  g_assert_cmpfloat (weight_of (days, GR_GRAIN_WEEK, gr_date_from_ymd (2024, 1, 1)), ==, 5);
  g_assert_cmpfloat (weight_of (days, GR_GRAIN_WEEK, gr_date_from_ymd (2024, 3, 4)), ==, 5);
  g_assert_cmpfloat (weight_of (days, GR_GRAIN_WEEK, gr_date_from_ymd (2024, 12, 23)), ==, 0);
  g_assert_cmpfloat (weight_of (days, GR_GRAIN_WEEK, gr_date_from_ymd (2024, 9, 2)), ==, 5);
}

/* One more day of sales is no reason to forecast anything anew. */
static void
test_the_running_bucket_changes_nothing (void)
{
  GrDate until = gr_date_from_ymd (2024, 7, 9);
  g_autoptr (GArray) open = open_days (gr_date_from_ymd (2022, 11, 1), until + 3);
  g_autoptr (GrShopDays) one = gr_shop_days_learn (open, until);
  g_autoptr (GrShopDays) other = gr_shop_days_learn (open, until + 3);

  for (int grain = 0; grain < 2; grain++) {
    g_assert_cmpint (one->lengths[grain], ==, other->lengths[grain]);
    for (int i = 0; i < one->lengths[grain]; i++)
      g_assert_cmpfloat (one->weights[grain][i], ==, other->weights[grain][i]);
  }
}

/* A shop that sells every fourth day, or whose past came by the month, says nothing of its days. */
static void
test_quiet_shops_tell_nothing (void)
{
  GrDate until = gr_date_from_ymd (2024, 7, 1);
  g_autoptr (GArray) seldom = g_array_new (FALSE, FALSE, sizeof (GrDate));
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (GrDate));
  g_autoptr (GrShopDays) quiet = NULL;
  g_autoptr (GrShopDays) empty = gr_shop_days_learn (none, until);

  for (GrDate day = until - 600; day < until; day += 4)
    g_array_append_val (seldom, day);
  quiet = gr_shop_days_learn (seldom, until);
  for (int grain = 0; grain < 2; grain++) {
    g_assert_null (gr_shop_days_from (quiet, grain, until - 300, 10));
    g_assert_null (gr_shop_days_from (empty, grain, until - 300, 10));
  }
}

static void
test_what_is_not_known_is_not_given (void)
{
  GrDate first = gr_date_from_ymd (2022, 11, 1), until = gr_date_from_ymd (2024, 7, 1);
  g_autoptr (GArray) open = open_days (first, until);
  g_autoptr (GrShopDays) days = gr_shop_days_learn (open, until);

  g_assert_null (gr_shop_days_from (days, GR_GRAIN_MONTH, gr_date_from_ymd (2022, 10, 1), 3));
  g_assert_null (gr_shop_days_from (days, GR_GRAIN_MONTH, first, 10000));
  g_assert_null (gr_shop_days_from (NULL, GR_GRAIN_MONTH, first, 3));
  g_assert_nonnull (gr_shop_days_from (days, GR_GRAIN_MONTH, first, 30));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/shop-days/months-have-their-days", test_months_have_their_days);
  g_test_add_func ("/shop-days/only-closed-weeks-count", test_only_closed_weeks_count);
  g_test_add_func ("/shop-days/the-running-bucket-changes-nothing", test_the_running_bucket_changes_nothing);
  g_test_add_func ("/shop-days/quiet-shops-tell-nothing", test_quiet_shops_tell_nothing);
  g_test_add_func ("/shop-days/what-is-not-known-is-not-given", test_what_is_not_known_is_not_given);
  return g_test_run();
}
