#pragma once

#include "chart-panel.h"
#include "app/chart/drawing/chart-style.h"

gboolean gr_span_layer_rect (const GrChartPanel *panel, GrDate from, GrDate end, GrChartRect *out);
void gr_span_layer_fill (cairo_t *cr, const GrChartRect *rect, GrChartColor color);
void gr_span_layer_hatch (cairo_t *cr, const GrChartRect *rect, GrChartColor color, double distance);
void gr_span_layer_rule (cairo_t *cr, double x, double top, double bottom, double width);
