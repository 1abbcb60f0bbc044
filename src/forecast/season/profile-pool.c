#include "profile-pool.h"

#include <math.h>

/* One item's bucket counts no more than this many times what was to be expected of it: bulk orders are no season. */
#define MOST_IN_POOL 5.0

/* Levels and buckets are found in turns. */
#define N_ROUNDS 12

/* An item joins a pool after this share of a season. */
#define LEAST_SHARE 0.5

/* No bucket of a pool comes to less than this, or logarithms would run away. */
#define LEAST_FACTOR 0.01

/* A trend of the items is believed as if that share of a season, without any, stood beside what was seen of it. */
#define TREND_PRIOR (1.0 / 12)

/* By how much the same season of two years differs by what a whole trade has in common, in logarithms: no number of
 * items evens that out. On the retail shop's past 0.05 to 0.15 do about as well. */
#define SEASON_NOISE 0.1

/* Items by buckets: what is sold of item i in bucket t is about levels[i] * factors[t]. */
typedef struct {
  const GrSeries *series;
  gsize n_series;
  int period;
  int first; /* bucket of factors[0] on the calendar */
  int n;
  double *levels;
  double *factors;
  double *sums, *expected;
} Panel;

static double
value_at (const GrSeries *series, gsize i)
{
  double share = series->availability != NULL ? series->availability[i] : 1;
  double days = series->days != NULL ? series->days[i] : 1;
  double value = share >= 0.5 && days > 0 ? fmax (series->values[i], 0) / (share * days) : NAN;

  return isfinite (value) && isfinite (series->values[i]) && isfinite (days) ? value : NAN;
}

static gboolean
is_long_enough (const GrSeries *series, int period)
{
  return series->period == period && (double) series->n >= LEAST_SHARE * period;
}

/* The span of the items that count. */
static void
measure_span (Panel *panel)
{
  int end = G_MININT;

  panel->first = G_MAXINT;
  for (gsize i = 0; i < panel->n_series; i++) {
    const GrSeries *series = &panel->series[i];

    if (!is_long_enough (series, panel->period))
      continue;
    panel->first = MIN (panel->first, series->first);
    end = MAX (end, series->first + (int) series->n);
  }
  panel->n = end > panel->first ? end - panel->first : 0;
}

/* To begin with, the mean of all values but the largest, which may be a bulk order. */
static double
guess_level (const GrSeries *series)
{
  double sum = 0, largest = 0;
  int count = 0;

  for (gsize t = 0; t < series->n; t++) {
    double y = value_at (series, t);

    if (isnan (y))
      continue;
    sum += y;
    largest = fmax (largest, y);
    count++;
  }
  if (count < 2)
    return 0;
  return sum > largest ? (sum - largest) / (count - 1) : sum / count;
}

/* What the item sells in a bucket of factor 1; its bulk orders are cut by what the round before expected. */
static double
find_level (const Panel *panel, const GrSeries *series, double level)
{
  const double *factors = panel->factors + (series->first - panel->first);
  double sold = 0, expected = 0;

  for (gsize t = 0; t < series->n; t++) {
    double y = value_at (series, t);

    if (isnan (y))
      continue;
    sold += fmin (y, MOST_IN_POOL * level * factors[t]);
    expected += factors[t];
  }
  return expected > 0 ? sold / expected : 0;
}

static void
add_item (const Panel *panel, const GrSeries *series, double level)
{
  int at = series->first - panel->first;

  for (gsize t = 0; t < series->n; t++) {
    double y = value_at (series, t);

    if (isnan (y))
      continue;
    panel->sums[at + (int) t] += fmin (y, MOST_IN_POOL * level * panel->factors[at + (int) t]);
    panel->expected[at + (int) t] += level;
  }
}

/* One turn: levels from factors, then factors from levels. Returns the number of items that had a say. */
static gsize
turn (Panel *panel, gboolean is_first)
{
  gsize n_items = 0;

  for (int t = 0; t < panel->n; t++)
    panel->sums[t] = panel->expected[t] = 0;
  for (gsize i = 0; i < panel->n_series; i++) {
    const GrSeries *series = &panel->series[i];

    if (!is_long_enough (series, panel->period))
      continue;
    panel->levels[i] = find_level (panel, series, is_first ? guess_level (series) : panel->levels[i]);
    if (!(panel->levels[i] > 0))
      continue;
    add_item (panel, series, panel->levels[i]);
    n_items++;
  }
  for (int t = 0; t < panel->n; t++)
    panel->factors[t] = panel->expected[t] > 0 ? panel->sums[t] / panel->expected[t] : NAN;
  for (int t = 0; t < panel->n; t++)
    panel->factors[t] = isnan (panel->factors[t]) ? 1 : fmax (panel->factors[t], LEAST_FACTOR);
  return n_items;
}

/* Growth a bucket, in logarithms: what the items sold more than a season before. */
static double
find_growth (const Panel *panel)
{
  double sum = 0;
  int count = 0;

  for (int t = panel->period; t < panel->n; t++) {
    sum += log (panel->factors[t] / panel->factors[t - panel->period]);
    count++;
  }
  return sum / (count + TREND_PRIOR * panel->period) / panel->period;
}

/* The variance of a season's logarithm by what single items add to it: of the factors, from what the items stray from
 * their share in them, over the number of times that a season was seen. */
