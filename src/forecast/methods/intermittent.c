#include "intermittent.h"

#include <math.h>
#include <stdlib.h>

/* The capped average looks at so many buckets evenly, and at all of them with a weight that fades by this much a
 * bucket. */
#define EVEN_WINDOW 12
#define FADING      0.85

/* Demands above this quantile of all demands are bulk orders, if there have been enough to tell. */
#define CAP_QUANTILE  0.9
#define FEWEST_TO_CAP 5

/**
 * gr_intermittent_croston:
 *
 * Croston's method: the mean size of a demand over the mean gap between two, both smoothed by @alpha where there is
 * demand. It never decays, however long the silence. Source: Croston 1972.
 *
 * Returns: the demand per bucket; 0 where there was none
 */
double
gr_intermittent_croston (const double *y, int n, double alpha)
{
  double size = 0, interval = 0;
  int gap = 0;
  gboolean is_first = TRUE;

  for (int i = 0; i < n; i++) {
    gap++;
    if (y[i] == 0)
      continue;
    size = is_first ? y[i] : size + alpha * (y[i] - size);
    interval = is_first ? gap : interval + alpha * (gap - interval);
    is_first = FALSE;
    gap = 0;
  }
  return is_first ? 0 : size / interval;
}

/**
 * gr_intermittent_sba:
 *
 * Croston's method without its bias. Source: Syntetos & Boylan 2005.
 */
double
gr_intermittent_sba (const double *y, int n, double alpha)
{
  return gr_intermittent_croston (y, n, alpha) * (1 - alpha / 2);
}

/**
 * gr_intermittent_tsb:
 * @alpha: for the size, where there is demand
 * @beta: for the probability of demand, at every bucket, so that it decays when nobody asks any more
 *
 * Started from the first year (12 buckets). Source: Teunter, Syntetos & Babai 2011.
 */
double
gr_intermittent_tsb (const double *y, int n, double alpha, double beta)
{
  double size = 0, probability = 0;
  int start = MIN (n, 12);
  int count = 0;

  for (int i = 0; i < n && (i < start || count == 0); i++) {
    size += y[i];
    count += y[i] != 0;
    probability = (double) count / (i + 1);
  }
  if (count == 0)
    return 0;
  size /= count;
  for (int i = 0; i < n; i++) {
    if (y[i] != 0)
      size += alpha * (y[i] - size);
    probability += beta * ((y[i] != 0 ? 1 : 0) - probability);
  }
  return size * probability;
}

static int
compare_doubles (const void *a, const void *b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
find_cap (const double *y, int n)
{
  g_autofree double *demands = g_new (double, n + 1);
  int count = 0;

  for (int i = 0; i < n; i++)
    if (y[i] > 0)
      demands[count++] = y[i];
  if (count < FEWEST_TO_CAP)
    return INFINITY;
  qsort (demands, (gsize) count, sizeof (double), compare_doubles);
  return demands[(int) (CAP_QUANTILE * (count - 1))];
}

/**
 * gr_intermittent_capped_average:
 * @cap: receives what counted as a bulk order, infinity where nothing did
 *
 * The mean of two averages of past demand in which bulk orders count as the largest usual one: of the last 12 buckets
 * evenly, and of all with fading weight. By squared error from rolling origins it beats Croston's family on spare parts
 * and on a shop's weeks alike.
 * @n at least 1. O(n log n).
 */
double
gr_intermittent_capped_average (const double *y, int n, double *cap)
{
  int window = MIN (n, EVEN_WINDOW);
  double even = 0, fading = 0, weights = 0, weight = 1;

  *cap = find_cap (y, n);
  for (int i = n - 1; i >= 0; i--) {
    double value = fmin (y[i], *cap);

    if (n - i <= window)
      even += value / window;
    fading += weight * value;
    weights += weight;
    weight *= FADING;
  }
  return (even + fading / weights) / 2;
}
