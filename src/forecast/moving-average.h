#pragma once

#include "method.h"

void
gr_moving_average_forecast (const double *y, int n, int horizon, double *mean, GrFit *fit);