static double
find_noise (const Panel *panel)
{
  double noise = 0;

  for (int t = 0; t < panel->n; t++)
    panel->sums[t] = panel->expected[t] = 0;
  for (gsize i = 0; i < panel->n_series; i++) {
    const GrSeries *series = &panel->series[i];
    int at = series->first - panel->first;

    for (gsize t = 0; is_long_enough (series, panel->period) && t < series->n; t++) {
      double expected = panel->levels[i] * panel->factors[at + (int) t], y = value_at (series, t);

      if (isnan (y))
        continue;
      y = fmin (y, MOST_IN_POOL * expected) - expected;
      panel->sums[at + (int) t] += y * y;
      panel->expected[at + (int) t] += expected;
    }
  }
  for (int t = 0; t < panel->n; t++)
    if (panel->expected[t] > 0)
      noise += panel->sums[t] / (panel->expected[t] * panel->expected[t]) / panel->n;
  return noise * panel->period / panel->n;
}

static void
normalise (double *index, int period)
{
  double mean = 0;

  for (int s = 0; s < period; s++)
    mean += index[s] / period;
  for (int s = 0; s < period; s++)
    index[s] /= mean;
}

static void
read_season (const Panel *panel, double *index)
{
  g_autofree int *counts = g_new0 (int, panel->period);
  double growth = find_growth (panel);

  for (int s = 0; s < panel->period; s++)
    index[s] = 0;
  for (int t = 0; t < panel->n; t++) {
    int s = ((panel->first + t) % panel->period + panel->period) % panel->period;

    index[s] += log (panel->factors[t]) - growth * t;
    counts[s]++;
  }
  for (int s = 0; s < panel->period; s++)
    index[s] = exp (index[s] / counts[s]);
  normalise (index, panel->period);
}

/**
 * gr_profile_pool:
 * @series: (array length=n_series): items of one family, of one period, each in its place on the same calendar
 * @index: (array length=period): receives what each season multiplies the level by, mean 1
 * @noise: (out): the variance of an index's logarithm by what single items add to it
 *
 * The season that items have in common, for those whose own history is too short to show one: a level for each item and
 * a factor for each bucket, found in turns as for a table of Poisson counts (iterative proportional fitting, Deming and
 * Stephan 1940), so that items may come and go; the growth from season to season is taken out where one was seen twice.
 * Items count by what they sell, bulk orders cut. O(sum of n).
 *
 * Returns: the number of items that it rests on, 0 where they span less than a season or sell nothing
 */
gsize
gr_profile_pool (const GrSeries *series, gsize n_series, double *index, double *noise)
{
  Panel panel = {.series = series, .n_series = n_series, .period = n_series > 0 ? series[0].period : 0};
  gsize n_items = 0;

  measure_span (&panel);
  if (panel.period < 2 || panel.n < panel.period)
    return 0;
  panel.levels = g_new0 (double, n_series);
  panel.factors = g_new (double, panel.n);
  panel.sums = g_new (double, panel.n);
  panel.expected = g_new (double, panel.n);
  for (int t = 0; t < panel.n; t++)
    panel.factors[t] = 1;
  for (int round = 0; round < N_ROUNDS; round++)
    n_items = turn (&panel, round == 0);
  if (n_items > 0) {
    read_season (&panel, index);
    *noise = find_noise (&panel);
  }
  g_free (panel.levels);
  g_free (panel.factors);
  g_free (panel.sums);
  g_free (panel.expected);
  return n_items;
}

/**
 * gr_profile_blend:
 * @index: (inout) (array length=period): a family's own season; becomes a mean of it and the shop's, in logarithms
 * @noise: (inout): the variance of it by chance
 * @shop: (array length=period): the whole shop's season
 *
 * Draws a family's season towards the shop's as far as chance alone could have set it apart (empirical Bayes): few and
 * unsteady items go by the shop, many or steady ones by themselves.
 */
void
gr_profile_blend (double *index, double *noise, const double *shop, int period)
{
  double apart = 0, weight;

  for (int s = 0; s < period; s++)
    apart += log (index[s] / shop[s]) * log (index[s] / shop[s]) / (period - 1);
  weight = apart > *noise ? 1 - *noise / apart : 0;
  for (int s = 0; s < period; s++)
    index[s] = pow (index[s], weight) * pow (shop[s], 1 - weight);
  normalise (index, period);
  *noise *= weight;
}

/**
 * gr_profile_steady:
 * @noise: what gr_profile_pool() or gr_profile_blend() told
 *
 * Draws a season towards none as far as chance alone could have made it: empirical Bayes on the logarithms. A strong
 * season hardly moves; one no stronger than chance is gone, all 1.
 */
void
gr_profile_steady (double *index, int period, double noise)
{
  double mean = 0, variance = 0, share;

  noise += SEASON_NOISE * SEASON_NOISE;
  for (int s = 0; s < period; s++)
    mean += log (index[s]) / period;
  for (int s = 0; s < period; s++)
    variance += (log (index[s]) - mean) * (log (index[s]) - mean) / (period - 1);
  share = variance > noise ? 1 - noise / variance : 0;
  for (int s = 0; s < period; s++)
    index[s] = pow (index[s], share);
  normalise (index, period);
}
