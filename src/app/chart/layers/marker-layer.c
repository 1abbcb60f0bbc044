#include "marker-layer.h"

#include <math.h>

/**
 * gr_marker_layer_point:
 * @out: (out): the middle of bucket @index, at its value
 *
 * Returns: whether it is known and visible
 */
gboolean
gr_marker_layer_point (const GrChartPanel *panel, GrChartSeries series, int index, GrChartPoint *out)
{
  int first, end;

  gr_time_axis_visible (&panel->axis, &first, &end);
  if (index < first || index >= end || !isfinite (gr_chart_series_at (series, index)))
    return FALSE;
  *out = (GrChartPoint){gr_time_axis_centre (&panel->axis, index),
      gr_chart_scale_pixel (&panel->scale, gr_chart_series_at (series, index)), TRUE};
  return TRUE;
}

/**
 * gr_marker_layer_dot:
 * @rim: colour of a thin ring that sets the dot off from what it lies on
 */
void
gr_marker_layer_dot (cairo_t *cr, double x, double y, double radius, GrChartColor color, GrChartColor rim)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, radius + 1.2, 0, 2 * G_PI);
  gr_chart_color_set (rim, cr);
  cairo_fill (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  gr_chart_color_set (color, cr);
  cairo_fill (cr);
}

/**
 * gr_marker_layer_triangle:
 * @x: middle
 * @y: middle
 * @size: height, pixels
 *
 * An upright triangle, filled or hollow.
 */
void
gr_marker_layer_triangle (cairo_t *cr, double x, double y, double size, GrChartColor color, gboolean is_filled)
{
  double half = size * 0.58;

  cairo_move_to (cr, x, y - size / 2);
  cairo_line_to (cr, x + half, y + size / 2);
  cairo_line_to (cr, x - half, y + size / 2);
  cairo_close_path (cr);
  gr_chart_color_set (color, cr);
  cairo_set_line_width (cr, MAX (1.4, size / 7));
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  if (is_filled)
    cairo_fill_preserve (cr);
  cairo_stroke (cr);
}
