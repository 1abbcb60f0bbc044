#pragma once

#include "domain/plan/forecast-method.h"

#define GR_FORECAST_MOST_PARTS 4

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
