#include "method.h"

#include "moving-average.h"
#include "naive.h"
#include "smoothing.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static const struct {
  const char *id;
  const char *title;
} methods[GR_N_METHODS] = {
    [GR_METHOD_AUTOMATIC] = {"automatic", N_ ("Automatic")},
    [GR_METHOD_SEASONAL_NAIVE] = {"seasonal-naive", N_ ("Same as last year")},
    [GR_METHOD_MOVING_AVERAGE] = {"moving-average", N_ ("Moving average")},
    [GR_METHOD_SES] = {"ses", N_ ("Exponential smoothing")},
    [GR_METHOD_DAMPED_TREND] = {"damped-trend", N_ ("Damped trend")},
    [GR_METHOD_ZERO] = {"zero", N_ ("No more demand")},
};

/**
 * gr_forecast_method_id:
 *
 * Returns: the word that the file and the terminal use.
 */
const char *
gr_forecast_method_id (GrForecastMethod method)
{
  return methods[method].id;
}

/**
 * gr_forecast_method_title:
 *
 * Returns: the method's name for people, translated.
 */
const char *
gr_forecast_method_title (GrForecastMethod method)
{
  return _ (methods[method].title);
}

/**
 * gr_forecast_method_from_id:
 *
 * Returns: %FALSE where no method has that id; @out is then untouched.
 */
gboolean
gr_forecast_method_from_id (const char *id, GrForecastMethod *out)
{
  for (int i = 0; i < GR_N_METHODS; i++) {
    if (g_strcmp0 (methods[i].id, id) == 0) {
      *out = (GrForecastMethod) i;
      return TRUE;
    }
  }
  return FALSE;
}

/**
 * gr_method_is_usable:
 *
 * Whether the first @n buckets are enough for @method to be more than another method under its name.
 */
gboolean
gr_method_is_usable (GrForecastMethod method, const GrHistory *history, int n)
{
  switch (method) {
  case GR_METHOD_SEASONAL_NAIVE:
    return history->period > 1 ? n >= history->period : n >= 1;
  case GR_METHOD_MOVING_AVERAGE:
    return n >= 1;
  case GR_METHOD_SES:
    return n >= 3;
  case GR_METHOD_DAMPED_TREND:
    return n >= 6;
  case GR_METHOD_ZERO:
    return TRUE;
  case GR_METHOD_AUTOMATIC:
  default:
    return FALSE;
  }
}

/**
 * gr_method_forecast:
 * @method: any but %GR_METHOD_AUTOMATIC
 * @n: buckets of @history to look at, counted from the oldest; at most all
 * @mean: (array length=horizon): receives the forecast, in the history's scale
 * @fit: receives what the method ended with
 *
 * Fits @method to the first @n buckets and forecasts the next ones. Every method answers for every @n, 0 included.
 */
void
gr_method_forecast (GrForecastMethod method, const GrHistory *history, int n, int horizon, double *mean, GrFit *fit)
{
  *fit = (GrFit){.level = NAN, .trend = NAN, .alpha = NAN, .beta = NAN, .phi = NAN, .window = 0};
  if (n == 0)
    method = GR_METHOD_ZERO;
  switch (method) {
  case GR_METHOD_SEASONAL_NAIVE:
    gr_naive_forecast (history->y, n, history->period, horizon, mean, fit);
    break;
  case GR_METHOD_SES:
    gr_smoothing_forecast_ses (history->y, n, horizon, mean, fit);
    break;
  case GR_METHOD_DAMPED_TREND:
    gr_smoothing_forecast_damped (history->y, n, horizon, mean, fit);
    break;
  case GR_METHOD_MOVING_AVERAGE:
    gr_moving_average_forecast (history->y, n, horizon, mean, fit);
    break;
  case GR_METHOD_ZERO:
  case GR_METHOD_AUTOMATIC:
  default:
    for (int h = 0; h < horizon; h++)
      mean[h] = 0;
    break;
  }
}
