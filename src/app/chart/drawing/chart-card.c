#include "chart-card.h"

#include "chart-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static void
free_row (gpointer item)
{
  GrChartCardRow *row = item;

  g_free (row->name);
  g_free (row->value);
  g_free (row);
}

static void
append (GPtrArray *rows, const char *name, char *value)
{
  GrChartCardRow *row = g_new0 (GrChartCardRow, 1);

  row->name = g_strdup (name);
  row->value = value;
  g_ptr_array_add (rows, row);
}

static void
append_number (GPtrArray *rows, const char *name, double value, int digits)
{
  if (isfinite (value))
    append (rows, name, gr_chart_text_value (value, digits));
}

static void
append_range (GPtrArray *rows, const char *name, const double *limits, int digits)
{
  g_autofree char *lo = gr_chart_text_value (limits[0], digits);
  g_autofree char *hi = gr_chart_text_value (limits[1], digits);

  if (isfinite (limits[0]) && isfinite (limits[1]))
    append (rows, name, g_strdup_printf (/* Translators: from, to */ _ ("%s to %s"), lo, hi));
}

static void
append_receipts (GPtrArray *rows, const GrForecastChartData *data, int index, gboolean is_suggested)
{
  double sum = 0;

  for (guint i = 0; i < data->receipts->len; i++) {
    const GrForecastChartReceipt *receipt = &g_array_index (data->receipts, GrForecastChartReceipt, i);

    if (receipt->is_suggested == is_suggested && gr_forecast_chart_data_index_of (data, receipt->on) == index)
      sum += receipt->qty;
  }
  if (sum > 0) {
    g_autofree char *number = gr_chart_text_value (sum, data->digits);

    append (rows, is_suggested ? _ ("Suggested order") : _ ("Arrives"), g_strconcat ("+", number, NULL));
  }
}

static void
append_events (GPtrArray *rows, const GrForecastChartData *data, int index)
{
  GrDate start = data->buckets[index].start, end = gr_grain_add (data->grain, start, 1);

  for (guint i = 0; i < data->events->len; i++) {
    const GrForecastChartEvent *event = &g_array_index (data->events, GrForecastChartEvent, i);

    if (event->from < end && event->to >= start)
      append (rows, event->label, g_strdup (""));
  }
}

/**
 * gr_chart_card_rows:
 *
 * Returns: (transfer full): what is known of bucket @index, an array of #GrChartCardRow; the first one names the
 *   bucket and has no value
 */
GPtrArray *
gr_chart_card_rows (const GrForecastChartData *data, int index)
{
  const GrForecastChartBucket *bucket = &data->buckets[index];
  GPtrArray *rows = g_ptr_array_new_with_free_func (free_row);
  g_autofree char *heading = gr_chart_text_bucket (data->grain, bucket->start);
  gboolean is_running = gr_forecast_chart_data_index_of (data, data->today) == index;
  int digits = data->digits;

  append (rows, heading, g_strdup (""));
  append_events (rows, data, index);
  append_number (rows, is_running ? _ ("Sales so far") : _ ("Sales"), bucket->sales, digits);
  append_number (rows, _ ("Forecast"), bucket->forecast, digits);
  append_range (
      rows, /* xgettext:no-c-format */ _ ("80% likely"), (const double[]){bucket->lo80, bucket->hi80}, digits);
  append_range (
      rows, /* xgettext:no-c-format */ _ ("95% likely"), (const double[]){bucket->lo95, bucket->hi95}, digits);
  append_number (rows, _ ("Your change"), bucket->override_qty, digits);
  append_number (rows, data->grain == GR_GRAIN_WEEK ? _ ("Same week last year") : _ ("Same month last year"),
      bucket->naive, digits);
  append_number (rows, is_running ? _ ("Stock now") : _ ("Stock at the end"), bucket->stock, digits);
  append_number (rows, _ ("Projected stock"), bucket->projected, digits);
  append_receipts (rows, data, index, FALSE);
  append_receipts (rows, data, index, TRUE);
  return rows;
}

/**
 * gr_chart_card_text:
 *
 * Returns: (transfer full): the card of bucket @index as one sentence, for people who hear it
 */
