#include "fitter.h"

#include "intermittent.h"
#include "moving-average.h"
#include "naive.h"
#include "theta.h"

#include <math.h>
#include <string.h>

#define CROSTON_ALPHA 0.1
#define TSB_BETA      0.2

/* Of values of size 1: a perfect fit is no promise. */
#define LEAST_SPREAD 1e-9

/* One forecast to be made: the first @n buckets, @horizon steps into @mean. */
typedef struct {
  GrFitter *fitter;
  int n;
  int horizon;
  double *mean;
  GrFit *fit;
} Task;

/**
 * gr_fitter_new:
 * @history: must outlive the fitter
 */
GrFitter *
gr_fitter_new (const GrHistory *history)
{
  GrFitter *fitter = g_new0 (GrFitter, 1);

  fitter->history = history;
  fitter->season = gr_season_new (history->y, history->n, history->period);
  fitter->adjusted = g_new (double, history->n + 1);
  gr_season_remove (fitter->season, history->y, history->n, fitter->adjusted);
  return fitter;
}

void
gr_fitter_free (GrFitter *fitter)
{
  if (fitter == NULL)
    return;
  gr_season_free (fitter->season);
  g_free (fitter->adjusted);
  gr_ets_family_free (fitter->family);
  g_free (fitter);
}

/* Seasons too long for seasonal models are taken out before. */
static gboolean
is_period_modelled (const GrFitter *fitter)
{
  return fitter->history->period <= GR_ETS_LONGEST_SEASON;
}

static const double *
values_for_ets (const GrFitter *fitter)
{
  return is_period_modelled (fitter) ? fitter->history->y : fitter->adjusted;
}

static void
fit_lines (GrFitter *fitter)
{
  static const char *const names[] = {"ANN", "AAN", "AAdN"};

  if (fitter->has_lines)
    return;
  for (int i = 0; i < 3; i++) {
    GrEtsForm form;

    gr_ets_form_from_name (names[i], &form);
    gr_ets_fit (&fitter->lines[i], form, fitter->adjusted, fitter->history->n, 1);
  }
  fitter->has_lines = TRUE;
}

static const GrEtsFamily *
get_family (GrFitter *fitter)
{
  int period = is_period_modelled (fitter) ? fitter->history->period : 1;

  if (!fitter->has_family)
    fitter->family = gr_ets_family_new (values_for_ets (fitter), fitter->history->n, period);
  fitter->has_family = TRUE;
  return fitter->family;
}

static const GrEtsModel *
get_best (GrFitter *fitter)
{
  int period = is_period_modelled (fitter) ? fitter->history->period : 1;

  if (!fitter->has_best && !gr_ets_select (&fitter->best, values_for_ets (fitter), fitter->history->n, period)) {
    fit_lines (fitter);
    fitter->best = fitter->lines[0];
  }
  fitter->has_best = TRUE;
  return &fitter->best;
}

static void
note_season (const GrSeason *season, int n, GrFit *fit)
{
  if (!season->is_present)
    return;
  fit->season = season->index[n % season->period];
  fit->is_season_ratio = season->is_multiplicative;
}

static void
note_model (const GrEtsModel *model, GrFit *fit)
{
  fit->level = model->level;
  fit->alpha = model->alpha;
  if (model->form.trend != GR_ETS_NONE) {
    fit->trend = model->trend;
    fit->beta = model->beta;
    fit->phi = model->phi;
  }
}

/* One of level, trend and damped trend, on the values without their season. */
static void
forecast_line (const Task *task, int which)
{
  GrFitter *fitter = task->fitter;
  GrEtsModel model;

  fit_lines (fitter);
  model = fitter->lines[which];
  gr_ets_resume (&model, fitter->adjusted, task->n);
  gr_ets_forecast (&model, task->horizon, task->mean, NULL);
  note_model (&model, task->fit);
  note_season (fitter->season, task->n, task->fit);
  gr_season_restore (fitter->season, task->n, task->horizon, task->mean);
}

