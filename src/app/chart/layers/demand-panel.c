#include "demand-panel.h"

#include "bar-layer.h"
#include "app/chart/drawing/chart-strokes.h"
#include "marker-layer.h"
#include "span-layer.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The caption, or where it is too long for the width, only what it counts. */
static char *
make_caption (GrForecastChartPicture *picture)
{
  const char *unit = picture->data->unit;
  gboolean is_weekly = picture->data->grain == GR_GRAIN_WEEK;
  g_autofree char *text = NULL;

  if (!unit)
    return g_strdup (is_weekly ? _ ("Sales and forecast per week") : _ ("Sales and forecast per month"));
  text = is_weekly ? g_strdup_printf (/* Translators: above a chart; %s is a unit, "pieces" */
                         _ ("Sales and forecast, %s per week"), unit)
                   : g_strdup_printf (/* Translators: above a chart; %s is a unit, "pieces" */
                         _ ("Sales and forecast, %s per month"), unit);
  if (gr_chart_pen_width (&picture->pen, text, GR_CHART_BOLD) <= picture->layout.width)
    return g_steal_pointer (&text);
  return is_weekly ? g_strdup_printf (/* Translators: above a narrow chart; %s is a unit, "pieces" */
                         _ ("Sales, %s per week"), unit)
                   : g_strdup_printf (/* Translators: above a narrow chart; %s is a unit, "pieces" */
                         _ ("Sales, %s per month"), unit);
}

static void
draw_caption (GrForecastChartPicture *picture)
{
  g_autofree char *text = make_caption (picture);

  picture->layout.demand_caption_end = gr_chart_pen_width (&picture->pen, text, GR_CHART_BOLD);
  gr_chart_color_set (picture->style->text, picture->cr);
  gr_chart_pen_text (&picture->pen, text, 0, picture->layout.demand_caption_y, GR_CHART_LEFT, GR_CHART_BOLD);
}

static gboolean
event_rect (const GrForecastChartPicture *picture, const GrForecastChartEvent *event, GrChartRect *out)
{
  return gr_span_layer_rect (&picture->layout.demand, event->from, event->to + 1, out);
}

/* How far the name of an event at pixel @left may reach: to the next event, to today, or to the panel's edge. */
static double
name_end (const GrForecastChartPicture *picture, double left)
{
  const GrTimeAxis *axis = &picture->layout.demand.axis;
  double today = gr_time_axis_x (axis, gr_time_axis_position_of (axis, picture->data->today));
  double end = axis->x + axis->width;
  GrChartRect rect;

  if (today > left)
    end = MIN (end, today);
  for (guint i = 0; i < picture->data->events->len; i++)
    if (event_rect (picture, &g_array_index (picture->data->events, GrForecastChartEvent, i), &rect) && rect.x > left)
      end = MIN (end, rect.x);
  return end - picture->layout.em * 0.3;
}

static void
draw_event_name (GrForecastChartPicture *picture, const char *name, double left)
{
  double wanted = gr_chart_pen_width (&picture->pen, name, GR_CHART_PLAIN) + 1;
  double start = left + picture->layout.em * 0.3, room = name_end (picture, left) - start;

  if (room < MIN (wanted, picture->layout.em * 3))
    return;
  gr_chart_color_set (picture->style->event, picture->cr);
  gr_chart_pen_text_within (&picture->pen, name, start, picture->layout.event_y + 1, MIN (room, wanted));
}

static void
draw_event (GrForecastChartPicture *picture, const GrForecastChartEvent *event)
{
  const GrForecastChartLayout *layout = &picture->layout;
  GrChartRect rect, edge;

  if (!event_rect (picture, event, &rect))
    return;
  edge = (GrChartRect){rect.x, round (layout->event_y - layout->line_height * 0.55), rect.width, 2};
  rect.height += rect.y - edge.y;
  rect.y = edge.y;
  gr_span_layer_fill (picture->cr, &rect, gr_chart_color_with_alpha (picture->style->event, 0.12));
  gr_span_layer_fill (picture->cr, &edge, picture->style->event);
  draw_event_name (picture, event->label, rect.x);
}

static void
draw_intervals (GrForecastChartPicture *picture)
{
  const GrForecastChartData *data = picture->data;
  const GrChartPanel *panel = &picture->layout.demand;
  g_autoptr (GArray) wide =
      gr_line_layer_band (panel, GR_FORECAST_CHART_SERIES (data, lo95), GR_FORECAST_CHART_SERIES (data, hi95));
  g_autoptr (GArray) narrow =
      gr_line_layer_band (panel, GR_FORECAST_CHART_SERIES (data, lo80), GR_FORECAST_CHART_SERIES (data, hi80));

  gr_line_layer_fill (picture->cr, wide, gr_chart_stroke_band (picture->style, 95));
  gr_line_layer_fill (picture->cr, narrow, gr_chart_stroke_band (picture->style, 80));
}

static void
draw_overrides (GrForecastChartPicture *picture)
{
  const GrChartPanel *panel = &picture->layout.demand;
  GrChartSeries series = GR_FORECAST_CHART_SERIES (picture->data, override_qty);
  double radius = CLAMP (gr_time_axis_bucket_width (&panel->axis) * 0.3, 2.5, picture->layout.em * 0.33);
  GrChartPoint point;

  for (int i = 0; i < series.n; i++)
    if (gr_marker_layer_point (panel, series, i, &point))
      gr_marker_layer_dot (picture->cr, point.x, point.y, radius, picture->style->act, picture->style->surface);
}

/* Over past bars last year's line would only be noise; there the value card has it. */
static GArray *
naive_points (const GrForecastChartPicture *picture)
{
  GrChartSeries series = GR_FORECAST_CHART_SERIES (picture->data, naive);
  int running = gr_forecast_chart_data_index_of (picture->data, picture->data->today);

  return gr_line_layer_points (&picture->layout.demand, gr_chart_series_from (series, MAX (running, 0)));
}

/* The running bucket's bar is unfinished. */
static int
unfinished_bucket (const GrForecastChartData *data)
{
  return gr_forecast_chart_data_index_of (data, data->today);
}

/**
 * gr_demand_panel_draw:
 *
 * Draws the upper panel, units per bucket: events behind, then sales, intervals, last year, forecast, overrides.
 */
void
gr_demand_panel_draw (GrForecastChartPicture *picture)
{
  const GrForecastChartData *data = picture->data;
  const GrChartPanel *panel = &picture->layout.demand;

  draw_caption (picture);
  if (gr_chart_view_shows (picture->view, GR_CHART_EVENTS))
    for (guint i = 0; i < data->events->len; i++)
      draw_event (picture, &g_array_index (data->events, GrForecastChartEvent, i));
  gr_forecast_chart_picture_grid (picture, panel);

  gr_forecast_chart_picture_clip (picture, panel);
  if (gr_chart_view_shows (picture->view, GR_CHART_SALES))
    gr_bar_layer_draw (picture->cr, panel, GR_FORECAST_CHART_SERIES (data, sales), gr_chart_stroke_bar (picture->style),
        unfinished_bucket (data));
  if (gr_chart_view_shows (picture->view, GR_CHART_INTERVALS))
    draw_intervals (picture);
  gr_forecast_chart_picture_line (picture, GR_CHART_NAIVE, naive_points (picture));
  gr_forecast_chart_picture_line (
      picture, GR_CHART_FORECAST, gr_line_layer_points (panel, GR_FORECAST_CHART_SERIES (data, forecast)));
  if (gr_chart_view_shows (picture->view, GR_CHART_OVERRIDES))
    draw_overrides (picture);
  cairo_restore (picture->cr);
}
