#pragma once

#include "app/chart/forecast/forecast-chart-picture.h"

void gr_demand_panel_draw (GrForecastChartPicture *picture);
