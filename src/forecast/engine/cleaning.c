#include "cleaning.h"

#include "forecast/season/season.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Neighbours on each side whose median is a value's level. */
#define REACH 4

/* Fewer values than this show no rule to stand out of. */
#define FEWEST_VALUES 10

/* Deviations from the level, in robust standard deviations, that are no longer usual; and a share of the level that
 * always is. */
#define MOST_DEVIATIONS 5.0

/* How far logarithms keep from zero, as a share of the median. */
#define ZERO_SHARE 0.2

/* The last values may as well be the first of a new level. */
#define TOO_RECENT 3

/* The median absolute deviation of a normal variable times this is its standard deviation. */
#define MAD_TO_SD 1.4826

static int
compare_doubles (const void *a, const void *b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
median (double *values, int n)
{
  qsort (values, (gsize) n, sizeof (double), compare_doubles);
  return n % 2 != 0 ? values[n / 2] : (values[n / 2 - 1] + values[n / 2]) / 2;
}

/* The median of the values around, this one left out. */
static double
level_around (const double *y, int n, int at)
{
  double around[2 * REACH];
  int start = CLAMP (at - REACH, 0, MAX (n - 2 * REACH - 1, 0));
  int count = 0;

  for (int i = start; i < n && count < 2 * REACH; i++)
    if (i != at)
      around[count++] = y[i];
  return median (around, count);
}

static double
spread_around (const double *y, const double *levels, int n)
{
  g_autofree double *deviations = g_new (double, (gsize) MAX (n, 1));

  for (int i = 0; i < n; i++)
    deviations[i] = fabs (y[i] - levels[i]);
  return median (deviations, n) * MAD_TO_SD;
}

/* The usual range of every value, from the season and the levels that @y shows. */
static void
find_range (GrCleaning *cleaning, const double *y, int period)
{
  int n = cleaning->n;
  g_autoptr (GrSeason) season = gr_season_new_robust (y, n, period);
  g_autofree double *adjusted = g_new (double, n + 1);
  g_autofree double *levels = g_new (double, n + 1);
  double spread;

  gr_season_remove (season, y, n, adjusted);
  for (int i = 0; i < n; i++)
    levels[i] = level_around (adjusted, n, i);
  spread = spread_around (adjusted, levels, n);
  for (int i = 0; i < n; i++) {
    double usual = MOST_DEVIATIONS * spread + 1e-9 * fabs (levels[i]);

    cleaning->low[i] = levels[i] - usual;
    cleaning->high[i] = levels[i] + usual;
  }
  gr_season_restore (season, 0, n, cleaning->low);
  gr_season_restore (season, 0, n, cleaning->high);
}

static gboolean
is_never_negative (const double *y, int n)
{
  for (int i = 0; i < n; i++)
    if (y[i] < 0)
      return FALSE;
  return TRUE;
}

/* Where there is nothing below zero, seasons and surprises go with the level: then the logarithms are looked at, of
 * values moved away from zero by a share of what is usual. */
static void
find_range_of_kind (GrCleaning *cleaning, const double *y, int period)
{
  int n = cleaning->n;
  g_autofree double *values = g_memdup2 (y, sizeof (double) * (gsize) n);
  double distance = ZERO_SHARE * median (values, n);

  if (!is_never_negative (y, n) || !(distance > 0)) {
    find_range (cleaning, y, period);
    return;
  }
  for (int i = 0; i < n; i++)
    values[i] = log (y[i] + distance);
  find_range (cleaning, values, period);
  for (int i = 0; i < n; i++) {
    cleaning->low[i] = fmax (exp (cleaning->low[i]) - distance, 0);
    cleaning->high[i] = exp (cleaning->high[i]) - distance;
  }
}

/* Nothing stands out where there is no rule to stand out of. */
static void
open_range (GrCleaning *cleaning, int start)
{
  for (int i = start; i < cleaning->n; i++) {
    cleaning->low[i] = -INFINITY;
    cleaning->high[i] = INFINITY;
  }
}

/**
 * gr_cleaning_new:
 * @y: finite values
 *
 * Marks values that lie further from the median of their neighbours, their season taken out, than five robust standard
 * deviations of such differences, and than a fifth of the level; not the last three, which may begin a new level. The
 * season is read twice, the second time without what stood out. For series with demand in most buckets; one shorter
 * than ten has none. O(n log n).
 */
GrCleaning *
gr_cleaning_new (const double *y, int n, int period)
{
  GrCleaning *cleaning = g_new0 (GrCleaning, 1);

  cleaning->n = n;
  cleaning->low = g_new (double, n + 1);
  cleaning->high = g_new (double, n + 1);
  cleaning->is_outlier = g_new0 (gboolean, n + 1);
  if (n >= FEWEST_VALUES)
    find_range_of_kind (cleaning, y, period);
  open_range (cleaning, n >= FEWEST_VALUES ? n - TOO_RECENT : 0);
  for (int i = 0; i < n; i++) {
    cleaning->is_outlier[i] = y[i] < cleaning->low[i] || y[i] > cleaning->high[i];
    cleaning->n_outliers += cleaning->is_outlier[i];
  }
  return cleaning;
}

void
gr_cleaning_free (GrCleaning *cleaning)
{
  if (cleaning == NULL)
    return;
  g_free (cleaning->low);
  g_free (cleaning->high);
  g_free (cleaning->is_outlier);
  g_free (cleaning);
}
