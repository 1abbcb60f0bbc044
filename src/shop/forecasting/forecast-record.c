#include "forecast-record.h"

#include "domain/base/decimal.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* A record of fewer months than this is told in weeks. */
#define FEWEST_MONTHS 3

/* Fewer errors than this lean to one side by chance. */
#define FEWEST_ERRORS 6

/* Beyond this many mean absolute errors a forecast is said to have lost its track (FIELD: tracking signal). Of n errors
 * without a lean the sum strays by 1.25 sqrt (n) of them, so of many errors more is asked for: 2.5 times that. */
#define LEAST_SIGNAL   4.0
#define STRAY_PER_SQRT (2.5 * 1.25)

/* Whether last year's figures would have said anything else. */
static gboolean
has_rival (const GrForecastRow *row)
{
  return !isnan (row->naive_wape) && !g_str_equal (row->method, "seasonal-naive");
}

/* Of months there are always several. */
static char *
write_months (const GrForecastRow *row)
{
  int n = row->n_origins;
  g_autofree char *error = gr_decimal_percent (row->wape, 0);
  g_autofree char *naive = has_rival (row) ? gr_decimal_percent (row->naive_wape, 0) : NULL;

  if (naive == NULL)
    return g_strdup_printf (_ ("Over the last %d months the forecast was %s off on average"), n, error);
  return g_strdup_printf (_ ("Over the last %d months the forecast was %s off on average; the same month last year "
                             "would have been %s off"),
      n, error, naive);
}

static char *
write_weeks (const GrForecastRow *row)
{
  int n = row->n_origins;
  g_autofree char *error = gr_decimal_percent (row->wape, 0);
  g_autofree char *naive = has_rival (row) ? gr_decimal_percent (row->naive_wape, 0) : NULL;

  if (n == 1 && naive == NULL)
    return g_strdup_printf (_ ("Last week the forecast was %s off"), error);
  if (n == 1)
    return g_strdup_printf (
        _ ("Last week the forecast was %s off; the same week last year would have been %s off"), error, naive);
  if (naive == NULL)
    return g_strdup_printf (_ ("Over the last %d weeks the forecast was %s off on average"), n, error);
  return g_strdup_printf (_ ("Over the last %d weeks the forecast was %s off on average; the same week last year "
                             "would have been %s off"),
      n, error, naive);
}

/**
 * gr_forecast_record_write:
 * @week: (nullable):
 * @month: (nullable):
 *
 * Returns: (transfer full) (nullable): how good an item's forecast has been, a sentence; of its months, or where they
 *   are too few, of its weeks
 */
char *
gr_forecast_record_write (const GrForecastRow *week, const GrForecastRow *month)
{
  if (month != NULL && !isnan (month->wape) && month->n_origins >= FEWEST_MONTHS)
    return write_months (month);
  if (week != NULL && !isnan (week->wape) && week->n_origins > 0)
    return write_weeks (week);
  return NULL;
}

/**
 * gr_forecast_record_signal:
 *
 * Returns: the tracking signal: the sum of past errors (forecast - actual) over their mean absolute size; NaN where
 *   they are too few to say
 */
double
gr_forecast_record_signal (const GrForecastRow *row)
{
  if (row->n_origins < FEWEST_ERRORS || isnan (row->mae))
    return NAN;
  return row->mae > 0 ? row->bias * row->n_origins / row->mae : 0;
}

/**
 * gr_forecast_record_warn:
 *
 * Returns: (transfer full) (nullable): that the forecast leans to one side, where it does
 */
char *
gr_forecast_record_warn (const GrForecastRow *week)
{
  double signal = gr_forecast_record_signal (week);

  if (isnan (signal) || fabs (signal) <= MAX (LEAST_SIGNAL, STRAY_PER_SQRT * sqrt (week->n_origins)))
    return NULL;
  if (signal > 0)
    return g_strdup_printf (
        _ ("The forecast has been too high for weeks, by %.1f per week on average: please check it"), week->bias);
  return g_strdup_printf (
      _ ("The forecast has been too low for weeks, by %.1f per week on average: please check it"), -week->bias);
}
