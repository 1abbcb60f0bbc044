#include "profile.h"

#include <math.h>
#include <string.h>

/* A season is drawn with so many waves at most: six in a year of weeks still show Christmas, and can't follow noise. */
#define MOST_WAVES   6
#define MOST_COLUMNS (2 * MOST_WAVES)

/* Trend and season are found in turns. */
#define N_ROUNDS 3

/* A trend can be told from a season after so many of them. */
#define SEASONS_FOR_TREND 1.3

/* Bounds of an index, and of a trend as a share of the mean level. */
#define LEAST_INDEX 0.05
#define MOST_INDEX  20
#define LEAST_TREND 0.1

/* A family's profile is trusted as much as this much evidence of an item's own: the sum of its squared deviations
 * from 1. */
#define PRIOR_EVIDENCE 2.0

/* An item's own season is looked for from so many buckets of a second year on; before it has seen more than so many,
 * its noise is taken for all that it shows. */
#define LEAST_PAIRS 3
#define PRIOR_PAIRS 2

/* One bucket counts no more than this many times the level: bulk orders are no season. */
#define MOST_OF_LEVEL 5.0

typedef struct {
  const double *y;
  int n;
  int period;
  int phase;
  double *trend; /* level of each bucket */
} Problem;

static void
read_waves (const Problem *problem, int at, int n_waves, double *columns)
{
  double angle = 2 * G_PI * (problem->phase + at) / problem->period;

  for (int k = 0; k < n_waves; k++) {
    columns[2 * k] = cos ((k + 1) * angle);
    columns[2 * k + 1] = sin ((k + 1) * angle);
  }
}

/* Solves the symmetric positive system @m x = @v in place by Cholesky's method; a touch of ridge keeps it solvable. */
static void
solve (double m[MOST_COLUMNS][MOST_COLUMNS], double *v, int n)
{
  for (int i = 0; i < n; i++) {
    m[i][i] += 1e-9 * (1 + m[i][i]);
    for (int j = 0; j <= i; j++) {
      for (int k = 0; k < j; k++)
        m[i][j] -= m[i][k] * m[j][k];
      m[i][j] = i == j ? sqrt (fmax (m[i][i], 1e-300)) : m[i][j] / m[j][j];
    }
    for (int k = 0; k < i; k++)
      v[i] -= m[i][k] * v[k];
    v[i] /= m[i][i];
  }
  for (int i = n - 1; i >= 0; i--) {
    for (int k = i + 1; k < n; k++)
      v[i] -= m[k][i] * v[k];
    v[i] /= m[i][i];
  }
}

/* Least squares of y / trend - 1 by @n_waves; @weights receives their sizes. Returns the sum of squares that is left.
 */
static double
fit_waves (const Problem *problem, int n_waves, double *weights)
{
  double m[MOST_COLUMNS][MOST_COLUMNS];
  double columns[MOST_COLUMNS];
  double left = 0;

  memset (m, 0, sizeof m);
  memset (weights, 0, sizeof (double) * MOST_COLUMNS);
  for (int i = 0; i < problem->n; i++) {
    double r = problem->y[i] / problem->trend[i] - 1;

    read_waves (problem, i, n_waves, columns);
    for (int a = 0; a < 2 * n_waves; a++) {
      weights[a] += columns[a] * r;
      for (int b = 0; b <= a; b++)
        m[a][b] += columns[a] * columns[b];
    }
  }
  solve (m, weights, 2 * n_waves);
  for (int i = 0; i < problem->n; i++) {
    double r = problem->y[i] / problem->trend[i] - 1;

    read_waves (problem, i, n_waves, columns);
    for (int a = 0; a < 2 * n_waves; a++)
      r -= weights[a] * columns[a];
    left += r * r;
  }
  return left;
}

static void
draw_index (const Problem *problem, const double *weights, int n_waves, double *index)
{
  double mean = 0;

  for (int s = 0; s < problem->period; s++) {
    double columns[MOST_COLUMNS];

    read_waves (problem, s - problem->phase, n_waves, columns);
    index[s] = 1;
    for (int a = 0; a < 2 * n_waves; a++)
      index[s] += weights[a] * columns[a];
    index[s] = CLAMP (index[s], LEAST_INDEX, MOST_INDEX);
    mean += index[s] / problem->period;
  }
  for (int s = 0; s < problem->period; s++)
    index[s] /= mean;
}

/* A line through the values without their season, kept away from 0; level where history is too short to tell. */
static void
fit_trend (Problem *problem, const double *index)
{
  double mean = 0, cross = 0, squares = 0, slope, middle = (problem->n - 1) / 2.0;

  for (int i = 0; i < problem->n; i++) {
    double y = problem->y[i] / index[(problem->phase + i) % problem->period];

    mean += y / problem->n;
    cross += (i - middle) * y;
    squares += (i - middle) * (i - middle);
  }
  slope = problem->n >= SEASONS_FOR_TREND * problem->period ? cross / squares : 0;
  for (int i = 0; i < problem->n; i++)
    problem->trend[i] = fmax (mean + slope * (i - middle), LEAST_TREND * mean);
}

