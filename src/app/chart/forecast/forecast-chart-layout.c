#include "forecast-chart-layout.h"

#include "app/chart/drawing/chart-text.h"

#include <math.h>

/* Of the height for both panels, the share of the upper one. */
#define DEMAND_SHARE 0.56

/* The time axis is never divided into fewer. */
#define FEWEST_BUCKETS 8.0

typedef struct {
  double lo;
  double hi;
} Range;

/**
 * gr_forecast_chart_series:
 * @offset: of a number in #GrForecastChartBucket
 *
 * Returns: that number of all buckets; it points into @data
 */
GrChartSeries
gr_forecast_chart_series (const GrForecastChartData *data, gsize offset)
{
  return (GrChartSeries){(const char *) data->buckets + offset, sizeof *data->buckets, 0, (int) data->n_buckets};
}

static void
include (Range *range, double value)
{
  if (!isfinite (value))
    return;
  range->lo = MIN (range->lo, value);
  range->hi = MAX (range->hi, value);
}

static void
include_visible (Range *range, const GrTimeAxis *axis, GrChartSeries series)
{
  int first, end;

  gr_time_axis_visible (axis, &first, &end);
  for (int i = first; i < end; i++)
    include (range, gr_chart_series_at (series, i));
}

static Range
demand_range (const GrForecastChartData *data, const GrChartView *view, const GrTimeAxis *axis)
{
  Range range = {0, 0};

  if (gr_chart_view_shows (view, GR_CHART_SALES))
    include_visible (&range, axis, GR_FORECAST_CHART_SERIES (data, sales));
  if (gr_chart_view_shows (view, GR_CHART_FORECAST))
    include_visible (&range, axis, GR_FORECAST_CHART_SERIES (data, forecast));
  if (gr_chart_view_shows (view, GR_CHART_INTERVALS)) {
    include_visible (&range, axis, GR_FORECAST_CHART_SERIES (data, lo95));
    include_visible (&range, axis, GR_FORECAST_CHART_SERIES (data, hi95));
    include_visible (&range, axis, GR_FORECAST_CHART_SERIES (data, hi80));
  }
  if (gr_chart_view_shows (view, GR_CHART_NAIVE))
    include_visible (&range, axis, GR_FORECAST_CHART_SERIES (data, naive));
  if (gr_chart_view_shows (view, GR_CHART_OVERRIDES))
    include_visible (&range, axis, GR_FORECAST_CHART_SERIES (data, override_qty));
  return range;
}

static Range
stock_range (const GrForecastChartData *data, const GrChartView *view, const GrTimeAxis *axis)
{
  Range range = {0, 0};

  if (gr_chart_view_shows (view, GR_CHART_STOCK))
    include_visible (&range, axis, GR_FORECAST_CHART_SERIES (data, stock));
  if (gr_chart_view_shows (view, GR_CHART_PROJECTED))
    include_visible (&range, axis, GR_FORECAST_CHART_SERIES (data, projected));
  if (gr_chart_view_shows (view, GR_CHART_SAFETY_STOCK))
    include (&range, data->safety_stock);
  if (gr_chart_view_shows (view, GR_CHART_ORDER_UP_TO))
    include (&range, data->order_up_to);
  return range;
}

static void
fit_scale (GrChartPanel *panel, Range range, double line_height, int digits)
{
  int ticks = MAX (3, (int) (panel->plot.height / (line_height * 1.7)));

  gr_chart_scale_fit (&panel->scale, range.lo, range.hi, ticks, pow (10, -digits));
  gr_chart_scale_place (&panel->scale, panel->plot.y + panel->plot.height, panel->plot.y);
}

static double
widest_tick (const GrChartScale *scale, const GrChartMetrics *metrics)
{
  double widest = 0, largest = MAX (fabs (scale->lo), fabs (scale->hi));

  for (int i = 0; i < scale->n_ticks; i++) {
    g_autofree char *text = gr_chart_text_tick (gr_chart_scale_tick (scale, i), scale->step, largest);

    widest = MAX (widest, metrics->measure (text, metrics->measure_data));
  }
  return widest;
}

static gboolean
has_visible_event (const GrForecastChartData *data, const GrChartView *view)
{
  return data->events->len > 0 && gr_chart_view_shows (view, GR_CHART_EVENTS);
}

