#include "level-shift.h"

#include "forecast/season/season.h"

#include <math.h>

/* So many buckets on either side show a level. */
#define LEAST_SIDE 6

/* A change to be looked into is at least this much, and leaves at most this share of the squares around one level and
 * around one straight line. */
#define LEAST_CHANGE 1.3
#define MOST_LEFT    0.7

/* Sums of the first buckets: @of[i] of those before i. */
typedef struct {
  double *y, *squares;
} Sums;

static double
squares_around_mean (const Sums *sums, int from, int to)
{
  double sum = sums->y[to] - sums->y[from];

  return fmax (sums->squares[to] - sums->squares[from] - sum * sum / (to - from), 0);
}

static double
mean_of (const Sums *sums, int from, int to)
{
  return (sums->y[to] - sums->y[from]) / (to - from);
}

/* What is left around the straight line of all. */
static double
squares_around_line (const double *y, int n, double around_mean)
{
  double middle = (n - 1) / 2.0, product = 0, squares = 0;

  for (int i = 0; i < n; i++) {
    product += (i - middle) * y[i];
    squares += (i - middle) * (i - middle);
  }
  return fmax (around_mean - product * product / squares, 0);
}

static int
find_best (const Sums *sums, int n, double *left)
{
  int best = -1;

  *left = INFINITY;
  for (int at = LEAST_SIDE; at <= n - LEAST_SIDE; at++) {
    double around = squares_around_mean (sums, 0, at) + squares_around_mean (sums, at, n);

    if (around < *left) {
      *left = around;
      best = at;
    }
  }
  return best;
}

static int
find_in_adjusted (const double *y, int n, double *ratio)
{
  Sums sums = {g_new0 (double, n + 1), g_new0 (double, n + 1)};
  double all, left;
  int at;

  for (int i = 0; i < n; i++) {
    sums.y[i + 1] = sums.y[i] + y[i];
    sums.squares[i + 1] = sums.squares[i] + y[i] * y[i];
  }
  at = find_best (&sums, n, &left);
  if (at >= 0) {
    double before = mean_of (&sums, 0, at), after = mean_of (&sums, at, n);

    all = squares_around_mean (&sums, 0, n);
    *ratio = after / before;
    if (!(before > 0 && after > 0) || fmax (*ratio, 1 / *ratio) < LEAST_CHANGE || !(left < MOST_LEFT * all) ||
        !(left < MOST_LEFT * squares_around_line (y, n, all)))
      at = -1;
  }
  g_free (sums.y);
  g_free (sums.squares);
  return at;
}

/**
 * gr_level_shift_find:
 * @y: (array length=n): values of ordinary size, without unknowns
 * @ratio: (out): the level after the shift over that before, where there is one
 *
 * Looks for the moment at which a series went from one level to another for good: two levels have to tell it clearly
 * better than one level does and than one straight line. What it finds is a suspicion; whether to act on it is for past
 * forecasts to say. O(n).
 *
 * Returns: the first bucket of the new level; -1 where there is no such moment
 */
int
gr_level_shift_find (const double *y, int n, int period, double *ratio)
{
  g_autofree double *adjusted = g_new (double, n + 1);
  g_autoptr (GrSeason) season = NULL;

  *ratio = 1;
  if (n < 2 * LEAST_SIDE)
    return -1;
  season = gr_season_new (y, n, period);
  gr_season_remove (season, y, n, adjusted);
  return find_in_adjusted (adjusted, n, ratio);
}
