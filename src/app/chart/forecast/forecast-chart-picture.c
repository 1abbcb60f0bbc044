#include "forecast-chart-picture.h"

#include "app/chart/drawing/chart-key.h"
#include "app/chart/drawing/chart-strokes.h"
#include "app/chart/drawing/chart-text.h"

#include <math.h>

/**
 * gr_forecast_chart_picture_init:
 *
 * Sets up fonts and lays everything out; the scene must outlive the picture.
 */
void
gr_forecast_chart_picture_init (GrForecastChartPicture *picture, cairo_t *cr, const GrForecastChartScene *scene)
{
  GrChartRoom room = {scene->width, scene->height, 0, scene->style->draws_legend && scene->data->title};
  GrChartMetrics metrics;

  picture->cr = cr;
  picture->data = scene->data;
  picture->style = scene->style;
  picture->view = scene->view;
  gr_chart_pen_init (&picture->pen, cr, scene->style);
  if (scene->style->draws_legend) {
    GrChartRect area = {0, 0, scene->width, 0};

    room.key_height = gr_chart_key_print (&picture->pen, scene->data, &area, FALSE);
  }
  metrics = (GrChartMetrics){scene->style->font_size, picture->pen.line_height, gr_chart_pen_measure, &picture->pen};
  gr_forecast_chart_layout_init (&picture->layout, scene->data, scene->view, &metrics, &room);
}

/**
 * gr_forecast_chart_picture_clear:
 */
void
gr_forecast_chart_picture_clear (GrForecastChartPicture *picture)
{
  gr_chart_pen_clear (&picture->pen);
}

/**
 * gr_forecast_chart_picture_grid:
 *
 * Draws the level lines of @panel and their labels; zero is the strongest.
 */
void
gr_forecast_chart_picture_grid (GrForecastChartPicture *picture, const GrChartPanel *panel)
{
  const GrChartScale *scale = &panel->scale;
  double largest = MAX (fabs (scale->lo), fabs (scale->hi));
  cairo_t *cr = picture->cr;

  for (int i = 0; i < scale->n_ticks; i++) {
    double value = gr_chart_scale_tick (scale, i), at = gr_chart_scale_pixel (scale, value);
    double y = floor (at) + (at >= panel->plot.y + panel->plot.height - 0.5 ? -0.5 : 0.5);
    g_autofree char *text = gr_chart_text_tick (value, scale->step, largest);

    gr_chart_color_set (
        value == 0 ? gr_chart_color_with_alpha (picture->style->dim_text, 0.6) : picture->style->grid, cr);
    cairo_set_line_width (cr, 1);
    cairo_move_to (cr, panel->plot.x, y);
    cairo_line_to (cr, panel->plot.x + panel->plot.width, y);
    cairo_stroke (cr);
    gr_chart_color_set (picture->style->dim_text, cr);
    gr_chart_pen_text (
        &picture->pen, text, panel->plot.x - picture->layout.em * 0.45, y, GR_CHART_RIGHT, GR_CHART_PLAIN);
  }
}

/**
 * gr_forecast_chart_picture_clip:
 *
 * Keeps what follows inside @panel, but for half a line's width; undone by cairo_restore().
 */
void
gr_forecast_chart_picture_clip (GrForecastChartPicture *picture, const GrChartPanel *panel)
{
  cairo_save (picture->cr);
  cairo_rectangle (picture->cr, panel->plot.x, panel->plot.y - 3, panel->plot.width, panel->plot.height + 6);
  cairo_clip (picture->cr);
}

/**
 * gr_forecast_chart_picture_line:
 * @points: (transfer full): of a line
 *
 * Draws the line of @layer, if it is not hidden.
 */
void
gr_forecast_chart_picture_line (GrForecastChartPicture *picture, GrChartLayer layer, GArray *points)
{
  GrChartStroke stroke = gr_chart_stroke_of (picture->style, layer);

  /* Where buckets are narrow, thick lines would run into each other. */
  if (gr_time_axis_bucket_width (&picture->layout.demand.axis) < picture->layout.em * 0.6)
    stroke.width *= 0.75;
  if (gr_chart_view_shows (picture->view, layer))
    gr_line_layer_stroke (picture->cr, points, stroke);
  g_array_unref (points);
}
