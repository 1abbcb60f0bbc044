#pragma once

#include "chart-pen.h"
#include "chart-view.h"
#include "app/chart/forecast/forecast-chart-data.h"

gboolean gr_chart_key_is_present (const GrForecastChartData *data, GrChartLayer layer);
const char *gr_chart_key_title (GrChartLayer layer, GrGrain grain);
const char *gr_chart_key_meaning (GrChartLayer layer);
void gr_chart_key_draw_swatch (cairo_t *cr, const GrChartStyle *style, GrChartLayer layer, const GrChartRect *rect);
double gr_chart_key_print (
    GrChartPen *pen, const GrForecastChartData *data, const GrChartRect *area, gboolean is_drawn);
