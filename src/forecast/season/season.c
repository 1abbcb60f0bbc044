#include "season.h"

#include <math.h>
#include <stdlib.h>

/* Seasons are tested for at the 90 % level, as in the M competitions. */
#define SEASON_TEST_Z 1.645

/* Relative to the mean's square: below it a series is constant but for rounding. */
#define LEAST_VARIANCE 1e-20

/* An index below this makes the division by it meaningless: the figure is then additive. */
#define LEAST_INDEX 0.01

/* How a season that the test does not see is used: its logarithm times this, no index below that, up to so many
 * buckets. */
#define SHRINKAGE        0.4
#define LEAST_SHRUNKEN   0.05
#define LONGEST_SHRUNKEN 24

static double
autocovariance (const double *y, int n, double mean, int lag)
{
  double sum = 0;

  for (int i = lag; i < n; i++)
    sum += (y[i] - mean) * (y[i - lag] - mean);
  return sum;
}

/**
 * gr_season_test:
 *
 * Whether the autocorrelation at one season stands out of what those at shorter lags explain (Bartlett's formula).
 * Three whole seasons are needed. Source: Fiorucci et al. 2016, section 2.4; the M4 benchmarks. O(n · period).
 */
gboolean
gr_season_test (const double *y, int n, int period)
{
  double mean = 0;
  double variance;
  double sum = 1;
  double at_season;

  if (period < 2 || n < 3 * period)
    return FALSE;
  for (int i = 0; i < n; i++)
    mean += y[i] / n;
  variance = autocovariance (y, n, mean, 0);
  if (!(variance > LEAST_VARIANCE * n * mean * mean))
    return FALSE;
  for (int lag = 1; lag < period; lag++) {
    double r = autocovariance (y, n, mean, lag) / variance;

    sum += 2 * r * r;
  }
  at_season = autocovariance (y, n, mean, period) / variance;
  return fabs (at_season) > SEASON_TEST_Z * sqrt (sum / n);
}

/* Centred moving average of one season at @at: half weight for both ends where the period is even. */
static double
centred_average (const double *y, int at, int period)
{
  int half = period / 2;
  double sum = 0;

  for (int i = at - half; i <= at + half; i++)
    sum += y[i];
  if (period % 2 == 0)
    sum -= (y[at - half] + y[at + half]) / 2;
  return sum / period;
}

static gboolean
normalise (double *index, const int *count, int period, gboolean is_multiplicative)
{
  double mean = 0;

  for (int s = 0; s < period; s++) {
    if (count[s] == 0)
      return FALSE;
    index[s] /= count[s];
    mean += index[s] / period;
  }
  if (is_multiplicative && !(mean > 0))
    return FALSE;
  for (int s = 0; s < period; s++)
    index[s] = is_multiplicative ? index[s] / mean : index[s] - mean;
  return TRUE;
}

/**
 * gr_season_decompose:
 * @index: (array length=period): receives the seasonal figure, of mean 1 or 0
 *
 * Classical decomposition: the mean, season by season, of the ratio to (difference from) a centred moving average.
 *
 * Returns: %FALSE where there are fewer than two seasons, or ratios make no sense
 */
gboolean
gr_season_decompose (const double *y, int n, int period, gboolean is_multiplicative, double *index)
{
  g_autofree int *count = g_new0 (int, period);
  int half = period / 2;

  if (period < 2 || n < 2 * period)
    return FALSE;
  for (int s = 0; s < period; s++)
    index[s] = 0;
  for (int i = half; i + half < n; i++) {
    double trend = centred_average (y, i, period);

    if (is_multiplicative && !(trend > 0))
      return FALSE;
    index[i % period] += is_multiplicative ? y[i] / trend : y[i] - trend;
    count[i % period]++;
  }
  return normalise (index, count, period, is_multiplicative);
}

/**
 * gr_season_is_positive:
 *
 * Whether there is nothing but positive values: ratios and logarithms then make sense.
 */
gboolean
gr_season_is_positive (const double *y, int n)
{
  for (int i = 0; i < n; i++)
    if (!(y[i] > 0))
      return FALSE;
  return TRUE;
}

