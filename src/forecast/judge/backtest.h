#pragma once

#include "forecast/engine/forecast.h"

/**
 * GrBacktest:
 *
 * How a forecast would have done: every figure over @n_origins forecasts of up to @steps buckets, each made from what
 * was known then, NaN where there is nothing to say. Errors are forecast - actual.
 */
typedef struct {
  int n_origins;
  int steps;
  double wape;       /* all absolute errors over all demand */
  double naive_wape; /* the same of the seasonal naive */
  double mase;
  double rmsse;
  double bias;       /* mean error as a share of mean demand */
  double coverage80; /* share of actuals within the bounds */
  double coverage95;
  double pinball;         /* of the 95 % quantile */
  double value_added;     /* naive_wape - wape: what forecasting is good for */
  double tracking_signal; /* of the first steps; beyond ±4 it has lost its track */
} GrBacktest;

void gr_backtest_run (GrBacktest *backtest, const GrSeries *series, const GrForecastOptions *options, int n_origins);
