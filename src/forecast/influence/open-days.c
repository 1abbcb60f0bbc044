#include "open-days.h"

#include <math.h>

/* A bucket with fewer days than this share of the usual says nothing. */
#define LEAST_FACTOR 0.05

static gboolean
is_sensible (double days)
{
  return isfinite (days) && days > 0;
}

/**
 * gr_open_days_factors:
 * @days: (array length=n): how many days of each bucket demand can come on, or how much they weigh together
 * @factors: (array length=n): receives that over the mean of all: what the bucket's days multiply demand by; 0 for a
 *   bucket without days, 1 where nothing sensible is said
 *
 * Months differ by up to a tenth by their days, and more where a shop closes on Sundays: not demand, only the calendar.
 * O(n).
 */
void
gr_open_days_factors (const double *days, int n, double *factors)
{
  double sum = 0;
  int count = 0;

  for (int i = 0; i < n; i++) {
    if (!is_sensible (days[i]))
      continue;
    sum += days[i] / n;
    count++;
  }
  for (int i = 0; i < n; i++) {
    double factor = is_sensible (days[i]) ? days[i] / (sum * n / count) : days[i] == 0 ? 0 : 1;

    factors[i] = isfinite (factor) && factor >= LEAST_FACTOR ? factor : 0;
  }
}
