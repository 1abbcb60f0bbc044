#include "series-chart.h"

#include <math.h>

static void
fill_bucket (GrForecastChartBucket *bucket, const GrItemSeries *series, int i)
{
  int ahead = i - series->n_past;

  bucket->start = series->starts[i];
  bucket->sales = series->sales[i];
  bucket->forecast = series->mean[i];
  bucket->lo80 = series->lo80[i];
  bucket->hi80 = series->hi80[i];
  bucket->lo95 = series->lo95[i];
  bucket->hi95 = series->hi95[i];
  bucket->naive = series->naive[i];
  bucket->override_qty = NAN;
  bucket->stock = ahead < 0 ? series->stock[i] : NAN;
  bucket->projected = ahead >= 0 ? series->stock[i] : NAN;
}

/* What arrives in a bucket is drawn as one sign, on the first of its days: a family has thousands of receipts. */
static void
add_receipts (GrForecastChartData *data, const GrItemSeries *series)
{
  gsize n = data->n_buckets;
  g_autofree double *qty = g_new0 (double, 2 * n);
  g_autofree GrDate *on = g_new (GrDate, 2 * n);

  for (gsize i = 0; i < series->n_receipts; i++) {
    const GrPlannedReceipt *receipt = &series->receipts[i];
    int bucket = gr_forecast_chart_data_index_of (data, receipt->on);
    gsize at = bucket < 0 ? 0 : (gsize) bucket * 2 + (receipt->is_suggested ? 1 : 0);

    if (bucket < 0)
      continue;
    on[at] = qty[at] > 0 ? MIN (on[at], receipt->on) : receipt->on;
    qty[at] += gr_qty_to_double (receipt->qty);
  }
  for (gsize i = 0; i < 2 * n; i++)
    if (qty[i] > 0)
      gr_forecast_chart_data_add_receipt (data, on[i], qty[i], i % 2 == 1);
}

/* Those of the time shown. */
static void
add_events (GrForecastChartData *data, const GrItemSeries *series)
{
  const GrForecastChartBucket *last = data->n_buckets > 0 ? &data->buckets[data->n_buckets - 1] : NULL;

  for (guint i = 0; series->events != NULL && last != NULL && i < series->events->len; i++) {
    const GrEvent *event = g_ptr_array_index (series->events, i);

    if (event->ends_before > data->buckets[0].start && event->starts_on < gr_grain_add (data->grain, last->start, 1))
      gr_forecast_chart_data_add_event (data, event->starts_on, event->ends_before - 1, event->name);
  }
}

/**
 * gr_series_chart_data:
 *
 * Returns: (transfer full): a shop's series as the chart of forecast against stock wants it
 */
GrForecastChartData *
gr_series_chart_data (const GrItemSeries *series)
{
  int n = series->n_past + series->n_ahead;
  GrForecastChartData *data =
      gr_forecast_chart_data_new (series->grain, n > 0 ? series->starts[0] : series->today, (gsize) n, series->today);

  gr_forecast_chart_data_set_names (data, series->title, series->unit, 0);
  for (int i = 0; i < n; i++)
    fill_bucket (&data->buckets[i], series, i);
  add_receipts (data, series);
  add_events (data, series);
  data->safety_stock = series->safety_stock;
  data->order_up_to = series->order_up_to;
  data->stock_out_on = series->stock_out_on;
  return data;
}
