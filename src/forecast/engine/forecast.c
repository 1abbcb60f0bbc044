#include "forecast.h"

#include "intervals.h"
#include "quantile.h"
#include "run-method.h"
#include "selection.h"
#include "forecast/influence/shift-choice.h"

#include <float.h>
#include <math.h>
#include <string.h>

#define LONGEST_HORIZON 10000

static void
allocate (GrForecast *forecast, int horizon)
{
  double **arrays[] = {&forecast->mean, &forecast->lo80, &forecast->hi80, &forecast->lo95, &forecast->hi95,
      &forecast->naive, &forecast->sd, &forecast->cumulative_sd, &forecast->event_effect, &forecast->event_ratio,
      &forecast->day_effect, &forecast->outside_effect};

  forecast->horizon = horizon;
  for (gsize i = 0; i < G_N_ELEMENTS (arrays); i++)
    *arrays[i] = g_new0 (double, horizon);
  forecast->event_count = g_new0 (int, horizon);
}

static double
cut (double value, gboolean is_sales)
{
  return is_sales ? fmax (value, 0) : value;
}

static void
fill_mean (GrForecast *forecast, GrFitter *fitter, gboolean is_sales)
{
  const GrHistory *history = fitter->history;
  GrFit fit;

  gr_fitter_forecast (fitter, GR_METHOD_SEASONAL_NAIVE, history->n, forecast->horizon, forecast->naive, &fit);
  gr_fitter_forecast (fitter, forecast->method, history->n, forecast->horizon, forecast->mean, &fit);
  for (int h = 0; h < forecast->horizon; h++) {
    forecast->naive[h] = cut (gr_history_restore (history, forecast->naive[h]), is_sales);
    forecast->mean[h] = cut (gr_history_restore (history, forecast->mean[h]), is_sales);
  }
  forecast->level = gr_history_restore (history, fit.level);
  forecast->trend = gr_history_restore (history, fit.trend);
  forecast->alpha = fit.alpha;
  forecast->beta = fit.beta;
  forecast->phi = fit.phi;
  forecast->window = fit.window;
  forecast->season = fit.is_season_ratio ? fit.season : gr_history_restore (history, fit.season);
  forecast->is_season_ratio = fit.is_season_ratio;
  forecast->cap = gr_history_restore (history, fit.cap);
  forecast->n_parts = fit.n_parts;
  memcpy (forecast->parts, fit.parts, sizeof forecast->parts);
  memcpy (forecast->model, fit.model, sizeof forecast->model);
  for (int i = 0; i < fit.n_parts; i++)
    forecast->parts[i].first = gr_history_restore (history, fit.parts[i].first);
}

/* Each counted once for every step, and a shift in the series' buckets. */
static void
fill_effects (GrForecast *forecast, const GrHistory *history, int start)
{
  const GrInfluences *influences = history->influences;

  forecast->adds_effects = influences->adds_effects;
  for (int h = 0; h < forecast->horizon; h++) {
    int at = history->n + h;
    double outside = influences->outside != NULL ? influences->outside[at] : !influences->adds_effects;

    forecast->event_effect[h] = gr_history_event (history, at);
    forecast->event_ratio[h] = history->events != NULL ? history->event_ratios[history->events[at]] : 1;
    forecast->event_count[h] = history->events != NULL ? history->event_counts[history->events[at]] : 0;
    forecast->day_effect[h] = gr_influences_days (influences, at);
    forecast->outside_effect[h] = influences->adds_effects ? gr_history_restore (history, outside) : outside;
  }
  for (int r = 0; r < GR_FORECAST_MOST_REGRESSORS; r++)
    forecast->regressor_weights[r] =
        influences->adds_effects ? gr_history_restore (history, influences->weights[r]) : influences->weights[r];
  forecast->shift_at = influences->shift_at >= 0 ? influences->shift_at + start : -1;
  forecast->shift_ratio = influences->shift_ratio;
}

