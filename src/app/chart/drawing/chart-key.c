#include "chart-key.h"

#include "chart-strokes.h"
#include "app/chart/layers/marker-layer.h"
#include "app/chart/layers/span-layer.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static gboolean
has_number (const GrForecastChartData *data, gsize offset)
{
  for (gsize i = 0; i < data->n_buckets; i++)
    if (isfinite (*(const double *) (const void *) ((const char *) &data->buckets[i] + offset)))
      return TRUE;
  return FALSE;
}

static gboolean
has_receipt (const GrForecastChartData *data, gboolean is_suggested)
{
  for (guint i = 0; i < data->receipts->len; i++)
    if (g_array_index (data->receipts, GrForecastChartReceipt, i).is_suggested == is_suggested)
      return TRUE;
  return FALSE;
}

/**
 * gr_chart_key_is_present:
 *
 * Returns: whether @data has anything for @layer to draw, so that the legend should name it. O(n).
 */
gboolean
gr_chart_key_is_present (const GrForecastChartData *data, GrChartLayer layer)
{
  static const gsize offsets[] = {
      [GR_CHART_SALES] = G_STRUCT_OFFSET (GrForecastChartBucket, sales),
      [GR_CHART_FORECAST] = G_STRUCT_OFFSET (GrForecastChartBucket, forecast),
      [GR_CHART_INTERVALS] = G_STRUCT_OFFSET (GrForecastChartBucket, hi80),
      [GR_CHART_NAIVE] = G_STRUCT_OFFSET (GrForecastChartBucket, naive),
      [GR_CHART_OVERRIDES] = G_STRUCT_OFFSET (GrForecastChartBucket, override_qty),
      [GR_CHART_STOCK] = G_STRUCT_OFFSET (GrForecastChartBucket, stock),
      [GR_CHART_PROJECTED] = G_STRUCT_OFFSET (GrForecastChartBucket, projected),
  };

  switch (layer) {
  case GR_CHART_EVENTS:
    return data->events->len > 0;
  case GR_CHART_SAFETY_STOCK:
    return isfinite (data->safety_stock);
  case GR_CHART_ORDER_UP_TO:
    return isfinite (data->order_up_to);
  case GR_CHART_ON_ORDER:
  case GR_CHART_SUGGESTED:
    return has_receipt (data, layer == GR_CHART_SUGGESTED);
  default:
    return has_number (data, offsets[layer]);
  }
}

/**
 * gr_chart_key_title:
 *
 * Returns: what the legend calls @layer
 */
const char *
gr_chart_key_title (GrChartLayer layer, GrGrain grain)
{
  switch (layer) {
  case GR_CHART_SALES:
    return _ ("Sales");
  case GR_CHART_FORECAST:
    return _ ("Forecast");
  case GR_CHART_INTERVALS:
    return _ ("Likely range");
  case GR_CHART_NAIVE:
    return grain == GR_GRAIN_WEEK ? _ ("Same week last year") : _ ("Same month last year");
  case GR_CHART_OVERRIDES:
    return _ ("Your changes");
  case GR_CHART_EVENTS:
    return _ ("Events");
  case GR_CHART_STOCK:
    return _ ("Stock");
  case GR_CHART_PROJECTED:
    return _ ("Projected stock");
  case GR_CHART_SAFETY_STOCK:
    return _ ("Safety stock");
  case GR_CHART_ORDER_UP_TO:
    return _ ("Order-up-to level");
  case GR_CHART_ON_ORDER:
    return _ ("On order");
  case GR_CHART_SUGGESTED:
    return _ ("Suggested order");
  }
  g_return_val_if_reached ("");
}

/**
 * gr_chart_key_meaning:
 *
 * Returns: what @layer tells, in a sentence
 */
const char *
gr_chart_key_meaning (GrChartLayer layer)
{
  switch (layer) {
  case GR_CHART_SALES:
    return _ ("What was sold; the running week or month so far is paler");
  case GR_CHART_FORECAST:
    return _ ("What is most likely to be sold");
  case GR_CHART_INTERVALS:
    return _ ("Sales should end up in the darker band 8 times out of 10, in the paler one 19 times out of 20");
  case GR_CHART_NAIVE:
    return _ ("What was sold a year before, to compare the forecast with");
  case GR_CHART_OVERRIDES:
    return _ ("What you expect in place of the forecast");
  case GR_CHART_EVENTS:
    return _ ("Promotions, holidays and other reasons for unusual sales");
  case GR_CHART_STOCK:
    return _ ("Stock at the end of each week or month");
  case GR_CHART_PROJECTED:
    return _ ("Stock as it will be if sales follow the forecast and orders arrive as planned");
  case GR_CHART_SAFETY_STOCK:
    return _ ("Extra stock in case more is sold, or deliveries come later, than expected");
  case GR_CHART_ORDER_UP_TO:
    return _ ("The level that an order fills stock up to");
  case GR_CHART_ON_ORDER:
    return _ ("Goods ordered from suppliers and not yet received");
  case GR_CHART_SUGGESTED:
    return _ ("Orders that the plan suggests and nobody has placed yet");
  }
  g_return_val_if_reached ("");
}

