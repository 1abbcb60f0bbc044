#include "app/text/parse.h"

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
  assert_no_amount ("1.2.3,4,5", &money);
  assert_no_amount ("%", &money);
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
      {"7/14", 2011, 7, 14}, /* the C locale has months first */
      {"7/14/12", 2012, 7, 14},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++) {
    g_autoptr (GError) error = NULL;
    GrDate got = 0;

    g_test_message ("%s", days[i].text);
    g_assert_true (gr_parse_day (days[i].text, today, &got, &error));
    g_assert_cmpint (got, ==, gr_date_from_ymd (days[i].year, days[i].month, days[i].day));
  }
}

static void
test_no_days (void)
{
  static const char *const texts[] = {"", "soon", "31 feb", "14", "1/2/3/4", "in weeks", "13/13", "in 99999 days"};

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GError) error = NULL;
    GrDate got;

    g_test_message ("%s", texts[i]);
    g_assert_false (gr_parse_day (texts[i], gr_date_from_ymd (2011, 6, 30), &got, &error));
    g_assert_error (error, GR_ERROR, GR_ERROR_INVALID);
  }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/parse/amounts", test_amounts);
  g_test_add_func ("/parse/changes", test_changes);
  g_test_add_func ("/parse/days", test_days);
  g_test_add_func ("/parse/no-days", test_no_days);
  return g_test_run();
}
