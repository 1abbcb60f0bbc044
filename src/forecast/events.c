#include "events.h"

#include <math.h>

/* Buckets without an event on each side that tell what would have been. */
#define REACH 4

/* One occurrence is believed half, two by two thirds, and so on. */
#define PRIOR_OCCURRENCES 1.0

/* How far from zero the ratio keeps, as a share of what would have been; and what no event exceeds, either way. */
#define ZERO_SHARE  0.1
#define MOST_EFFECT 10

/* The mean of the nearest buckets without an event; NaN where there are none, or no demand in them. */
static double
level_without (const double *y, int n, const guint8 *events, int at)
{
  double sum = 0;
  int count = 0;

  for (int step = -1; step <= 1; step += 2) {
    int left = REACH;

    for (int i = at + step; i >= 0 && i < n && left > 0; i += step) {
      if (events[i] != 0)
        continue;
      sum += y[i];
      count++;
      left--;
    }
  }
  return count > 0 && sum > 0 ? sum / count : NAN;
}

/**
 * gr_events_estimate:
 * @y: (array length=n): demand
 * @events: (array length=n): which event each bucket holds: a promotion, a feast, a heat wave; 0 for none
 * @effects: (array length=256): receives what each event multiplies demand by; 1 for those that have not happened yet
 *
 * From past occurrences: the geometric mean of the ratio to the buckets around, drawn towards 1 the fewer there were.
 * O(n).
 */
void
gr_events_estimate (const double *y, int n, const guint8 *events, double *effects)
{
  double logs[GR_N_EVENTS] = {0};
  int counts[GR_N_EVENTS] = {0};

  for (int i = 0; i < n; i++) {
    double level = events[i] != 0 ? level_without (y, n, events, i) : NAN;

    if (isnan (level))
      continue;
    logs[events[i]] += log ((fmax (y[i], 0) + ZERO_SHARE * level) / ((1 + ZERO_SHARE) * level));
    counts[events[i]]++;
  }
  effects[0] = 1;
  for (int event = 1; event < GR_N_EVENTS; event++)
    effects[event] =
        CLAMP (exp (logs[event] / (counts[event] + PRIOR_OCCURRENCES)), 1.0 / MOST_EFFECT, (double) MOST_EFFECT);
}
