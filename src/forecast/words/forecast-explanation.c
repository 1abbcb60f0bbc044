#include "effect-explanation.h"
#include "forecast/engine/history.h"

#include "domain/base/decimal.h"
#include "domain/plan/explanation.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* A longer one is not written out. */
#define LONGEST_SUM 12

/* What the lines are written from. */
typedef struct {
  const GrForecast *forecast;
  const GrSeries *series;
  GrGrain grain;
  GPtrArray *lines;
} Writer;

static const char *
by_grain (const Writer *writer, const char *of_weeks, const char *of_months)
{
  return writer->grain == GR_GRAIN_WEEK ? of_weeks : of_months;
}

static void
add_number (const Writer *writer, const char *label, double number, const char *formula)
{
  gr_explanation_lines_take (writer->lines, label, gr_effect_explanation_number (number), formula);
}

static void
append_number (GString *text, double value)
{
  g_autofree char *number = gr_effect_explanation_number (value);

  g_string_append (text, number);
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

  if (window > MIN (LONGEST_SUM, forecast->n_used) || forecast->adds_effects || is_any_deep (forecast))
    return FALSE;
  for (int i = forecast->n_used - window; i < forecast->n_used; i++)
    if (forecast->index != NULL && forecast->index[i] == 0)
      return FALSE;
  return are_all_known (series, (gsize) window);
}

/* “(4 / 0.8 + 5 + 6) / 3 = 5”: the last values, each without its season. */
static char *
write_sum (const GrForecast *forecast, const GrSeries *series)
{
  GString *text = g_string_new ("(");
  int window = forecast->window;

  for (int i = 0; i < window; i++) {
    double index = forecast->index != NULL ? forecast->index[forecast->n_used - window + i] : 1;

    g_string_append (text, i > 0 ? " + " : "");
    append_number (text, series->values[series->n - (gsize) (window - i)]);
    g_string_append (text, index != 1 ? " / " : "");
    if (index != 1)
      append_number (text, index);
  }
  g_string_append_printf (text, ") / %d = ", window);
  append_number (text, forecast->level);
  return g_string_free (text, FALSE);
}

static void
add_season (const Writer *writer, gboolean is_sum, const char *formula)
{
  if (!isnan (writer->forecast->season))
    gr_explanation_lines_take (writer->lines,
        by_grain (writer, _ ("Season of the first week"), _ ("Season of the first month")),
        gr_effect_explanation_factor (writer->forecast->season, is_sum), formula);
}

static void
add_usual_season (const Writer *writer)
{
  add_season (writer, FALSE, _ ("compared with the usual"));
}

static void
add_average (const Writer *writer)
{
  const GrForecast *forecast = writer->forecast;
  int n = forecast->window;
  g_autofree char *sum = can_be_summed (forecast, writer->series) ? write_sum (forecast, writer->series) : NULL;
  g_autofree char *label =
      g_strdup_printf (writer->grain == GR_GRAIN_WEEK
                           ? ngettext ("Average of the last %d week", "Average of the last %d weeks", (gulong) n)
                           : ngettext ("Average of the last %d month", "Average of the last %d months", (gulong) n),
          n);

  add_number (writer, label, forecast->level, sum);
  add_usual_season (writer);
}

static void
add_trend (const Writer *writer)
{
  const GrForecast *forecast = writer->forecast;

  if (forecast->method == GR_METHOD_THETA || forecast->method == GR_METHOD_DOTM)
    gr_explanation_lines_take (writer->lines, _ ("Trend"), gr_effect_explanation_factor (forecast->trend, TRUE),
        _ ("from the straight line through all past sales"));
  else if (!isnan (forecast->trend))
    gr_explanation_lines_take (writer->lines, _ ("Trend"), gr_effect_explanation_factor (forecast->trend, TRUE),
        by_grain (writer, _ ("per week"), _ ("per month")));
  if (forecast->phi < 1)
    gr_explanation_lines_take (writer->lines, _ ("Damping of the trend"),
        gr_effect_explanation_factor (forecast->phi, FALSE),
        by_grain (writer, _ ("what remains of the trend from week to week"),
            _ ("what remains of the trend from month to month")));
}

/* Level, trend and season of the first week or month, in the order in which they give the mean. */
static void
add_states (const Writer *writer)
{
  const GrForecast *forecast = writer->forecast;

  if (!isnan (forecast->alpha))
    add_number (writer, _ ("Weight of new sales"), forecast->alpha,
        _ ("how much of each deviation from the forecast changes the level"));
  add_number (writer, _ ("Level now"), forecast->level,
      by_grain (writer, _ ("sales per week without trend and season"), _ ("sales per month without trend and season")));
  add_trend (writer);
  add_season (writer, !forecast->is_season_ratio, _ ("compared with the usual"));
}

/* What each method says, and how they are weighed: “0.5 × 12 + 0.5 × 14 = 13”. */
static void
add_parts (const Writer *writer)
{
  const GrForecast *forecast = writer->forecast;
  g_autoptr (GString) sum = g_string_new (NULL);

  for (int i = 0; i < forecast->n_parts; i++) {
    const char *title = gr_forecast_method_title (forecast->parts[i].method);
    g_autofree char *label = g_strdup_printf (_ ("“%s”"), title);

    add_number (writer, label, forecast->parts[i].first,
        by_grain (writer, _ ("what this method expects for the first week"),
            _ ("what this method expects for the first month")));
    g_string_append (sum, i > 0 ? " + " : "");
    append_number (sum, forecast->parts[i].weight);
    g_string_append (sum, " × ");
    append_number (sum, forecast->parts[i].first);
  }
  g_string_append (sum, " = ");
  append_number (sum, forecast->mean[0]);
  add_number (writer, _ ("Weighted average of these methods"), forecast->mean[0], sum->str);
  add_season (writer, FALSE, _ ("already included in each of these methods"));
}

