#include "demand-outlook.h"

#include <math.h>

static GrDate
end_of (const GrBucketDemand *demand)
{
  return gr_grain_add (demand->grain, demand->start, demand->n);
}

/**
 * gr_bucket_demand_per_day:
 *
 * Returns: the demand of the bucket that @day lies in, spread evenly over its days; NaN outside the buckets.
 */
double
gr_bucket_demand_per_day (const GrBucketDemand *demand, GrDate day)
{
  int bucket = gr_grain_between (demand->grain, demand->start, day);
  GrDate start;

  if (bucket < 0 || bucket >= demand->n)
    return NAN;
  start = gr_grain_add (demand->grain, demand->start, bucket);
  return demand->values[bucket] / (gr_grain_add (demand->grain, start, 1) - start);
}

/* What a week takes of the months it lies in; no bucket, no demand. */
static double
sum_of_week (const GrBucketDemand *demand, GrDate week)
{
  double sum = 0;

  for (GrDate day = week; day < week + 7;) {
    GrDate next = gr_grain_add (demand->grain, gr_grain_start (demand->grain, day), 1);
    double per_day = gr_bucket_demand_per_day (demand, day);

    next = MIN (next, week + 7);
    sum += isnan (per_day) ? 0 : per_day * (next - day);
    day = next;
  }
  return sum;
}

/**
 * gr_demand_outlook:
 * @weeks: what is forecast week by week
 * @months: what is forecast month by month, further ahead
 * @n_weeks: (out): how many weeks came of it, at least 1
 *
 * Demand week by week from the running week on: the weeks' own figures as far as they go, from there to the last whole
 * week the months', spread evenly over their days. O(weeks).
 *
 * Returns: (transfer full) (array length=n_weeks): units
 */
double *
gr_demand_outlook (GrDate today, const GrBucketDemand *weeks, const GrBucketDemand *months, int *n_weeks)
{
  GrDate first = gr_grain_start (GR_GRAIN_WEEK, today);
  GrDate end = MAX (end_of (weeks), end_of (months));
  int n = MAX (1, gr_grain_between (GR_GRAIN_WEEK, first, end));
  double *outlook = g_new (double, n);

  for (int i = 0; i < n; i++) {
    GrDate week = first + 7 * i;

    if (week >= weeks->start && week < end_of (weeks))
      outlook[i] = weeks->values[(week - weeks->start) / 7];
    else
      outlook[i] = sum_of_week (months, week);
  }
  *n_weeks = n;
  return outlook;
}
