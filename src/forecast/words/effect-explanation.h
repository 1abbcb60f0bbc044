#pragma once

#include "forecast/engine/forecast.h"

void gr_effect_explanation_append_factors (const GrForecast *forecast, GString *text);
void gr_effect_explanation_append_lines (const GrForecast *forecast, GString *text);
