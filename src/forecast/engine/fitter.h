#pragma once

#include "forecast/methods/ets-family.h"
#include "forecast-parts.h"
#include "history.h"
#include "forecast/season/season.h"

/**
 * GrFit:
 *
 * What a method ended with; NaN or 0 where it has no such thing. In the history's scale.
 */
typedef struct {
  double level, trend, alpha, beta, phi;
  int window;
  GrForecastPart parts[GR_FORECAST_MOST_PARTS];
  int n_parts;
  double season;
  gboolean is_season_ratio;
  char model[8];
  double cap;
} GrFit;

/**
 * GrModels:
 * @n: buckets that they are fitted to, the oldest ones
 * @adjusted: (array length=n of the history): all values without the season of the first @n
 *
 * What is dear to fit, fitted when it is first asked for.
 */
typedef struct {
  int n;
  GrSeason *season;
  double *adjusted;
  GrEtsModel lines[3]; /* level, trend, damped trend of @adjusted */
  gboolean has_lines;
  GrEtsFamily *family;
  gboolean has_family;
  double theta_alphas[2]; /* of DOTM and of that of logarithms; 0 until fitted */
} GrModels;

/**
 * GrFitter:
 * @now: models of the whole history, for the forecast
 * @past: models of what was known before the buckets that past forecasts are judged by, as far as that is enough to fit
 * models
 *
 * All methods on one history.
 */
typedef struct {
  const GrHistory *history;
  GrModels now;
  GrModels past;
  gboolean has_hindsight;
} GrFitter;

/* One forecast to be made: from the first @n buckets, @horizon steps into @mean. */
typedef struct {
  GrFitter *fitter;
  int n;
  int horizon;
  double *mean;
  GrFit *fit;
} GrFitTask;

GrFitter *gr_fitter_new (const GrHistory *history);
void gr_fitter_free (GrFitter *fitter);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrFitter, gr_fitter_free)
