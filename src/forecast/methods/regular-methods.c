#include "regular-methods.h"

#include "theta.h"

#include <math.h>
#include <string.h>

/* Of values of size 1: a perfect fit is no promise. */
#define LEAST_SPREAD 1e-9

/* Growth that goes on and on ends here: a tenfold of the highest value, in logarithms. */
#define MOST_GROWTH 2.302585092994046

/* Seasons too long for seasonal models are taken out before. */
static gboolean
is_period_modelled (const GrFitter *fitter)
{
  return fitter->history->period <= GR_ETS_LONGEST_SEASON;
}

static int
modelled_period (const GrFitter *fitter)
{
  return is_period_modelled (fitter) ? fitter->history->period : 1;
}

static const double *
values_for_ets (const GrFitter *fitter, const GrModels *models)
{
  return is_period_modelled (fitter) ? fitter->history->y : models->adjusted;
}

static GrModels *
models_at (GrFitter *fitter, int n)
{
  return n < fitter->history->n && !fitter->has_hindsight ? &fitter->past : &fitter->now;
}

static const GrEtsModel *
get_line (GrModels *models, int which)
{
  static const char *const names[] = {"ANN", "AAN", "AAdN"};

  for (int i = 0; i < 3 && !models->has_lines; i++) {
    GrEtsForm form;

    gr_ets_form_from_name (names[i], &form);
    gr_ets_fit_quickly (&models->lines[i], form, models->adjusted, models->n, 1);
  }
  models->has_lines = TRUE;
  return &models->lines[which];
}

/* The past is seen through the models that the whole history chose, fitted to what was known then. */
static const GrEtsFamily *
get_family (GrFitter *fitter, GrModels *models)
{
  const double *y = values_for_ets (fitter, models);
  const GrEtsFamily *now = models == &fitter->now ? NULL : get_family (fitter, &fitter->now);

  if (!models->has_family && now != NULL)
    models->family = gr_ets_family_refit (now, y, models->n, modelled_period (fitter));
  else if (!models->has_family)
    models->family = gr_ets_family_new (y, models->n, modelled_period (fitter));
  models->has_family = TRUE;
  return models->family;
}

