#include "stock-panel.h"

#include "app/chart/drawing/chart-strokes.h"
#include "app/chart/drawing/chart-text.h"
#include "marker-layer.h"
#include "span-layer.h"
#include "stock-out-stretch.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static void
draw_caption (GrForecastChartPicture *picture)
{
  g_autofree char *text = NULL;

  if (picture->data->unit)
    text = g_strdup_printf (
        /* Translators: above a chart; %s is a unit, "pieces" */ _ ("Stock, %s"), picture->data->unit);
  else
    text = g_strdup (_ ("Stock"));
  picture->layout.stock_caption_end = gr_chart_pen_width (&picture->pen, text, GR_CHART_BOLD);
  gr_chart_color_set (picture->style->text, picture->cr);
  gr_chart_pen_text (&picture->pen, text, 0, picture->layout.stock_caption_y, GR_CHART_LEFT, GR_CHART_BOLD);
}

static void
draw_stretches (GrForecastChartPicture *picture, const GArray *stretches)
{
  const GrChartColor alert = picture->style->alert;
  GrChartRect rect;

  for (guint i = 0; i < stretches->len; i++) {
    const GrStockOutStretch *stretch = &g_array_index (stretches, GrStockOutStretch, i);

    if (!gr_span_layer_rect (&picture->layout.stock, stretch->from, stretch->end, &rect))
      continue;
    gr_span_layer_fill (picture->cr, &rect, gr_chart_color_with_alpha (alert, stretch->is_past ? 0.10 : 0.20));
    gr_span_layer_hatch (
        picture->cr, &rect, gr_chart_color_with_alpha (alert, stretch->is_past ? 0.3 : 0.55), picture->layout.em * 0.5);
  }
}

/* The whole message, or where there is no room for it only the day. */
static char *
flag_text (GrForecastChartPicture *picture, double room)
{
  const GrForecastChartData *data = picture->data;
  g_autofree char *day = gr_chart_text_day (data->stock_out_on, data->today);
  g_autofree char *text = data->stock_out_on > data->today
                              ? g_strdup_printf (/* Translators: %s is a day, "14 July" */ _ ("Runs out on %s"), day)
                              : g_strdup (_ ("Out of stock"));

  return gr_chart_pen_width (&picture->pen, text, GR_CHART_BOLD) > room ? g_steal_pointer (&day)
                                                                        : g_steal_pointer (&text);
}

/* In the row above the panel, where it hides nothing; on top of the panel where the row is full. */
static GrChartRect
place_flag (GrForecastChartPicture *picture, double x, double width)
{
  const GrForecastChartLayout *layout = &picture->layout;
  const GrChartRect *plot = &layout->stock.plot;
  double left = layout->stock_caption_end + layout->em, right = plot->x + plot->width;
  GrChartRect flag = {0, 0, width, round (layout->line_height * 1.15)};

  if (left + width <= right) {
    flag.x = CLAMP (x, left, right - width);
    flag.y = round (layout->stock_caption_y - flag.height / 2);
  } else {
    flag.x = MAX (plot->x, MIN (x, right - width));
    flag.y = plot->y;
  }
  return flag;
}

/* The day it happens, on a flag at the head of the stretch. */
static void
draw_flag (GrForecastChartPicture *picture)
{
  const GrForecastChartLayout *layout = &picture->layout;
  const GrChartRect *plot = &layout->stock.plot;
  double padding = layout->em * 0.45;
  double room = MAX (plot->width * 0.5, layout->width - layout->stock_caption_end - layout->em * 2.5);
  g_autofree char *text = flag_text (picture, room);
  GrDate day = picture->data->stock_out_on;
  GrChartRect at, flag;

  if (!gr_span_layer_rect (&layout->stock, day, day + 1, &at))
    return;
  flag = place_flag (picture, at.x, round (gr_chart_pen_width (&picture->pen, text, GR_CHART_BOLD) + 2 * padding));
  gr_chart_color_set (picture->style->alert, picture->cr);
  gr_span_layer_rule (picture->cr, at.x + 1, flag.y + flag.height / 2, plot->y + plot->height, 2);
  gr_chart_pen_rounded (picture->cr, &flag, layout->em * 0.25);
  cairo_fill (picture->cr);
  gr_chart_color_set (picture->style->surface, picture->cr);
  gr_chart_pen_text (&picture->pen, text, flag.x + padding, flag.y + flag.height / 2, GR_CHART_LEFT, GR_CHART_BOLD);
}

