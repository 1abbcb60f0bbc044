#pragma once

#include "chart-panel.h"
#include "app/chart/drawing/chart-style.h"

typedef enum {
  GR_CHART_SOLID,
  GR_CHART_DASHED,
  GR_CHART_DOTTED,
} GrChartDash;

/* How a line is drawn; @is_square for level and upright lines, whose corners and ends are sharp. */
typedef struct {
  GrChartColor color;
  double width;
  GrChartDash dash;
  gboolean is_square;
} GrChartStroke;

GArray *gr_line_layer_points (const GrChartPanel *panel, GrChartSeries series);
GArray *gr_line_layer_steps (const GrChartPanel *panel, GrChartSeries series);
GArray *gr_line_layer_band (const GrChartPanel *panel, GrChartSeries lo, GrChartSeries hi);
void gr_line_layer_stroke (cairo_t *cr, const GArray *points, GrChartStroke stroke);
void gr_line_layer_fill (cairo_t *cr, const GArray *points, GrChartColor color);
void gr_line_layer_use (cairo_t *cr, GrChartStroke stroke);
