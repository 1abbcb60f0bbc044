#include "domain/base/clock.h"
#include "domain/base/date.h"
#include "domain/base/error.h"

#include <glib.h>

static void
test_every_day_goes_there_and_back (void)
{
  int weekday = gr_date_weekday (gr_date_from_ymd (1600, 1, 1));

  g_assert_cmpint (weekday, ==, 6); /* 1 January 1600 was a Saturday */
  for (GrDate date = gr_date_from_ymd (1600, 1, 1); date <= gr_date_from_ymd (2400, 1, 1); date++) {
    int year, month, day;

    gr_date_to_ymd (date, &year, &month, &day);
    g_assert_true (gr_date_is_valid (year, month, day));
    g_assert_cmpint (gr_date_from_ymd (year, month, day), ==, date);
    g_assert_cmpint (gr_date_weekday (date), ==, weekday);
    weekday = weekday % 7 + 1;
  }
}

static void
test_agrees_with_glib (void)
{
  for (int i = 0; i < 20000; i++) {
    GrDate date = g_test_rand_int_range (-100000, 200000);
    g_autoptr (GDate) other = g_date_new_julian ((guint32) (date + 719163));
    int year, month, day;

    gr_date_to_ymd (date, &year, &month, &day);
    g_assert_cmpint (year, ==, g_date_get_year (other));
    g_assert_cmpint (month, ==, g_date_get_month (other));
    g_assert_cmpint (day, ==, g_date_get_day (other));
    g_assert_cmpint (gr_date_weekday (date), ==, g_date_get_weekday (other));
  }
}

static void
test_parse (void)
{
  static const char *const wrong[] = {
      "", "2011-02-29", "2011-13-01", "2011-6-30", "30.06.2011", "2011-06-30x", "11-06-30", "2011-00-10"};
  GrDate date = 0;

  g_assert_true (gr_date_parse ("2011-06-30", &date, NULL));
  g_assert_cmpint (date, ==, 15155);
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_false (gr_date_parse (wrong[i], &date, &error));
    g_assert_error (error, GR_ERROR, GR_ERROR_INVALID);
  }
}

static void
test_buckets (void)
{
  GrDate day = gr_date_from_ymd (2011, 6, 30); /* a Thursday */

  g_assert_cmpint (gr_grain_start (GR_GRAIN_WEEK, day), ==, gr_date_from_ymd (2011, 6, 27));
  g_assert_cmpint (gr_grain_start (GR_GRAIN_MONTH, day), ==, gr_date_from_ymd (2011, 6, 1));
  g_assert_cmpint (gr_date_add_months (gr_date_from_ymd (2011, 1, 31), 1), ==, gr_date_from_ymd (2011, 2, 28));
  g_assert_cmpint (gr_date_add_months (gr_date_from_ymd (2011, 1, 15), -13), ==, gr_date_from_ymd (2009, 12, 15));
  for (int i = 0; i < 5000; i++) {
    GrGrain grain = g_test_rand_bit() ? GR_GRAIN_WEEK : GR_GRAIN_MONTH;
    GrDate start = gr_grain_start (grain, g_test_rand_int_range (-20000, 40000));
    int buckets = g_test_rand_int_range (-200, 200);
    GrDate end = gr_grain_add (grain, start, buckets);

    g_assert_cmpint (gr_grain_start (grain, end), ==, end);
    g_assert_cmpint (gr_grain_between (grain, start, end), ==, buckets);
    g_assert_cmpint (gr_grain_start (grain, gr_grain_add (grain, end, 1) - 1), ==, end);
  }
}

static void
test_a_fixed_clock_stands (void)
{
  g_assert_cmpint (gr_clock_today (gr_clock_fixed (15155)), ==, 15155);
  g_assert_cmpint (gr_clock_today (gr_clock_system()), >, 20000);
}

static void
assert_title (GrDate date, GrDate today, const char *expected)
{
  g_autofree char *title = gr_date_title (date, today);

  g_assert_cmpstr (title, ==, expected);
}

static void
test_titles_say_as_much_as_is_needed (void)
{
  GrDate today = gr_date_from_ymd (2026, 6, 30);

  assert_title (gr_date_from_ymd (2026, 7, 7), today, "Tuesday 7 July");
  assert_title (gr_date_from_ymd (2026, 6, 16), today, "Tuesday 16 June");
  assert_title (gr_date_from_ymd (2026, 7, 25), today, "25 July");
  assert_title (gr_date_from_ymd (2027, 1, 25), today, "25 January 2027");
  assert_title (gr_date_from_ymd (2011, 6, 30), today, "30 June 2011");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/every-day-goes-there-and-back", test_every_day_goes_there_and_back);
  g_test_add_func ("/date/agrees-with-glib", test_agrees_with_glib);
  g_test_add_func ("/date/parse", test_parse);
  g_test_add_func ("/date/buckets", test_buckets);
  g_test_add_func ("/date/a-fixed-clock-stands", test_a_fixed_clock_stands);
  g_test_add_func ("/date/titles", test_titles_say_as_much_as_is_needed);
  return g_test_run();
}
