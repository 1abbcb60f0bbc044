#pragma once

#include "domain/base/progress.h"
#include "domain/plan/forecast-method.h"

/**
 * GrForecastSeriesChoices:
 * @horizon: periods ahead, the same for every series
 * @frequency: periods in a season, 0 for what the file says
 * @level: bounds to be written besides those of 80 and 95 %, in percent, below 100; 0 for none
 */
typedef struct {
  int horizon;
  GrForecastMethod method;
  int frequency;
  double level;
} GrForecastSeriesChoices;

typedef struct {
  guint n_series;
} GrForecastSeriesOutcome;

/* Needs no shop: a file of series in, a file of forecasts out. */
gboolean gr_forecast_series (const char *input, const char *output, const GrForecastSeriesChoices *choices,
    GrForecastSeriesOutcome *outcome, const GrProgress *progress, GError **error);