static void
draw_level (GrForecastChartPicture *picture, GrChartLayer layer, double value)
{
  const GrChartPanel *panel = &picture->layout.stock;
  double y = floor (gr_chart_scale_pixel (&panel->scale, value)) + 0.5;

  if (!isfinite (value) || !gr_chart_view_shows (picture->view, layer))
    return;
  gr_line_layer_use (picture->cr, gr_chart_stroke_of (picture->style, layer));
  cairo_move_to (picture->cr, panel->plot.x, y);
  cairo_line_to (picture->cr, panel->plot.x + panel->plot.width, y);
  cairo_stroke (picture->cr);
  cairo_set_dash (picture->cr, NULL, 0, 0);
}

/* The stock itself as a pale ground, so that the eye sees how much there is. */
static void
fill_below (GrForecastChartPicture *picture, GrChartSeries series, GrChartColor color)
{
  const GrChartPanel *panel = &picture->layout.stock;
  g_autoptr (GArray) steps = gr_line_layer_steps (panel, series);
  double zero = gr_chart_scale_pixel (&panel->scale, 0);

  gr_chart_color_set (color, picture->cr);
  for (guint i = 0; i + 1 < steps->len; i += 2) {
    const GrChartPoint *left = &g_array_index (steps, GrChartPoint, i);
    const GrChartPoint *right = left + 1;

    /* On whole pixels, where no seams show between neighbours. */
    if (left->y < zero)
      cairo_rectangle (picture->cr, round (left->x), round (left->y), round (right->x) - round (left->x),
          round (zero) - round (left->y));
  }
  cairo_fill (picture->cr);
}

/* Noon of the day goods arrive. */
static double
receipt_x (const GrForecastChartPicture *picture, guint index)
{
  const GrTimeAxis *axis = &picture->layout.stock.axis;
  GrDate on = g_array_index (picture->data->receipts, GrForecastChartReceipt, index).on;

  return (gr_time_axis_x (axis, gr_time_axis_position_of (axis, on)) +
             gr_time_axis_x (axis, gr_time_axis_position_of (axis, on + 1))) /
         2;
}

static gboolean
is_receipt_shown (const GrForecastChartPicture *picture, guint index)
{
  const GrChartRect *plot = &picture->layout.stock.plot;
  double x = receipt_x (picture, index);

  return x >= plot->x && x <= plot->x + plot->width &&
         gr_chart_view_shows (picture->view,
             g_array_index (picture->data->receipts, GrForecastChartReceipt, index).is_suggested ? GR_CHART_SUGGESTED
                                                                                                 : GR_CHART_ON_ORDER);
}

/* Where the quantity beside receipt @index has to end: at the next triangle, or at the edge. */
static double
quantity_end (const GrForecastChartPicture *picture, guint index)
{
  double x = receipt_x (picture, index), end = picture->layout.width;

  for (guint i = 0; i < picture->data->receipts->len; i++)
    if (i != index && is_receipt_shown (picture, i) && receipt_x (picture, i) >= x)
      end = MIN (end, receipt_x (picture, i) - picture->layout.em * 0.7);
  return end;
}

static char *
quantity_text (const GrForecastChartPicture *picture, guint index)
{
  double qty = g_array_index (picture->data->receipts, GrForecastChartReceipt, index).qty;
  g_autofree char *number = gr_chart_text_value (qty, picture->data->digits);

  return g_strconcat ("+", number, NULL);
}

static double
quantity_start (const GrForecastChartPicture *picture, guint index)
{
  return receipt_x (picture, index) + picture->layout.em * 0.7;
}

