#pragma once

#include "forecast/engine/forecast.h"

gboolean gr_shift_choice_follows (const GrSeries *series, const GrForecastOptions *options);