static void
add_rate (const Writer *writer)
{
  add_number (writer, by_grain (writer, _ ("Average sales per week"), _ ("Average sales per month")),
      writer->forecast->level, by_grain (writer, _ ("the same for every week"), _ ("the same for every month")));
  add_usual_season (writer);
  if (!isnan (writer->forecast->cap))
    add_number (writer, _ ("Bulk orders count at most"), writer->forecast->cap,
        _ ("bulk orders say little about the next weeks"));
}

static void
add_repetition (const Writer *writer)
{
  int n = writer->forecast->window;
  char *value =
      g_strdup_printf (writer->grain == GR_GRAIN_WEEK ? ngettext ("%d week earlier", "%d weeks earlier", (gulong) n)
                                                      : ngettext ("%d month earlier", "%d months earlier", (gulong) n),
          n);

  gr_explanation_lines_take (writer->lines, _ ("Sales repeated from"), value, NULL);
}

static void
add_method (const Writer *writer)
{
  switch (writer->forecast->method) {
  case GR_METHOD_SEASONAL_NAIVE:
    add_repetition (writer);
    break;
  case GR_METHOD_ZERO:
    add_number (writer, _ ("Expected sales"), 0, _ ("not sold for so long that no more sales are expected"));
    break;
  case GR_METHOD_CROSTON:
  case GR_METHOD_SBA:
  case GR_METHOD_TSB:
  case GR_METHOD_CAPPED_AVERAGE:
    add_rate (writer);
    break;
  default:
    if (writer->forecast->n_parts > 0)
      add_parts (writer);
    else if (!isnan (writer->forecast->level))
      add_states (writer);
    break;
  }
}

/* Too short a history for a method is averaged; then it has a window. */
static void
add_figures (const Writer *writer)
{
  const GrForecast *forecast = writer->forecast;

  if (forecast->n_used == 0)
    add_number (writer, _ ("Past sales"), 0, _ ("there is no sales history"));
  else if ((forecast->window > 0 && forecast->method != GR_METHOD_SEASONAL_NAIVE) ||
           forecast->method == GR_METHOD_MOVING_AVERAGE)
    add_average (writer);
  else
    add_method (writer);
}

static void
add_record (const Writer *writer)
{
  const GrForecast *forecast = writer->forecast;
  int n = forecast->n_origins;
  g_autofree char *tested =
      g_strdup_printf (writer->grain == GR_GRAIN_WEEK
                           ? ngettext ("tested on the last %d week", "tested on the last %d weeks", (gulong) n)
                           : ngettext ("tested on the last %d month", "tested on the last %d months", (gulong) n),
          n);

  if (n == 0) {
    gr_explanation_lines_take (
        writer->lines, _ ("Average error"), g_strdup (_ ("unknown")), _ ("the sales history is too short to test"));
    return;
  }
  if (forecast->wape > 1)
    gr_explanation_lines_take (
        writer->lines, _ ("Average error"), g_strdup (_ ("more than sold")), _ ("usual where sales are rare"));
  else if (!isnan (forecast->wape))
    gr_explanation_lines_take (writer->lines, _ ("Average error"), gr_decimal_percent (forecast->wape, 0), tested);
  if (forecast->naive_wape <= 1 && forecast->method != GR_METHOD_SEASONAL_NAIVE)
    gr_explanation_lines_take (
        writer->lines, _ ("Error if same as last year"), gr_decimal_percent (forecast->naive_wape, 0), tested);
  if (isfinite (forecast->error_sd)) {
    g_autofree char *error = gr_effect_explanation_number (forecast->error_sd);

    gr_explanation_lines_take (writer->lines,
        by_grain (writer, _ ("Usual error of one week"), _ ("Usual error of one month")),
        g_strconcat ("±", error, NULL), NULL);
  }
}

static void
add_rivals (const Writer *writer)
{
  const GrForecast *forecast = writer->forecast;

  if (forecast->n_candidates < 2 || isnan (forecast->candidates[0].rmse))
    return;
  for (int i = 0; i < forecast->n_candidates; i++) {
    const char *title = gr_forecast_method_title (forecast->candidates[i].method);
    g_autofree char *label = g_strdup_printf (_ ("Error of “%s”"), title);

    add_number (writer, label, forecast->candidates[i].rmse, _ ("when tested on past sales; smaller is better"));
  }
}

/**
 * gr_forecast_explain:
 * @series: what @forecast was made from
 * @grain: what a value of it is
 *
 * Returns: (transfer full) (element-type GrExplanationLine): the figures that give the mean when worked out by hand,
 *   each with a plain line: the method, its figures, its record, its rivals. Translated.
 */
GPtrArray *
gr_forecast_explain (const GrForecast *forecast, const GrSeries *series, GrGrain grain)
{
  Writer writer = {forecast, series, grain, gr_explanation_lines_new()};

  gr_explanation_lines_take (
      writer.lines, _ ("Forecast method"), g_strdup (gr_forecast_method_title (forecast->method)), NULL);
  add_figures (&writer);
  gr_effect_explanation_add (forecast, grain, writer.lines);
  if (forecast->horizon > 0)
    add_number (&writer, by_grain (&writer, _ ("Forecast of the first week"), _ ("Forecast of the first month")),
        forecast->mean[0], NULL);
  if (forecast->n_capped > 0)
    add_number (&writer, _ ("Unusual values"), forecast->n_capped, _ ("brought into the usual range first"));
  add_record (&writer);
  add_rivals (&writer);
  return writer.lines;
}
