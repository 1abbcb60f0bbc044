#pragma once

#include "app/chart/layers/chart-panel.h"
#include "chart-style.h"

#include <pango/pangocairo.h>

/* Where a text lies against its point. */
typedef enum {
  GR_CHART_LEFT,
  GR_CHART_CENTRE,
  GR_CHART_RIGHT,
} GrChartAlign;

typedef enum {
  GR_CHART_PLAIN,
  GR_CHART_BOLD,
  GR_CHART_TITLE, /* bold and larger */
} GrChartWeight;

/**
 * GrChartPen:
 *
 * What draws texts: one Pango layout used for all of them. Figures are of one width, so that they line up.
 */
typedef struct {
  cairo_t *cr;
  const GrChartStyle *style;
  PangoLayout *layout;
  PangoFontDescription *fonts[3]; /* by weight */
  double line_height;
} GrChartPen;

void gr_chart_pen_init (GrChartPen *pen, cairo_t *cr, const GrChartStyle *style);
void gr_chart_pen_clear (GrChartPen *pen);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GrChartPen, gr_chart_pen_clear)

double gr_chart_pen_width (GrChartPen *pen, const char *text, GrChartWeight weight);
void gr_chart_pen_text (
    GrChartPen *pen, const char *text, double x, double y, GrChartAlign align, GrChartWeight weight);
void gr_chart_pen_text_within (GrChartPen *pen, const char *text, double x, double y, double width);
double gr_chart_pen_measure (const char *text, gpointer pen);
void gr_chart_pen_rounded (cairo_t *cr, const GrChartRect *rect, double radius);