/* The @probability quantile of what has @mean and @sd, no further than a double goes. */
static double
place_bound (const GrForecast *forecast, double mean, double sd, double probability)
{
  double bound = forecast->is_sales ? gr_quantile_of_sales (mean, sd, probability)
                                    : mean + gr_quantile_of_error (probability) * sd;

  if (forecast->is_whole)
    bound = probability < 0.5 ? floor (bound) : ceil (bound);
  return CLAMP (bound, -DBL_MAX, DBL_MAX);
}

static void
fill_intervals (GrForecast *forecast, GrFitter *fitter, const GrRolling *rolling)
{
  const GrHistory *history = fitter->history;

  gr_intervals_measure (rolling, fitter, forecast->is_sales, forecast->sd, forecast->cumulative_sd);
  for (int h = 0; h < forecast->horizon; h++) {
    forecast->sd[h] = gr_history_restore (history, forecast->sd[h]);
    forecast->cumulative_sd[h] = gr_history_restore (history, forecast->cumulative_sd[h]);
    forecast->lo80[h] = gr_forecast_quantile (forecast, h, 0.1);
    forecast->hi80[h] = gr_forecast_quantile (forecast, h, 0.9);
    forecast->lo95[h] = gr_forecast_quantile (forecast, h, 0.025);
    forecast->hi95[h] = gr_forecast_quantile (forecast, h, 0.975);
  }
}

static void
fill_record (GrForecast *forecast, const GrHistory *history, const GrSelection *selection)
{
  double bias = gr_rolling_bias (selection->record);

  forecast->bias = isnan (bias) ? 0 : gr_history_restore (history, bias);
  forecast->mae = gr_history_restore (history, gr_rolling_mae (selection->record, 0, 1));
  forecast->wape = gr_rolling_wape (selection->record);
  forecast->naive_wape = gr_rolling_wape (selection->naive);
  forecast->error_sd = forecast->sd[0];
  forecast->n_used = history->n;
  forecast->profile_strength = history->strength;
  forecast->own_part = history->own_part;
  if (gr_history_is_adjusted (history))
    forecast->index = g_new (double, history->n + 1);
  for (int i = 0; i < history->n && forecast->index != NULL; i++)
    forecast->index[i] = gr_history_index (history, i);
  forecast->n_capped = history->n_capped;
  forecast->n_origins = selection->rolling->n_origins;
  forecast->n_candidates = selection->n_candidates;
  for (int i = 0; i < selection->n_candidates; i++)
    forecast->candidates[i] = selection->candidates[i];
}

/* What is asked for, as far as there is such a thing. */
static GrForecastOptions
settle (const GrSeries *series, const GrForecastOptions *options)
{
  GrForecastOptions settled = *options;

  settled.horizon = CLAMP (options->horizon, 1, LONGEST_HORIZON);
  settled.n_regressors =
      options->regressors != NULL ? CLAMP (options->n_regressors, 0, GR_FORECAST_MOST_REGRESSORS) : 0;
  settled.adds_effects = options->adds_effects && settled.n_regressors > 0;
  if ((guint) settled.method >= GR_N_METHODS)
    settled.method = GR_METHOD_AUTOMATIC;
  settled.follows_shifts = options->follows_shifts && gr_shift_choice_follows (series, &settled);
  return settled;
}

/**
 * gr_forecast_new:
 * @series: what was, oldest first; any length, 0 included, any values, NaN and infinity for unknown
 *
 * Forecasts @series: chooses a method, or takes the one asked for, and measures its past errors. Never fails; what
 * comes out is finite. Same input, same output. O(n · origins + horizon · origins).
 */
