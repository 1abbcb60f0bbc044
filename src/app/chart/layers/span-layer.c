#include "span-layer.h"

#include <math.h>

/**
 * gr_span_layer_rect:
 * @end: the day after the last
 * @out: (out): the panel from @from to @end, at least two pixels wide, cut to what is visible
 *
 * Returns: whether any of it is visible
 */
gboolean
gr_span_layer_rect (const GrChartPanel *panel, GrDate from, GrDate end, GrChartRect *out)
{
  const GrChartRect *plot = &panel->plot;
  double left = gr_time_axis_x (&panel->axis, gr_time_axis_position_of (&panel->axis, from));
  double right = gr_time_axis_x (&panel->axis, gr_time_axis_position_of (&panel->axis, end));

  right = MAX (right, left + 2);
  left = round (MAX (left, plot->x));
  right = round (MIN (right, plot->x + plot->width));
  *out = (GrChartRect){left, plot->y, right - left, plot->height};
  return right > left;
}

/**
 * gr_span_layer_fill:
 */
void
gr_span_layer_fill (cairo_t *cr, const GrChartRect *rect, GrChartColor color)
{
  gr_chart_color_set (color, cr);
  cairo_rectangle (cr, rect->x, rect->y, rect->width, rect->height);
  cairo_fill (cr);
}

/**
 * gr_span_layer_hatch:
 * @distance: between two strokes, pixels
 *
 * Slanting strokes, which tell the span by pattern where its colour does not.
 */
void
gr_span_layer_hatch (cairo_t *cr, const GrChartRect *rect, GrChartColor color, double distance)
{
  double bottom = rect->y + rect->height;
  /* Strokes of neighbouring spans lie on one grid. */
  double start = floor ((rect->x - rect->height) / distance) * distance;

  cairo_save (cr);
  cairo_rectangle (cr, rect->x, rect->y, rect->width, rect->height);
  cairo_clip (cr);
  for (double x = start; x < rect->x + rect->width; x += distance) {
    cairo_move_to (cr, x, bottom);
    cairo_line_to (cr, x + rect->height, rect->y);
  }
  gr_chart_color_set (color, cr);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/**
 * gr_span_layer_rule:
 *
 * An upright line in the current colour, sharp at any width.
 */
void
gr_span_layer_rule (cairo_t *cr, double x, double top, double bottom, double width)
{
  x = (int) round (width) % 2 ? floor (x) + 0.5 : round (x);
  cairo_set_line_width (cr, width);
  cairo_move_to (cr, x, top);
  cairo_line_to (cr, x, bottom);
  cairo_stroke (cr);
}
