#include "ets-search.h"

#include <math.h>
#include <string.h>

#define MOST_STEPS 60
#define N_STARTS   2

/* A step that gains less than this is the last; for AICc to choose by, the larger one is enough. */
#define LEAST_GAIN  1e-5
#define QUICK_GAIN  2e-3
#define QUICK_STEPS 25

#define MOST_DAMPING 1e8

#define RIGID_PHI 0.97

#define MOST_SOFTENINGS 5

/* Solves the damped normal equations of the @n parameters in @free by Cholesky's method; @step receives the answer. */
static gboolean
solve (const GrEtsSearch *search, const int *free, int n, double *step)
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
find_free (const GrEtsSearch *search, int *free)
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
improve (GrEtsSearch *search, double *gain)
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
descend (GrEtsSearch *search, int steps)
{
  double gain = INFINITY;

  search->damping = 1e-2;
  for (int i = 0; i < steps && gain > search->least_gain; i++)
    if (!improve (search, &gain))
      break;
}

/* Sets the weights that the model has. */
static void
set_weights (const GrEtsProblem *problem, double *parameters, const double weights[4])
{
  const GrEtsLayout *layout = &problem->layout;

  parameters[layout->alpha] = weights[0];
  if (layout->beta >= 0)
    parameters[layout->beta] = weights[1];
  if (layout->gamma >= 0)
    parameters[layout->gamma] = weights[2];
  if (layout->phi >= 0)
    parameters[layout->phi] = weights[3];
}

/* Two starts: the best of a grid of weights, the states as they are, and the best of those on the other side: slow
 * where the first is quick. Likelihoods of short series have hills on both. */
static void
find_starts (const GrEtsSearch *search, double starts[N_STARTS][GR_ETS_MOST_PARAMETERS])
{
  static const double alphas[N_STARTS][2] = {{0.05, 0.2}, {0.5, 0.9}};
  static const double betas[] = {0.02, 0.2, 0.7};
  static const double gammas[] = {0.01, 0.1, 0.4};
  static const double phis[N_STARTS] = {0.97, 0.9};
  const GrEtsLayout *layout = &search->problem->layout;
  double values[N_STARTS] = {INFINITY, INFINITY};

  for (int side = 0; side < N_STARTS; side++) {
    starts[side][0] = NAN;
    for (int i = 0; i < 18; i++) {
      const double weights[] = {alphas[side][i % 2], betas[i / 2 % 3], gammas[i / 6], phis[side]};
      double trial[GR_ETS_MOST_PARAMETERS];
      double value;

      if ((layout->beta < 0 && i / 2 % 3 > 0) || (layout->gamma < 0 && i / 6 > 0))
        continue;
      memcpy (trial, search->at, sizeof trial);
      set_weights (search->problem, trial, weights);
      value = gr_ets_pass_value (search->problem, trial, NULL, NULL);
      if (value < values[side]) {
        values[side] = value;
        memcpy (starts[side], trial, sizeof trial);
      }
    }
  }
}

/* Keeps what the search has come to where that is the lowest so far. */
static void
keep_best (const GrEtsSearch *search, double *best, double *best_value)
{
  if (!(search->value < *best_value))
    return;
  *best_value = search->value;
  memcpy (best, search->at, sizeof search->at);
}

/* Holds trend and season as rigid as they may be until level and states have settled, then lets them go: many a
 * likelihood has its deepest valley there, and a search that starts with supple seasons never finds it. */
static void
descend_rigid (GrEtsSearch *search)
{
  const GrEtsLayout *layout = &search->problem->layout;
  const int held[] = {layout->beta, layout->gamma};
  double high[2] = {0, 0};

  for (int i = 0; i < 2; i++) {
    if (held[i] < 0)
      continue;
    high[i] = search->high[held[i]];
    search->high[held[i]] = search->at[held[i]] = search->low[held[i]];
  }
  if (layout->phi >= 0)
    search->at[layout->phi] = RIGID_PHI;
  search->value = gr_ets_pass_value (search->problem, search->at, NULL, NULL);
  if (isfinite (search->value))
    descend (search, MOST_STEPS);
  for (int i = 0; i < 2; i++)
    if (held[i] >= 0)
      search->high[held[i]] = high[i];
  if (isfinite (search->value))
    descend (search, MOST_STEPS);
}

/**
 * gr_ets_search_thoroughly:
 *
 * Descends from every start that there is; the lowest valley stands.
 *
 * Returns: %FALSE where no start makes sense
 */
gboolean
gr_ets_search_thoroughly (GrEtsSearch *search)
{
  double starts[N_STARTS][GR_ETS_MOST_PARAMETERS];
  double best[GR_ETS_MOST_PARAMETERS];
  double best_value = INFINITY;

  search->least_gain = LEAST_GAIN;
  find_starts (search, starts);
  for (int i = 0; i < N_STARTS; i++) {
    if (!isfinite (starts[i][0]))
      continue;
    memcpy (search->at, starts[i], sizeof search->at);
    search->value = gr_ets_pass_value (search->problem, search->at, NULL, NULL);
    descend (search, MOST_STEPS);
    keep_best (search, best, &best_value);
  }
  for (int i = 0; i < N_STARTS && search->problem->layout.beta + search->problem->layout.gamma > -2; i++) {
    if (!isfinite (starts[i][0]))
      continue;
    memcpy (search->at, starts[i], sizeof search->at);
    descend_rigid (search);
    keep_best (search, best, &best_value);
  }
  if (!isfinite (best_value))
    return FALSE;
  memcpy (search->at, best, sizeof best);
  search->value = best_value;
  return TRUE;
}

/* Forecasts that start below zero have no relative errors: the states are drawn towards a flat line until they are
 * above it. */
static void
soften (GrEtsSearch *search)
{
  const GrEtsProblem *problem = search->problem;
  const GrEtsLayout *layout = &problem->layout;
  double neutral = problem->form.season == GR_ETS_MULTIPLICATIVE ? 1 : 0;

  for (int i = 0; i < MOST_SOFTENINGS && !isfinite (gr_ets_pass_value (problem, search->at, NULL, NULL)); i++) {
    if (layout->trend >= 0)
      search->at[layout->trend] /= 2;
    for (int s = 0; layout->season >= 0 && s < problem->period; s++)
      search->at[layout->season + s] = (search->at[layout->season + s] + neutral) / 2;
  }
}

/**
 * gr_ets_search_quickly:
 *
 * A few steps from the better of the starts.
 */
gboolean
gr_ets_search_quickly (GrEtsSearch *search)
{
  double starts[N_STARTS][GR_ETS_MOST_PARAMETERS];
  double best[GR_ETS_MOST_PARAMETERS];
  double best_value = INFINITY;

  find_starts (search, starts);
  for (int i = 0; i < N_STARTS; i++) {
    if (!isfinite (starts[i][0]))
      continue;
    memcpy (search->at, starts[i], sizeof search->at);
    search->value = gr_ets_pass_value (search->problem, search->at, NULL, NULL);
    keep_best (search, best, &best_value);
  }
  if (!isfinite (best_value))
    return FALSE;
  memcpy (search->at, best, sizeof best);
  search->value = best_value;
  search->least_gain = QUICK_GAIN;
  descend (search, QUICK_STEPS);
  return TRUE;
}

/**
 * gr_ets_search_init:
 * @problem: must outlive the search
 */
void
gr_ets_search_init (GrEtsSearch *search, GrEtsProblem *problem)
{
  search->problem = problem;
  gr_ets_start (problem, search->at);
  gr_ets_bounds (problem, search->low, search->high);
  soften (search);
}
