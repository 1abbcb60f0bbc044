#include "ets-pass.h"

#include <math.h>
#include <string.h>

/* Derivatives of the states by every parameter, one column each, carried along with the states themselves (forward
 * mode): all the work is in loops over columns, which the compiler turns into vectors. */
typedef struct {
  int width;
  double q[GR_ETS_MOST_PARAMETERS];
  double f[GR_ETS_MOST_PARAMETERS];
  double level[GR_ETS_MOST_PARAMETERS];
  double trend[GR_ETS_MOST_PARAMETERS];
  double season[GR_ETS_LONGEST_SEASON][GR_ETS_MOST_PARAMETERS];
  /* of the weights, which do not change on the way */
  double alpha[GR_ETS_MOST_PARAMETERS];
  double beta[GR_ETS_MOST_PARAMETERS];
  double gamma[GR_ETS_MOST_PARAMETERS];
  double phi[GR_ETS_MOST_PARAMETERS];
} Columns;

/* Sums over the values; the factors that need all of them come last. */
typedef struct {
  double squares, logs;
  double by_square[GR_ETS_MOST_PARAMETERS];
  double by_log[GR_ETS_MOST_PARAMETERS];
} Sums;

static void
start_columns (Columns *columns, const GrEtsProblem *problem, const double *parameters)
{
  const GrEtsLayout *layout = &problem->layout;

  memset (columns, 0, offsetof (Columns, season) + sizeof columns->season[0] * (gsize) problem->period);
  memset (columns->alpha, 0, sizeof (Columns) - offsetof (Columns, alpha));
  columns->width = layout->width;
  columns->alpha[layout->alpha] = 1;
  if (layout->beta >= 0) {
    columns->beta[layout->alpha] = parameters[layout->beta];
    columns->beta[layout->beta] = parameters[layout->alpha];
    columns->trend[layout->trend] = 1;
  }
  if (layout->gamma >= 0) {
    columns->gamma[layout->alpha] = -parameters[layout->gamma];
    columns->gamma[layout->gamma] = 1 - parameters[layout->alpha];
  }
  if (layout->phi >= 0)
    columns->phi[layout->phi] = 1;
  if (layout->level >= 0)
    columns->level[layout->level] = 1;
  for (int s = 0; layout->season >= 0 && s < problem->period; s++)
    columns->season[s][layout->season + s] = 1;
}

/* Before a value is seen: q = level + phi·trend and the forecast f, which is q + s, or q·s where @ratio is given. */
static void
predict (Columns *columns, const GrEtsWeights *w, const GrEtsState *state, int at, gboolean is_ratio, double q)
{
  const double s_factor = is_ratio ? q : 1;
  const double q_factor = is_ratio ? state->season[at] : 1;
  const double *restrict season = columns->season[at];
  double *restrict cq = columns->q;
  double *restrict cf = columns->f;

  for (int j = 0; j < columns->width; j++) {
    cq[j] = columns->level[j] + w->phi * columns->trend[j] + state->trend * columns->phi[j];
    cf[j] = q_factor * cq[j] + s_factor * season[j];
  }
}

/* After it: the surprise e moves the states. */
static void
update_sum (Columns *columns, const GrEtsWeights *w, double trend, int at, double e)
{
  double *restrict season = columns->season[at];
  double *restrict level_column = columns->level;
  double *restrict trend_column = columns->trend;

  for (int j = 0; j < columns->width; j++) {
    double de = -columns->f[j];

    level_column[j] = columns->q[j] + w->alpha * de + e * columns->alpha[j];
    trend_column[j] = w->phi * trend_column[j] + trend * columns->phi[j] + w->beta * de + e * columns->beta[j];
    season[j] += w->gamma * de + e * columns->gamma[j];
  }
}