/* The number of waves with the least AICc, 0 for none; @weights receives their sizes. */
static int
choose_waves (const Problem *problem, double *weights)
{
  double best = INFINITY;
  int chosen = 0;

  for (int waves = 0; waves <= MIN (MOST_WAVES, (problem->period - 1) / 2); waves++) {
    double trial[MOST_COLUMNS];
    double left = fit_waves (problem, waves, trial);
    int p = 2 * waves + 3;
    double score = problem->n * log (left + 1e-12) + 2.0 * p + 2.0 * p * (p + 1) / MAX (problem->n - p - 1, 1);

    if (score >= best)
      continue;
    best = score;
    chosen = waves;
    memcpy (weights, trial, sizeof trial);
  }
  return chosen;
}

/**
 * gr_profile_estimate:
 * @phase: season of the first value
 * @index: (array length=period): receives what each season multiplies the level by, mean 1
 *
 * The season of a series with a long one, weeks of a year, as a sum of waves (Fourier terms), of as many as AICc wants,
 * around a straight trend. O(n).
 *
 * Returns: %FALSE where there is less than one season, no demand, or nothing seasonal
 */
gboolean
gr_profile_estimate (const double *y, int n, int period, int phase, double *index)
{
  g_autofree double *trend = g_new (double, n + 1);
  Problem problem = {y, n, period, phase, trend};
  double total = 0;
  int waves = 0;

  for (int i = 0; i < n; i++)
    total += y[i];
  if (period < 4 || n < period || !(total > 0))
    return FALSE;
  for (int s = 0; s < period; s++)
    index[s] = 1;
  for (int round = 0; round < N_ROUNDS; round++) {
    double weights[MOST_COLUMNS];

    fit_trend (&problem, index);
    waves = choose_waves (&problem, weights);
    draw_index (&problem, weights, waves, index);
  }
  return waves > 0;
}

/**
 * gr_profile_strength:
 * @index: (array length=period): a family's season
 *
 * How strongly an item follows its family's season: 1 fully, 0 not at all, up to 2; what its own history says, drawn
 * towards 1 where that is little.
 */
double
gr_profile_strength (const double *y, int n, int phase, const double *index, int period)
{
  double sum = 0, cross = PRIOR_EVIDENCE, squares = PRIOR_EVIDENCE, expected = 0, level;

  for (int i = 0; i < n; i++) {
    sum += y[i];
    expected += index[(phase + i) % period];
  }
  if (!(sum > 0) || !(expected > 0))
    return 1;
  level = sum / expected;
  for (int i = 0; i < n; i++) {
    double x = index[(phase + i) % period] - 1;
    double r = CLAMP (y[i] / level, 0, MOST_OF_LEVEL) - 1;

    cross += x * r;
    squares += x * x;
  }
  return CLAMP (cross / squares, 0, 2);
}

/* What the item has beside its family's season, bucket by bucket, as a share of what that leads one to expect, without
 * growth. Returns the variance of it by chance, from seasons that were seen twice. */
static double
find_rest (const double *y, int n, int phase, const double *index, int period, double *rest)
{
  double sum = 0, expected = 0, growth = 0, squares = 0;
  int n_pairs = n - period;

  for (int i = 0; i < n; i++) {
    sum += y[i];
    expected += index[(phase + i) % period];
  }
  for (int i = 0; i < n; i++)
    rest[i] = CLAMP (y[i] * expected / (sum * index[(phase + i) % period]), 0, MOST_OF_LEVEL) - 1;
  for (int i = period; i < n; i++)
    growth += (rest[i] - rest[i - period]) / (n_pairs + PRIOR_PAIRS);
  for (int i = period; i < n; i++) {
    double change = rest[i] - rest[i - period] - growth;

    squares += change * change;
  }
  for (int i = 0; i < n; i++)
    rest[i] -= growth * (i - (n - 1) / 2.0) / period;
  return squares / (n_pairs - 1) / 2;
}

/**
 * gr_profile_own:
 * @index: (inout) (array length=period): its family's season as strong as the item follows it
 *
 * Puts in what the item's own first year has beside its family's season, as far as the second bears that out (empirical
 * Bayes: what comes again is season, what does not is chance). Nothing before a year and some buckets. O(n).
 */
void
gr_profile_own (const double *y, int n, int phase, double *index, int period)
{
  g_autofree double *rest = g_new (double, n + 1);
  double variance = 0, noise, sum = 0, mean = 0;

  for (int i = 0; i < n; i++)
    sum += y[i];
  if (n < period + LEAST_PAIRS || !(sum > 0))
    return;
  noise = find_rest (y, n, phase, index, period, rest);
  for (int i = 0; i < n; i++)
    variance += rest[i] * rest[i] / n;
  noise = (noise * (n - period) + variance * PRIOR_PAIRS) / (n - period + PRIOR_PAIRS);
  for (int s = 0; s < period; s++) {
    double own = 0, weight;
    int count = 0;

    for (int i = ((s - phase) % period + period) % period; i < n; i += period, count++)
      own += rest[i];
    weight = variance > noise ? (variance - noise) / (variance - noise + noise / count) : 0;
    index[s] = fmax (index[s] * (1 + weight * own / count), LEAST_INDEX);
    mean += index[s] / period;
  }
  for (int s = 0; s < period; s++)
    index[s] /= mean;
}
