#include "forecast-chart-render.h"

#include "app/chart/drawing/chart-card.h"
#include "app/chart/drawing/chart-key.h"
#include "app/chart/drawing/chart-strokes.h"
#include "app/chart/layers/demand-panel.h"
#include "app/chart/layers/marker-layer.h"
#include "app/chart/layers/span-layer.h"
#include "app/chart/layers/stock-panel.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The greater period, a month or year, divides both panels; the smaller has a tick only. */
static void
draw_time_tick (GrForecastChartPicture *picture, const GrTimeLabel *label)
{
  const GrForecastChartLayout *layout = &picture->layout;
  const GrChartRect *demand = &layout->demand.plot, *stock = &layout->stock.plot;

  if (label->tick < stock->x - 0.5)
    return;
  gr_chart_color_set (picture->style->grid, picture->cr);
  if (label->tier == 1) {
    gr_span_layer_rule (picture->cr, label->tick, demand->y, demand->y + demand->height, 1);
    gr_span_layer_rule (picture->cr, label->tick, stock->y, stock->y + stock->height, 1);
    return;
  }
  gr_chart_color_set (gr_chart_color_with_alpha (picture->style->dim_text, 0.5), picture->cr);
  gr_span_layer_rule (picture->cr, label->tick, stock->y + stock->height, stock->y + stock->height + 4, 1);
}

static void
draw_time_label (GrForecastChartPicture *picture, const GrTimeLabel *label)
{
  draw_time_tick (picture, label);
  gr_chart_color_set (picture->style->dim_text, picture->cr);
  gr_chart_pen_text (
      &picture->pen, label->text, label->x, picture->layout.tier_y[label->tier], GR_CHART_LEFT, GR_CHART_PLAIN);
}

static void
draw_time (GrForecastChartPicture *picture)
{
  g_autoptr (GArray) labels =
      gr_time_axis_labels (&picture->layout.stock.axis, picture->layout.em * 0.8, gr_chart_pen_measure, &picture->pen);

  for (guint i = 0; i < labels->len; i++)
    draw_time_label (picture, &g_array_index (labels, GrTimeLabel, i));
}

/* Left of the line is what was, right of it what may be. */
static void
draw_today (GrForecastChartPicture *picture)
{
  const GrForecastChartLayout *layout = &picture->layout;
  const GrChartRect *plot = &layout->demand.plot;
  double x =
      gr_time_axis_x (&layout->demand.axis, gr_time_axis_position_of (&layout->demand.axis, picture->data->today));
  const char *text = _ ("Today");
  double width = gr_chart_pen_width (&picture->pen, text, GR_CHART_BOLD), left;

  if (x < plot->x || x > plot->x + plot->width)
    return;
  gr_chart_color_set (gr_chart_color_with_alpha (picture->style->text, 0.75), picture->cr);
  gr_span_layer_rule (picture->cr, x, layout->demand_caption_y + layout->line_height * 0.5, plot->y + plot->height,
      picture->style->is_high_contrast ? 2 : 1);
  gr_span_layer_rule (picture->cr, x, layout->stock.plot.y, layout->stock.plot.y + layout->stock.plot.height,
      picture->style->is_high_contrast ? 2 : 1);
  left = CLAMP (x - width / 2, plot->x, plot->x + plot->width - width);
  gr_chart_color_set (picture->style->text, picture->cr);
  if (left > layout->demand_caption_end + layout->em)
    gr_chart_pen_text (&picture->pen, text, left, layout->demand_caption_y, GR_CHART_LEFT, GR_CHART_BOLD);
}

static void
draw_empty (cairo_t *cr, const GrForecastChartScene *scene)
{
  g_auto (GrChartPen) pen = {0};
  GrChartStyle large = *scene->style;

  large.font_size *= 1.35;
  gr_chart_pen_init (&pen, cr, &large);
  gr_chart_color_set (scene->style->text, cr);
  gr_chart_pen_text (&pen, _ ("No sales yet"), scene->width / 2, scene->height / 2 - pen.line_height * 0.55,
      GR_CHART_CENTRE, GR_CHART_BOLD);
  gr_chart_pen_clear (&pen);
  gr_chart_pen_init (&pen, cr, scene->style);
  gr_chart_color_set (scene->style->dim_text, cr);
  gr_chart_pen_text (&pen, _ ("The chart appears with the first sale or count"), scene->width / 2,
      scene->height / 2 + pen.line_height * 0.75, GR_CHART_CENTRE, GR_CHART_PLAIN);
}