static void
update_ratio (Columns *columns, const GrEtsWeights *w, const double *before, int at, double e)
{
  const double trend = before[0], q = before[1], s = before[2];
  const double by_level = e / s, by_season = e / q, over_s = 1 / s, over_q = 1 / q;
  double *restrict season = columns->season[at];
  double *restrict level_column = columns->level;
  double *restrict trend_column = columns->trend;

  for (int j = 0; j < columns->width; j++) {
    double de = -columns->f[j];
    double dg = (de - by_level * season[j]) * over_s;
    double dw = (de - by_season * columns->q[j]) * over_q;

    level_column[j] = columns->q[j] + w->alpha * dg + by_level * columns->alpha[j];
    trend_column[j] = w->phi * trend_column[j] + trend * columns->phi[j] + w->beta * dg + by_level * columns->beta[j];
    season[j] += w->gamma * dw + by_season * columns->gamma[j];
  }
}

/* @r is the error as it counts, @factor its derivative by the forecast, @log_factor that of the forecast's logarithm.
 */
static void
add_up (GrEtsSlope *slope, Sums *sums, const Columns *columns, const double factors[3])
{
  const double r = factors[0], factor = factors[1], log_factor = factors[2];
  const double *restrict f = columns->f;

  for (int j = 0; j < columns->width; j++) {
    sums->by_square[j] += r * factor * f[j];
    sums->by_log[j] += log_factor * f[j];
  }
  for (int j = 0; j < columns->width; j++) {
    double *restrict row = slope->hessian + j * GR_ETS_MOST_PARAMETERS;
    double fj = factor * factor * f[j];

    for (int k = 0; k < (j / 4 + 1) * 4; k++)
      row[k] += fj * f[k];
  }
}

static void
finish (GrEtsSlope *slope, const Sums *sums, const GrEtsProblem *problem)
{
  double factor = 2 * problem->n / fmax (sums->squares, GR_ETS_LEAST_SQUARES);

  for (int j = 0; j < problem->layout.count; j++) {
    slope->gradient[j] = factor * sums->by_square[j] + 2 * sums->by_log[j];
    for (int k = 0; k <= j; k++)
      slope->hessian[j * GR_ETS_MOST_PARAMETERS + k] *= factor;
  }
}

/**
 * gr_ets_pass_slope:
 * @parameters: must have a finite gr_ets_pass_value()
 * @slope: receives the derivatives of that value
 *
 * O(n · parameters²).
 */
void
gr_ets_pass_slope (const GrEtsProblem *problem, const double *parameters, GrEtsSlope *slope)
{
  const GrEtsWeights w = gr_ets_read_weights (problem, parameters);
  const gboolean is_ratio = problem->form.season == GR_ETS_MULTIPLICATIVE;
  const gboolean is_relative = problem->form.error == GR_ETS_MULTIPLICATIVE;
  GrEtsState state;
  Columns columns;
  Sums sums;

  memset (&sums, 0, sizeof sums);
  memset (slope->hessian, 0, sizeof (double) * GR_ETS_MOST_PARAMETERS * (gsize) problem->layout.width);
  gr_ets_read_state (problem, parameters, &state);
  start_columns (&columns, problem, parameters);
  for (int i = 0, at = 0; i < problem->n; i++, at = at + 1 == problem->period ? 0 : at + 1) {
    const double before[] = {state.trend, state.level + w.phi * state.trend, state.season[at]};
    const double q = before[1], s = before[2];
    const double f = is_ratio ? q * s : q + s;
    const double e = problem->y[i] - f;
    const double relative[] = {e / f, -problem->y[i] / (f * f), 1 / f};
    const double absolute[] = {e, -1, 0};

    predict (&columns, &w, &state, at, is_ratio, q);
    add_up (slope, &sums, &columns, is_relative ? relative : absolute);
    sums.squares += is_relative ? relative[0] * relative[0] : e * e;
    if (is_ratio)
      update_ratio (&columns, &w, before, at, e);
    else
      update_sum (&columns, &w, before[0], at, e);
    state.level = q + w.alpha * (is_ratio ? e / s : e);
    state.trend = w.phi * state.trend + w.beta * (is_ratio ? e / s : e);
    state.season[at] = s + w.gamma * (is_ratio ? e / q : e);
  }
  finish (slope, &sums, problem);
}