static gboolean
has_visible_receipt (const GrForecastChartData *data, const GrChartView *view)
{
  for (guint i = 0; i < data->receipts->len; i++) {
    gboolean is_suggested = g_array_index (data->receipts, GrForecastChartReceipt, i).is_suggested;

    if (gr_chart_view_shows (view, is_suggested ? GR_CHART_SUGGESTED : GR_CHART_ON_ORDER))
      return TRUE;
  }
  return FALSE;
}

/* Takes @height off the free height from above and returns the middle of what was taken. */
static double
take (double *y, double height)
{
  *y += height;
  return *y - height / 2;
}

/* Rows from top to bottom; what is left over belongs to the two panels. */
static void
stack_rows (GrForecastChartLayout *layout, gboolean has_events, gboolean has_receipts, const GrChartRoom *room)
{
  double line = layout->line_height;
  /* A low chart needs its height for the panels. */
  double half = line * 0.5, gap = room->height < line * 20 ? line * 0.2 : half;
  double fixed = line * 2 + half * 2 + gap + (has_events ? line * 1.1 : 0) + (has_receipts ? line * 1.1 : 0) +
                 line * 2.3 + (room->has_title ? line * 1.6 : 0) + (room->key_height > 0 ? room->key_height + half : 0);
  double panels = MAX (room->height - fixed, line * 4), y = 0;

  layout->title_y = room->has_title ? take (&y, line * 1.6) : NAN;
  layout->demand_caption_y = take (&y, line);
  layout->event_y = has_events ? take (&y, line * 1.1) : NAN;
  y += half;
  layout->demand.plot.y = round (y);
  layout->demand.plot.height = round (panels * DEMAND_SHARE);
  y = layout->demand.plot.y + layout->demand.plot.height + gap;
  layout->stock_caption_y = take (&y, line);
  y += half;
  layout->stock.plot.y = round (y);
  layout->stock.plot.height = round (panels * (1 - DEMAND_SHARE));
  y = layout->stock.plot.y + layout->stock.plot.height;
  layout->receipt_y = has_receipts ? take (&y, line * 1.1) : NAN;
  y += line * 0.3;
  layout->tier_y[0] = take (&y, line);
  layout->tier_y[1] = take (&y, line);
  layout->key_y = y + half;
}

static GrTimeAxis
make_axis (const GrForecastChartData *data, const GrChartView *view)
{
  int n = (int) data->n_buckets;
  /* A few buckets stand in the middle and don't fill the whole width. */
  double lack = MAX (0, FEWEST_BUCKETS - n) / 2;

  return (GrTimeAxis){
      .grain = data->grain,
      .first = n > 0 ? data->buckets[0].start : data->today,
      .n = n,
      .from = view->from - lack,
      .to = view->to + lack,
      .width = 1,
  };
}

/**
 * gr_forecast_chart_layout_init:
 *
 * Works out where everything lies: rows, then scales over what is visible, then as much room at the left as their
 * labels need, then time. O(visible buckets).
 */
void
gr_forecast_chart_layout_init (GrForecastChartLayout *layout, const GrForecastChartData *data, const GrChartView *view,
    const GrChartMetrics *metrics, const GrChartRoom *room)
{
  GrTimeAxis axis = make_axis (data, view);
  double left;

  *layout = (GrForecastChartLayout){
      .width = room->width, .height = room->height, .line_height = metrics->line_height, .em = metrics->em};
  stack_rows (layout, has_visible_event (data, view), has_visible_receipt (data, view), room);
  fit_scale (&layout->demand, demand_range (data, view, &axis), metrics->line_height, data->digits);
  fit_scale (&layout->stock, stock_range (data, view, &axis), metrics->line_height, data->digits);

  left = MAX (widest_tick (&layout->demand.scale, metrics), widest_tick (&layout->stock.scale, metrics));
  axis.x = ceil (left + metrics->em * 0.6);
  axis.width = MAX (room->width - axis.x - ceil (metrics->em * 0.6), metrics->em);
  layout->demand.axis = layout->stock.axis = axis;
  layout->demand.plot.x = layout->stock.plot.x = axis.x;
  layout->demand.plot.width = layout->stock.plot.width = axis.width;
}

/**
 * gr_forecast_chart_layout_bucket_at:
 *
 * Returns: the bucket at pixel @x, the nearest one where @x is outside the panels; -1 where there is none. O(1).
 */
int
gr_forecast_chart_layout_bucket_at (const GrForecastChartLayout *layout, double x)
{
  const GrTimeAxis *axis = &layout->demand.axis;
  int first, end;

  gr_time_axis_visible (axis, &first, &end);
  return end > first ? CLAMP ((int) floor (gr_time_axis_position (axis, x)), first, end - 1) : -1;
}
