#pragma once

#include "app/chart/drawing/chart-view.h"
#include "app/chart/forecast/forecast-chart-data.h"

#include <gtk/gtk.h>

#define GR_TYPE_CHART_LEGEND (gr_chart_legend_get_type())
G_DECLARE_FINAL_TYPE (GrChartLegend, gr_chart_legend, GR, CHART_LEGEND, GtkWidget)

GtkWidget *gr_chart_legend_new (void);
void gr_chart_legend_set_data (GrChartLegend *self, const GrForecastChartData *data);
