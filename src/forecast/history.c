#include "history.h"

#include <float.h>
#include <math.h>

/* Below this share of a bucket what was sold says too little about what was asked for. */
#define LEAST_AVAILABILITY 0.5

/* How many known neighbours on each side stand in for an unknown bucket. */
#define N_NEIGHBOURS 3

/* No sensible season is longer, and no more than this many buckets say anything about the next ones. */
#define LONGEST_PERIOD  1000
#define LONGEST_HISTORY 20000

/* A silence is a death where chance alone would make it less often than this. */
#define SILENCE_PROBABILITY 1e-3

static double
value_at (const GrSeries *series, gsize i)
{
  double value = series->values[i];
  double share = series->availability != NULL ? series->availability[i] : 1;

  if (!isfinite (value) || !(share >= LEAST_AVAILABILITY))
    return NAN;
  return share < 1 ? value / share : value;
}

static double
find_scale (const double *values, int n)
{
  double largest = 0;
  int exponent;

  for (int i = 0; i < n; i++)
    if (isfinite (values[i]))
      largest = fmax (largest, fabs (values[i]));
  if (largest == 0)
    return 1;
  frexp (largest, &exponent);
  return ldexp (1, CLAMP (exponent, -1000, 1000));
}

/* Mean of the nearest known buckets before and after. */
static double
mean_of_neighbours (const GrHistory *history, int at)
{
  double sum = 0;
  int count = 0;

  for (int step = -1; step <= 1; step += 2) {
    int left = N_NEIGHBOURS;

    for (int i = at + step; i >= 0 && i < history->n && left > 0; i += step) {
      if (!history->is_known[i])
        continue;
      sum += history->y[i];
      count++;
      left--;
    }
  }
  return count > 0 ? sum / count : 0;
}

static void
fill_unknown (GrHistory *history)
{
  for (int i = 0; i < history->n; i++)
    if (!history->is_known[i])
      history->y[i] = mean_of_neighbours (history, i);
}

/* Whether sales have stopped for good: silent for a whole season, or for half of one where the rhythm before makes that
 * silence next to impossible; half a season of selling is needed to know a rhythm. */
static gboolean
find_death (const GrHistory *history)
{
  int first = -1;
  int last = -1;
  int n_sold = 0;
  int season = history->period > 1 ? history->period : 16;
  int silence;
  int span;

  for (int i = 0; i < history->n; i++) {
    if (history->y[i] == 0)
      continue;
    first = first < 0 ? i : first;
    last = i;
    n_sold++;
  }
  if (n_sold == 0)
    return TRUE;
  silence = history->n - 1 - last;
  span = last - first + 1;
  if (silence > season)
    return TRUE;
  if (silence < (season + 1) / 2 || span < (season + 1) / 2)
    return FALSE;
  return n_sold == span || silence * log1p (-(double) n_sold / span) < log (SILENCE_PROBABILITY);
}

static gsize
find_first_known (const GrSeries *series)
{
  gsize start = series->n > LONGEST_HISTORY ? series->n - LONGEST_HISTORY : 0;

  while (start < series->n && isnan (value_at (series, start)))
    start++;
  return start;
}

/**
 * gr_history_new:
 *
 * Takes the values that can be used out of @series: partly available buckets (from half on) are raised to a whole one,
 * others filled with the mean of their neighbours, everything scaled. An empty history is a valid one. O(n).
 */
GrHistory *
gr_history_new (const GrSeries *series)
{
  GrHistory *history = g_new0 (GrHistory, 1);
  gsize start = find_first_known (series);
  int period = CLAMP (series->period, 1, LONGEST_PERIOD);

  history->n = (int) (series->n - start);
  history->period = period;
  history->phase = (int) ((((gint64) series->first + (gint64) start) % period + period) % period);
  history->y = g_new (double, history->n + 1);
  history->is_known = g_new (gboolean, history->n + 1);
  for (int i = 0; i < history->n; i++) {
    history->y[i] = value_at (series, start + (gsize) i);
    history->is_known[i] = isnan (history->y[i]) ? 0 : 1;
    history->n_known += history->is_known[i];
  }
  history->scale = find_scale (history->y, history->n);
  for (int i = 0; i < history->n; i++)
    history->y[i] /= history->scale;
  fill_unknown (history);
  history->is_dead = find_death (history);
  return history;
}

void
gr_history_free (GrHistory *history)
{
  if (history == NULL)
    return;
  g_free (history->y);
  g_free (history->is_known);
  g_free (history);
}

/**
 * gr_history_restore:
 *
 * Returns: @value in the units of the series, no further than a double goes; NaN stays NaN
 */
double
gr_history_restore (const GrHistory *history, double value)
{
  return CLAMP (value * history->scale, -DBL_MAX, DBL_MAX);
}
