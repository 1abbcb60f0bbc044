#include "date.h"

#include "error.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

static gboolean
is_leap (int year)
{
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int
days_in_month (int year, int month)
{
  static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  return days[month - 1] + (month == 2 && is_leap (year));
}

/**
 * gr_date_is_valid:
 *
 * Returns: whether there is such a day between the years 1600 and 9999.
 */
gboolean
gr_date_is_valid (int year, int month, int day)
{
  return year >= 1600 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= days_in_month (year, month);
}

/**
 * gr_date_from_ymd:
 *
 * The proleptic Gregorian calendar counted in eras of 400 years that begin in March
 * (H. Hinnant, "chrono-compatible low-level date algorithms").
 */
GrDate
gr_date_from_ymd (int year, int month, int day)
{
  int era, year_of_era, day_of_year;

  year -= month <= 2;
  era = (year >= 0 ? year : year - 399) / 400;
  year_of_era = year - era * 400;
  day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
  return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719468;
}

/**
 * gr_date_to_ymd:
 *
 * The inverse of gr_date_from_ymd().
 */
void
gr_date_to_ymd (GrDate date, int *year, int *month, int *day)
{
  int shifted = date + 719468;
  int era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
  int day_of_era = shifted - era * 146097;
  int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int shifted_month = (5 * day_of_year + 2) / 153;

  *day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
  *month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
  *year = year_of_era + era * 400 + (*month <= 2);
}

/**
 * gr_date_weekday:
 *
 * Returns: 1 for Monday to 7 for Sunday (ISO 8601).
 */
int
gr_date_weekday (GrDate date)
{
  int days = (date + 3) % 7;

  return (days < 0 ? days + 7 : days) + 1;
}

/**
 * gr_date_add_months:
 *
 * The same day of another month, or that month's last day where it is shorter.
 */
GrDate
gr_date_add_months (GrDate date, int months)
{
  int year, month, day, total;

  gr_date_to_ymd (date, &year, &month, &day);
  total = year * 12 + month - 1 + months;
  year = total / 12;
  month = total % 12 + 1;
  return gr_date_from_ymd (year, month, MIN (day, days_in_month (year, month)));
}

/**
 * gr_date_parse:
 * @text: a date as files and the terminal write it, YYYY-MM-DD
 *
 * Fails with %GR_ERROR_INVALID.
 */
gboolean
gr_date_parse (const char *text, GrDate *out, GError **error)
{
  int year, month, day, length = 0;

  if (sscanf (text, "%4d-%2d-%2d%n", &year, &month, &day, &length) != 3 || length != 10 || text[length] != '\0' ||
      !gr_date_is_valid (year, month, day)) {
    g_set_error (error, GR_ERROR, GR_ERROR_INVALID, _ ("“%s” is not a date in the form YYYY-MM-DD"), text);
    return FALSE;
  }
  *out = gr_date_from_ymd (year, month, day);
  return TRUE;
}

/**
 * gr_date_format:
 *
 * Returns: (transfer full): @date as YYYY-MM-DD, for files and the terminal.
 */
char *
gr_date_format (GrDate date)
{
  int year, month, day;

  gr_date_to_ymd (date, &year, &month, &day);
  return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
}

/**
 * gr_date_title:
 * @today: decides how much has to be said
 *
 * A date for people, in the language and order of the locale: with its weekday within a fortnight
 * ("Thursday 7 July"), with its year beyond half a year ("7 July 2027").
 */
char *
gr_date_title (GrDate date, GrDate today)
{
  g_autoptr (GDateTime) time = NULL;
  const char *form = C_ ("date", "%-d %B");
  int year, month, day;

  if (ABS (date - today) <= 14)
    form = C_ ("date", "%A %-d %B");
  else if (ABS (date - today) > 183)
    form = C_ ("date", "%-d %B %Y");
  gr_date_to_ymd (date, &year, &month, &day);
  time = g_date_time_new_utc (year, month, day, 0, 0, 0);
  return time != NULL ? g_date_time_format (time, form) : gr_date_format (date);
}

/**
 * gr_grain_start:
 *
 * Returns: the first day of the week or month that @date lies in.
 */
GrDate
gr_grain_start (GrGrain grain, GrDate date)
{
  int year, month, day;

  if (grain == GR_GRAIN_WEEK)
    return date - (gr_date_weekday (date) - 1);
  gr_date_to_ymd (date, &year, &month, &day);
  return date - (day - 1);
}

/**
 * gr_grain_add:
 *
 * Returns: the first day of the bucket that lies @buckets after the one that starts on @start.
 */
GrDate
gr_grain_add (GrGrain grain, GrDate start, int buckets)
{
  return grain == GR_GRAIN_WEEK ? start + 7 * buckets : gr_date_add_months (start, buckets);
}

/**
 * gr_grain_between:
 *
 * Returns: how many buckets lie between the ones of @from and @to; negative where @to is the earlier.
 */
int
gr_grain_between (GrGrain grain, GrDate from, GrDate to)
{
  int from_year, from_month, to_year, to_month, day;

  if (grain == GR_GRAIN_WEEK)
    return (gr_grain_start (grain, to) - gr_grain_start (grain, from)) / 7;
  gr_date_to_ymd (from, &from_year, &from_month, &day);
  gr_date_to_ymd (to, &to_year, &to_month, &day);
  return (to_year - from_year) * 12 + to_month - from_month;
}

/**
 * gr_grain_per_year:
 *
 * Returns: the season's length in buckets, 52 or 12.
 */
int
gr_grain_per_year (GrGrain grain)
{
  return grain == GR_GRAIN_WEEK ? 52 : 12;
}

/**
 * gr_grain_id:
 *
 * Returns: the word that the file and the terminal use, "week" or "month".
 */
const char *
gr_grain_id (GrGrain grain)
{
  return grain == GR_GRAIN_WEEK ? "week" : "month";
}
