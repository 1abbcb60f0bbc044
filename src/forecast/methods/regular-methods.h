#pragma once

#include "forecast/engine/fitter.h"

void gr_regular_forecast_line (const GrFitTask *task, int which);
void gr_regular_forecast_ets (const GrFitTask *task);
void gr_regular_forecast_family (const GrFitTask *task);
void gr_regular_forecast_theta (const GrFitTask *task, GrForecastMethod method);
void gr_regular_forecast_drift (const GrFitTask *task);
void gr_regular_spread (GrFitter *fitter, GrForecastMethod method, int n, int horizon, double *sd);
