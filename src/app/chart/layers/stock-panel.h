#pragma once

#include "app/chart/forecast/forecast-chart-picture.h"

void gr_stock_panel_draw (GrForecastChartPicture *picture);
void gr_stock_panel_draw_flag (GrForecastChartPicture *picture);
