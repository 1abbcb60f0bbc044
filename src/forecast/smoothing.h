#pragma once

#include "method.h"

void
gr_smoothing_forecast_ses (const double *y, int n, int horizon, double *mean, GrFit *fit);
void
gr_smoothing_forecast_damped (const double *y, int n, int horizon, double *mean, GrFit *fit);
