#include "ets-pass.h"

#include <math.h>
#include <string.h>

/* The objective is n·log(sum of squares) + 2·sum(log|forecast|) with relative errors, which is -2 log-likelihood but
 * for a constant: Hyndman et al. 2008, chapter 5. In terms of e = y - forecast all models share one recursion:
 *
 *   q = level + phi·trend
 *   additive season:        f = q + s    level = q + alpha·e      trend = phi·trend + beta·e      s = s + gamma·e
 *   multiplicative season:  f = q·s      level = q + alpha·e/s    trend = phi·trend + beta·e/s    s = s + gamma·e/q
 *
 * so that the kind of the error matters to the objective only. */

static int
place (int *count, gboolean is_there, int size)
{
  int at = is_there ? *count : -1;

  *count += is_there ? size : 0;
  return at;
}

/**
 * gr_ets_problem_init:
 * @y: values of size about 1
 */
void
gr_ets_problem_init (GrEtsProblem *problem, GrEtsForm form, const double *y, int n, int period)
{
  GrEtsLayout *layout = &problem->layout;
  int count = 0;

  *problem = (GrEtsProblem){.form = form, .y = y, .n = n, .period = form.season != GR_ETS_NONE ? period : 1};
  layout->alpha = place (&count, TRUE, 1);
  layout->beta = place (&count, form.trend != GR_ETS_NONE, 1);
  layout->gamma = place (&count, form.season != GR_ETS_NONE, 1);
  layout->phi = place (&count, form.trend == GR_ETS_DAMPED, 1);
  layout->level = place (&count, form.season == GR_ETS_NONE, 1);
  layout->trend = place (&count, form.trend != GR_ETS_NONE, 1);
  layout->season = place (&count, form.season != GR_ETS_NONE, period);
  layout->count = count;
  layout->width = (count + 3) / 4 * 4;
}

static double
parameter (const double *parameters, int at, double otherwise)
{
  return at >= 0 ? parameters[at] : otherwise;
}

/**
 * gr_ets_read_weights:
 *
 * Returns: the smoothing weights that @parameters stand for; phi is 1 where the trend is not damped, 0 where there is
 * none
 */
GrEtsWeights
gr_ets_read_weights (const GrEtsProblem *problem, const double *parameters)
{
  const GrEtsLayout *layout = &problem->layout;
  double alpha = parameters[layout->alpha];

  return (GrEtsWeights){
      .alpha = alpha,
      .beta = alpha * parameter (parameters, layout->beta, 0),
      .gamma = (1 - alpha) * parameter (parameters, layout->gamma, 0),
      .phi = parameter (parameters, layout->phi, layout->trend >= 0 ? 1 : 0),
  };
}

/**
 * gr_ets_read_state:
 * @state: receives the states before the first value
 */
void
gr_ets_read_state (const GrEtsProblem *problem, const double *parameters, GrEtsState *state)
{
  const GrEtsLayout *layout = &problem->layout;

  state->level = parameter (parameters, layout->level, problem->level);
  state->trend = parameter (parameters, layout->trend, 0);
  state->season[0] = 0;
  if (layout->season >= 0)
    memcpy (state->season, parameters + layout->season, sizeof (double) * (gsize) problem->period);
}

/**
 * gr_ets_pass_value:
 * @end: (nullable): receives the states after the last value
 * @squares: (nullable): receives the sum of squared errors, relative for multiplicative errors
 *
 * Returns: the objective; infinity where the parameters make no sense. O(n).
 */
double
gr_ets_pass_value (const GrEtsProblem *problem, const double *parameters, GrEtsState *end, double *squares)
{
  const GrEtsWeights w = gr_ets_read_weights (problem, parameters);
  const gboolean is_ratio = problem->form.season == GR_ETS_MULTIPLICATIVE;
  const gboolean is_relative = problem->form.error == GR_ETS_MULTIPLICATIVE;
  GrEtsState state;
  double sum = 0, logs = 0, product = 1;

  gr_ets_read_state (problem, parameters, &state);
  for (int i = 0, at = 0; i < problem->n; i++, at = at + 1 == problem->period ? 0 : at + 1) {
    double q = state.level + w.phi * state.trend;
    double s = state.season[at];
    double f = is_ratio ? q * s : q + s;
    double e = problem->y[i] - f;
    double r = e;

    if (is_relative) {
      if (!(f > GR_ETS_LEAST_POSITIVE) || (is_ratio && !(s > GR_ETS_LEAST_POSITIVE)))
        return INFINITY;
      r = e / f;
      product *= f;
      if (product < 1e-100 || product > 1e100 || i == problem->n - 1) {
        logs += log (product);
        product = 1;
      }
    }
    sum += r * r;
    state.level = q + w.alpha * (is_ratio ? e / s : e);
    state.trend = w.phi * state.trend + w.beta * (is_ratio ? e / s : e);
    state.season[at] = s + w.gamma * (is_ratio ? e / q : e);
  }
  if (end != NULL)
    *end = state;
  if (squares != NULL)
    *squares = sum;
  return isfinite (sum) ? problem->n * log (fmax (sum, GR_ETS_LEAST_SQUARES)) + 2 * logs : INFINITY;
}
