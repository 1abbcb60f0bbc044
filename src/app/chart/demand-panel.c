#include "demand-panel.h"

#include "bar-layer.h"
#include "chart-strokes.h"
#include "marker-layer.h"
#include "span-layer.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static void
draw_caption (GrForecastChartPicture *picture)
{
  const char *unit = picture->data->unit;
  gboolean is_weekly = picture->data->grain == GR_GRAIN_WEEK;
  g_autofree char *text = NULL;

  if (unit)
    text = g_strdup_printf (is_weekly ? /* Translators: above a chart; %s is a unit, "pieces" */
                                _ ("Sales and forecast, %s per week")
                                      : /* Translators: above a chart; %s is a unit, "pieces" */
                                _ ("Sales and forecast, %s per month"),
        unit);
  else
    text = g_strdup (is_weekly ? _ ("Sales and forecast per week") : _ ("Sales and forecast per month"));
  picture->layout.caption_end = gr_chart_pen_width (&picture->pen, text, GR_CHART_BOLD);
  gr_chart_color_set (picture->style->text, picture->cr);
  gr_chart_pen_text (&picture->pen, text, 0, picture->layout.demand_caption_y, GR_CHART_LEFT, GR_CHART_BOLD);
}

static gboolean
event_rect (const GrForecastChartPicture *picture, const GrForecastChartEvent *event, GrChartRect *out)
{
  return gr_span_layer_rect (&picture->layout.demand, event->from, event->to + 1, out);
}

/* How far the name of event @index may reach: to the next event that starts after it, or to the panel's edge. */
static double
name_end (const GrForecastChartPicture *picture, guint index, double left)
{
  const GrChartRect *plot = &picture->layout.demand.plot;
  double end = plot->x + plot->width;
  GrChartRect rect;

  for (guint i = 0; i < picture->data->events->len; i++)
    if (i != index && event_rect (picture, &g_array_index (picture->data->events, GrForecastChartEvent, i), &rect) &&
        rect.x > left - 0.5)
      end = MIN (end, rect.x - picture->layout.em * 0.5);
  return end;
}

static void
draw_event (GrForecastChartPicture *picture, guint index)
{
  const GrForecastChartEvent *event = &g_array_index (picture->data->events, GrForecastChartEvent, index);
  const GrForecastChartLayout *layout = &picture->layout;
  GrChartRect rect, band, edge;
  double left, room, wanted;

  if (!event_rect (picture, event, &rect))
    return;
  band = (GrChartRect){rect.x, layout->event_y - layout->line_height * 0.55, rect.width, 0};
  band.height = rect.y + rect.height - band.y;
  edge = (GrChartRect){band.x, band.y, band.width, 2};
  gr_span_layer_fill (picture->cr, &band, gr_chart_color_with_alpha (picture->style->event, 0.12));
  gr_span_layer_fill (picture->cr, &edge, picture->style->event);

  wanted = gr_chart_pen_width (&picture->pen, event->label, GR_CHART_PLAIN);
  left = rect.x + layout->em * 0.3;
  room = name_end (picture, index, rect.x) - left;
  /* At the right edge a name may begin before its band. */
  if (room < wanted && name_end (picture, index, rect.x) >= layout->demand.plot.x + layout->demand.plot.width &&
      picture->data->events->len == 1) {
    left = MAX (layout->demand.plot.x, layout->demand.plot.x + layout->demand.plot.width - wanted);
    room = wanted;
  }
  if (room < layout->em * 2.5)
    return;
  gr_chart_color_set (picture->style->event, picture->cr);
  gr_chart_pen_text_within (&picture->pen, event->label, left, layout->event_y + 1, MIN (room, wanted + 1));
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
      draw_event (picture, i);
  gr_forecast_chart_picture_grid (picture, panel);

  gr_forecast_chart_picture_clip (picture, panel);
  if (gr_chart_view_shows (picture->view, GR_CHART_SALES))
    gr_bar_layer_draw (picture->cr, panel, GR_FORECAST_CHART_SERIES (data, sales), gr_chart_stroke_bar (picture->style),
        unfinished_bucket (data));
  if (gr_chart_view_shows (picture->view, GR_CHART_INTERVALS))
    draw_intervals (picture);
  gr_forecast_chart_picture_line (
      picture, GR_CHART_NAIVE, gr_line_layer_points (panel, GR_FORECAST_CHART_SERIES (data, naive)));
  gr_forecast_chart_picture_line (
      picture, GR_CHART_FORECAST, gr_line_layer_points (panel, GR_FORECAST_CHART_SERIES (data, forecast)));
  if (gr_chart_view_shows (picture->view, GR_CHART_OVERRIDES))
    draw_overrides (picture);
  cairo_restore (picture->cr);
}
