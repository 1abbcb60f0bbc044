#include "parse.h"

#include "domain/base/decimal.h"
#include "domain/base/error.h"

#include <glib/gi18n.h>
#include <langinfo.h>
#include <string.h>

/* Numbers */

static gboolean
refuse_number (const char *text, GError **error)
{
  g_set_error (error, GR_ERROR, GR_ERROR_INVALID, _ ("“%s” is not a number."), text);
  return FALSE;
}

/* Whether the only sign @sign in @number, at @at, parts thousands: "1.234" in a locale that writes 1,5. */
static gboolean
is_grouping (const char *number, const char *at)
{
  const char *radix = nl_langinfo (RADIXCHAR);
  const char *group = nl_langinfo (THOUSEP);

  return *at != *radix && *at == *group && strlen (at + 1) == 3 && at > number;
}

/* "1.234,50", "1,234.50" and "12,50" are all clear by themselves; "1.234" is what the locale says. */
static char
decimal_sign_of (const char *number)
{
  const char *point = strrchr (number, '.');
  const char *comma = strrchr (number, ',');
  const char *last = point > comma ? point : comma;
  gboolean is_group;

  if (!last)
    return '.';
  is_group = strchr (number, *last) != last || (!(point && comma) && is_grouping (number, last));
  return (*last == '.') != is_group ? '.' : ',';
}

/* Spaces of all kinds and the true minus sign, as copied from a document, to ASCII. */
static char *
simplify (const char *text)
{
  static const char *const signs[][2] = {
      {"\xe2\x88\x92", "-"}, /* minus */
      {"\xc2\xa0", " "},     /* no-break space */
      {"\xe2\x80\xaf", " "}, /* narrow no-break space */
      {"\xe2\x80\x99", "'"}, /* right single quote */
  };
  GString *plain = g_string_new (text);

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    g_string_replace (plain, signs[i][0], signs[i][1], 0);
  return g_strstrip (g_string_free (plain, FALSE));
}

static void
cut_unit (char *text, const char *unit)
{
  gsize length = strlen (text), n = unit ? strlen (unit) : 0;

  if (n > 0 && length > n && g_ascii_strcasecmp (text + length - n, unit) == 0) {
    text[length - n] = '\0';
    g_strchomp (text);
  }
}

static gboolean
parse_number (const char *number, int digits, gint64 *out)
{
  return gr_decimal_parse (number, decimal_sign_of (number), digits, out, NULL);
}

static gboolean
apply_percent (const char *number, gint64 base, gint64 *out)
{
  gint64 tenthousandths, change;

  return parse_number (number, 4, &tenthousandths) && gr_decimal_mul_div (base, tenthousandths, 1000000, &change) &&
         gr_decimal_add (base, change, out);
}

/**
 * gr_parse_amount:
 *
 * Reads an amount as people type it: "12.50", "12,50", "1 234", "12 pcs"; where something stands there already also
 * "+10%", "-5%", "+5" and "-5", which change it. Fails with %GR_ERROR_INVALID.
 */
gboolean
gr_parse_amount (const char *text, const GrAmountRule *rule, gint64 *out, GError **error)
{
  g_autofree char *simple = simplify (text);
  gsize length;
  gboolean is_change;

  cut_unit (simple, rule->unit);
  length = strlen (simple);
  is_change = rule->base && (*simple == '+' || *simple == '-');
  if (length > 1 && simple[length - 1] == '%') {
    simple[length - 1] = '\0';
    return (is_change && apply_percent (simple, *rule->base, out)) || refuse_number (text, error);
  }
  if (!parse_number (simple, rule->digits, out))
    return refuse_number (text, error);
  return !is_change || gr_decimal_add (*rule->base, *out, out) || refuse_number (text, error);
}

/* Days */

static gboolean
matches_name (const char *word, nl_item full, nl_item abbreviated)
{
  g_autofree char *folded = g_utf8_casefold (word, -1);
  g_autofree char *name = g_utf8_casefold (nl_langinfo (full), -1);
  g_autofree char *short_name = g_utf8_casefold (nl_langinfo (abbreviated), -1);

  return g_str_equal (folded, short_name) || (g_utf8_strlen (folded, -1) >= 3 && g_str_has_prefix (name, folded));
}

static const char *const english_days[] = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};

/* 1 Monday … 7 Sunday, 0 for no such day. */
static int
weekday_of (const char *word)
{
  g_autofree char *lower = g_ascii_strdown (word, -1);

  for (int i = 0; i < 7; i++) {
    nl_item full = DAY_1 + (i + 1) % 7;
    nl_item abbreviated = ABDAY_1 + (i + 1) % 7;

    if (matches_name (word, full, abbreviated) || (strlen (lower) >= 3 && g_str_has_prefix (english_days[i], lower)))
      return i + 1;
  }
  return 0;
}

static const char *const english_months[] = {"january", "february", "march", "april", "may", "june", "july", "august",
    "september", "october", "november", "december"};