GrForecast *
gr_forecast_new (const GrSeries *series, const GrForecastOptions *options)
{
  GrForecastOptions settled = settle (series, options);
  g_autoptr (GrHistory) history = gr_history_new (series, &settled);
  g_autoptr (GrFitter) fitter = gr_fitter_new (history);
  g_autoptr (GrHistory) past = options->profile != NULL ? gr_history_new_past (series, &settled) : NULL;
  g_autoptr (GrFitter) past_fitter = past != NULL ? gr_fitter_new (past) : NULL;
  GrForecast *forecast = g_new0 (GrForecast, 1);
  GrSelection selection;

  allocate (forecast, settled.horizon);
  gr_selection_run (&selection, past != NULL ? past_fitter : fitter, &settled);
  forecast->method = selection.method;
  forecast->is_sales = settled.is_sales;
  forecast->is_whole = settled.is_whole;
  fill_mean (forecast, fitter, settled.is_sales);
  fill_effects (forecast, history, (int) series->n - history->n);
  fill_intervals (forecast, fitter, selection.rolling);
  fill_record (forecast, history, &selection);
  gr_selection_clear (&selection);
  return forecast;
}

void
gr_forecast_free (GrForecast *forecast)
{
  if (forecast == NULL)
    return;
  g_free (forecast->mean);
  g_free (forecast->lo80);
  g_free (forecast->hi80);
  g_free (forecast->lo95);
  g_free (forecast->hi95);
  g_free (forecast->naive);
  g_free (forecast->sd);
  g_free (forecast->cumulative_sd);
  g_free (forecast->event_effect);
  g_free (forecast->event_ratio);
  g_free (forecast->event_count);
  g_free (forecast->index);
  g_free (forecast->day_effect);
  g_free (forecast->outside_effect);
  g_free (forecast);
}

/**
 * gr_forecast_cumulative_sd:
 * @buckets: a protection period, in buckets; need not be whole
 *
 * Returns: the standard deviation of the error of the demand over the next @buckets together, from the past errors of
 * such sums, which unlike sqrt(buckets) times one step's know that errors come in runs. 0 for nothing.
 */
double
gr_forecast_cumulative_sd (const GrForecast *forecast, double buckets)
{
  int whole;
  double before, after, share;

  if (!(buckets > 0))
    return 0;
  if (buckets >= forecast->horizon)
    return CLAMP (forecast->cumulative_sd[forecast->horizon - 1] * sqrt (buckets / forecast->horizon), 0, DBL_MAX);
  whole = (int) buckets;
  if (whole == 0)
    return forecast->cumulative_sd[0] * sqrt (buckets);
  before = forecast->cumulative_sd[whole - 1];
  after = forecast->cumulative_sd[whole];
  share = buckets - whole;
  return before + (after - before) * share;
}

/**
 * gr_forecast_quantile:
 * @step: from 0, below the horizon
 * @probability: between 0 and 1
 *
 * Returns: what the demand of one step stays below with @probability; of what is sold whole, the next whole number,
 * below for a probability under one half and else above
 */
double
gr_forecast_quantile (const GrForecast *forecast, int step, double probability)
{
  g_return_val_if_fail (step >= 0 && step < forecast->horizon, 0);
  return place_bound (forecast, forecast->mean[step], forecast->sd[step], probability);
}

/**
 * gr_forecast_cumulative_quantile:
 * @buckets: from now on; need not be whole; beyond the horizon its mean step goes on
 *
 * Returns: what the demand over the next @buckets together stays below with @probability: the reorder point of a
 * protection period
 */
double
gr_forecast_cumulative_quantile (const GrForecast *forecast, double buckets, double probability)
{
  double left = fmax (buckets, 0);
  double sum = 0;

  for (int h = 0; h < forecast->horizon && left > 0; h++, left -= 1)
    sum += forecast->mean[h] * fmin (left, 1);
  if (left > 0)
    sum += sum / forecast->horizon * left;
  if (!(buckets > 0))
    return 0;
  return place_bound (forecast, sum, gr_forecast_cumulative_sd (forecast, buckets), probability);
}
