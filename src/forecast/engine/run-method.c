#include "run-method.h"

#include "forecast/methods/intermittent.h"
#include "forecast/methods/moving-average.h"
#include "forecast/methods/naive.h"
#include "forecast/methods/regular-methods.h"

#include <math.h>

#define CROSTON_ALPHA 0.1
#define TSB_BETA      0.2

static void
fill_flat (const GrFitTask *task, double level)
{
  task->fit->level = level;
  for (int h = 0; h < task->horizon; h++)
    task->mean[h] = level;
}

/* A weighted mean of other methods. */
static void
combine (const GrFitTask *task, const GrForecastPart *parts, int n_parts)
{
  g_autofree double *one = g_new (double, task->horizon);

  for (int h = 0; h < task->horizon; h++)
    task->mean[h] = 0;
  for (int i = 0; i < n_parts; i++) {
    GrFit fit;

    gr_fitter_forecast (task->fitter, parts[i].method, task->n, task->horizon, one, &fit);
    for (int h = 0; h < task->horizon; h++)
      task->mean[h] += parts[i].weight * one[h];
    task->fit->parts[i] = parts[i];
    task->fit->parts[i].first = one[0];
  }
  task->fit->n_parts = n_parts;
}

/* Weights found by rolling origin inside the training parts of M3. */
static void
forecast_combination (const GrFitTask *task)
{
  static const GrForecastPart positive[] = {
      {GR_METHOD_ETS_AVERAGE, 0.5, 0}, {GR_METHOD_DOTM, 0.375, 0}, {GR_METHOD_LOG_DOTM, 0.125, 0}};
  static const GrForecastPart any[] = {{GR_METHOD_ETS_AVERAGE, 0.5, 0}, {GR_METHOD_DOTM, 0.5, 0}};

  if (gr_season_is_positive (task->fitter->history->y, task->n))
    combine (task, positive, 3);
  else
    combine (task, any, 2);
}

static void
forecast_comb (const GrFitTask *task)
{
  static const GrForecastPart parts[] = {
      {GR_METHOD_SES, 1.0 / 3, 0}, {GR_METHOD_HOLT, 1.0 / 3, 0}, {GR_METHOD_DAMPED_TREND, 1.0 / 3, 0}};

  combine (task, parts, 3);
}

/**
 * gr_fitter_is_usable:
 *
 * Whether @n buckets, of those that the history has, are enough for @method to be itself.
 */
gboolean
gr_fitter_is_usable (const GrFitter *fitter, GrForecastMethod method, int n)
{
  switch (method) {
  case GR_METHOD_SEASONAL_NAIVE:
    return n >= fitter->history->season;
  case GR_METHOD_SES:
  case GR_METHOD_DRIFT:
  case GR_METHOD_THETA:
  case GR_METHOD_DOTM:
  case GR_METHOD_LOG_DOTM:
    return n >= 3;
  case GR_METHOD_DAMPED_TREND:
  case GR_METHOD_HOLT:
  case GR_METHOD_COMB:
  case GR_METHOD_ETS:
    return n >= 3 && fitter->history->n >= 7;
  case GR_METHOD_ETS_AVERAGE:
  case GR_METHOD_COMBINATION:
    return n >= 3 && fitter->history->n >= 7;
  case GR_METHOD_AUTOMATIC:
    return FALSE;
  default:
    return n >= 1;
  }
}

static void
forecast_intermittent (const GrFitTask *task, GrForecastMethod method)
{
  const double *y = task->fitter->history->y;

  if (method == GR_METHOD_CROSTON) {
    fill_flat (task, gr_intermittent_croston (y, task->n, CROSTON_ALPHA));
  } else if (method == GR_METHOD_SBA) {
    fill_flat (task, gr_intermittent_sba (y, task->n, CROSTON_ALPHA));
  } else if (method == GR_METHOD_TSB) {
    fill_flat (task, gr_intermittent_tsb (y, task->n, CROSTON_ALPHA, TSB_BETA));
  } else {
    double cap;

    fill_flat (task, gr_intermittent_capped_average (y, task->n, &cap));
    task->fit->cap = isfinite (cap) ? cap : NAN;
  }
}

