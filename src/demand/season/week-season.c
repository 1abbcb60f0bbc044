#include "week-season.h"

#include <math.h>
#include <stdlib.h>

#define WEEKS  52
#define MONTHS 12

/* A week is compared with so many on each side, and with that many in all at least. */
#define REACH            4
#define LEAST_NEIGHBOURS 4

/* It counts as closed where less than this share of what is usual there happened; where little is usual, nothing is. */
#define CLOSED_BELOW 0.5
#define LEAST_USUAL  10

/* What a closed week comes to at least. */
#define LEAST_FACTOR 0.02

/* A week takes the mean of its month and its neighbours': of so many days on each side of its middle. */
#define DAYS_AROUND 15

/**
 * gr_week_activity_init:
 * @first: the first day of all
 * @before: the first day that does not count
 */
void
gr_week_activity_init (GrWeekActivity *activity, GrDate first, GrDate before)
{
  activity->start = gr_grain_start (GR_GRAIN_WEEK, first);
  activity->n = MAX (gr_grain_between (GR_GRAIN_WEEK, first, before), 0);
  activity->counts = g_new0 (int, activity->n + 1);
}

void
gr_week_activity_add (GrWeekActivity *activity, GrDate day)
{
  int week = gr_grain_between (GR_GRAIN_WEEK, activity->start, day);

  if (week >= 0 && week < activity->n)
    activity->counts[week]++;
}

void
gr_week_activity_clear (GrWeekActivity *activity)
{
  g_clear_pointer (&activity->counts, g_free);
}

static int
compare_counts (const void *a, const void *b)
{
  return *(const int *) a - *(const int *) b;
}

/* The median of the weeks around, 0 where they are too few. */
static int
usual_around (const GrWeekActivity *activity, int week, int n)
{
  int around[2 * REACH], n_around = 0;

  for (int i = MAX (week - REACH, 0); i <= MIN (week + REACH, n - 1); i++)
    if (i != week)
      around[n_around++] = activity->counts[i];
  if (n_around < LEAST_NEIGHBOURS)
    return 0;
  qsort (around, (gsize) n_around, sizeof *around, compare_counts);
  return around[n_around / 2];
}

static int
step_of (GrGrain grain, GrDate day)
{
  int per_year = gr_grain_per_year (grain);

  return (gr_grain_between (grain, 0, day) % per_year + per_year) % per_year;
}

/**
 * gr_week_activity_closures:
 * @cut: weeks that end later don't count
 * @closures: (array length=52): receives by what closing each week of the year is to be multiplied, 1 for most; the
 *   geometric mean of the years
 */
void
gr_week_activity_closures (const GrWeekActivity *activity, GrDate cut, double *closures)
{
  int n = CLAMP (gr_grain_between (GR_GRAIN_WEEK, activity->start, cut), 0, activity->n);
  int counts[WEEKS] = {0};

  for (int step = 0; step < WEEKS; step++)
    closures[step] = 0;
  for (int week = 0; week < n; week++) {
    int step = step_of (GR_GRAIN_WEEK, gr_grain_add (GR_GRAIN_WEEK, activity->start, week));
    int usual = usual_around (activity, week, n);
    double share = usual >= LEAST_USUAL ? activity->counts[week] / (double) usual : 1;

    closures[step] += share < CLOSED_BELOW ? log (fmax (share, LEAST_FACTOR)) : 0;
    counts[step]++;
  }
  for (int step = 0; step < WEEKS; step++)
    closures[step] = counts[step] > 0 ? exp (closures[step] / counts[step]) : 1;
}

/**
 * gr_weeks_of_months:
 * @months: (array length=12): what each month multiplies the usual by
 * @closures: (array length=52): see gr_week_activity_closures()
 * @from: the year of weeks that begins there is the one that is to fit best
 * @weeks: (array length=52): receives what each week multiplies the usual by, mean 1
 *
 * A month's season is seen in four times as many sales as a week's, and one year's weeks are mostly chance: on the
 * retail shop's past, weeks drawn from the months did better than weeks by themselves.
 */
void
gr_weeks_of_months (const double *months, const double *closures, GrDate from, double *weeks)
{
  double mean = 0;

  for (int i = 0; i < WEEKS; i++) {
    GrDate monday = gr_grain_add (GR_GRAIN_WEEK, gr_grain_start (GR_GRAIN_WEEK, from), i);
    int step = step_of (GR_GRAIN_WEEK, monday);

    weeks[step] = 0;
    for (GrDate day = monday + 3 - DAYS_AROUND; day <= monday + 3 + DAYS_AROUND; day++)
      weeks[step] += months[step_of (GR_GRAIN_MONTH, day)] / (2 * DAYS_AROUND + 1);
    weeks[step] *= closures[step];
    mean += weeks[step] / WEEKS;
  }
  for (int step = 0; step < WEEKS; step++)
    weeks[step] /= mean;
}
