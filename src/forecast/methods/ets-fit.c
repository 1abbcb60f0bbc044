#include "ets-search.h"

#include <math.h>

static double
find_scale (const double *y, int n)
{
  double sum = 0;

  for (int i = 0; i < n; i++)
    sum += fabs (y[i]) / n;
  return sum > 0 ? sum : 1;
}

/* -2 log-likelihood and what follows from it, in the units of the series; relative errors know no units, their
 * forecasts do. */
static void
take_likelihood (GrEtsModel *model, double value, double squares, double scale)
{
  int n = model->n;
  int p = model->n_parameters;

  value += 2 * n * log (scale);
  model->log_likelihood = -value / 2;
  model->aicc = n > p + 1 ? value + 2.0 * p + 2.0 * p * (p + 1) / (n - p - 1) : INFINITY;
  model->variance = squares / MAX (n - (p - 1), 1);
  if (model->form.error != GR_ETS_MULTIPLICATIVE)
    model->variance *= scale * scale;
}

/* Seasons that sum to nothing, or average to one, the rest being level. */
static void
normalise_season (GrEtsModel *model, double *level, double *trend, double *season)
{
  double mean = 0;

  for (int s = 0; s < model->period; s++)
    mean += season[s] / model->period;
  if (model->form.season == GR_ETS_MULTIPLICATIVE) {
    *level *= mean;
    *trend *= mean;
    for (int s = 0; s < model->period; s++)
      season[s] /= mean;
  } else {
    *level += mean;
    for (int s = 0; s < model->period; s++)
      season[s] -= mean;
  }
}

static void
take_state (GrEtsModel *model, const GrEtsState *state, double scale, double *level, double *trend, double *season)
{
  double season_scale = model->form.season == GR_ETS_ADDITIVE ? scale : 1;

  *level = state->level * scale;
  *trend = state->trend * scale;
  for (int s = 0; s < model->period; s++)
    season[s] = state->season[s] * season_scale;
  if (model->form.season != GR_ETS_NONE)
    normalise_season (model, level, trend, season);
}

static void
take_model (GrEtsModel *model, const GrEtsSearch *search, double scale)
{
  const GrEtsProblem *problem = search->problem;
  GrEtsWeights w = gr_ets_read_weights (problem, search->at);
  GrEtsState start, end;
  double squares = 0;

  gr_ets_read_state (problem, search->at, &start);
  gr_ets_pass_value (problem, search->at, &end, &squares);
  *model = (GrEtsModel){.form = problem->form,
      .period = problem->period,
      .n = problem->n,
      .alpha = w.alpha,
      .beta = w.beta,
      .gamma = w.gamma,
      .phi = w.phi,
      .n_parameters = problem->layout.count + 1};
  take_state (model, &start, scale, &model->start_level, &model->start_trend, model->start_season);
  take_state (model, &end, scale, &model->level, &model->trend, model->season);
  take_likelihood (model, search->value, squares, scale);
}

static gboolean
fit (GrEtsModel *model, GrEtsForm form, const double *y, int n, int period, gboolean is_quick)
{
  g_autofree double *scaled = g_new (double, n + 1);
  double scale = find_scale (y, n);
  GrEtsProblem problem;
  GrEtsSearch search;

  for (int i = 0; i < n; i++)
    scaled[i] = y[i] / scale;
  gr_ets_problem_init (&problem, form, scaled, n, period);
  gr_ets_search_init (&search, &problem);
  if (!(is_quick ? gr_ets_search_quickly (&search) : gr_ets_search_thoroughly (&search)))
    return FALSE;
  take_model (model, &search, scale);
  return TRUE;
}

/**
 * gr_ets_fit:
 * @period: 1 to %GR_ETS_LONGEST_SEASON
 *
 * Fits one model by maximum likelihood: states from a decomposition, weights from a grid, then all together by a
 * Levenberg-Marquardt search with exact derivatives, from several starts. O(steps · n · parameters²).
 *
 * Returns: %FALSE where the model can't be fitted to such values
 */
gboolean
gr_ets_fit (GrEtsModel *model, GrEtsForm form, const double *y, int n, int period)
{
  return fit (model, form, y, n, period, FALSE);
}

/**
 * gr_ets_fit_quickly:
 *
 * As gr_ets_fit(), from one start and not to the last digit, at a fifth of the cost: to screen candidates, and for
 * averages of models.
 */
gboolean
gr_ets_fit_quickly (GrEtsModel *model, GrEtsForm form, const double *y, int n, int period)
{
  return fit (model, form, y, n, period, TRUE);
}
