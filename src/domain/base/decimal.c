#include "decimal.h"

#include "error.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define MINUS "\xe2\x88\x92"

/**
 * gr_decimal_power:
 *
 * Returns: 10 to the power of @digits, 0 to 18.
 */
gint64
gr_decimal_power (int digits)
{
  gint64 power = 1;

  g_return_val_if_fail (digits >= 0 && digits <= 18, 1);
  while (digits-- > 0)
    power *= 10;
  return power;
}

/**
 * gr_decimal_add:
 *
 * Returns: %FALSE where the sum does not fit; @out is then untouched.
 */
gboolean
gr_decimal_add (gint64 a, gint64 b, gint64 *out)
{
  gint64 sum;

  if (__builtin_add_overflow (a, b, &sum))
    return FALSE;
  *out = sum;
  return TRUE;
}

/* Granary's one rounding rule: half away from zero. */
static __int128
round_half_away (__int128 value, __int128 divisor)
{
  __int128 quotient = value / divisor;
  __int128 rest = value % divisor;

  if (rest < 0)
    rest = -rest;
  if (rest * 2 >= (divisor < 0 ? -divisor : divisor))
    quotient += (value < 0) == (divisor < 0) ? 1 : -1;
  return quotient;
}

/**
 * gr_decimal_mul_div:
 *
 * @a * @b / @divisor without losing a digit on the way, rounded half away from zero.
 *
 * Returns: %FALSE where the result does not fit or @divisor is 0; @out is then untouched.
 */
gboolean
gr_decimal_mul_div (gint64 a, gint64 b, gint64 divisor, gint64 *out)
{
  __int128 result;

  if (divisor == 0)
    return FALSE;
  result = round_half_away ((__int128) a * b, divisor);
  if (result > G_MAXINT64 || result < G_MININT64)
    return FALSE;
  *out = (gint64) result;
  return TRUE;
}

/**
 * gr_decimal_round_div:
 *
 * Returns: @value / @divisor rounded half away from zero.
 */
gint64
gr_decimal_round_div (gint64 value, gint64 divisor)
{
  g_return_val_if_fail (divisor > 0, 0);
  return (gint64) round_half_away (value, divisor);
}

typedef struct {
  gsize index;
  double rest;
} Remainder;

static int
compare_remainders (const void *a, const void *b)
{
  const Remainder *left = a, *right = b;

  if (left->rest != right->rest)
    return left->rest > right->rest ? -1 : 1;
  return left->index < right->index ? -1 : 1;
}

static double
total_weight (const double *weights, gsize n)
{
  double total = 0;

  for (gsize i = 0; i < n; i++) {
    if (!isfinite (weights[i]) || weights[i] < 0)
      return -1;
    total += weights[i];
  }
  return total;
}

/**
 * gr_decimal_share:
 * @whole: what is shared out, at most 2^52 in size so that a double carries it
 * @weights: (array length=n): not negative; all zero means equal shares
 * @parts: (out caller-allocates) (array length=n): the shares
 *
 * Shares @whole in proportion to @weights by the largest remainder method (Hamilton), so that the parts
 * add up to the whole exactly. Equal remainders go to the first. O(n log n).
 *
 * Returns: %FALSE for a weight that is negative or not finite, @n of 0, or a @whole too large.
 */
gboolean
gr_decimal_share (gint64 whole, const double *weights, gsize n, gint64 *parts)
{
  double total = total_weight (weights, n);
  gint64 size = ABS (whole), left = size;
  g_autofree Remainder *rests = NULL;

  if (n == 0 || total < 0 || !isfinite (total) || size > (G_GINT64_CONSTANT (1) << 52))
    return FALSE;
  rests = g_new (Remainder, n);
  for (gsize i = 0; i < n; i++) {
    double exact = (double) size * (total > 0 ? weights[i] / total : 1.0 / (double) n);

    parts[i] = MIN ((gint64) floor (exact), left);
    left -= parts[i];
    rests[i] = (Remainder){i, exact - floor (exact)};
  }
  qsort (rests, n, sizeof *rests, compare_remainders);
  for (gsize i = 0; left > 0; i = (i + 1) % n, left--)
    parts[rests[i].index]++;
  for (gsize i = 0; whole < 0 && i < n; i++)
    parts[i] = -parts[i];
  return TRUE;
}

static gboolean
refuse_number (const char *text, const char *why, GError **error)
{
  g_set_error (error, GR_ERROR, GR_ERROR_INVALID, _ ("“%s” is not a number: %s"), text, why);
  return FALSE;
}

/* Digits into *value; the position stops at the first byte that is none. */
static gboolean
take_digits (const char **at, gint64 *value, int most, int *taken)
{
  for (*taken = 0; g_ascii_isdigit (**at); (*at)++) {
    if (*taken == most) {
      if (**at != '0')
        return FALSE;
      continue;
    }
    if (__builtin_mul_overflow (*value, 10, value) || __builtin_add_overflow (*value, **at - '0', value))
      return FALSE;
    (*taken)++;
  }
  return TRUE;
}

static gboolean
is_group_sign (const char *at, char decimal_sign)
{
  return (decimal_sign == ',' ? *at == '.' : *at == ',') || *at == '\'' || *at == ' ';
}