static void
run (const GrFitTask *task, GrForecastMethod method)
{
  const GrHistory *history = task->fitter->history;

  switch (method) {
  case GR_METHOD_SEASONAL_NAIVE:
    gr_naive_forecast (history->raw, task->n, history->season, task->horizon, task->mean, &task->fit->window);
    break;
  case GR_METHOD_MOVING_AVERAGE:
    fill_flat (task, gr_moving_average (history->y, task->n, &task->fit->window));
    break;
  case GR_METHOD_SES:
    gr_regular_forecast_line (task, 0);
    break;
  case GR_METHOD_HOLT:
    gr_regular_forecast_line (task, 1);
    break;
  case GR_METHOD_DAMPED_TREND:
    gr_regular_forecast_line (task, 2);
    break;
  case GR_METHOD_COMB:
    forecast_comb (task);
    break;
  case GR_METHOD_DRIFT:
    gr_regular_forecast_drift (task);
    break;
  case GR_METHOD_THETA:
  case GR_METHOD_DOTM:
  case GR_METHOD_LOG_DOTM:
    gr_regular_forecast_theta (task, method);
    break;
  case GR_METHOD_ETS:
    gr_regular_forecast_ets (task);
    break;
  case GR_METHOD_ETS_AVERAGE:
    gr_regular_forecast_family (task);
    break;
  case GR_METHOD_COMBINATION:
    forecast_combination (task);
    break;
  case GR_METHOD_CROSTON:
  case GR_METHOD_SBA:
  case GR_METHOD_TSB:
  case GR_METHOD_CAPPED_AVERAGE:
    forecast_intermittent (task, method);
    break;
  case GR_METHOD_ZERO:
  case GR_METHOD_AUTOMATIC:
  default:
    fill_flat (task, 0);
    break;
  }
}

/* The seasonal naive repeats a bucket without the event that it held, and with the one that is to come. */
static void
exchange_events (const GrFitTask *task)
{
  const GrHistory *history = task->fitter->history;
  int back = task->fit->window;

  for (int h = 0; h < task->horizon; h++) {
    int at = task->n - back + h % back;

    task->mean[h] *= gr_history_event (history, task->n + h) * gr_influences_days (history->influences, task->n + h);
    if (history->is_known[at])
      task->mean[h] /= gr_history_event (history, at);
  }
}

/* The season that was taken out of the history, not that which a method found; parts of a combination have put it back.
 */
static void
put_season_back (const GrFitTask *task, GrForecastMethod method)
{
  const GrHistory *history = task->fitter->history;

  if (!gr_history_is_adjusted (history))
    return;
  if (method == GR_METHOD_SEASONAL_NAIVE) {
    exchange_events (task);
    return;
  }
  for (int h = 0; h < task->horizon && task->fit->n_parts == 0; h++)
    task->mean[h] = task->mean[h] * gr_history_index (history, task->n + h) + gr_history_addend (history, task->n + h);
  if (history->index == NULL)
    return;
  task->fit->season = history->index[(history->phase + task->n) % history->season];
  task->fit->is_season_ratio = TRUE;
}

/**
 * gr_fitter_forecast:
 * @method: any but %GR_METHOD_AUTOMATIC
 * @n: buckets of the history to look at, counted from the oldest; at most all
 * @mean: (array length=horizon): receives the forecast, in the history's scale
 * @fit: receives what the method ended with
 *
 * Forecasts what follows the first @n buckets. Where they are too few for @method it is their moving average, and
 * nothing where there are none. The ETS models keep the weights that the whole history gave them; all else is fitted
 * anew.
 */
void
gr_fitter_forecast (GrFitter *fitter, GrForecastMethod method, int n, int horizon, double *mean, GrFit *fit)
{
  GrFitTask task = {fitter, n, horizon, mean, fit};

  *fit = (GrFit){.level = NAN, .trend = NAN, .alpha = NAN, .beta = NAN, .phi = NAN, .season = NAN, .cap = NAN};
  if (n == 0)
    method = GR_METHOD_ZERO;
  else if (!gr_fitter_is_usable (fitter, method, n) && method != GR_METHOD_SEASONAL_NAIVE)
    method = GR_METHOD_MOVING_AVERAGE;
  run (&task, method);
  put_season_back (&task, method);
  for (int h = 0; h < horizon; h++)
    if (!isfinite (mean[h]))
      mean[h] = fitter->history->raw[n - 1];
}