/* Quantities are written beside all triangles or, where one does not fit, beside none. */
static gboolean
do_quantities_fit (GrForecastChartPicture *picture)
{
  for (guint i = 0; i < picture->data->receipts->len; i++) {
    g_autofree char *text = quantity_text (picture, i);

    if (is_receipt_shown (picture, i) &&
        quantity_start (picture, i) + gr_chart_pen_width (&picture->pen, text, GR_CHART_PLAIN) >
            quantity_end (picture, i))
      return FALSE;
  }
  return TRUE;
}

static void
draw_receipts (GrForecastChartPicture *picture)
{
  gboolean has_quantities = do_quantities_fit (picture);
  double y = picture->layout.receipt_y;

  for (guint i = 0; i < picture->data->receipts->len; i++) {
    gboolean is_suggested = g_array_index (picture->data->receipts, GrForecastChartReceipt, i).is_suggested;
    g_autofree char *text = quantity_text (picture, i);

    if (!is_receipt_shown (picture, i))
      continue;
    gr_marker_layer_triangle (
        picture->cr, receipt_x (picture, i), y, picture->layout.em * 0.7, picture->style->act, !is_suggested);
    gr_chart_color_set (picture->style->dim_text, picture->cr);
    if (has_quantities)
      gr_chart_pen_text (&picture->pen, text, quantity_start (picture, i), y, GR_CHART_LEFT, GR_CHART_PLAIN);
  }
}

static void
draw_steps (GrForecastChartPicture *picture, GrChartLayer layer, GrChartSeries series, GrChartColor ground)
{
  if (!gr_chart_view_shows (picture->view, layer))
    return;
  fill_below (picture, series, ground);
  gr_forecast_chart_picture_line (picture, layer, gr_line_layer_steps (&picture->layout.stock, series));
}

/* In the running bucket today divides what is from what will be. */
static void
draw_stock (GrForecastChartPicture *picture)
{
  const GrForecastChartData *data = picture->data;
  const GrTimeAxis *axis = &picture->layout.stock.axis;
  const GrChartRect *plot = &picture->layout.stock.plot;
  double today = gr_time_axis_x (axis, gr_time_axis_position_of (axis, data->today));

  cairo_save (picture->cr);
  cairo_rectangle (picture->cr, plot->x, plot->y - 3, MAX (0, today - plot->x), plot->height + 6);
  cairo_clip (picture->cr);
  draw_steps (picture, GR_CHART_STOCK, GR_FORECAST_CHART_SERIES (data, stock),
      gr_chart_color_with_alpha (picture->style->fact, 0.2));
  cairo_restore (picture->cr);

  cairo_save (picture->cr);
  cairo_rectangle (picture->cr, today, plot->y - 3, MAX (0, plot->x + plot->width - today), plot->height + 6);
  cairo_clip (picture->cr);
  draw_steps (picture, GR_CHART_PROJECTED, GR_FORECAST_CHART_SERIES (data, projected),
      gr_chart_color_with_alpha (picture->style->plan, 0.1));
  cairo_restore (picture->cr);

  draw_level (picture, GR_CHART_SAFETY_STOCK, data->safety_stock);
  draw_level (picture, GR_CHART_ORDER_UP_TO, data->order_up_to);
}

/**
 * gr_stock_panel_draw:
 *
 * Draws the lower panel, units in stock: stretches without stock behind, levels, stock past and projected, the day
 * it runs out, and what arrives in a row of its own below.
 */
void
gr_stock_panel_draw (GrForecastChartPicture *picture)
{
  g_autoptr (GArray) stretches = gr_stock_out_stretches (picture->data);

  draw_caption (picture);
  gr_forecast_chart_picture_grid (picture, &picture->layout.stock);
  gr_forecast_chart_picture_clip (picture, &picture->layout.stock);
  draw_stretches (picture, stretches);
  draw_stock (picture);
  cairo_restore (picture->cr);
  draw_receipts (picture);
}

/**
 * gr_stock_panel_draw_flag:
 *
 * Writes the day stock runs out, above everything else. Nothing where it lasts.
 */
void
gr_stock_panel_draw_flag (GrForecastChartPicture *picture)
{
  if (gr_forecast_chart_data_index_of (picture->data, picture->data->stock_out_on) >= 0)
    draw_flag (picture);
}
