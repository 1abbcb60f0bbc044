#include "format.h"

#include "domain/base/decimal.h"

#include <glib/gi18n.h>
#include <math.h>

char *
gr_format_count (gint64 count)
{
  return gr_decimal_title (count, 0, 0);
}

/**
 * gr_format_qty:
 *
 * As many decimals as the quantity has, at most three.
 */
char *
gr_format_qty (GrQty qty)
{
  return gr_decimal_title (qty, GR_QTY_DIGITS, 0);
}

/**
 * gr_format_qty_unit:
 * @unit: (nullable): what is counted
 */
char *
gr_format_qty_unit (GrQty qty, const char *unit)
{
  g_autofree char *number = gr_format_qty (qty);

  return unit && *unit ? g_strdup_printf ("%s\u00a0%s", number, unit) : g_steal_pointer (&number);
}

/**
 * gr_format_double:
 *
 * A statistic, to @decimals; an em dash where it is not known.
 */
char *
gr_format_double (double value, int decimals)
{
  double scaled = value * (double) gr_decimal_power (decimals);

  if (!isfinite (value) || fabs (scaled) > 9e17)
    return g_strdup (GR_UNKNOWN_TEXT);
  return gr_decimal_title (llround (scaled), decimals, decimals);
}

char *
gr_format_money (GrMoney money, int currency_digits)
{
  return gr_decimal_title (money, currency_digits, currency_digits);
}

/**
 * gr_format_money_currency:
 *
 * With the currency, for sentences; in tables the currency stands in the header.
 */
char *
gr_format_money_currency (GrMoney money, int currency_digits, const char *currency)
{
  g_autofree char *number = gr_format_money (money, currency_digits);

  return g_strdup_printf ("%s\u00a0%s", number, currency);
}

/**
 * gr_format_price:
 *
 * At least the currency's decimals, and up to four where the price has them.
 */
char *
gr_format_price (GrPrice price, int currency_digits)
{
  return gr_decimal_title (price, GR_PRICE_DIGITS, currency_digits);
}

char *
gr_format_percent (double share, int decimals)
{
  return isfinite (share) ? gr_decimal_percent (share, decimals) : g_strdup (GR_UNKNOWN_TEXT);
}

/**
 * gr_format_days:
 *
 * Days of supply, whole; an em dash where they outlast what was looked at.
 */
char *
gr_format_days (double days)
{
  return gr_format_double (days, 0);
}

static GDateTime *
date_time_of (GrDate date)
{
  int year, month, day;

  gr_date_to_ymd (date, &year, &month, &day);
  return g_date_time_new_utc (year, month, day, 0, 0, 0);
}

static char *
format_with (GrDate date, const char *format)
{
  g_autoptr (GDateTime) time = NULL;
  char *text;

  if (date == GR_DATE_NONE)
    return g_strdup (GR_UNKNOWN_TEXT);
  time = date_time_of (date);
  text = time ? g_date_time_format (time, format) : NULL;
  return text ? g_strstrip (text) : gr_date_format (date);
}

/**
 * gr_format_date:
 *
 * A date that can't be misread: 14 Jul 2011.
 */
char *
gr_format_date (GrDate date)
{
  /* Translators: a date, in strftime's signs; %-d is the day, %b the month's short name. */
  return format_with (date, _ ("%-d %b %Y"));
}

/**
 * gr_format_date_near:
 *
 * A date as it is said on @today: today, tomorrow, Thursday, 14 July; with the year where it is another one.
 */
char *
gr_format_date_near (GrDate date, GrDate today)
{
  int year, year_today, month, day;

  if (date == GR_DATE_NONE)
    return g_strdup (GR_UNKNOWN_TEXT);
  if (date == today)
    return g_strdup (_ ("today"));
  if (date == today + 1)
    return g_strdup (_ ("tomorrow"));
  if (date == today - 1)
    return g_strdup (_ ("yesterday"));
  if (date > today && date < today + 7)
    return format_with (date, "%A");
  gr_date_to_ymd (date, &year, &month, &day);
  gr_date_to_ymd (today, &year_today, &month, &day);
  /* Translators: a date of this year within a sentence. */
  return year == year_today ? format_with (date, _ ("%-d %B")) : gr_format_date (date);
}

char *
gr_format_month (GrDate date)
{
  /* Translators: a month as a column's title. */
  return format_with (date, _ ("%b %Y"));
}

/**
 * gr_format_week:
 *
 * A week by its Monday.
 */
char *
gr_format_week (GrDate date)
{
  return format_with (date, _ ("%-d %b"));
}

/**
 * gr_format_instant:
 *
 * When something happened, by the clock on the wall: today 09:12, 14 July 09:12.
 */
char *
gr_format_instant (GrInstant instant, GrDate today)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (instant / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = utc ? g_date_time_to_local (utc) : NULL;
  g_autofree char *time = local ? g_date_time_format (local, "%H:%M") : NULL;
  g_autofree char *day = NULL;
  int year, month, day_of_month;

  if (!time)
    return g_strdup (GR_UNKNOWN_TEXT);
  g_date_time_get_ymd (local, &year, &month, &day_of_month);
  day = gr_format_date_near (gr_date_from_ymd (year, month, day_of_month), today);
  return g_strdup_printf ("%s %s", day, time);
}
