#pragma once

#include "forecast.h"
#include "history.h"

/**
 * GrFit:
 *
 * What a method ended with; NaN or 0 where it has no such thing. In the history's scale.
 */
typedef struct {
  double level, trend, alpha, beta, phi;
  int window;
} GrFit;

void
gr_method_forecast (GrForecastMethod method, const GrHistory *history, int n, int horizon, double *mean, GrFit *fit);
gboolean
gr_method_is_usable (GrForecastMethod method, const GrHistory *history, int n);
