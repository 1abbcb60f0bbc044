#pragma once

#include "series.h"

/* The ways a series can be forecast; the order is frozen, files name them by gr_forecast_method_id(). */
typedef enum {
  GR_METHOD_AUTOMATIC,
  GR_METHOD_SEASONAL_NAIVE,
  GR_METHOD_MOVING_AVERAGE,
  GR_METHOD_SES,
  GR_METHOD_DAMPED_TREND,
  GR_METHOD_ZERO, /* an item that died, or never sold */
  GR_METHOD_DRIFT,
  GR_METHOD_HOLT,
  GR_METHOD_COMB, /* the mean of SES, Holt and damped trend */
  GR_METHOD_THETA,
  GR_METHOD_DOTM,        /* dynamic optimised Theta */
  GR_METHOD_LOG_DOTM,    /* the same of the logarithms */
  GR_METHOD_ETS,         /* the best of the family */
  GR_METHOD_ETS_AVERAGE, /* the whole family, weighted */
  GR_METHOD_COMBINATION, /* the default for regular demand */
  GR_METHOD_CROSTON,
  GR_METHOD_SBA,
  GR_METHOD_TSB,
  GR_METHOD_CAPPED_AVERAGE, /* the default for seldom demand */
} GrForecastMethod;

#define GR_N_METHODS (GR_METHOD_CAPPED_AVERAGE + 1)

#define GR_FORECAST_MOST_PARTS      4
#define GR_FORECAST_MOST_REGRESSORS 8

/* To be raised where the same series would from now on be forecast otherwise: saved forecasts are then made again. */
#define GR_FORECAST_REVISION 5

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

/**
 * GrForecastCandidate:
 *
 * A method that was tried: its rolling-origin mean absolute error and root mean squared error in units (NaN where
 * history was too short; the latter decides) and how many origins that rests on.
 */
typedef struct {
  GrForecastMethod method;
  double mae;
  double rmse;
  int n_origins;
} GrForecastCandidate;

/**
 * GrForecastPart:
 *
 * One of the methods that a combination is the weighted mean of, and what it says of the first step.
 */
typedef struct {
  GrForecastMethod method;
  double weight;
  double first;
} GrForecastPart;

/**
 * GrForecast:
 *
 * @horizon values each, in the series' units. @sd is the standard deviation of the error of each step, @cumulative_sd
 * that of the sum of all steps so far: see gr_forecast_cumulative_sd(). @error_sd is that of the first step and @bias
 * the mean of past one-step errors (forecast - actual). @level, @trend, @alpha, @beta, @phi and @window are what the
 * chosen method ended with, NaN or 0 where it has none, so that a person can redo the sum:
 * see gr_forecast_explain().
 */
typedef struct {
  int horizon;
  gboolean is_sales;
  gboolean is_whole;
  double *mean;
  double *lo80;
  double *hi80;
  double *lo95;
  double *hi95;
  double *naive; /* what the seasonal naive would have said */
  double *sd;
  double *event_effect;   /* what an event multiplies each step by, 1 without one */
  double *event_ratio;    /* what it was measured to in the past, 1 where it never was */
  int *event_count;       /* in how many buckets that was */
  double *day_effect;     /* what its open days multiply each step by, 1 where they don't count */
  double *outside_effect; /* what the regressors multiply each step by, or add to it; 1 or 0 without */
  double *cumulative_sd;
  GrForecastMethod method;
  double error_sd;
  double bias;
  double mae;        /* rolling-origin, one step; NaN where history was too short */
  double wape;       /* the same as a share of what was asked for */
  double naive_wape; /* the same of the seasonal naive */
  double level, trend, alpha, beta, phi;
  int window;
  GrForecastPart parts[GR_FORECAST_MOST_PARTS];
  int n_parts;
  double season; /* what the season of the first step multiplies the rest by, or adds to it; NaN without one */
  gboolean is_season_ratio;
  double profile_strength; /* how much of the family's season is in it: 1 as it is, 0 none; NaN without one */
  double own_part;         /* what the first step has beside it by the item's own past, a factor */
  double *index;           /* (nullable) (array length=n_used): what was taken out of past buckets by division */
  char model[8];           /* ETS: which of the family, "AAdN"; empty otherwise */
  double cap;              /* demands above it were taken for bulk orders; NaN where none were */
  gboolean adds_effects;
  double regressor_weights[GR_FORECAST_MOST_REGRESSORS]; /* of one unit, on the logarithm of demand or on demand */
  int shift_at;       /* the first bucket of a new level, counted from the series' first; -1 where none was followed */
  double shift_ratio; /* that level over the one before */
  int n_capped;       /* outliers brought into the usual range */
  int n_used;         /* buckets of history that counted */
  int n_origins;      /* past forecasts that the record rests on */
  int n_candidates;
  GrForecastCandidate candidates[GR_N_METHODS];
} GrForecast;

GrForecast *gr_forecast_new (const GrSeries *series, const GrForecastOptions *options);
void gr_forecast_free (GrForecast *forecast);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrForecast, gr_forecast_free)

double gr_forecast_cumulative_sd (const GrForecast *forecast, double buckets);
double gr_forecast_quantile (const GrForecast *forecast, int step, double probability);
double gr_forecast_cumulative_quantile (const GrForecast *forecast, double buckets, double probability);
char *gr_forecast_explain (const GrForecast *forecast, const GrSeries *series);

const char *gr_forecast_method_id (GrForecastMethod method);
const char *gr_forecast_method_title (GrForecastMethod method);
gboolean gr_forecast_method_from_id (const char *id, GrForecastMethod *out);