static void
forecast_ets (const Task *task)
{
  GrFitter *fitter = task->fitter;
  GrEtsModel model = *get_best (fitter);

  gr_ets_resume (&model, values_for_ets (fitter), task->n);
  gr_ets_forecast (&model, task->horizon, task->mean, NULL);
  note_model (&model, task->fit);
  g_strlcpy (task->fit->model, gr_ets_form_name (model.form), sizeof task->fit->model);
  if (!is_period_modelled (fitter)) {
    note_season (fitter->season, task->n, task->fit);
    gr_season_restore (fitter->season, task->n, task->horizon, task->mean);
  } else if (model.form.season != GR_ETS_NONE) {
    task->fit->season = model.season[task->n % model.period];
    task->fit->is_season_ratio = model.form.season == GR_ETS_MULTIPLICATIVE;
  }
}

static void
forecast_family (const Task *task)
{
  GrFitter *fitter = task->fitter;

  gr_ets_family_forecast (get_family (fitter), values_for_ets (fitter), task->n, task->horizon, task->mean, NULL);
  if (!is_period_modelled (fitter))
    gr_season_restore (fitter->season, task->n, task->horizon, task->mean);
}

static gboolean
is_all_positive (const double *y, int n)
{
  for (int i = 0; i < n; i++)
    if (!(y[i] > 0))
      return FALSE;
  return TRUE;
}

/* The Theta methods see nothing but the first n values, their season included. */
static void
forecast_theta (const Task *task, GrForecastMethod method)
{
  const double *y = task->fitter->history->y;
  int period = task->fitter->history->period;
  g_autofree double *adjusted = g_new (double, task->n);
  g_autoptr (GrSeason) season =
      method == GR_METHOD_DOTM ? gr_season_new_shrunken (y, task->n, period) : gr_season_new (y, task->n, period);
  gboolean is_log;
  GrTheta theta;

  gr_season_remove (season, y, task->n, adjusted);
  is_log = method == GR_METHOD_LOG_DOTM && is_all_positive (adjusted, task->n);
  for (int i = 0; is_log && i < task->n; i++)
    adjusted[i] = log (adjusted[i]);
  if (method == GR_METHOD_THETA)
    gr_theta_forecast (adjusted, task->n, task->horizon, task->mean, &theta);
  else
    gr_theta_forecast_dynamic (adjusted, task->n, task->horizon, task->mean, &theta);
  for (int h = 0; is_log && h < task->horizon; h++)
    task->mean[h] = exp (task->mean[h]);
  gr_season_restore (season, task->n, task->horizon, task->mean);
  note_season (season, task->n, task->fit);
  if (!is_log)
    *task->fit = (GrFit){.level = theta.level,
        .trend = theta.weight * theta.slope,
        .alpha = theta.alpha,
        .beta = NAN,
        .phi = NAN,
        .season = task->fit->season,
        .is_season_ratio = task->fit->is_season_ratio,
        .cap = NAN};
}

static void
forecast_drift (const Task *task)
{
  const double *y = task->fitter->adjusted;
  int n = task->n;
  double slope = n > 1 ? (y[n - 1] - y[0]) / (n - 1) : 0;

  for (int h = 0; h < task->horizon; h++)
    task->mean[h] = y[n - 1] + (h + 1) * slope;
  task->fit->level = y[n - 1];
  task->fit->trend = slope;
  note_season (task->fitter->season, n, task->fit);
  gr_season_restore (task->fitter->season, n, task->horizon, task->mean);
}

static void
fill_flat (const Task *task, double level)
{
  task->fit->level = level;
  for (int h = 0; h < task->horizon; h++)
    task->mean[h] = level;
}

