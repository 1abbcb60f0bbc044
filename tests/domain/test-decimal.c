#include "domain/base/decimal.h"
#include "domain/base/error.h"
#include "domain/base/money.h"

#include <glib.h>
#include <locale.h>

static void
test_parse_takes_what_people_write (void)
{
  static const struct {
    const char *text;
    char decimal_sign;
    int digits;
    gint64 value;
  } cases[] = {
      {"0", '.', 3, 0},
      {"12.5", '.', 3, 12500},
      {"-12,5", ',', 3, -12500},
      {" 7 ", '.', 0, 7},
      {"1,234.50", '.', 2, 123450},
      {"1.234,50", ',', 2, 123450},
      {"1 234,50", ',', 2, 123450},
      {"1'234'567", '.', 0, 1234567},
      {".5", '.', 4, 5000},
      {"5.", '.', 1, 50},
      {"+3", '.', 0, 3},
      {"−3", '.', 0, -3},
      {"1.5000000", '.', 1, 15},
      {"922337203685477.5807", '.', 4, G_MAXINT64},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    gint64 value = 0;

    g_assert_true (gr_decimal_parse (cases[i].text, cases[i].decimal_sign, cases[i].digits, &value, &error));
    g_assert_no_error (error);
    g_assert_cmpint (value, ==, cases[i].value);
  }
}

static void
test_parse_refuses_what_is_no_number (void)
{
  static const char *const texts[] = {"", " ", "-", "abc", "1.2.3", "1,23", "12,34,567", "1234,567", "1e5", "0x10",
      "1.23456", "99999999999999999999", "1 2", "--1", "1-", "NaN", ","};

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GError) error = NULL;
    gint64 value = 42;

    g_assert_false (gr_decimal_parse (texts[i], '.', 4, &value, &error));
    g_assert_error (error, GR_ERROR, GR_ERROR_INVALID);
    g_assert_cmpint (value, ==, 42);
  }
}

static void
test_format_and_parse_are_inverse (void)
{
  for (int i = 0; i < 20000; i++) {
    int digits = g_test_rand_int_range (0, 7);
    gint64 value = ((gint64) g_test_rand_int() * (1 << 20)) / g_test_rand_int_range (1, 1 << 20);
    g_autofree char *text = gr_decimal_format (value, digits, g_test_rand_int_range (0, digits + 1));
    gint64 back;

    g_assert_true (gr_decimal_parse (text, '.', digits, &back, NULL));
    g_assert_cmpint (back, ==, value);
  }
}

static void
assert_format (gint64 value, int digits, int min_decimals, const char *expected)
{
  g_autofree char *text = gr_decimal_format (value, digits, min_decimals);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_format (void)
{
  assert_format (-1234500, 3, 0, "-1234.5");
  assert_format (1000, 3, 0, "1");
  assert_format (1000, 3, 2, "1.00");
  assert_format (-5, 2, 2, "-0.05");
  assert_format (0, 4, 0, "0");
  assert_format (G_MININT64, 0, 0, "-9223372036854775808");
}

static void
test_rounding_is_half_away_from_zero (void)
{
  gint64 out = 0;

  g_assert_cmpint (gr_decimal_round_div (5, 10), ==, 1);
  g_assert_cmpint (gr_decimal_round_div (-5, 10), ==, -1);
  g_assert_cmpint (gr_decimal_round_div (4, 10), ==, 0);
  g_assert_cmpint (gr_decimal_round_div (25, 10), ==, 3);
  g_assert_true (gr_decimal_mul_div (G_MAXINT64, G_MAXINT64, G_MAXINT64, &out));
  g_assert_cmpint (out, ==, G_MAXINT64);
  g_assert_false (gr_decimal_mul_div (G_MAXINT64, 2, 1, &out));
  g_assert_false (gr_decimal_mul_div (1, 1, 0, &out));
}

static void
test_money_for (void)
{
  GrMoney money = 0;

  g_assert_true (gr_money_for (2500, 3995, 2, &money)); /* 2.5 at 0.3995 = 0.99875 */
  g_assert_cmpint (money, ==, 100);
  g_assert_true (gr_money_for (-12000, 29500, 2, &money));
  g_assert_cmpint (money, ==, -3540);
  g_assert_true (gr_money_for (1000, 12500000, 0, &money));
  g_assert_cmpint (money, ==, 1250);
  g_assert_false (gr_money_for (G_MAXINT64, G_MAXINT64, 2, &money));
  g_assert_cmpint (gr_currency_digits ("JPY"), ==, 0);
  g_assert_cmpint (gr_currency_digits ("EUR"), ==, 2);
}

static void
test_shares_add_up (void)
{
  for (int round = 0; round < 5000; round++) {
    gsize n = (gsize) g_test_rand_int_range (1, 40);
    gint64 whole = (gint64) g_test_rand_int_range (-1000000, 1000000) * g_test_rand_int_range (1, 1000);
    double weights[40];
    gint64 parts[40], sum = 0;

    for (gsize i = 0; i < n; i++)
      weights[i] = g_test_rand_bit() ? 0 : g_test_rand_double_range (0, 1e6);
    g_assert_true (gr_decimal_share (whole, weights, n, parts));
    for (gsize i = 0; i < n; i++) {
      sum += parts[i];
      g_assert_true (whole < 0 ? parts[i] <= 0 : parts[i] >= 0);
    }
    g_assert_cmpint (sum, ==, whole);
  }
}

static void
test_share_known_answer (void)
{
  gint64 parts[3];

  g_assert_true (gr_decimal_share (100, (double[]){1, 1, 1}, 3, parts));
  g_assert_cmpint (parts[0], ==, 34);
  g_assert_cmpint (parts[1], ==, 33);
  g_assert_cmpint (parts[2], ==, 33);
  g_assert_false (gr_decimal_share (100, (double[]){1, -1}, 2, parts));
}

/* The C locale has a point and no groups; the German one, where it is installed, the other way round. */
static void
test_titles_follow_the_locale (void)
{
  g_autofree char *plain = gr_decimal_title (-1234567500, 3, 1);
  g_autofree char *german = NULL;

  g_assert_cmpstr (plain, ==, "\u22121234567.5");
  if (setlocale (LC_ALL, "de_DE.UTF-8") == NULL)
    return;
  german = gr_decimal_title (-1234567500, 3, 1);
  g_assert_cmpstr (german, ==, "\u22121.234.567,5");
  setlocale (LC_ALL, "C");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/decimal/parse/takes-what-people-write", test_parse_takes_what_people_write);
  g_test_add_func ("/decimal/parse/refuses-what-is-no-number", test_parse_refuses_what_is_no_number);
  g_test_add_func ("/decimal/format-and-parse-are-inverse", test_format_and_parse_are_inverse);
  g_test_add_func ("/decimal/format", test_format);
  g_test_add_func ("/decimal/rounding", test_rounding_is_half_away_from_zero);
  g_test_add_func ("/decimal/money-for", test_money_for);
  g_test_add_func ("/decimal/shares-add-up", test_shares_add_up);
  g_test_add_func ("/decimal/share-known-answer", test_share_known_answer);
  g_test_add_func ("/decimal/titles", test_titles_follow_the_locale);
  return g_test_run();
}