static void
draw_paper (GrForecastChartPicture *picture)
{
  const GrForecastChartLayout *layout = &picture->layout;
  GrChartRect area = {0, layout->key_y, layout->width, 0};

  gr_chart_color_set (picture->style->text, picture->cr);
  if (isfinite (layout->title_y))
    gr_chart_pen_text (&picture->pen, picture->data->title, 0, layout->title_y, GR_CHART_LEFT, GR_CHART_TITLE);
  gr_chart_key_print (&picture->pen, picture->data, &area, TRUE);
}

/**
 * gr_forecast_chart_render_scene:
 * @layout: (out) (optional): where everything lies
 *
 * Draws the chart without its crosshair. The background is left as it is. O(visible buckets).
 */
void
gr_forecast_chart_render_scene (cairo_t *cr, const GrForecastChartScene *scene, GrForecastChartLayout *layout)
{
  g_auto (GrForecastChartPicture) picture = {0};

  gr_forecast_chart_picture_init (&picture, cr, scene);
  if (gr_forecast_chart_data_is_empty (scene->data)) {
    draw_empty (cr, scene);
  } else {
    draw_time (&picture);
    gr_demand_panel_draw (&picture);
    gr_stock_panel_draw (&picture);
    draw_today (&picture);
    gr_stock_panel_draw_flag (&picture);
    if (scene->style->draws_legend)
      draw_paper (&picture);
  }
  if (layout)
    *layout = picture.layout;
}

static void
mark_values (GrForecastChartPicture *picture)
{
  const GrForecastChartData *data = picture->data;
  const struct {
    GrChartLayer layer;
    const GrChartPanel *panel;
    GrChartSeries series;
    GrChartColor color;
  } marks[] = {
      {GR_CHART_FORECAST, &picture->layout.demand, GR_FORECAST_CHART_SERIES (data, forecast), picture->style->plan},
      {GR_CHART_STOCK, &picture->layout.stock, GR_FORECAST_CHART_SERIES (data, stock), picture->style->text},
      {GR_CHART_PROJECTED, &picture->layout.stock, GR_FORECAST_CHART_SERIES (data, projected), picture->style->plan},
  };
  GrChartPoint point;

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (gr_chart_view_shows (picture->view, marks[i].layer) &&
        gr_marker_layer_point (marks[i].panel, marks[i].series, picture->view->cursor, &point))
      gr_marker_layer_dot (
          picture->cr, point.x, point.y, picture->layout.em * 0.28, marks[i].color, picture->style->surface);
}

/**
 * gr_forecast_chart_render_cursor:
 *
 * Draws the crosshair of the scene's view and its value card, over what gr_forecast_chart_render_scene() drew.
 */
void
gr_forecast_chart_render_cursor (cairo_t *cr, const GrForecastChartScene *scene)
{
  g_auto (GrForecastChartPicture) picture = {0};
  const GrForecastChartLayout *layout = &picture.layout;
  const GrTimeAxis *axis = &picture.layout.demand.axis;
  int cursor = scene->view->cursor;
  GrChartRect column;

  if (cursor < 0 || cursor >= (int) scene->data->n_buckets || gr_forecast_chart_data_is_empty (scene->data))
    return;
  gr_forecast_chart_picture_init (&picture, cr, scene);
  column.x = MAX (gr_time_axis_x (axis, cursor), axis->x);
  column.width = MIN (gr_time_axis_x (axis, cursor + 1), axis->x + axis->width) - column.x;
  column.y = layout->demand.plot.y;
  column.height = layout->stock.plot.y + layout->stock.plot.height - column.y;
  if (column.width <= 0)
    return;
  gr_span_layer_fill (cr, &column, gr_chart_color_with_alpha (scene->style->text, 0.08));
  gr_chart_color_set (gr_chart_color_with_alpha (scene->style->text, 0.5), cr);
  gr_span_layer_rule (cr, column.x + column.width / 2, column.y, column.y + column.height, 1);
  mark_values (&picture);
  gr_chart_card_draw (&picture);
}