/* The first of the family, which goes without the models that fit well and run away. */
static const GrEtsModel *
get_best (GrFitter *fitter, GrModels *models)
{
  const GrEtsFamily *family = get_family (fitter, models);

  return family != NULL ? &family->models[0] : get_line (models, 0);
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

/**
 * gr_regular_forecast_line:
 * @which: 0 for a level, 1 for a trend, 2 for a damped trend
 *
 * Exponential smoothing of the values without their season.
 */
void
gr_regular_forecast_line (const GrFitTask *task, int which)
{
  GrModels *models = models_at (task->fitter, task->n);
  GrEtsModel model = *get_line (models, which);

  gr_ets_resume (&model, models->adjusted, task->n);
  gr_ets_forecast (&model, task->horizon, task->mean, NULL);
  note_model (&model, task->fit);
  note_season (models->season, task->n, task->fit);
  gr_season_restore (models->season, task->n, task->horizon, task->mean);
}

/**
 * gr_regular_forecast_ets:
 *
 * The best ETS model by AICc, of those that can be trusted with the future.
 */
void
gr_regular_forecast_ets (const GrFitTask *task)
{
  GrFitter *fitter = task->fitter;
  GrModels *models = models_at (fitter, task->n);
  GrEtsModel model = *get_best (fitter, models);

  gr_ets_resume (&model, values_for_ets (fitter, models), task->n);
  gr_ets_forecast (&model, task->horizon, task->mean, NULL);
  note_model (&model, task->fit);
  g_strlcpy (task->fit->model, gr_ets_form_name (model.form), sizeof task->fit->model);
  if (!is_period_modelled (fitter)) {
    note_season (models->season, task->n, task->fit);
    gr_season_restore (models->season, task->n, task->horizon, task->mean);
  } else if (model.form.season != GR_ETS_NONE) {
    task->fit->season = model.season[task->n % model.period];
    task->fit->is_season_ratio = model.form.season == GR_ETS_MULTIPLICATIVE;
  }
}

/**
 * gr_regular_forecast_family:
 *
 * All ETS models, weighted.
 */
void
gr_regular_forecast_family (const GrFitTask *task)
{
  GrFitter *fitter = task->fitter;
  GrModels *models = models_at (fitter, task->n);
  const GrEtsFamily *family = get_family (fitter, models);

  if (family == NULL) {
    gr_regular_forecast_line (task, 0);
    return;
  }
  gr_ets_family_forecast (family, values_for_ets (fitter, models), task->n, task->horizon, task->mean, NULL);
  if (!is_period_modelled (fitter))
    gr_season_restore (models->season, task->n, task->horizon, task->mean);
}

/* The first @n values without their season, and their logarithms where that is asked for and can be had. The season,
 * too, is that of the first @n alone. */
static GrSeason *
adjust_for_theta (const GrHistory *history, GrForecastMethod method, int n, double *adjusted, gboolean *is_log)
{
  GrSeason *season = method == GR_METHOD_DOTM ? gr_season_new_shrunken (history->y, n, history->period)
                                              : gr_season_new (history->y, n, history->period);

  gr_season_remove (season, history->y, n, adjusted);
  *is_log = method == GR_METHOD_LOG_DOTM && gr_season_is_positive (adjusted, n);
  for (int i = 0; *is_log && i < n; i++)
    adjusted[i] = log (adjusted[i]);
  return season;
}

static double
highest (const double *y, int n)
{
  double most = y[0];

  for (int i = 1; i < n; i++)
    most = fmax (most, y[i]);
  return most;
}

static double
get_theta_alpha (const GrFitter *fitter, GrModels *models, GrForecastMethod method)
{
  double *alpha = &models->theta_alphas[method == GR_METHOD_LOG_DOTM];

  if (*alpha == 0) {
    g_autofree double *adjusted = g_new (double, models->n + 1);
    gboolean is_log;
    g_autoptr (GrSeason) season = adjust_for_theta (fitter->history, method, models->n, adjusted, &is_log);

    *alpha = gr_theta_search_dynamic (adjusted, models->n);
  }
  return *alpha;
}

/* @first: the first step without its season; what the line adds to the level there is told as the trend. */
static void
note_theta (const GrTheta *theta, double first, GrFit *fit)
{
  fit->level = theta->level;
  fit->trend = first - theta->level;
  fit->alpha = theta->alpha;
}

/**
 * gr_regular_forecast_theta:
 * @method: %GR_METHOD_THETA, %GR_METHOD_DOTM or %GR_METHOD_LOG_DOTM
 *
 * The Theta methods. Their smoothing weight is that of the models; all else they take from the first n values.
 */
void
gr_regular_forecast_theta (const GrFitTask *task, GrForecastMethod method)
{
  g_autofree double *adjusted = g_new (double, task->n + 1);
  GrFitter *fitter = task->fitter;
  gboolean is_log;
  g_autoptr (GrSeason) season = adjust_for_theta (fitter->history, method, task->n, adjusted, &is_log);
  GrTheta theta;

  if (method == GR_METHOD_THETA)
    gr_theta_forecast (adjusted, task->n, task->horizon, task->mean, &theta);
  else
    gr_theta_forecast_dynamic_by (get_theta_alpha (fitter, models_at (fitter, task->n), method), adjusted, task->n,
        task->horizon, task->mean, &theta);
  for (int h = 0; is_log && h < task->horizon; h++)
    task->mean[h] = exp (fmin (task->mean[h], highest (adjusted, task->n) + MOST_GROWTH));
  if (!is_log)
    note_theta (&theta, task->mean[0], task->fit);
  note_season (season, task->n, task->fit);
  gr_season_restore (season, task->n, task->horizon, task->mean);
}

/**
 * gr_regular_forecast_drift:
 *
 * The line through the first and the last value.
 */
void
gr_regular_forecast_drift (const GrFitTask *task)
{
  const GrModels *models = models_at (task->fitter, task->n);
  const double *y = models->adjusted;
  int n = task->n;
  double slope = n > 1 ? (y[n - 1] - y[0]) / (n - 1) : 0;

  for (int h = 0; h < task->horizon; h++)
    task->mean[h] = y[n - 1] + (h + 1) * slope;
  task->fit->level = y[n - 1];
  task->fit->trend = slope;
  note_season (models->season, n, task->fit);
  gr_season_restore (models->season, n, task->horizon, task->mean);
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
 * gr_regular_spread:
 * @sd: (array length=horizon): receives how the error's standard deviation goes with the step: that of the ETS models
 * where
 *   @method is of their kind, else 1
 *
 * The shape of the uncertainty after @n buckets; its size is for past errors to say.
 */
void
gr_regular_spread (GrFitter *fitter, GrForecastMethod method, int n, int horizon, double *sd)
{
  GrModels *models = models_at (fitter, n);
  const GrEtsFamily *family =
      has_models_behind (method) && fitter->history->n >= 7 ? get_family (fitter, models) : NULL;
  g_autofree double *mean = NULL;

  if (family == NULL || n == 0) {
    for (int h = 0; h < horizon; h++)
      sd[h] = gr_history_index (fitter->history, n + h);
    return;
  }
  mean = g_new (double, horizon);
  gr_ets_family_forecast (family, values_for_ets (fitter, models), n, horizon, mean, sd);
  for (int h = 0; h < horizon; h++)
    sd[h] = fmax (sqrt (sd[h]), LEAST_SPREAD) * gr_history_index (fitter->history, n + h);
}