static void
draw_line_swatch (cairo_t *cr, const GrChartStroke *stroke, const GrChartRect *rect)
{
  double y = floor (rect->y + rect->height / 2) + 0.5;

  gr_line_layer_use (cr, *stroke);
  cairo_move_to (cr, rect->x + 1, y);
  cairo_line_to (cr, rect->x + rect->width - 1, y);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
draw_band_swatch (cairo_t *cr, const GrChartStyle *style, const GrChartRect *rect)
{
  GrChartRect inner = {rect->x, rect->y + rect->height * 0.3, rect->width, rect->height * 0.4};

  gr_span_layer_fill (cr, rect, gr_chart_stroke_band (style, 95));
  gr_span_layer_fill (cr, &inner, gr_chart_stroke_band (style, 80));
}

static void
draw_event_swatch (cairo_t *cr, const GrChartStyle *style, const GrChartRect *rect)
{
  GrChartRect edge = {rect->x, rect->y, rect->width, 2};

  gr_span_layer_fill (cr, rect, gr_chart_color_with_alpha (style->event, 0.18));
  gr_span_layer_fill (cr, &edge, style->event);
}

/**
 * gr_chart_key_draw_swatch:
 *
 * Draws a small picture of @layer into @rect, as it looks in the chart.
 */
void
gr_chart_key_draw_swatch (cairo_t *cr, const GrChartStyle *style, GrChartLayer layer, const GrChartRect *rect)
{
  double x = rect->x + rect->width / 2, y = rect->y + rect->height / 2;
  GrChartRect bar = {round (x - rect->height / 2), rect->y, rect->height, rect->height};
  GrChartStroke stroke;

  switch (layer) {
  case GR_CHART_SALES:
    gr_span_layer_fill (cr, &bar, gr_chart_stroke_bar (style));
    break;
  case GR_CHART_INTERVALS:
    draw_band_swatch (cr, style, rect);
    break;
  case GR_CHART_EVENTS:
    draw_event_swatch (cr, style, rect);
    break;
  case GR_CHART_OVERRIDES:
    gr_marker_layer_dot (cr, x, y, rect->height * 0.36, style->act, style->surface);
    break;
  case GR_CHART_ON_ORDER:
  case GR_CHART_SUGGESTED:
    gr_marker_layer_triangle (cr, x, y, rect->height * 0.8, style->act, layer == GR_CHART_ON_ORDER);
    break;
  default:
    stroke = gr_chart_stroke_of (style, layer);
    draw_line_swatch (cr, &stroke, rect);
  }
}

/**
 * gr_chart_key_print:
 * @area: where; its height does not matter
 * @is_drawn: %FALSE to learn only how high it will be
 *
 * The legend of a chart on paper: all layers that are present, in as many rows as they need.
 *
 * Returns: the height of the rows, pixels
 */
double
gr_chart_key_print (GrChartPen *pen, const GrForecastChartData *data, const GrChartRect *area, gboolean is_drawn)
{
  double em = pen->style->font_size, swatch = em * 1.7, row = pen->line_height * 1.25;
  double x = area->x, y = area->y;

  for (int layer = 0; layer < GR_N_CHART_LAYERS; layer++) {
    const char *title = gr_chart_key_title (layer, data->grain);
    GrChartRect rect;
    double width;

    if (!gr_chart_key_is_present (data, layer))
      continue;
    width = swatch + em * 0.5 + gr_chart_pen_width (pen, title, GR_CHART_PLAIN);
    if (x > area->x && x + width > area->x + area->width) {
      x = area->x;
      y += row;
    }
    rect = (GrChartRect){round (x), round (y + row / 2 - em * 0.4), round (swatch), round (em * 0.8)};
    if (is_drawn) {
      gr_chart_key_draw_swatch (pen->cr, pen->style, layer, &rect);
      gr_chart_color_set (pen->style->dim_text, pen->cr);
      gr_chart_pen_text (pen, title, rect.x + swatch + em * 0.5, y + row / 2, GR_CHART_LEFT, GR_CHART_PLAIN);
    }
    x += width + em * 1.4;
  }
  return y + row - area->y;
}
