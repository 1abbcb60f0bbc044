#include "effect-explanation.h"
#include "forecast/engine/history.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* A longer one is not written out. */
#define LONGEST_SUM 12

#define MOST_EVENTS_TOLD 3

/* A number as people write it: enough digits to redo the sum, no more. */
static char *
format_number (double value)
{
  if (fabs (value) < 1e9 && value == floor (value))
    return g_strdup_printf ("%.0f", value);
  return g_strdup_printf (fabs (value) >= 100 ? "%.1f" : "%.4g", value);
}

/* @sentence with @word in place of its %s. */
static void
append_word (GString *text, const char *sentence, const char *word)
{
  g_auto (GStrv) parts = g_strsplit (sentence, "%s", 2);

  g_string_append (text, parts[0]);
  g_string_append (text, word);
  if (parts[1] != NULL)
    g_string_append (text, parts[1]);
}

static void
append_value (GString *text, const char *sentence, double value)
{
  g_autofree char *number = format_number (value);

  append_word (text, sentence, number);
}

static void
append_percent (GString *text, const char *sentence, double share)
{
  g_autofree char *number = g_strdup_printf ("%.0f %%", share * 100);

  append_word (text, sentence, number);
}

static gboolean
is_any_deep (const GrForecast *forecast)
{
  for (int i = forecast->n_used - forecast->window; i < forecast->n_used && forecast->index != NULL; i++)
    if (forecast->index[i] < GR_DEEP_INDEX)
      return TRUE;
  return FALSE;
}

static gboolean
are_all_known (const GrSeries *series, gsize window)
{
  if (series->availability != NULL || window > series->n)
    return FALSE;
  for (gsize i = series->n - window; i < series->n; i++)
    if (!isfinite (series->values[i]))
      return FALSE;
  return TRUE;
}

static gboolean
can_be_summed (const GrForecast *forecast, const GrSeries *series)
{
  int window = forecast->window;

  if (window > MIN (LONGEST_SUM, forecast->n_used) || forecast->adds_effects)
    return FALSE;
  for (int i = forecast->n_used - window; i < forecast->n_used; i++)
    if (forecast->index != NULL && forecast->index[i] == 0)
      return FALSE;
  return are_all_known (series, (gsize) window);
}

/* “(4 / 0.8 + 5 + 6) / 3”: the last values, each without its season. */
static void
append_sum (GString *text, const GrForecast *forecast, const GrSeries *series)
{
  int window = forecast->window;

  g_string_append (text, ": (");
  for (int i = 0; i < window; i++) {
    double index = forecast->index != NULL ? forecast->index[forecast->n_used - window + i] : 1;

    g_string_append (text, i > 0 ? " + " : "");
    append_value (text, "%s", series->values[series->n - (gsize) (window - i)]);
    if (index != 1)
      append_value (text, " / %s", index);
  }
  g_string_append_printf (text, ") / %d", window);
}

/* “Mean of the last 3 values: (4 + 5 + 6) / 3 = 5.” */
static void
append_average (GString *text, const GrForecast *forecast, const GrSeries *series)
{
  g_string_append_printf (text,
      ngettext ("The mean of the last %d value", "The mean of the last %d values", forecast->window), forecast->window);
  if (can_be_summed (forecast, series) && !is_any_deep (forecast))
    append_sum (text, forecast, series);
  append_value (text, " = %s", forecast->level);
  if (!isnan (forecast->season))
    append_value (text, _ (", times %s for the season of the first step"), forecast->season);
  gr_effect_explanation_append_factors (forecast, text);
  g_string_append (text, ".\n");
}

static void
append_weight (GString *text, const GrForecast *forecast)
{
  if (!isnan (forecast->alpha))
    append_value (text, _ ("Each surprise moves the level by %s of itself. "), forecast->alpha);
}

/* Level, trend and season of the first step, in the order in which they give the mean. */
static void
append_states (GString *text, const GrForecast *forecast)
{
  append_weight (text, forecast);
  append_value (text, _ ("It now stands at %s"), forecast->level);
  if (forecast->method == GR_METHOD_THETA || forecast->method == GR_METHOD_DOTM)
    append_value (text, _ (", plus %s from the line through all values"), forecast->trend);
  else if (!isnan (forecast->trend))
    append_value (text, _ (", plus a trend of %s per step"), forecast->trend);
  if (forecast->phi < 1)
    append_value (text, _ (" that keeps %s of itself from step to step"), forecast->phi);
  if (!isnan (forecast->season) && forecast->is_season_ratio)
    append_value (text, _ (", times %s for the season of the first step"), forecast->season);
  else if (!isnan (forecast->season))
    append_value (text, _ (", plus %s for the season of the first step"), forecast->season);
  gr_effect_explanation_append_factors (forecast, text);
  append_value (text, _ (": %s.\n"), forecast->mean[0]);
}

/* “First step: 0.5 × 12 + 0.5 × 14 = 13.” and who said 12 and 14. */
static void
append_parts (GString *text, const GrForecast *forecast)
{
  g_string_append (text, _ ("The weighted mean of"));
  for (int i = 0; i < forecast->n_parts; i++) {
    g_string_append_printf (text, "%s %s", i > 0 ? ";" : "", gr_forecast_method_title (forecast->parts[i].method));
    append_value (text, " (%s)", forecast->parts[i].first);
  }
  g_string_append (text, _ (". First step: "));
  for (int i = 0; i < forecast->n_parts; i++) {
    append_value (text, i > 0 ? " + %s × " : "%s × ", forecast->parts[i].weight);
    append_value (text, "%s", forecast->parts[i].first);
  }
  append_value (text, " = %s.", forecast->mean[0]);
  if (!isnan (forecast->season))
    append_value (text, _ (" Each of them holds the season of the first step, times %s."), forecast->season);
  g_string_append (text, "\n");
}