/* 1,234,567: groups of three after the first, which has one to three digits. */
static gboolean
take_whole_part (const char **at, char decimal_sign, gint64 *value, int *taken)
{
  int group;

  if (!take_digits (at, value, 19, taken))
    return FALSE;
  if (*taken == 0 || *taken > 3)
    return TRUE;
  while (is_group_sign (*at, decimal_sign) && g_ascii_isdigit ((*at)[1])) {
    (*at)++;
    if (!take_digits (at, value, 3, &group) || group != 3 || g_ascii_isdigit (**at))
      return FALSE;
    *taken += group;
  }
  return TRUE;
}

/**
 * gr_decimal_parse:
 * @text: a number such as "-1,234.50"; blanks around it are passed over
 * @decimal_sign: '.' or ','; the other one, a blank or an apostrophe may group thousands
 * @digits: how many decimals the result carries
 * @out: (out): the number times 10^@digits
 *
 * More decimals than @digits are taken only where they are zero: nothing is rounded away unseen.
 * Fails with %GR_ERROR_INVALID and a message that says what is wrong.
 */
gboolean
gr_decimal_parse (const char *text, char decimal_sign, int digits, gint64 *out, GError **error)
{
  const char *at = text;
  gboolean is_negative = FALSE;
  gint64 value = 0;
  int whole = 0, decimals = 0;

  while (g_ascii_isspace (*at))
    at++;
  if (*at == '-' || *at == '+')
    is_negative = *at++ == '-';
  else if (g_str_has_prefix (at, "−"))
    is_negative = TRUE, at += strlen ("−");
  if (!take_whole_part (&at, decimal_sign, &value, &whole))
    return refuse_number (text, _ ("too large or wrongly grouped"), error);
  if (*at == decimal_sign) {
    at++;
    if (!take_digits (&at, &value, digits, &decimals))
      return refuse_number (text, _ ("too many decimals"), error);
  }
  if (whole + decimals == 0 && !(at > text && at[-1] == '0'))
    return refuse_number (text, _ ("there are no digits"), error);
  while (g_ascii_isspace (*at))
    at++;
  if (*at != '\0')
    return refuse_number (text, _ ("unexpected characters"), error);
  if (__builtin_mul_overflow (value, gr_decimal_power (digits - decimals), &value))
    return refuse_number (text, _ ("too large"), error);
  *out = is_negative ? -value : value;
  return TRUE;
}

/**
 * gr_decimal_format:
 * @value: a number times 10^@digits
 * @min_decimals: decimals to show even where they are zero
 *
 * Returns: (transfer full): @value in the plain form of files and the C locale, "-1234.5".
 */
char *
gr_decimal_format (gint64 value, int digits, int min_decimals)
{
  guint64 size = value < 0 ? 0 - (guint64) value : (guint64) value;
  guint64 power = (guint64) gr_decimal_power (digits);
  GString *text = g_string_new (value < 0 ? "-" : "");
  gsize least;

  g_string_append_printf (text, "%" G_GUINT64_FORMAT, size / power);
  if (digits > 0) {
    g_string_append_printf (text, ".%0*" G_GUINT64_FORMAT, digits, size % power);
    least = text->len - (gsize) (digits - MIN (min_decimals, digits));
    while (text->len > least && text->str[text->len - 1] == '0')
      g_string_truncate (text, text->len - 1);
    if (text->str[text->len - 1] == '.')
      g_string_truncate (text, text->len - 1);
  }
  return g_string_free (text, FALSE);
}

/**
 * gr_decimal_title:
 *
 * gr_decimal_format() for people: with a true minus, the decimal sign and the thousands of the locale, "−1.234,5".
 *
 * Returns: (transfer full): UTF-8
 */
char *
gr_decimal_title (gint64 value, int digits, int min_decimals)
{
  g_autofree char *plain = gr_decimal_format (value, digits, min_decimals);
  const char *number = *plain == '-' ? plain + 1 : plain;
  const char *separator = nl_langinfo (THOUSEP);
  const char *point = strchr (number, '.');
  gsize whole = point != NULL ? (gsize) (point - number) : strlen (number);
  GString *text = g_string_new (*plain == '-' ? MINUS : "");

  for (gsize i = 0; i < whole; i++) {
    if (i > 0 && (whole - i) % 3 == 0)
      g_string_append (text, separator);
    g_string_append_c (text, number[i]);
  }
  if (point != NULL) {
    g_string_append (text, nl_langinfo (RADIXCHAR));
    g_string_append (text, point + 1);
  }
  return g_string_free (text, FALSE);
}

/**
 * gr_decimal_percent:
 * @share: 0.8 for 80%; finite
 *
 * Returns: (transfer full): for people, "80%"
 */
char *
gr_decimal_percent (double share, int decimals)
{
  double scaled = share * 100 * (double) gr_decimal_power (decimals);
  g_autofree char *number = gr_decimal_title (llround (scaled), decimals, decimals);

  /* Translators: a percentage, "80%"; a language that sets a blank before the sign takes one that does not break */
  return g_strdup_printf (_ ("%s%%"), number);
}

/**
 * gr_decimal_change:
 * @share: 0.8 for 80% more; finite
 *
 * Returns: (transfer full): for people, with its sign: "+80%", "−7%"
 */
char *
gr_decimal_change (double share)
{
  g_autofree char *percent = gr_decimal_percent (share, 0);

  return g_strconcat (lround (share * 100) >= 0 ? "+" : "", percent, NULL);
}
