#pragma once

#include "chart-panel.h"
#include "app/chart/drawing/chart-style.h"

gboolean gr_marker_layer_point (const GrChartPanel *panel, GrChartSeries series, int index, GrChartPoint *out);
void gr_marker_layer_dot (cairo_t *cr, double x, double y, double radius, GrChartColor color, GrChartColor rim);
void gr_marker_layer_triangle (cairo_t *cr, double x, double y, double size, GrChartColor color, gboolean is_filled);
