#pragma once

#include "forecast/engine/forecast-options.h"

void gr_regressors_estimate (const double *y, int n, const GrForecastOptions *options, int start, double *weights);
double gr_regressors_effect (const GrForecastOptions *options, const double *weights, int at);