static void
append_rate (GString *text, const GrForecast *forecast)
{
  append_value (text, _ ("%s per step on average, at any time"), forecast->level);
  if (!isnan (forecast->season))
    append_value (text, _ (", times %s for the season of the first step"), forecast->season);
  gr_effect_explanation_append_factors (forecast, text);
  g_string_append (text, ". ");
  if (!isnan (forecast->cap))
    append_value (
        text, _ ("Orders above %s count as that much: bulk orders say little about the next weeks. "), forecast->cap);
  g_string_append (text, "\n");
}

static void
append_method (GString *text, const GrForecast *forecast, const GrSeries *series)
{
  switch (forecast->method) {
  case GR_METHOD_MOVING_AVERAGE:
    append_average (text, forecast, series);
    break;
  case GR_METHOD_SEASONAL_NAIVE:
    g_string_append_printf (text,
        ngettext ("Each step repeats what was %d bucket before.\n", "Each step repeats what was %d buckets before.\n",
            forecast->window),
        forecast->window);
    break;
  case GR_METHOD_ZERO:
    g_string_append (text, _ ("It has not sold for so long that no more demand is expected.\n"));
    break;
  case GR_METHOD_CROSTON:
  case GR_METHOD_SBA:
  case GR_METHOD_TSB:
  case GR_METHOD_CAPPED_AVERAGE:
    append_rate (text, forecast);
    break;
  default:
    if (forecast->n_parts > 0)
      append_parts (text, forecast);
    else if (!isnan (forecast->level))
      append_states (text, forecast);
    break;
  }
}

/* Too short a history for a method is averaged; then it has a window. */
static void
append_figures (GString *text, const GrForecast *forecast, const GrSeries *series)
{
  if (forecast->n_used == 0)
    g_string_append (text, _ ("Nothing is known of its past.\n"));
  else if (forecast->window > 0 && forecast->method != GR_METHOD_SEASONAL_NAIVE)
    append_average (text, forecast, series);
  else
    append_method (text, forecast, series);
}

static void
append_record (GString *text, const GrForecast *forecast)
{
  if (forecast->n_origins == 0) {
    g_string_append (text, _ ("There is too little history to know how far off it would have been.\n"));
    return;
  }
  g_string_append_printf (text,
      ngettext ("Tried on %d past bucket as if it had not happened yet",
          "Tried on the last %d buckets as if they had not happened yet", forecast->n_origins),
      forecast->n_origins);
  if (forecast->wape > 1)
    g_string_append (text, _ (", it was off by more than a bucket sells, as is usual where demand is seldom"));
  else if (!isnan (forecast->wape))
    append_percent (text, _ (", it was %s off on average"), forecast->wape);
  if (forecast->naive_wape <= 1 && forecast->method != GR_METHOD_SEASONAL_NAIVE)
    append_percent (text, _ ("; repeating the season before would have been %s off"), forecast->naive_wape);
  append_value (text, _ (". Typical error of the next step: ±%s.\n"), forecast->error_sd);
}

static void
append_rivals (GString *text, const GrForecast *forecast)
{
  if (forecast->n_candidates < 2 || isnan (forecast->candidates[0].rmse))
    return;
  g_string_append (text, _ ("Root mean squared errors of what was tried:"));
  for (int i = 0; i < forecast->n_candidates; i++) {
    g_string_append_printf (text, "%s %s", i > 0 ? "," : "", gr_forecast_method_title (forecast->candidates[i].method));
    append_value (text, " %s", forecast->candidates[i].rmse);
  }
  g_string_append (text, ".\n");
}

/* Which steps hold an event, and what it does to them: the first few. */
static void
append_events (GString *text, const GrForecast *forecast)
{
  int n_told = 0;

  for (int h = 0; h < forecast->horizon && n_told < MOST_EVENTS_TOLD; h++) {
    if (forecast->event_effect[h] == 1)
      continue;
    g_string_append_printf (text, _ ("The event in step %d multiplies it by"), h + 1);
    append_value (text, " %s.\n", forecast->event_effect[h]);
    n_told++;
  }
}

/**
 * gr_forecast_explain:
 * @series: what @forecast was made from
 *
 * Returns: (transfer full): a few plain sentences, one per line, with the numbers that give the mean when worked out
 * by hand: the method, its figures, its record, its rivals. Translated.
 */
char *
gr_forecast_explain (const GrForecast *forecast, const GrSeries *series)
{
  GString *text = g_string_new (gr_forecast_method_title (forecast->method));

  g_string_append (text, ". ");
  append_figures (text, forecast, series);
  append_events (text, forecast);
  gr_effect_explanation_append_lines (forecast, text);
  if (forecast->n_capped > 0)
    g_string_append_printf (text,
        ngettext ("%d value that stood out was brought into the usual range first.\n",
            "%d values that stood out were brought into the usual range first.\n", forecast->n_capped),
        forecast->n_capped);
  append_record (text, forecast);
  append_rivals (text, forecast);
  return g_string_free (text, FALSE);
}
