#pragma once

#include "fitter.h"

gboolean gr_fitter_is_usable (const GrFitter *fitter, GrForecastMethod method, int n);
void gr_fitter_forecast (GrFitter *fitter, GrForecastMethod method, int n, int horizon, double *mean, GrFit *fit);
