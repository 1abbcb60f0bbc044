#include "bar-layer.h"

#include <math.h>

/**
 * gr_bar_layer_rect:
 * @out: (out): the bar of bucket @index, on whole pixels so that it is sharp
 *
 * Returns: whether there is one: the number is known and not zero
 */
gboolean
gr_bar_layer_rect (const GrChartPanel *panel, GrChartSeries series, int index, GrChartRect *out)
{
  double value = gr_chart_series_at (series, index);
  double bucket = gr_time_axis_bucket_width (&panel->axis);
  double inset = bucket < 4 ? 0.05 : bucket < 12 ? 0.14 : 0.18;
  double left, right, zero, end;

  if (!isfinite (value) || value == 0)
    return FALSE;
  left = round (gr_time_axis_x (&panel->axis, index + inset));
  right = MAX (left + 1, round (gr_time_axis_x (&panel->axis, index + 1 - inset)));
  zero = round (gr_chart_scale_pixel (&panel->scale, 0));
  end = round (gr_chart_scale_pixel (&panel->scale, value));
  /* However little was sold, it is not nothing. */
  if (end == zero)
    end += value > 0 ? -1 : 1;
  *out = (GrChartRect){left, MIN (zero, end), right - left, fabs (zero - end)};
  return TRUE;
}

/**
 * gr_bar_layer_draw:
 * @unfinished: bucket that is still running and gets a paler bar, or -1
 *
 * Draws the visible bars. O(visible buckets).
 */
void
gr_bar_layer_draw (cairo_t *cr, const GrChartPanel *panel, GrChartSeries series, GrChartColor color, int unfinished)
{
  int first, end;
  GrChartRect rect;

  gr_time_axis_visible (&panel->axis, &first, &end);
  gr_chart_color_set (color, cr);
  for (int i = first; i < end; i++)
    if (i != unfinished && gr_bar_layer_rect (panel, series, i, &rect))
      cairo_rectangle (cr, rect.x, rect.y, rect.width, rect.height);
  cairo_fill (cr);

  if (unfinished < first || unfinished >= end || !gr_bar_layer_rect (panel, series, unfinished, &rect))
    return;
  gr_chart_color_set (gr_chart_color_with_alpha (color, 0.35), cr);
  cairo_rectangle (cr, rect.x, rect.y, rect.width, rect.height);
  cairo_fill (cr);
  if (rect.width < 4 || rect.height < 2)
    return;
  gr_chart_color_set (color, cr);
  cairo_set_line_width (cr, 1);
  cairo_rectangle (cr, rect.x + 0.5, rect.y + 0.5, rect.width - 1, rect.height - 1);
  cairo_stroke (cr);
}
