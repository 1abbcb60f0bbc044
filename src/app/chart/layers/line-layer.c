#include "line-layer.h"

#include <math.h>

/* One bucket more on either side, so that lines run out of the picture and do not end at its edge. */
static void
drawn_range (const GrChartPanel *panel, GrChartSeries series, int *first, int *end)
{
  gr_time_axis_visible (&panel->axis, first, end);
  *first = MAX (*first - 1, series.from);
  *end = MIN (*end + 1, series.n);
}

static gboolean
is_known (GrChartSeries series, int index)
{
  return index >= series.from && index < series.n && isfinite (gr_chart_series_at (series, index));
}

static void
append (GArray *points, double x, double y, gboolean is_start)
{
  GrChartPoint point = {x, y, is_start};

  g_array_append_val (points, point);
}

/**
 * gr_line_layer_points:
 *
 * A line through the middle of every bucket, broken where a number is unknown. A number that stands alone becomes a
 * short level line. O(visible buckets).
 *
 * Returns: (transfer full): an array of #GrChartPoint
 */
GArray *
gr_line_layer_points (const GrChartPanel *panel, GrChartSeries series)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (GrChartPoint));
  int first, end;

  drawn_range (panel, series, &first, &end);
  for (int i = first; i < end; i++) {
    double y;

    if (!is_known (series, i))
      continue;
    y = gr_chart_scale_pixel (&panel->scale, gr_chart_series_at (series, i));
    if (!is_known (series, i - 1) && !is_known (series, i + 1)) {
      append (points, gr_time_axis_x (&panel->axis, i + 0.2), y, TRUE);
      append (points, gr_time_axis_x (&panel->axis, i + 0.8), y, FALSE);
    } else {
      append (points, gr_time_axis_centre (&panel->axis, i), y, i == first || !is_known (series, i - 1));
    }
  }
  return points;
}

/**
 * gr_line_layer_steps:
 *
 * A level line across every bucket, joined upright at the borders, broken where a number is unknown.
 * O(visible buckets).
 *
 * Returns: (transfer full): an array of #GrChartPoint
 */
GArray *
gr_line_layer_steps (const GrChartPanel *panel, GrChartSeries series)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (GrChartPoint));
  int first, end;

  drawn_range (panel, series, &first, &end);
  for (int i = first; i < end; i++) {
    double y;

    if (!is_known (series, i))
      continue;
    y = gr_chart_scale_pixel (&panel->scale, gr_chart_series_at (series, i));
    append (points, gr_time_axis_x (&panel->axis, i), y, i == first || !is_known (series, i - 1));
    append (points, gr_time_axis_x (&panel->axis, i + 1), y, FALSE);
  }
  return points;
}

static gboolean
is_band_known (GrChartSeries lo, GrChartSeries hi, int index)
{
  return is_known (lo, index) && is_known (hi, index);
}

/* The outline of buckets @from to @end: along the upper limit and back along the lower. */
static void
append_band (GArray *points, const GrChartPanel *panel, const GrChartSeries *limits, const int *range)
{
  gboolean is_single = range[1] - range[0] == 1;

  for (int side = 0; side < 2; side++)
    for (int k = 0; k < range[1] - range[0]; k++) {
      int i = side == 0 ? range[0] + k : range[1] - 1 - k;
      double y = gr_chart_scale_pixel (&panel->scale, gr_chart_series_at (limits[side], i));
      double near = side == 0 ? 0.2 : 0.8;

      if (is_single) {
        append (points, gr_time_axis_x (&panel->axis, i + near), y, side == 0);
        append (points, gr_time_axis_x (&panel->axis, i + 1 - near), y, FALSE);
      } else {
        append (points, gr_time_axis_centre (&panel->axis, i), y, side == 0 && k == 0);
      }
    }
}

/**
 * gr_line_layer_band:
 *
 * The outlines of what lies between two series, one for each stretch where both are known. O(visible buckets).
 *
 * Returns: (transfer full): an array of #GrChartPoint
 */
GArray *
gr_line_layer_band (const GrChartPanel *panel, GrChartSeries lo, GrChartSeries hi)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (GrChartPoint));
  const GrChartSeries limits[] = {hi, lo};
  int first, end;

  drawn_range (panel, lo, &first, &end);
  for (int i = first; i < end; i++) {
    int range[] = {i, i};

    while (range[1] < end && is_band_known (lo, hi, range[1]))
      range[1]++;
    if (range[1] > range[0])
      append_band (points, panel, limits, range);
    i = range[1];
  }
  return points;
}

static void
trace (cairo_t *cr, const GArray *points)
{
  for (guint i = 0; i < points->len; i++) {
    const GrChartPoint *point = &g_array_index (points, GrChartPoint, i);

    if (point->is_start)
      cairo_move_to (cr, point->x, point->y);
    else
      cairo_line_to (cr, point->x, point->y);
  }
}

/**
 * gr_line_layer_use:
 *
 * Sets colour, width and dashes for strokes that follow.
 */
void
gr_line_layer_use (cairo_t *cr, GrChartStroke stroke)
{
  const double dashes[] = {stroke.width * 3, stroke.width * 2.2};
  const double dots[] = {stroke.width * 0.1, stroke.width * 2.4};

  gr_chart_color_set (stroke.color, cr);
  cairo_set_line_width (cr, stroke.width);
  cairo_set_line_join (cr, stroke.is_square ? CAIRO_LINE_JOIN_MITER : CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (
      cr, stroke.is_square || stroke.dash == GR_CHART_DASHED ? CAIRO_LINE_CAP_BUTT : CAIRO_LINE_CAP_ROUND);
  cairo_set_dash (cr, stroke.dash == GR_CHART_DASHED ? dashes : dots, stroke.dash == GR_CHART_SOLID ? 0 : 2, 0);
}

/**
 * gr_line_layer_stroke:
 *
 * Draws @points as a line.
 */
void
gr_line_layer_stroke (cairo_t *cr, const GArray *points, GrChartStroke stroke)
{
  gr_line_layer_use (cr, stroke);
  trace (cr, points);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

/**
 * gr_line_layer_fill:
 *
 * Fills the outlines of gr_line_layer_band().
 */
void
gr_line_layer_fill (cairo_t *cr, const GArray *points, GrChartColor color)
{
  gr_chart_color_set (color, cr);
  trace (cr, points);
  cairo_fill (cr);
}
