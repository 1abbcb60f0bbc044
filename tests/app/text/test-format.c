#include "app/text/format.h"

#include <locale.h>
#include <math.h>

static void
assert_taken (char *got, const char *wanted)
{
  g_assert_cmpstr (got, ==, wanted);
  g_free (got);
}

static void
test_numbers (void)
{
  assert_taken (gr_format_qty (2500), "2.5");
  assert_taken (gr_format_qty (0), "0");
  assert_taken (gr_format_qty (-12000), "−12");
  assert_taken (gr_format_qty_unit (3000, "kg"), "3\u00a0kg");
  assert_taken (gr_format_qty_unit (3000, NULL), "3");
  assert_taken (gr_format_money (-5, 2), "−0.05");
  assert_taken (gr_format_money (1250, 0), "1250");
  assert_taken (gr_format_money_currency (1250, 2, "EUR"), "12.50\u00a0EUR");
  assert_taken (gr_format_price (3995, 2), "0.3995");
  assert_taken (gr_format_price (125000, 2), "12.50");
  assert_taken (gr_format_count (4541), "4541");
}

static void
test_statistics (void)
{
  assert_taken (gr_format_double (NAN, 1), GR_UNKNOWN_TEXT);
  assert_taken (gr_format_double (INFINITY, 1), GR_UNKNOWN_TEXT);
  assert_taken (gr_format_double (-0.04, 1), "0.0");
  assert_taken (gr_format_double (2.25, 1), "2.3");
  assert_taken (gr_format_percent (0.183, 0), "18%");
  assert_taken (gr_format_percent (NAN, 0), GR_UNKNOWN_TEXT);
  assert_taken (gr_format_days (12.4), "12");
}

static void
test_dates (void)
{
  GrDate today = gr_date_from_ymd (2011, 6, 30); /* a Thursday */

  assert_taken (gr_format_date (gr_date_from_ymd (2011, 7, 4)), "4 Jul 2011");
  assert_taken (gr_format_date (GR_DATE_NONE), GR_UNKNOWN_TEXT);
  assert_taken (gr_format_date_near (today, today), "today");
  assert_taken (gr_format_date_near (today + 1, today), "tomorrow");
  assert_taken (gr_format_date_near (today + 4, today), "Monday");
  assert_taken (gr_format_date_near (today + 7, today), "7 July");
  assert_taken (gr_format_date_near (today - 3, today), "27 June");
  assert_taken (gr_format_date_near (gr_date_from_ymd (2012, 1, 2), today), "2 Jan 2012");
  assert_taken (gr_format_month (today), "Jun 2011");
}

/* Skips by itself where the machine has no German locale. */
static void
test_german (void)
{
  if (!setlocale (LC_NUMERIC, "de_DE.UTF-8")) {
    g_test_skip ("no de_DE.UTF-8");
    return;
  }
  assert_taken (gr_format_money (-123456789, 2), "−1.234.567,89");
  assert_taken (gr_format_double (1234.5, 1), "1.234,5");
  setlocale (LC_NUMERIC, "C");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/format/numbers", test_numbers);
  g_test_add_func ("/format/statistics", test_statistics);
  g_test_add_func ("/format/dates", test_dates);
  g_test_add_func ("/format/german", test_german);
  return g_test_run();
}
