#pragma once

#include "domain/plan/forecast-method.h"

#define GR_FORECAST_MOST_REGRESSORS 8

/**
 * GrForecastOptions:
 * @method: one method, or %GR_METHOD_AUTOMATIC to choose by rolling-origin error
 * @horizon: buckets ahead, at least 1
 * @profile: (nullable) (array length=period of the series): the season of the item's family, gr_profile_pool(), for
 * items whose own history is too short to show one
 * @past_profile: (nullable) (array length=period of the series): the same as it could be known before the buckets that
 * past forecasts are judged by, so that the record holds no hindsight; %NULL where there was none then
 * @n_judged: where there is a @profile: how many of the last buckets are after @past_profile, and to be judged by at
 * most; 0 for no bound
 * @events: (nullable) (array length=n of the series + horizon): which event each bucket holds, past ones and those to
 * come: a promotion, a feast; 0 for none. What an event did to demand is learnt from the past, taken out before fitting
 * and put back where it recurs
 * @event_priors: (nullable) (array length=256): what each event is expected to multiply demand by, believed as much as
 * one occurrence of it; %NULL for 1 all over
 * @regressors: (nullable) (array length=n_regressors): what else moves demand, each with its values for all past
 * buckets and those to come, NaN where not known: a price, a temperature, what a promotion costs; their logarithms for
 * effects in proportion. What they did is learnt from the past, taken out before fitting and put back
 * @n_regressors: up to %GR_FORECAST_MOST_REGRESSORS
 * @adds_effects: regressors add to demand; else they multiply it
 * @follows_shifts: where the level once changed for good, see gr_level_shift_find(), what was before is brought to the
 * new one, if forecasts since then would have been better for it
 * @caps_outliers: values that stand out, see gr_cleaning_new(), are brought into the usual range before fitting. On
 * thousands of series that gained nothing on average; for one that its owner knows to be odd it may
 * @is_sales: demand that cannot be negative: means and bounds are cut at 0
 * @is_whole: what is sold whole: bounds and quantiles are whole numbers, away from the middle, while means stay what is
 * to be expected, 0.3 a week, for plans add them up
 */
typedef struct {
  GrForecastMethod method;
  int horizon;
  gboolean is_sales;
  gboolean is_whole;
  const double *profile;
  const double *past_profile;
  int n_judged;
  const guint8 *events;
  const double *event_priors;
  const double *const *regressors;
  int n_regressors;
  gboolean adds_effects;
  gboolean follows_shifts;
  gboolean caps_outliers;
} GrForecastOptions;
