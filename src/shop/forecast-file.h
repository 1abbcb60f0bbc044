#pragma once

#include "domain/progress.h"
#include "forecast/forecast.h"

/* @horizon: periods ahead, the same for every series; @frequency: periods in a season, 0 for what the file says */
typedef struct {
  int horizon;
  GrForecastMethod method;
  int frequency;
} GrForecastFileChoices;

typedef struct {
  guint n_series;
  guint64 n_rows;
} GrForecastFileOutcome;

/* Needs no shop: a file of series in, a file of forecasts out. */
gboolean
gr_forecast_file (const char *input, const char *output, const GrForecastFileChoices *choices,
    GrForecastFileOutcome *outcome, const GrProgress *progress, GError **error);
