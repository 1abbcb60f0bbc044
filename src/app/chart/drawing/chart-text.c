#include "chart-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/**
 * gr_chart_text_number:
 *
 * Returns: (transfer full): @value with @digits decimals by the locale's signs, with a true minus; an em dash
 *   for what is unknown.
 */
char *
gr_chart_text_number (double value, int digits)
{
  double power = pow (10, digits);
  g_autofree char *plain = NULL;

  if (!isfinite (value))
    return g_strdup ("—");
  plain = g_strdup_printf ("%'.*f", digits, fabs (value));
  /* What rounds to zero has no sign. */
  return value < 0 && round (fabs (value) * power) > 0 ? g_strconcat ("−", plain, NULL) : g_steal_pointer (&plain);
}

static int
decimals_of_step (double step)
{
  return step >= 1 ? 0 : MIN (9, (int) ceil (-log10 (step) - 1e-9));
}

/**
 * gr_chart_text_value:
 *
 * Returns: (transfer full): gr_chart_text_number() without the decimals nobody reads on a large number
 */
char *
gr_chart_text_value (double value, int digits)
{
  return gr_chart_text_number (value, fabs (value) >= 10000 ? 0 : digits);
}

/**
 * gr_chart_text_tick:
 * @value: value of the tick
 * @step: distance to the next one, which decides the decimals
 * @largest: the largest absolute value on the axis, which decides whether millions are written short
 *
 * Returns: (transfer full): the tick's label by the locale's signs.
 */
char *
gr_chart_text_tick (double value, double step, double largest)
{
  static const struct {
    double size;
    const char *format;
  } units[] = {
      {1e12, /* Translators: trillions (10^12) on a chart's axis, as in "5 tn" */ N_ ("%s tn")},
      {1e9, /* Translators: billions (10^9) on a chart's axis, as in "5 bn" */ N_ ("%s bn")},
      {1e6, /* Translators: millions on a chart's axis, as in "5 M" */ N_ ("%s M")},
  };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (largest >= units[i].size && value != 0) {
      g_autofree char *number = gr_chart_text_number (value / units[i].size, decimals_of_step (step / units[i].size));
      g_auto (GStrv) parts = g_strsplit (_ (units[i].format), "%s", 2);

      return g_strjoinv (number, parts);
    }
  return gr_chart_text_number (value, decimals_of_step (step));
}

/**
 * gr_chart_text_date:
 * @format: as g_date_time_format() takes it
 *
 * Returns: (transfer full): @date by the locale.
 */
char *
gr_chart_text_date (GrDate date, const char *format)
{
  int year, month, day;
  g_autoptr (GDateTime) time = NULL;

  gr_date_to_ymd (date, &year, &month, &day);
  time = g_date_time_new_utc (year, month, day, 0, 0, 0);
  return time ? g_date_time_format (time, format) : g_strdup ("");
}

/**
 * gr_chart_text_day:
 *
 * Returns: (transfer full): @date as people say it, with the year only where it is not @today's.
 */
char *
gr_chart_text_day (GrDate date, GrDate today)
{
  int year, this_year, month, day;

  gr_date_to_ymd (date, &year, &month, &day);
  gr_date_to_ymd (today, &this_year, &month, &day);
  return year == this_year ? gr_chart_text_date (date, /* Translators: a day of this year, "14 July" */ _ ("%-d %B"))
                           : gr_chart_text_date (date, /* Translators: a day of another year, "14 July 2011" */
                                 _ ("%-d %B %Y"));
}

/**
 * gr_chart_text_bucket:
 *
 * Returns: (transfer full): the name of the week or month that starts on @start.
 */
char *
gr_chart_text_bucket (GrGrain grain, GrDate start)
{
  return gr_chart_text_date (start, grain == GR_GRAIN_WEEK
                                        ? /* Translators: the week that starts on this day */ _ ("Week of %-d %B %Y")
                                        : /* Translators: a month, "July 2011" */ _ ("%OB %Y"));
}
