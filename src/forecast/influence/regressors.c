#include "regressors.h"

#include <math.h>

/* Buckets on each side that tell what would have been. */
#define REACH 6

/* Fewer buckets than this for each regressor say nothing. */
#define FEWEST_BUCKETS 6

/* How far the logarithm keeps from that of zero, as a share of what would have been. */
#define ZERO_SHARE 0.1

/* An effect of one standard deviation of a regressor is expected to be about this share of demand, or of its
 * deviation where effects are added; the less the past bears out, the nearer the estimate stays to none. */
#define PRIOR_EFFECT 0.3

/* No regressors together do more than this, either way. */
#define MOST_EFFECT 10.0

/* What the normal equations are gathered in: of standardised regressors. */
typedef struct {
  int n;
  double means[GR_FORECAST_MOST_REGRESSORS];
  double deviations[GR_FORECAST_MOST_REGRESSORS];
  double matrix[GR_FORECAST_MOST_REGRESSORS][GR_FORECAST_MOST_REGRESSORS];
  double vector[GR_FORECAST_MOST_REGRESSORS];
  double squares; /* of the demand's */
  int count;
} Normals;

static int
count_of (const GrForecastOptions *options)
{
  return CLAMP (options->n_regressors, 0, GR_FORECAST_MOST_REGRESSORS);
}

static gboolean
are_known (const GrForecastOptions *options, int at)
{
  for (int r = 0; r < count_of (options); r++)
    if (!isfinite (options->regressors[r][at]))
      return FALSE;
  return TRUE;
}

/* Mean and deviation over the past; a regressor that never moved, or whose squares are beyond numbers, says nothing. */
static void
standardise (Normals *normals, const GrForecastOptions *options, int n, int start)
{
  for (int r = 0; r < normals->n; r++) {
    const double *x = options->regressors[r] + start;
    double mean = 0, squares = 0;
    int count = 0;

    for (int i = 0; i < n; i++) {
      if (!isfinite (x[i]))
        continue;
      count++;
      mean += (x[i] - mean) / count;
    }
    for (int i = 0; i < n; i++)
      squares += isfinite (x[i]) ? (x[i] - mean) * (x[i] - mean) : 0;
    normals->means[r] = mean;
    normals->deviations[r] = count > 1 && isfinite (squares) ? sqrt (squares / count) : 0;
    if (!isfinite (mean) || !(normals->deviations[r] > 1e-9 * fabs (mean)) || normals->deviations[r] < 1e-150)
      normals->deviations[r] = 0;
  }
}

static double
standardised (const Normals *normals, const GrForecastOptions *options, int r, int at)
{
  double deviation = normals->deviations[r];

  return deviation > 0 ? (options->regressors[r][at] - normals->means[r]) / deviation : 0;
}

/* Demand of bucket @at, and each regressor's value, less what they were around it: the level, its trend and most of the
 * season fall out. */
static gboolean
compare_to_neighbours (
    const double *y, int n, const GrForecastOptions *options, int start, int at, const Normals *normals, double *row)
{
  double level = 0;
  int count = 0;

  for (int r = 0; r <= normals->n; r++)
    row[r] = 0;
  for (int i = MAX (0, at - REACH); i <= MIN (n - 1, at + REACH); i++) {
    if (i == at || !are_known (options, start + i))
      continue;
    count++;
    level += y[i];
    for (int r = 0; r < normals->n; r++)
      row[r] += standardised (normals, options, r, start + i);
  }
  if (count == 0 || !are_known (options, start + at))
    return FALSE;
  level /= count;
  for (int r = 0; r < normals->n; r++)
    row[r] = standardised (normals, options, r, start + at) - row[r] / count;
  if (options->adds_effects)
    row[normals->n] = y[at] - level;
  else
    row[normals->n] = level > 0 ? log ((fmax (y[at], 0) + ZERO_SHARE * level) / ((1 + ZERO_SHARE) * level)) : NAN;
  return isfinite (row[normals->n]);
}

