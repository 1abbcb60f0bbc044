#include "ets-start.h"

#include "forecast/season/season.h"

#include <math.h>

/* Values that the first level and trend are read from: Hyndman et al. 2008, section 5.2. */
#define N_FIRST 10

/* The regions of the weights that R's forecast package uses, too. */
#define LEAST_WEIGHT 1e-4
#define LEAST_PHI    0.8
#define MOST_PHI     0.98

static void
start_season (GrEtsProblem *problem, double *season)
{
  gboolean is_ratio = problem->form.season == GR_ETS_MULTIPLICATIVE;
  int n = MIN (problem->n, problem->period * 3);

  if (gr_season_decompose (problem->y, n, problem->period, is_ratio, season)) {
    for (int s = 0; is_ratio && s < problem->period; s++)
      season[s] = fmax (season[s], 0.05);
    return;
  }
  for (int s = 0; s < problem->period; s++)
    season[s] = is_ratio ? 1 : 0;
}

/* The line through the first values, without their season. */
static void
start_line (const GrEtsProblem *problem, const double *season, double *level, double *trend)
{
  int n = MIN (problem->n, MAX (N_FIRST, 2 * problem->period));
  double middle = (n + 1) / 2.0;
  double mean = 0, cross = 0, squares = 0;

  for (int i = 0; i < n; i++) {
    double y = problem->y[i];

    if (problem->form.season == GR_ETS_MULTIPLICATIVE)
      y /= season[i % problem->period];
    else if (problem->form.season == GR_ETS_ADDITIVE)
      y -= season[i % problem->period];
    mean += y / n;
    cross += (i + 1 - middle) * y;
    squares += (i + 1 - middle) * (i + 1 - middle);
  }
  *trend = squares > 0 ? cross / squares : 0;
  *level = problem->form.trend == GR_ETS_NONE ? mean : mean - *trend * middle;
}

/**
 * gr_ets_start:
 * @parameters: receives start values for the states and middling weights
 *
 * Reads the states before the first value off a classical decomposition and a line through the first values.
 */
void
gr_ets_start (GrEtsProblem *problem, double *parameters)
{
  const GrEtsLayout *layout = &problem->layout;
  double season[GR_ETS_LONGEST_SEASON] = {0};
  double level, trend;

  if (layout->season >= 0)
    start_season (problem, season);
  start_line (problem, season, &level, &trend);
  if (problem->form.error == GR_ETS_MULTIPLICATIVE && !(level + fmin (trend, 0) > 0)) {
    level = fmax (problem->y[0], 1e-3);
    trend = 0;
  }
  problem->level = level;
  for (int j = 0; j < GR_ETS_MOST_PARAMETERS; j++)
    parameters[j] = 0;
  parameters[layout->alpha] = 0.3;
  if (layout->level >= 0)
    parameters[layout->level] = level;
  if (layout->trend >= 0) {
    parameters[layout->beta] = 0.1;
    parameters[layout->trend] = trend;
  }
  if (layout->phi >= 0)
    parameters[layout->phi] = 0.95;
  if (layout->season >= 0) {
    parameters[layout->gamma] = 0.1;
    for (int s = 0; s < problem->period; s++)
      parameters[layout->season + s] = season[s];
  }
}

/**
 * gr_ets_bounds:
 *
 * The region of each parameter; states are free.
 */
void
gr_ets_bounds (const GrEtsProblem *problem, double *low, double *high)
{
  const GrEtsLayout *layout = &problem->layout;

  for (int j = 0; j < GR_ETS_MOST_PARAMETERS; j++) {
    low[j] = -INFINITY;
    high[j] = INFINITY;
  }
  low[layout->alpha] = LEAST_WEIGHT;
  high[layout->alpha] = 1 - LEAST_WEIGHT;
  if (layout->beta >= 0) {
    low[layout->beta] = LEAST_WEIGHT;
    high[layout->beta] = 1;
  }
  if (layout->gamma >= 0) {
    low[layout->gamma] = LEAST_WEIGHT;
    high[layout->gamma] = 1;
  }
  if (layout->phi >= 0) {
    low[layout->phi] = LEAST_PHI;
    high[layout->phi] = MOST_PHI;
  }
}
