#pragma once

#include "forecast/engine/forecast-options.h"
#include "forecast/engine/series.h"

gboolean gr_shift_choice_follows (const GrSeries *series, const GrForecastOptions *options);
