#pragma once

#include "forecast/engine/forecast.h"

void gr_effect_explanation_add (const GrForecast *forecast, GrGrain grain, GPtrArray *lines);
char *gr_effect_explanation_factor (double value, gboolean is_sum);
char *gr_effect_explanation_number (double value);