char *
gr_chart_card_text (const GrForecastChartData *data, int index)
{
  g_autoptr (GPtrArray) rows = gr_chart_card_rows (data, index);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++) {
    const GrChartCardRow *row = rows->pdata[i];

    g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", row->name);
    if (*row->value)
      g_string_append_printf (text, " %s", row->value);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

typedef struct {
  GrChartRect rect;
  guint n_rows; /* that fit */
  double padding;
  double row_height;
} Card;

static double
widest_row (GrForecastChartPicture *picture, const GPtrArray *rows)
{
  double widest = 0;

  for (guint i = 0; i < rows->len; i++) {
    const GrChartCardRow *row = rows->pdata[i];
    double width = gr_chart_pen_width (&picture->pen, row->name, i == 0 ? GR_CHART_BOLD : GR_CHART_PLAIN);

    if (*row->value)
      width += picture->layout.em * 1.5 + gr_chart_pen_width (&picture->pen, row->value, GR_CHART_BOLD);
    widest = MAX (widest, width);
  }
  return widest;
}

/* Beside the crosshair, on the side that has the room; never outside the picture. */
static Card
place_card (GrForecastChartPicture *picture, const GPtrArray *rows)
{
  const GrForecastChartLayout *layout = &picture->layout;
  double x = gr_time_axis_centre (&layout->demand.axis, picture->view->cursor);
  double gap = MAX (layout->em, gr_time_axis_bucket_width (&layout->demand.axis) / 2 + layout->em * 0.5);
  Card card = {.padding = layout->em * 0.8, .row_height = layout->line_height * 1.15};

  card.n_rows = (guint) CLAMP ((layout->height - 2 * card.padding) / card.row_height, 1, rows->len);
  card.rect.width = ceil (widest_row (picture, rows) + 2 * card.padding);
  card.rect.height = ceil (card.n_rows * card.row_height + 2 * card.padding);
  card.rect.x = x + gap;
  if (card.rect.x + card.rect.width > layout->width)
    card.rect.x = x - gap - card.rect.width;
  card.rect.x = round (CLAMP (card.rect.x, 1, MAX (1, layout->width - card.rect.width - 1)));
  card.rect.y = round (CLAMP (layout->demand.plot.y, 0, MAX (0, layout->height - card.rect.height - 1)));
  return card;
}

static void
draw_ground (GrForecastChartPicture *picture, const GrChartRect *rect)
{
  double radius = picture->layout.em * 0.5;
  cairo_t *cr = picture->cr;

  /* Three pale rings are a shadow that costs no blur and prints as well. */
  for (int i = 3; i > 0; i--) {
    GrChartRect ring = {rect->x - i, rect->y - i + 1, rect->width + 2 * i, rect->height + 2 * i};

    gr_chart_pen_rounded (cr, &ring, radius + i);
    cairo_set_source_rgba (cr, 0, 0, 0, 0.05);
    cairo_fill (cr);
  }
  gr_chart_pen_rounded (cr, rect, radius);
  gr_chart_color_set (picture->style->surface, cr);
  cairo_fill_preserve (cr);
  gr_chart_color_set (gr_chart_color_with_alpha (picture->style->dim_text, 0.35), cr);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

static void
draw_row (GrForecastChartPicture *picture, const Card *card, const GrChartCardRow *row, guint index)
{
  double y = card->rect.y + card->padding + (index + 0.5) * card->row_height;
  double left = card->rect.x + card->padding, right = card->rect.x + card->rect.width - card->padding;
  gboolean is_rtl = picture->style->is_rtl;

  gr_chart_color_set (index == 0 ? picture->style->text : picture->style->dim_text, picture->cr);
  gr_chart_pen_text (&picture->pen, row->name, is_rtl ? right : left, y, is_rtl ? GR_CHART_RIGHT : GR_CHART_LEFT,
      index == 0 ? GR_CHART_BOLD : GR_CHART_PLAIN);
  gr_chart_color_set (picture->style->text, picture->cr);
  gr_chart_pen_text (
      &picture->pen, row->value, is_rtl ? left : right, y, is_rtl ? GR_CHART_LEFT : GR_CHART_RIGHT, GR_CHART_BOLD);
}

/**
 * gr_chart_card_draw:
 *
 * Draws the value card of the bucket under the crosshair: names at one side, numbers lined up at the other.
 */
void
gr_chart_card_draw (GrForecastChartPicture *picture)
{
  g_autoptr (GPtrArray) rows = gr_chart_card_rows (picture->data, picture->view->cursor);
  Card card = place_card (picture, rows);

  draw_ground (picture, &card.rect);
  for (guint i = 0; i < card.n_rows; i++)
    draw_row (picture, &card, rows->pdata[i], i);
}
