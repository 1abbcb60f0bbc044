#pragma once

#include "app/chart/drawing/chart-style.h"
#include "app/chart/drawing/chart-view.h"
#include "forecast-chart-data.h"
#include "forecast-chart-picture.h"

void gr_forecast_chart_render_scene (cairo_t *cr, const GrForecastChartScene *scene, GrForecastChartLayout *layout);
void gr_forecast_chart_render_cursor (cairo_t *cr, const GrForecastChartScene *scene);