static gboolean
is_far_from_zero (const double *index, int period)
{
  for (int s = 0; s < period; s++)
    if (index[s] < LEAST_INDEX)
      return FALSE;
  return TRUE;
}

/**
 * gr_season_new:
 *
 * The seasonal figure of a series that shows one by gr_season_test(): multiplicative for positive values, else
 * additive.
 */
GrSeason *
gr_season_new (const double *y, int n, int period)
{
  GrSeason *season = g_new0 (GrSeason, 1);

  season->period = MAX (period, 1);
  season->index = g_new0 (double, season->period);
  if (!gr_season_test (y, n, period))
    return season;
  if (gr_season_is_positive (y, n) && gr_season_decompose (y, n, period, TRUE, season->index) &&
      is_far_from_zero (season->index, period)) {
    season->is_multiplicative = TRUE;
    season->is_present = TRUE;
  } else {
    season->is_present = gr_season_decompose (y, n, period, FALSE, season->index);
  }
  return season;
}

static int
compare_doubles (const void *a, const void *b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

/* The median difference from the centred moving average of the values of one season. */
static double
median_difference (const double *y, int n, int period, int season)
{
  g_autofree double *found = g_new (double, n / period + 1);
  int half = period / 2;
  int count = 0;

  for (int i = season; i + half < n; i += period)
    if (i >= half)
      found[count++] = y[i] - centred_average (y, i, period);
  qsort (found, (gsize) count, sizeof (double), compare_doubles);
  return count == 0 ? 0 : (found[(count - 1) / 2] + found[count / 2]) / 2;
}

/**
 * gr_season_new_robust:
 *
 * A seasonal figure that single odd values do not touch: additive, medians in place of means. Three whole seasons are
 * needed; with fewer there is none.
 */
GrSeason *
gr_season_new_robust (const double *y, int n, int period)
{
  GrSeason *season = g_new0 (GrSeason, 1);
  double mean = 0;

  season->period = MAX (period, 1);
  season->index = g_new0 (double, season->period);
  if (period < 2 || n < 3 * period)
    return season;
  season->is_present = TRUE;
  for (int s = 0; s < period; s++) {
    season->index[s] = median_difference (y, n, period, s);
    mean += season->index[s] / period;
  }
  for (int s = 0; s < period; s++)
    season->index[s] -= mean;
  return season;
}

/**
 * gr_season_new_shrunken:
 *
 * As gr_season_new(), but where the test sees no season, and two of them have passed, a figure drawn towards none is
 * used all the same: not to be sure of a season is no proof that there is none. For seasons of up to 24 buckets and
 * positive values.
 */
GrSeason *
gr_season_new_shrunken (const double *y, int n, int period)
{
  GrSeason *season = gr_season_new (y, n, period);

  if (season->is_present || period < 2 || period > LONGEST_SHRUNKEN || n < 2 * period || !gr_season_is_positive (y, n))
    return season;
  season->is_present = gr_season_decompose (y, n, period, TRUE, season->index);
  season->is_multiplicative = TRUE;
  for (int s = 0; season->is_present && s < period; s++)
    season->index[s] = pow (fmax (season->index[s], LEAST_SHRUNKEN), SHRINKAGE);
  return season;
}

void
gr_season_free (GrSeason *season)
{
  if (season == NULL)
    return;
  g_free (season->index);
  g_free (season);
}

/**
 * gr_season_remove:
 * @adjusted: (array length=n): receives @y without its season; may be @y itself
 */
void
gr_season_remove (const GrSeason *season, const double *y, int n, double *adjusted)
{
  for (int i = 0; i < n; i++) {
    double index = season->index[i % season->period];

    adjusted[i] = !season->is_present ? y[i] : season->is_multiplicative ? y[i] / index : y[i] - index;
  }
}

/**
 * gr_season_restore:
 * @start: which value of the series, from 0, @mean begins at: its length for a forecast
 *
 * Puts the season back into @mean.
 */
void
gr_season_restore (const GrSeason *season, int start, int horizon, double *mean)
{
  if (!season->is_present)
    return;
  for (int h = 0; h < horizon; h++) {
    double index = season->index[(start + h) % season->period];

    mean[h] = season->is_multiplicative ? mean[h] * index : mean[h] + index;
  }
}
