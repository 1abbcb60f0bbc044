#pragma once

#include <cairo.h>
#include <pango/pango.h>

typedef struct {
  double red;
  double green;
  double blue;
  double alpha;
} GrChartColor;

typedef enum {
  GR_CHART_LIGHT,
  GR_CHART_DARK,
  GR_CHART_LIGHT_HIGH_CONTRAST,
  GR_CHART_DARK_HIGH_CONTRAST,
} GrChartTheme;

/**
 * GrChartStyle:
 * @text: titles and values
 * @dim_text: labels of axes
 * @grid: lines across a panel
 * @surface: what is behind the chart
 * @fact: what has happened: sales, stock
 * @plan: what is expected: forecast, projected stock
 * @act: what people do about it: overrides, orders
 * @alert: stock-outs
 * @event: bands behind events
 * @font_size: of axis labels, pixels; every distance follows it
 * @is_high_contrast: no thin or pale lines
 * @is_rtl: texts of the value card run from right to left
 * @draws_legend: the picture stands alone, on paper: title and legend are part of it
 *
 * How a chart looks. A plain value; @font_family belongs to it.
 */
typedef struct {
  GrChartColor text;
  GrChartColor dim_text;
  GrChartColor grid;
  GrChartColor surface;
  GrChartColor fact;
  GrChartColor plan;
  GrChartColor act;
  GrChartColor alert;
  GrChartColor event;
  char font_family[64];
  double font_size;
  gboolean is_high_contrast;
  gboolean is_rtl;
  gboolean draws_legend;
} GrChartStyle;

void gr_chart_style_init (GrChartStyle *style, GrChartTheme theme);
GrChartColor gr_chart_color_with_alpha (GrChartColor color, double alpha);
void gr_chart_color_set (GrChartColor color, cairo_t *cr);
