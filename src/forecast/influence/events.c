#include "events.h"

#include <math.h>
#include <string.h>

/* Buckets without an event on each side that tell what would have been. */
#define REACH 4

/* One occurrence is believed half, two by two thirds, and so on. */
#define PRIOR_OCCURRENCES 1.0

/* How far from zero the ratio keeps, as a share of what would have been. */
#define ZERO_SHARE 0.1

/**
 * gr_events_level:
 * @y: (array length=n): demand; NaN where it is not known
 *
 * Returns: what bucket @at would have been without its event: half way between the means of the nearest four known
 *   buckets without one before and after, so that neither a slope nor the end of history leans on it; the mean of one
 *   side where there is no other; NaN where there are none, or no demand in them
 */
double
gr_events_level (const double *y, int n, const guint8 *events, int at)
{
  double sum = 0;
  int n_sides = 0;

  for (int step = -1; step <= 1; step += 2) {
    double side = 0;
    int count = 0;

    for (int i = at + step; i >= 0 && i < n && count < REACH; i += step) {
      if (events[i] != 0 || isnan (y[i]))
        continue;
      side += y[i];
      count++;
    }
    sum += count > 0 ? side / count : 0;
    n_sides += count > 0;
  }
  return n_sides > 0 && sum > 0 ? sum / n_sides : NAN;
}

/**
 * gr_events_measure:
 * @ratios: (array length=256): receives the geometric mean of what each event multiplied the buckets around by, 1 where
 *   it cannot be told
 * @counts: (array length=256): receives in how many buckets
 *
 * What events did, without any caution. O(n).
 */
void
gr_events_measure (const double *y, int n, const guint8 *events, double *ratios, int *counts)
{
  double logs[GR_N_EVENTS] = {0};

  memset (counts, 0, GR_N_EVENTS * sizeof *counts);
  for (int i = 0; i < n; i++) {
    double level = events[i] != 0 ? gr_events_level (y, n, events, i) : NAN;

    if (isnan (level))
      continue;
    logs[events[i]] += log ((fmax (y[i], 0) + ZERO_SHARE * level) / ((1 + ZERO_SHARE) * level));
    counts[events[i]]++;
  }
  for (int event = 0; event < GR_N_EVENTS; event++)
    ratios[event] = counts[event] > 0 ? exp (logs[event] / counts[event]) : 1;
}

/**
 * gr_events_shrink:
 * @ratios: (array length=256): as gr_events_measure() tells, with @counts
 * @priors: (nullable) (array length=256): what each event is expected to multiply demand by; %NULL for 1 all over
 * @effects: (array length=256): receives what each event multiplies demand by; what is expected of those that have not
 *   happened yet
 *
 * Draws what was measured towards what was expected, the more the fewer occurrences there were: the geometric mean of
 * them all, with what was expected as one more.
 */
void
gr_events_shrink (const double *ratios, const int *counts, const double *priors, double *effects)
{
  effects[0] = 1;
  for (int event = 1; event < GR_N_EVENTS; event++) {
    double prior = priors != NULL ? log (fmax (priors[event], 1.0 / GR_EVENTS_MOST_EFFECT)) : 0;
    double sum = counts[event] * log (ratios[event]) + PRIOR_OCCURRENCES * prior;
    double mean = sum / (counts[event] + PRIOR_OCCURRENCES);

    effects[event] = CLAMP (exp (mean), 1.0 / GR_EVENTS_MOST_EFFECT, (double) GR_EVENTS_MOST_EFFECT);
  }
}

/**
 * gr_events_estimate:
 * @y: (array length=n): demand
 * @events: (array length=n): which event each bucket holds: a promotion, a feast, a heat wave; 0 for none
 *
 * What each event multiplies demand by, from past occurrences and what was expected: gr_events_measure() and
 * gr_events_shrink(). O(n).
 */
void
gr_events_estimate (const double *y, int n, const guint8 *events, const double *priors, double *effects)
{
  double ratios[GR_N_EVENTS];
  int counts[GR_N_EVENTS];

  gr_events_measure (y, n, events, ratios, counts);
  gr_events_shrink (ratios, counts, priors, effects);
}
