#include "history.h"

#include "cleaning.h"
#include "forecast/judge/demand-class.h"
#include "forecast/methods/ets.h"
#include "forecast/influence/events.h"
#include "forecast/season/profile.h"

#include <float.h>
#include <math.h>

/* Below this share of a bucket what was sold says too little about what was asked for. */
#define LEAST_AVAILABILITY 0.5

/* How many known neighbours on each side stand in for an unknown bucket. */
#define N_NEIGHBOURS 3

/* No sensible season is longer, and no more than this many buckets say anything about the next ones. */
#define LONGEST_PERIOD  1000
#define LONGEST_HISTORY 3000

/* Origins beyond these change little and cost as much as the first; before it, a method needs a few buckets to be
 * itself. */
#define MOST_ORIGINS   26
#define LEAST_TRAINING 4

/* From so many seasons on a long one is tested for and taken out by classical decomposition, as a short one is. */
#define SEASONS_TO_DECOMPOSE 3

/* No season leaves less than this of the level. */
#define LEAST_INDEX 0.05

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
  int season = history->season > 1 ? history->season : 16;
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

/* The family's season as strong as the first @n_seen buckets of the item's own history bear out, and what they have
 * beside it, or, where the season
 * is too long for the models, its own. */
static gboolean
find_index (GrHistory *history, const double *profile, int n_seen, double *index)
{
  history->strength = NAN;

  if (history->season < 2 || history->n == 0)
    return FALSE;
  if (profile == NULL)
    return history->season > GR_ETS_LONGEST_SEASON && history->n >= 2 * history->season &&
           history->n < SEASONS_TO_DECOMPOSE * history->season &&
           gr_profile_estimate (history->y, history->n, history->season, history->phase, index);
  history->strength = gr_profile_strength (history->y, n_seen, history->phase, profile, history->season);
  for (int s = 0; s < history->season; s++)
    index[s] = fmax (1 + history->strength * (profile[s] - 1), LEAST_INDEX);
  history->own_part = index[(history->phase + history->n) % history->season];
  gr_profile_own (history->y, n_seen, history->phase, index, history->season);
  history->own_part = index[(history->phase + history->n) % history->season] / history->own_part;
  return TRUE;
}

/* What little is sold far out of season says little of the level: there the level of the first @n_seen buckets stands
 * in for what is missing, so that the mean stays right and chance is never blown up without bound. */
static void
divide (GrHistory *history, int n_seen)
{
  double sum = 0, expected = 0;

  for (int i = 0; i < n_seen; i++) {
    sum += history->y[i];
    expected += history->index[(history->phase + i) % history->season];
  }
  for (int i = 0; i < history->n; i++) {
    double index = history->index[(history->phase + i) % history->season], divisor = fmax (index, GR_DEEP_INDEX);

    history->y[i] = history->y[i] / divisor;
    if (index < divisor && expected > 0)
      history->y[i] += sum / expected * (1 - index / divisor);
  }
}

static void
take_season_out (GrHistory *history, const double *profile, int n_seen)
{
  double *index = g_new (double, history->season);

  if (!find_index (history, profile, n_seen, index)) {
    g_free (index);
    return;
  }
  history->index = index;
  history->period = 1;
  divide (history, n_seen);
}

/* A bucket that was filled in from its neighbours tells nothing of its event, and has nothing of it in it. */
static void
take_events_out (GrHistory *history, const guint8 *events, const double *priors)
{
  g_autofree guint8 *seen = NULL;

  if (events == NULL)
    return;
  history->events = events;
  history->effects = g_new (double, GR_N_EVENTS);
  history->event_ratios = g_new (double, GR_N_EVENTS);
  history->event_counts = g_new (int, GR_N_EVENTS);
  seen = g_new (guint8, history->n + 1);
  for (int i = 0; i < history->n; i++)
    seen[i] = history->is_known[i] ? events[i] : 0;
  gr_events_measure (history->y, history->n, seen, history->event_ratios, history->event_counts);
  gr_events_shrink (history->event_ratios, history->event_counts, priors, history->effects);
  for (int i = 0; i < history->n; i++)
    history->y[i] /= history->effects[seen[i]];
}

/* Not where demand is seldom: there most of it would be outliers, and the methods for it have a cap of their own. */
static void
cap_outliers (GrHistory *history)
{
  GrDemandClass demand = gr_demand_class_of (history->y, history->n);
  g_autoptr (GrCleaning) cleaning = NULL;

  if (demand == GR_DEMAND_INTERMITTENT || demand == GR_DEMAND_LUMPY)
    return;
  cleaning = gr_cleaning_new (history->y, history->n, history->season <= GR_ETS_LONGEST_SEASON ? history->season : 1);
  for (int i = 0; i < history->n; i++)
    history->y[i] = CLAMP (history->y[i], cleaning->low[i], cleaning->high[i]);
  history->n_capped = cleaning->n_outliers;
}

static void
take_values (GrHistory *history, const GrSeries *series, gsize start)
{
  history->n = (int) (series->n - start);
  history->y = g_new0 (double, history->n + 1);
  history->is_known = g_new0 (gboolean, history->n + 1);
  for (int i = 0; i < history->n; i++) {
    history->y[i] = value_at (series, start + (gsize) i);
    history->is_known[i] = !isnan (history->y[i]);
  }
  history->scale = find_scale (history->y, history->n);
  for (int i = 0; i < history->n; i++)
    history->y[i] /= history->scale;
}

