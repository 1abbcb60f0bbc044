#include "line-search.h"

#include <math.h>

#define N_GRID     12
#define N_SECTIONS 18

#define GOLDEN 0.6180339887498949

/* Golden section between @low and @high, in which @x is the best point so far with value @best. */
static double
refine (GrLineFunc func, gpointer data, double low, double high, double *best, double x)
{
  double left = high - GOLDEN * (high - low);
  double right = low + GOLDEN * (high - low);
  double at_left = func (left, data);
  double at_right = func (right, data);

  for (int i = 0; i < N_SECTIONS; i++) {
    if (at_left <= at_right) {
      high = right;
      right = left;
      at_right = at_left;
      left = high - GOLDEN * (high - low);
      at_left = func (left, data);
    } else {
      low = left;
      left = right;
      at_left = at_right;
      right = low + GOLDEN * (high - low);
      at_right = func (right, data);
    }
  }
  if (fmin (at_left, at_right) < *best) {
    *best = fmin (at_left, at_right);
    return at_left <= at_right ? left : right;
  }
  return x;
}

/**
 * gr_line_search_minimise:
 *
 * Returns: where @func is least between @low and @high, ends included: the best point of a grid, then golden section
 * around it, to about a 100,000th of the range
 */
double
gr_line_search_minimise (GrLineFunc func, gpointer data, double low, double high)
{
  double step = (high - low) / N_GRID;
  double x = low;
  double best = INFINITY;

  for (int i = 0; i <= N_GRID; i++) {
    double value = func (low + i * step, data);

    if (value < best) {
      best = value;
      x = low + i * step;
    }
  }
  return refine (func, data, fmax (low, x - step), fmin (high, x + step), &best, x);
}
