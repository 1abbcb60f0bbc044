#include "ets-start.h"

#include <math.h>
#include <string.h>

#define MOST_STEPS 60

/* A step that gains less than this is the last: -2 log-likelihood to a 10,000th is more than AICc needs. */
#define LEAST_GAIN 1e-5

#define MOST_DAMPING 1e8

/* Where a fit stands. */
typedef struct {
  const GrEtsProblem *problem;
  double low[GR_ETS_MOST_PARAMETERS];
  double high[GR_ETS_MOST_PARAMETERS];
  double at[GR_ETS_MOST_PARAMETERS];
  double value;
  double damping;
  GrEtsSlope slope;
} Search;

/* Solves the damped normal equations of the @n parameters in @free by Cholesky's method; @step receives the answer. */
static gboolean
solve (const Search *search, const int *free, int n, double *step)
{
  double l[GR_ETS_MOST_PARAMETERS][GR_ETS_MOST_PARAMETERS];
  double z[GR_ETS_MOST_PARAMETERS];

  for (int i = 0; i < n; i++) {
    const double *row = search->slope.hessian + free[i] * GR_ETS_MOST_PARAMETERS;

    for (int j = 0; j <= i; j++) {
      double sum = row[free[j]];

      if (i == j)
        sum += search->damping * row[free[i]] + 1e-12;
      for (int k = 0; k < j; k++)
        sum -= l[i][k] * l[j][k];
      if (i == j && !(sum > 0))
        return FALSE;
      l[i][j] = i == j ? sqrt (sum) : sum / l[j][j];
    }
    z[i] = -search->slope.gradient[free[i]];
    for (int k = 0; k < i; k++)
      z[i] -= l[i][k] * z[k];
    z[i] /= l[i][i];
  }
  for (int i = n - 1; i >= 0; i--) {
    for (int k = i + 1; k < n; k++)
      z[i] -= l[k][i] * step[k];
    step[i] = z[i] / l[i][i];
  }
  return TRUE;
}

/* Parameters that may move: not those at a bound which the slope pushes them against. */
static int
find_free (const Search *search, int *free)
{
  int n = 0;

  for (int j = 0; j < search->problem->layout.count; j++) {
    double gradient = search->slope.gradient[j];

    if ((search->at[j] <= search->low[j] && gradient >= 0) || (search->at[j] >= search->high[j] && gradient <= 0))
      continue;
    free[n++] = j;
  }
  return n;
}

/* Tries steps, ever shorter, until one gains. */
static gboolean
improve (Search *search, double *gain)
{
  int free[GR_ETS_MOST_PARAMETERS];
  int n;

  gr_ets_pass_slope (search->problem, search->at, &search->slope);
  n = find_free (search, free);
  for (; n > 0 && search->damping < MOST_DAMPING; search->damping *= 5) {
    double step[GR_ETS_MOST_PARAMETERS];
    double next[GR_ETS_MOST_PARAMETERS];
    double value;

    if (!solve (search, free, n, step))
      continue;
    memcpy (next, search->at, sizeof next);
    for (int i = 0; i < n; i++)
      next[free[i]] = CLAMP (next[free[i]] + step[i], search->low[free[i]], search->high[free[i]]);
    value = gr_ets_pass_value (search->problem, next, NULL, NULL);
    if (value < search->value) {
      *gain = search->value - value;
      search->value = value;
      memcpy (search->at, next, sizeof next);
      search->damping = fmax (search->damping / 10, 1e-9);
      return TRUE;
    }
  }
  return FALSE;
}

/* Levenberg-Marquardt with bounds: at most @steps of it. */
static void
descend (Search *search, int steps)
{
  double gain = INFINITY;

  search->damping = 1e-2;
  for (int i = 0; i < steps && gain > LEAST_GAIN; i++)
    if (!improve (search, &gain))
      break;
}

/* The best of a grid of weights, the states as they are. */
static void
scan_weights (Search *search)
{
  static const double alphas[] = {0.05, 0.2, 0.5, 0.9};
  static const double betas[] = {0.02, 0.2, 0.7};
  static const double gammas[] = {0.01, 0.1, 0.4};
  const GrEtsLayout *layout = &search->problem->layout;
  double trial[GR_ETS_MOST_PARAMETERS];

  memcpy (trial, search->at, sizeof trial);
  search->value = INFINITY;
  for (int a = 0; a < 4; a++) {
    for (int b = 0; b < (layout->beta >= 0 ? 3 : 1); b++) {
      for (int g = 0; g < (layout->gamma >= 0 ? 3 : 1); g++) {
        double value;

        trial[layout->alpha] = alphas[a];
        if (layout->beta >= 0)
          trial[layout->beta] = betas[b];
        if (layout->gamma >= 0)
          trial[layout->gamma] = gammas[g];
        value = gr_ets_pass_value (search->problem, trial, NULL, NULL);
        if (value < search->value) {
          search->value = value;
          memcpy (search->at, trial, sizeof trial);
        }
      }
    }
  }
}

static double
find_scale (const double *y, int n)
{
  double sum = 0;

  for (int i = 0; i < n; i++)
    sum += fabs (y[i]) / n;
  return sum > 0 ? sum : 1;
}

/* -2 log-likelihood and what follows from it, in the units of the series: multiplicative errors know no units. */
static void
take_likelihood (GrEtsModel *model, double value, double squares, double scale)
{
  int n = model->n;
  int p = model->n_parameters;

  if (model->form.error == GR_ETS_MULTIPLICATIVE)
    value += 2 * n * log (scale);
  else
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
take_model (GrEtsModel *model, const Search *search, double scale)
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

/**
 * gr_ets_fit:
 * @period: 1 to %GR_ETS_LONGEST_SEASON
 *
 * Fits one model by maximum likelihood: start values from a decomposition, weights from a grid, then all together by a
 * Levenberg-Marquardt search with exact derivatives. O(steps · n · parameters²).
 *
 * Returns: %FALSE where the model can't be fitted to such values
 */
gboolean
gr_ets_fit (GrEtsModel *model, GrEtsForm form, const double *y, int n, int period)
{
  g_autofree double *scaled = g_new (double, n + 1);
  double scale = find_scale (y, n);
  GrEtsProblem problem;
  Search search;

  for (int i = 0; i < n; i++)
    scaled[i] = y[i] / scale;
  gr_ets_problem_init (&problem, form, scaled, n, period);
  search.problem = &problem;
  gr_ets_start (&problem, search.at);
  gr_ets_bounds (&problem, search.low, search.high);
  scan_weights (&search);
  if (!isfinite (search.value))
    return FALSE;
  descend (&search, MOST_STEPS);
  take_model (model, &search, scale);
  return TRUE;
}