static void
gather (Normals *normals, const double *y, int n, const GrForecastOptions *options, int start)
{
  for (int i = 0; i < n; i++) {
    double row[GR_FORECAST_MOST_REGRESSORS + 1];

    if (!compare_to_neighbours (y, n, options, start, i, normals, row))
      continue;
    for (int r = 0; r < normals->n; r++) {
      for (int c = 0; c < normals->n; c++)
        normals->matrix[r][c] += row[r] * row[c];
      normals->vector[r] += row[r] * row[normals->n];
    }
    normals->squares += row[normals->n] * row[normals->n];
    normals->count++;
  }
}

/* Gauss and Jordan's; the ridge keeps every pivot above 0. */
static void
solve (Normals *normals, double ridge, double *solution)
{
  int n = normals->n;

  for (int r = 0; r < n; r++)
    normals->matrix[r][r] += ridge;
  for (int pivot = 0; pivot < n; pivot++)
    for (int r = 0; r < n; r++) {
      double factor = normals->matrix[r][pivot] / normals->matrix[pivot][pivot];

      if (r == pivot)
        continue;
      for (int c = pivot; c < n; c++)
        normals->matrix[r][c] -= factor * normals->matrix[pivot][c];
      normals->vector[r] -= factor * normals->vector[pivot];
    }
  for (int r = 0; r < n; r++)
    solution[r] = normals->vector[r] / normals->matrix[r][r];
}

/**
 * gr_regressors_estimate:
 * @y: (array length=n): demand, of ordinary size
 * @options: what of it concerns regressors; their values for @y begin at @start
 * @weights: (array length=2 * %GR_FORECAST_MOST_REGRESSORS): receives what one unit of each regressor adds to the
 *   logarithm of demand, or to demand with @adds_effects, and behind these the value from which each is counted
 *
 * Every bucket is compared with those around it, in demand and in all regressors, and a ridge regression draws the
 * effects towards none, as far as the noise is larger than what an effect usually is (Hoerl & Kennard 1970). O(n).
 */
void
gr_regressors_estimate (const double *y, int n, const GrForecastOptions *options, int start, double *weights)
{
  Normals normals = {.n = count_of (options)};
  double solution[GR_FORECAST_MOST_REGRESSORS] = {0};
  double noise, prior;

  standardise (&normals, options, n, start);
  gather (&normals, y, n, options, start);
  if (normals.count >= FEWEST_BUCKETS * MAX (normals.n, 1) && normals.squares > 0) {
    noise = normals.squares / normals.count;
    prior = PRIOR_EFFECT * PRIOR_EFFECT * (options->adds_effects ? noise : 1);
    solve (&normals, noise / prior, solution);
  }
  for (int r = 0; r < normals.n; r++) {
    weights[r] = normals.deviations[r] > 0 ? solution[r] / normals.deviations[r] : 0;
    weights[GR_FORECAST_MOST_REGRESSORS + r] = normals.means[r];
  }
}

/**
 * gr_regressors_effect:
 * @weights: from gr_regressors_estimate()
 * @at: a bucket of the series or of the horizon
 *
 * Returns: what the regressors multiply that bucket by or, with @adds_effects, add to it. One that is not known there
 * counts as usual.
 */
double
gr_regressors_effect (const GrForecastOptions *options, const double *weights, int at)
{
  double sum = 0, most = log (MOST_EFFECT);

  for (int r = 0; r < count_of (options); r++) {
    double x = options->regressors[r][at];

    if (isfinite (x) && weights[r] != 0)
      sum += weights[r] * (x - weights[GR_FORECAST_MOST_REGRESSORS + r]);
  }
  if (!isfinite (sum))
    return options->adds_effects ? 0 : 1;
  return options->adds_effects ? sum : exp (CLAMP (sum, -most, most));
}
