#pragma once

#include "store/plans/forecast-store.h"

char *gr_forecast_record_write (const GrForecastRow *week, const GrForecastRow *month);
double gr_forecast_record_signal (const GrForecastRow *row);
char *gr_forecast_record_warn (const GrForecastRow *week);
