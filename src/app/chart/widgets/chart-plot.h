#pragma once

#include "app/chart/drawing/chart-view.h"
#include "app/chart/forecast/forecast-chart-data.h"

#include <gtk/gtk.h>

#define GR_TYPE_CHART_PLOT (gr_chart_plot_get_type())
G_DECLARE_FINAL_TYPE (GrChartPlot, gr_chart_plot, GR, CHART_PLOT, GtkWidget)

GtkWidget *gr_chart_plot_new (void);
void gr_chart_plot_set_data (GrChartPlot *self, const GrForecastChartData *data);
const GrForecastChartData *gr_chart_plot_get_data (GrChartPlot *self);
void gr_chart_plot_set_layer_visible (GrChartPlot *self, GrChartLayer layer, gboolean is_visible);
const GrChartView *gr_chart_plot_get_view (GrChartPlot *self);
void gr_chart_plot_set_cursor (GrChartPlot *self, int index);
void gr_chart_plot_zoom (GrChartPlot *self, double factor, double anchor);
void gr_chart_plot_pan (GrChartPlot *self, double buckets);
int gr_chart_plot_bucket_at (GrChartPlot *self, double x);
double gr_chart_plot_position_at (GrChartPlot *self, double x);
double gr_chart_plot_bucket_width (GrChartPlot *self);
