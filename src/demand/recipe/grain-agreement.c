#include "grain-agreement.h"

#include <math.h>

/* Days that [@start, @end) has in common with the week or month that begins on @bucket. */
static int
common_days (GrGrain grain, GrDate bucket, GrDate start, GrDate end)
{
  return MAX (0, MIN (end, gr_grain_add (grain, bucket, 1)) - MAX (start, bucket));
}

/* What the weeks say of the days [@start, @end). */
static double
sum_of_weeks (const GrGrainValues *weeks, GrDate start, GrDate end)
{
  int first = MAX (0, gr_grain_between (GR_GRAIN_WEEK, weeks->start, start));
  double sum = 0;

  for (int i = first; i < weeks->n && weeks->start + 7 * i < end; i++)
    sum += weeks->values[i] / 7 * common_days (GR_GRAIN_WEEK, weeks->start + 7 * i, start, end);
  return sum;
}

/* Moves @month to the middle as far as the weeks reach; what its days in the weeks are to be multiplied with. */
static double
settle_month (const GrGrainValues *weeks, GrGrainValues *months, int month)
{
  GrDate start = gr_grain_add (GR_GRAIN_MONTH, months->start, month);
  GrDate end = gr_grain_add (GR_GRAIN_MONTH, start, 1), weeks_end = weeks->start + 7 * weeks->n;
  double by_weeks = sum_of_weeks (weeks, start, end);
  double by_month = months->values[month] * MAX (0, MIN (end, weeks_end) - MAX (start, weeks->start)) / (end - start);
  double middle = sqrt (by_weeks * by_month);

  months->values[month] = MAX (0, months->values[month] + middle - by_month);
  return by_weeks > 0 ? middle / by_weeks : 0;
}

static double
settle_week (const GrGrainValues *months, const double *factors, GrDate week, double value)
{
  double sum = 0;
  int left = 7;

  for (int month = MAX (0, gr_grain_between (GR_GRAIN_MONTH, months->start, week)); month < months->n; month++) {
    GrDate start = gr_grain_add (GR_GRAIN_MONTH, months->start, month);
    int days = common_days (GR_GRAIN_MONTH, start, week, week + 7);

    if (days == 0)
      break;
    sum += value / 7 * days * factors[month];
    left -= days;
  }
  return sum + value / 7 * left;
}

/**
 * gr_grains_agree:
 * @weeks: (inout): forecast week by week
 * @months: (inout): forecast month by month, by itself and further ahead
 *
 * Two forecasts of the same demand at two grains never say the same, and a plan that buys by one while it is reviewed
 * by the other drifts off. Here they meet: where both speak of a day, its month comes to the geometric mean of what the
 * two say of it, and the weeks keep their shape within it. Afterwards the weeks' days add up to the months. Combining
 * over aggregation levels is also the better forecast (Kourentzes, Petropoulos and Trapero, 2014); the geometric mean,
 * which lets either one say that an item is dead, had the least error on the retail shop's own past. O(weeks).
 */
void
gr_grains_agree (GrGrainValues *weeks, GrGrainValues *months)
{
  double *factors = g_new (double, months->n + 1);

  for (int month = 0; month < months->n; month++)
    factors[month] = settle_month (weeks, months, month);
  for (int i = 0; i < weeks->n; i++)
    weeks->values[i] = settle_week (months, factors, weeks->start + 7 * i, weeks->values[i]);
  g_free (factors);
}
