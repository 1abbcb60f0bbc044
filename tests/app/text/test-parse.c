#include "app/text/parse-amount.h"
#include "app/text/parse-day.h"

#include "domain/base/error.h"

#include <locale.h>

static void
assert_amount (const char *text, const GrAmountRule *rule, gint64 wanted)
{
  g_autoptr (GError) error = NULL;
  gint64 got = -1;

  g_test_message ("%s", text);
  g_assert_true (gr_parse_amount (text, rule, &got, &error));
  g_assert_no_error (error);
  g_assert_cmpint (got, ==, wanted);
}

static void
assert_no_amount (const char *text, const GrAmountRule *rule)
{
  g_autoptr (GError) error = NULL;
  gint64 got;

  g_test_message ("%s", text);
  g_assert_false (gr_parse_amount (text, rule, &got, &error));
  g_assert_error (error, GR_ERROR, GR_ERROR_INVALID);
}

static void
test_amounts (void)
{
  GrAmountRule money = {.digits = 2};
  GrAmountRule pieces = {.digits = 3, .unit = "pcs"};

  assert_amount ("12.50", &money, 1250);
  assert_amount ("12,50", &money, 1250);
  assert_amount ("  7 ", &money, 700);
  assert_amount ("1.234,50", &money, 123450);
  assert_amount ("1,234.50", &money, 123450);
  assert_amount ("1 234,5", &money, 123450);
  assert_amount ("1.234.567", &money, 123456700);
  assert_amount ("1'234", &money, 123400);
  assert_amount ("−3", &money, -300);
  assert_amount ("+3", &money, 300);
  assert_amount ("12 pcs", &pieces, 12000);
  assert_amount ("12PCS", &pieces, 12000);
  assert_no_amount ("", &money);
  assert_no_amount ("twelve", &money);
  assert_no_amount ("12 kg", &pieces);
  assert_no_amount ("+10%", &money); /* of what? */
  assert_amount ("0.125", &pieces, 125);
  assert_amount ("-0,125", &pieces, -125);
  assert_amount ("0,125", &pieces, 125);
  assert_amount (".5", &pieces, 500);
  assert_no_amount ("1.2.3,4,5", &money);
  assert_no_amount ("%", &money);
}

/* What the program shows, it takes back; another currency it does not. */
static void
test_currencies (void)
{
  gint64 now = 1000;
  GrAmountRule euro = {.digits = 2, .unit = "EUR"};
  GrAmountRule change = {.digits = 2, .base = &now, .unit = "EUR"};
  GrAmountRule zloty = {.digits = 2, .unit = "PLN"};

  assert_amount ("12,50 EUR", &euro, 1250);
  assert_amount ("12,50\xc2\xa0€", &euro, 1250);
  assert_amount ("12.50€", &euro, 1250);
  assert_amount ("€12.50", &euro, 1250);
  assert_amount ("€ 12.50", &euro, 1250);
  assert_amount ("EUR 12.50", &euro, 1250);
  assert_amount ("-€5", &euro, -500);
  assert_amount ("12,50 zł", &zloty, 1250);
  assert_amount ("+1 €", &change, 1100);
  assert_no_amount ("$12.50", &euro);
  assert_no_amount ("12.50 USD", &euro);
  assert_no_amount ("€", &euro);
  assert_no_amount ("EUR", &euro);
}

static void
test_units (void)
{
  GrAmountRule days = {.digits = 0, .unit = "d|day|days"};

  assert_amount ("14 days", &days, 14);
  assert_amount ("1 day", &days, 1);
  assert_amount ("14d", &days, 14);
  assert_amount ("14", &days, 14);
  assert_no_amount ("14 weeks", &days);
  assert_no_amount ("days", &days);
}

/* Where the comma is the decimal sign, a lone 0 still is no thousands. */
static void
test_amounts_with_a_comma (void)
{
  GrAmountRule pieces = {.digits = 3};

  g_assert_nonnull (setlocale (LC_NUMERIC, "de_DE.UTF-8"));
  assert_amount ("0.125", &pieces, 125);
  assert_amount ("-0.125", &pieces, -125);
  assert_amount ("0,125", &pieces, 125);
  assert_amount ("1.250", &pieces, 1250000);
  assert_amount ("12.50", &pieces, 12500);
  assert_amount ("3.125,5", &pieces, 3125500);
  setlocale (LC_NUMERIC, "");
}

static void
test_changes (void)
{
  gint64 now = 20000;
  GrAmountRule rule = {.digits = 3, .base = &now};

  assert_amount ("+10%", &rule, 22000);
  assert_amount ("-12,5 %", &rule, 17500);
  assert_amount ("+5", &rule, 25000);
  assert_amount ("-5", &rule, 15000);
  assert_amount ("−5", &rule, 15000);
  assert_amount ("5", &rule, 5000);
  assert_no_amount ("10%", &rule); /* more or less? */
  assert_no_amount ("+ten%", &rule);
}