/* A weighted mean of other methods. */
static void
combine (const Task *task, const GrForecastPart *parts, int n_parts)
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
forecast_combination (const Task *task)
{
  static const GrForecastPart positive[] = {
      {GR_METHOD_ETS_AVERAGE, 0.5, 0}, {GR_METHOD_DOTM, 0.375, 0}, {GR_METHOD_LOG_DOTM, 0.125, 0}};
  static const GrForecastPart any[] = {{GR_METHOD_ETS_AVERAGE, 0.5, 0}, {GR_METHOD_DOTM, 0.5, 0}};

  if (is_all_positive (task->fitter->history->y, task->n))
    combine (task, positive, 3);
  else
    combine (task, any, 2);
}

static void
forecast_comb (const Task *task)
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
    return n >= MAX (fitter->history->period, 1);
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
forecast_intermittent (const Task *task, GrForecastMethod method)
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
run (const Task *task, GrForecastMethod method)
{
  const GrHistory *history = task->fitter->history;

  switch (method) {
  case GR_METHOD_SEASONAL_NAIVE:
    gr_naive_forecast (history->y, task->n, history->period, task->horizon, task->mean, &task->fit->window);
    break;
  case GR_METHOD_MOVING_AVERAGE:
    fill_flat (task, gr_moving_average (history->y, task->n, &task->fit->window));
    break;
  case GR_METHOD_SES:
    forecast_line (task, 0);
    break;
  case GR_METHOD_HOLT:
    forecast_line (task, 1);
    break;
  case GR_METHOD_DAMPED_TREND:
    forecast_line (task, 2);
    break;
  case GR_METHOD_COMB:
    forecast_comb (task);
    break;
  case GR_METHOD_DRIFT:
    forecast_drift (task);
    break;
  case GR_METHOD_THETA:
  case GR_METHOD_DOTM:
  case GR_METHOD_LOG_DOTM:
    forecast_theta (task, method);
    break;
  case GR_METHOD_ETS:
    forecast_ets (task);
    break;
  case GR_METHOD_ETS_AVERAGE:
    forecast_family (task);
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
  Task task = {fitter, n, horizon, mean, fit};

  *fit = (GrFit){.level = NAN, .trend = NAN, .alpha = NAN, .beta = NAN, .phi = NAN, .season = NAN, .cap = NAN};
  if (n == 0)
    method = GR_METHOD_ZERO;
  else if (!gr_fitter_is_usable (fitter, method, n) && method != GR_METHOD_SEASONAL_NAIVE)
    method = GR_METHOD_MOVING_AVERAGE;
  run (&task, method);
  for (int h = 0; h < horizon; h++)
    if (!isfinite (mean[h]))
      mean[h] = fitter->history->y[n - 1];
}

static gboolean
has_models_behind (GrForecastMethod method)
{
  switch (method) {
  case GR_METHOD_SES:
  case GR_METHOD_HOLT:
  case GR_METHOD_DAMPED_TREND:
  case GR_METHOD_COMB:
  case GR_METHOD_THETA:
  case GR_METHOD_DOTM:
  case GR_METHOD_LOG_DOTM:
  case GR_METHOD_ETS:
  case GR_METHOD_ETS_AVERAGE:
  case GR_METHOD_COMBINATION:
    return TRUE;
  default:
    return FALSE;
  }
}

/**
 * gr_fitter_spread:
 * @sd: (array length=horizon): receives how the error's standard deviation goes with the step: that of the ETS models
 * where
 *   @method is of their kind, else 1
 *
 * The shape of the uncertainty after @n buckets; its size is for past errors to say.
 */
void
gr_fitter_spread (GrFitter *fitter, GrForecastMethod method, int n, int horizon, double *sd)
{
  const GrEtsFamily *family = has_models_behind (method) && fitter->history->n >= 7 ? get_family (fitter) : NULL;
  g_autofree double *mean = NULL;

  if (family == NULL || n == 0) {
    for (int h = 0; h < horizon; h++)
      sd[h] = 1;
    return;
  }
  mean = g_new (double, horizon);
  gr_ets_family_forecast (family, values_for_ets (fitter), n, horizon, mean, sd);
  for (int h = 0; h < horizon; h++)
    sd[h] = fmax (sqrt (sd[h]), LEAST_SPREAD);
}
