#pragma once

#include "app/chart/forecast/forecast-chart-data.h"

#include <gtk/gtk.h>

#define GR_TYPE_FORECAST_CHART (gr_forecast_chart_get_type())
G_DECLARE_FINAL_TYPE (GrForecastChart, gr_forecast_chart, GR, FORECAST_CHART, GtkWidget)

void gr_forecast_chart_set_data (GrForecastChart *self, const GrForecastChartData *data);
const GrForecastChartData *gr_forecast_chart_get_data (GrForecastChart *self);
