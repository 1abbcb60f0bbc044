#pragma once

#include "chart-panel.h"
#include "app/chart/drawing/chart-style.h"

gboolean gr_bar_layer_rect (const GrChartPanel *panel, GrChartSeries series, int index, GrChartRect *out);
void gr_bar_layer_draw (
    cairo_t *cr, const GrChartPanel *panel, GrChartSeries series, GrChartColor color, int unfinished);
