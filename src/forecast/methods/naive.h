#pragma once

#include <glib.h>

void gr_naive_forecast (const double *y, int n, int period, int horizon, double *mean, int *back);