static int
month_of (const char *word)
{
  g_autofree char *lower = g_ascii_strdown (word, -1);

  for (int i = 0; i < 12; i++)
    if (matches_name (word, MON_1 + i, ABMON_1 + i) ||
        (strlen (lower) >= 3 && g_str_has_prefix (english_months[i], lower)))
      return i + 1;
  return 0;
}

/* "3 days", "2 weeks", "1 month", also as "3d", "2w", "1m". */
static gboolean
add_span (GrDate today, int n, const char *unit, GrDate *out)
{
  if (g_str_has_prefix ("days", unit))
    *out = today + n;
  else if (g_str_has_prefix ("weeks", unit))
    *out = today + 7 * n;
  else if (g_str_has_prefix ("months", unit))
    *out = gr_date_add_months (today, n);
  else
    return FALSE;
  return TRUE;
}

static gboolean
parse_words (const char *text, GrDate today, GrDate *out)
{
  int weekday;
  const char *word = text;

  if (g_str_equal (text, "today") || g_str_equal (text, _ ("today"))) {
    *out = today;
    return TRUE;
  }
  if (g_str_equal (text, "tomorrow") || g_str_equal (text, _ ("tomorrow"))) {
    *out = today + 1;
    return TRUE;
  }
  if (g_str_has_prefix (text, "next "))
    word = text + strlen ("next ");
  if (g_str_equal (word, "week") || g_str_equal (word, "month"))
    return add_span (today, 1, word, out);
  weekday = weekday_of (word);
  if (weekday == 0)
    return FALSE;
  *out = today + (weekday - gr_date_weekday (today) + 7) % 7;
  if (*out == today)
    *out += 7;
  return TRUE;
}

static gboolean
parse_span (const char *text, GrDate today, GrDate *out)
{
  const char *number = g_str_has_prefix (text, "in ") ? text + 3 : *text == '+' ? text + 1 : text;
  char *unit;
  gint64 n = g_ascii_strtoll (number, &unit, 10);

  if (unit == number || n < 0 || n > 3650)
    return FALSE;
  while (*unit == ' ')
    unit++;
  if (!*unit && *text == '+')
    unit = (char *) "d";
  return *unit && add_span (today, (int) n, unit, out);
}

/* A day and a month without a year are the next such day. */
static gboolean
take_date (int year, int month, int day, GrDate today, GrDate *out)
{
  int year_today, month_today, day_today;
  gboolean is_yearless = year == 0;

  gr_date_to_ymd (today, &year_today, &month_today, &day_today);
  if (is_yearless)
    year = year_today;
  else if (year < 100)
    year += 2000;
  if (!gr_date_is_valid (year, month, day))
    return FALSE;
  *out = gr_date_from_ymd (year, month, day);
  if (is_yearless && *out < today && gr_date_is_valid (year + 1, month, day))
    *out = gr_date_from_ymd (year + 1, month, day);
  return TRUE;
}

static gboolean
is_month_first (void)
{
  const char *form = nl_langinfo (D_FMT);
  const char *month = strstr (form, "%m");
  const char *day = strstr (form, "%d");

  return month && day && month < day;
}

/* "14.7.", "14/7/2011", "7/14" where months come first, "14 jul", "jul 14 2011". */
static gboolean
parse_parts (const char *text, GrDate today, GrDate *out)
{
  g_auto (GStrv) parts = g_strsplit_set (text, " ./-,", -1);
  int numbers[3] = {0}, n = 0, month = 0;

  for (gsize i = 0; parts[i]; i++) {
    char *end;
    gint64 number;

    if (!*parts[i])
      continue;
    number = g_ascii_strtoll (parts[i], &end, 10);
    if (*end && !month && (month = month_of (parts[i])) > 0)
      continue;
    if (*end || n == 3 || number <= 0 || number > 9999)
      return FALSE;
    numbers[n++] = (int) number;
  }
  if (month > 0)
    return n >= 1 && n <= 2 && take_date (n == 2 ? numbers[1] : 0, month, numbers[0], today, out);
  if (n < 2)
    return FALSE;
  return is_month_first() ? take_date (numbers[2], numbers[0], numbers[1], today, out)
                          : take_date (numbers[2], numbers[1], numbers[0], today, out);
}

/**
 * gr_parse_day:
 *
 * Reads a day as people type it: "2011-07-14", "14.7.", "14 jul", "today", "fri", "next fri", "in 2 weeks", "+3". A
 * weekday is the next one after today. Fails with %GR_ERROR_INVALID.
 */
gboolean
gr_parse_day (const char *text, GrDate today, GrDate *out, GError **error)
{
  g_autofree char *simple = simplify (text);
  g_autofree char *lower = g_utf8_strdown (simple, -1);

  if (gr_date_parse (simple, out, NULL) || parse_words (lower, today, out) || parse_span (lower, today, out) ||
      parse_parts (lower, today, out))
    return TRUE;
  g_set_error (error, GR_ERROR, GR_ERROR_INVALID, _ ("“%s” is not a date."), text);
  return FALSE;
}
