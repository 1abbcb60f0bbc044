#pragma once

#include "demand/event/event-marks.h"
#include "forecast/engine/forecast.h"

void gr_event_explanation_add (
    GPtrArray *lines, const GrEventMarks *marks, const GArray *lessons, const GrForecast *forecast);