static void
test_days (void)
{
  GrDate today = gr_date_from_ymd (2011, 6, 30); /* a Thursday */
  const struct {
    const char *text;
    int year, month, day;
  } days[] = {
      {"2011-07-14", 2011, 7, 14},
      {"today", 2011, 6, 30},
      {"Tomorrow", 2011, 7, 1},
      {"fri", 2011, 7, 1},
      {"next Friday", 2011, 7, 1},
      {"thu", 2011, 7, 7},
      {"in 2 weeks", 2011, 7, 14},
      {"2w", 2011, 7, 14},
      {"in 3 days", 2011, 7, 3},
      {"+3", 2011, 7, 3},
      {"next month", 2011, 7, 30},
      {"14 jul", 2011, 7, 14},
      {"Jul 14, 2012", 2012, 7, 14},
      {"1 March", 2012, 3, 1},
      {"the 14 of July", 2011, 7, 14},
      {"7/14", 2011, 7, 14}, /* the C locale has months first */
      {"7/14/12", 2012, 7, 14},
      {"14/7", 2011, 7, 14}, /* the only way to read it */
      {"14.7.2012", 2012, 7, 14},
      {"2012/02/01", 2012, 2, 1},
      {"2012.2.1", 2012, 2, 1},
      {"2012-2-1", 2012, 2, 1},
      {"20120201", 2012, 2, 1},
      {"2011-W28-4", 2011, 7, 14},
      {"2011W284", 2011, 7, 14},
      {"2009-W53-7", 2010, 1, 3},
      {"2011-w28", 2011, 7, 11},
      {"2011-195", 2011, 7, 14},
      {"yesterday", 2011, 6, 29},
      {"6/29", 2012, 6, 29},
      {"6/30", 2011, 6, 30},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++) {
    g_autoptr (GError) error = NULL;
    GrDate got = 0;

    g_test_message ("%s", days[i].text);
    g_assert_true (gr_parse_day (days[i].text, today, GR_YEARLESS_IS_NEXT, &got, &error));
    g_assert_cmpint (got, ==, gr_date_from_ymd (days[i].year, days[i].month, days[i].day));
  }
}

static void
assert_day (const char *text, GrYearless yearless, int year, int month, int day)
{
  g_autoptr (GError) error = NULL;
  GrDate got = 0;

  g_test_message ("%s", text);
  g_assert_true (gr_parse_day (text, gr_date_from_ymd (2026, 11, 23), yearless, &got, &error));
  g_assert_cmpint (got, ==, gr_date_from_ymd (year, month, day));
}

/* An event may be over; an order's day may not. */
static void
test_the_nearest_year (void)
{
  assert_day ("20 nov", GR_YEARLESS_IS_NEXT, 2027, 11, 20);
  assert_day ("20 nov", GR_YEARLESS_IS_NEAREST, 2026, 11, 20);
  assert_day ("24 dec", GR_YEARLESS_IS_NEAREST, 2026, 12, 24);
  assert_day ("3 jan", GR_YEARLESS_IS_NEAREST, 2027, 1, 3);
}

/* In Swedish the year stands first, and yet Christmas Eve is 24/12. */
static void
test_days_where_the_year_is_first (void)
{
  g_assert_nonnull (setlocale (LC_TIME, "sv_SE.UTF-8"));
  assert_day ("24/12", GR_YEARLESS_IS_NEXT, 2026, 12, 24);
  assert_day ("5/1", GR_YEARLESS_IS_NEXT, 2027, 1, 5);
  assert_day ("01/02/2027", GR_YEARLESS_IS_NEXT, 2027, 2, 1);
  assert_day ("2027-02-01", GR_YEARLESS_IS_NEXT, 2027, 2, 1);
  g_assert_nonnull (setlocale (LC_TIME, "de_DE.UTF-8"));
  assert_day ("5.1.", GR_YEARLESS_IS_NEXT, 2027, 1, 5);
  setlocale (LC_TIME, "");
}

static void
test_no_days (void)
{
  static const char *const texts[] = {"", "soon", "31 feb", "14", "1/2/3/4", "in weeks", "13/13", "in 99999 days",
      "next 14", "20111301", "2011-W53-1", "2011-W00-1", "2011-W28-8", "2011-366", "2011-W28-4x", "99/1"};

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GError) error = NULL;
    GrDate got;

    g_test_message ("%s", texts[i]);
    g_assert_false (gr_parse_day (texts[i], gr_date_from_ymd (2011, 6, 30), GR_YEARLESS_IS_NEXT, &got, &error));
    g_assert_error (error, GR_ERROR, GR_ERROR_INVALID);
  }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/parse/amounts", test_amounts);
  g_test_add_func ("/parse/currencies", test_currencies);
  g_test_add_func ("/parse/units", test_units);
  g_test_add_func ("/parse/amounts-with-a-comma", test_amounts_with_a_comma);
  g_test_add_func ("/parse/changes", test_changes);
  g_test_add_func ("/parse/days", test_days);
  g_test_add_func ("/parse/the-nearest-year", test_the_nearest_year);
  g_test_add_func ("/parse/days-where-the-year-is-first", test_days_where_the_year_is_first);
  g_test_add_func ("/parse/no-days", test_no_days);
  return g_test_run();
}
