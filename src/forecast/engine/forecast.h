#pragma once

#include "forecast-options.h"
#include "forecast-parts.h"
#include "series.h"

#include "domain/base/date.h"

/* To be raised where the same series would from now on be forecast otherwise: saved forecasts are then made again. */
#define GR_FORECAST_REVISION 5

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
GPtrArray *gr_forecast_explain (const GrForecast *forecast, const GrSeries *series, GrGrain grain);
