#include "demand-class.h"

/* Mean gap between demands, and squared coefficient of variation of their sizes, at which Croston's method overtakes
 * smoothing. */
#define LONG_INTERVAL  1.32
#define LARGE_VARIANCE 0.49

/**
 * gr_demand_class_of:
 *
 * Returns: the class of a series from its first demand on; none where there was no demand
 */
GrDemandClass
gr_demand_class_of (const double *y, int n)
{
  double sum = 0, squares = 0, mean, variation;
  int count = 0, first = 0;
  gboolean is_seldom;

  while (first < n && y[first] == 0)
    first++;
  for (int i = first; i < n; i++) {
    if (y[i] == 0)
      continue;
    sum += y[i];
    squares += y[i] * y[i];
    count++;
  }
  if (count == 0)
    return GR_DEMAND_NONE;
  mean = sum / count;
  variation = mean != 0 ? (squares / count - mean * mean) / (mean * mean) : 0;
  is_seldom = (double) (n - first) / count >= LONG_INTERVAL;
  if (variation >= LARGE_VARIANCE)
    return is_seldom ? GR_DEMAND_LUMPY : GR_DEMAND_ERRATIC;
  return is_seldom ? GR_DEMAND_INTERMITTENT : GR_DEMAND_SMOOTH;
}