/* A bucket without an open day can't have been seen. */
static void
take_days_out (GrHistory *history)
{
  for (int i = 0; i < history->n; i++) {
    double factor = gr_influences_days (history->influences, i);

    if (factor > 0) {
      history->y[i] /= factor;
      continue;
    }
    history->is_known[i] = FALSE;
  }
}

static void
take_outside_out (GrHistory *history, const GrForecastOptions *options, int start)
{
  GrInfluences *influences = history->influences;

  gr_influences_learn_outside (influences, options, start, history->y, history->n);
  for (int i = 0; i < history->n && influences->outside != NULL; i++)
    history->y[i] =
        influences->adds_effects ? history->y[i] - influences->outside[i] : history->y[i] / influences->outside[i];
}

static void
take_shift_out (GrHistory *history)
{
  gr_influences_find_shift (
      history->influences, history->y, history->n, history->season <= GR_ETS_LONGEST_SEASON ? history->season : 1);
  for (int i = 0; i < history->influences->shift_at; i++)
    history->y[i] *= history->influences->shift_ratio;
}

static GrHistory *
prepare (const GrSeries *series, const GrForecastOptions *options)
{
  GrHistory *history = g_new0 (GrHistory, 1);
  gsize start = find_first_known (series);
  int period = CLAMP (series->period, 1, LONGEST_PERIOD);

  history->period = period;
  history->season = period;
  history->phase = (int) ((((gint64) series->first + (gint64) start) % period + period) % period);
  history->most_origins =
      options->profile != NULL && options->n_judged > 0 ? MIN (options->n_judged, MOST_ORIGINS) : MOST_ORIGINS;
  take_values (history, series, start);
  history->influences = gr_influences_new (series, options, (int) start);
  take_days_out (history);
  fill_unknown (history);
  history->is_dead = find_death (history);
  history->raw = g_memdup2 (history->y, sizeof (double) * (gsize) (history->n + 1));
  take_events_out (history, options->events != NULL ? options->events + start : NULL, options->event_priors);
  take_outside_out (history, options, (int) start);
  if (options->caps_outliers)
    cap_outliers (history);
  if (options->follows_shifts)
    take_shift_out (history);
  return history;
}

/**
 * gr_history_new:
 * @options: what of it concerns the history: the family's profile, whether outliers are capped
 *
 * Takes the values that can be used out of @series: partly available buckets (from half on) are raised to a whole one,
 * others filled with the mean of their neighbours, everything scaled. An empty history is a valid one. O(n).
 */
GrHistory *
gr_history_new (const GrSeries *series, const GrForecastOptions *options)
{
  GrHistory *history = prepare (series, options);

  take_season_out (history, history->season == series->period ? options->profile : NULL, history->n);
  return history;
}

/**
 * gr_history_new_past:
 *
 * The same history as it has to be seen by past forecasts, with the family's season of before and as strong as the
 * item's history bore out by then.
 */
GrHistory *
gr_history_new_past (const GrSeries *series, const GrForecastOptions *options)
{
  GrHistory *history = prepare (series, options);
  int n_seen = history->n - gr_history_origins (history);

  take_season_out (history, history->season == series->period ? options->past_profile : NULL, n_seen);
  return history;
}

void
gr_history_free (GrHistory *history)
{
  if (history == NULL)
    return;
  g_free (history->y);
  g_free (history->raw);
  g_free (history->index);
  g_free (history->effects);
  g_free (history->event_ratios);
  g_free (history->event_counts);
  gr_influences_free (history->influences);
  g_free (history->is_known);
  g_free (history);
}

/**
 * gr_history_origins:
 *
 * Returns: how many of the last buckets are past forecasts to be judged by: up to 26, or as many as were asked for,
 * behind a season where half of the history leaves room for it, and behind four buckets in any case
 */
int
gr_history_origins (const GrHistory *history)
{
  int season = MIN (history->season, history->n / 2);
  int training = MAX (LEAST_TRAINING, MIN (season, history->n - MOST_ORIGINS / 2));

  return CLAMP (history->n - training, 0, history->most_origins);
}

/**
 * gr_history_event:
 * @at: a bucket, from 0, up to the end of the horizon
 *
 * Returns: what the event of that bucket multiplies it by, 1 where there is none
 */
double
gr_history_event (const GrHistory *history, int at)
{
  return history->events != NULL ? history->effects[history->events[at]] : 1;
}

/**
 * gr_history_index:
 * @at: a bucket, from 0; beyond the last one for those to come
 *
 * Returns: what has been taken out of that bucket, season, event and influences together: what to multiply it by
 */
double
gr_history_index (const GrHistory *history, int at)
{
  double season = history->index != NULL ? history->index[(history->phase + at) % history->season] : 1;

  return season * gr_history_event (history, at) * gr_influences_factor (history->influences, at);
}

/**
 * gr_history_addend:
 *
 * Returns: what to add to a bucket once it is multiplied
 */
double
gr_history_addend (const GrHistory *history, int at)
{
  return gr_influences_addend (history->influences, at);
}

/**
 * gr_history_is_adjusted:
 *
 * Returns: whether anything has been taken out at all
 */
gboolean
gr_history_is_adjusted (const GrHistory *history)
{
  const GrInfluences *influences = history->influences;

  return history->index != NULL || history->events != NULL || influences->days != NULL || influences->outside != NULL ||
         influences->shift_at >= 0;
}

/**
 * gr_history_actual:
 *
 * Returns: what happened in a bucket that was seen, in the history's scale
 */
double
gr_history_actual (const GrHistory *history, int at)
{
  return history->raw[at] * gr_influences_days (history->influences, at);
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
