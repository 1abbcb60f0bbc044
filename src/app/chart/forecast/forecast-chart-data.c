#include "forecast-chart-data.h"

#include <math.h>

static void
clear_event (gpointer item)
{
  GrForecastChartEvent *event = item;

  g_free (event->label);
}

static void
clear_bucket (GrForecastChartBucket *bucket, GrDate start)
{
  *bucket = (GrForecastChartBucket){
      .start = start,
      .sales = NAN,
      .forecast = NAN,
      .lo80 = NAN,
      .hi80 = NAN,
      .lo95 = NAN,
      .hi95 = NAN,
      .naive = NAN,
      .override_qty = NAN,
      .stock = NAN,
      .projected = NAN,
  };
}

/**
 * gr_forecast_chart_data_new:
 * @first: a day of the first bucket
 * @n_buckets: past and future together; 0 for an item without any history
 *
 * Returns: (transfer full): data whose buckets carry their dates and nothing else: all numbers are NaN.
 */
GrForecastChartData *
gr_forecast_chart_data_new (GrGrain grain, GrDate first, gsize n_buckets, GrDate today)
{
  GrForecastChartData *data = g_new0 (GrForecastChartData, 1);
  GrDate start = gr_grain_start (grain, first);

  data->grain = grain;
  data->today = today;
  data->n_buckets = n_buckets;
  data->buckets = g_new (GrForecastChartBucket, n_buckets);
  for (gsize i = 0; i < n_buckets; i++)
    clear_bucket (&data->buckets[i], gr_grain_add (grain, start, (int) i));
  data->receipts = g_array_new (FALSE, FALSE, sizeof (GrForecastChartReceipt));
  data->events = g_array_new (FALSE, FALSE, sizeof (GrForecastChartEvent));
  g_array_set_clear_func (data->events, clear_event);
  data->safety_stock = NAN;
  data->order_up_to = NAN;
  data->stock_out_on = GR_DATE_NONE;
  return data;
}

/**
 * gr_forecast_chart_data_copy:
 *
 * Returns: (transfer full): a copy that shares nothing with @data.
 */
GrForecastChartData *
gr_forecast_chart_data_copy (const GrForecastChartData *data)
{
  GrForecastChartData *copy = g_memdup2 (data, sizeof *data);

  copy->title = g_strdup (data->title);
  copy->unit = g_strdup (data->unit);
  copy->buckets = g_memdup2 (data->buckets, data->n_buckets * sizeof *data->buckets);
  copy->receipts = g_array_copy (data->receipts);
  copy->events = g_array_new (FALSE, FALSE, sizeof (GrForecastChartEvent));
  g_array_set_clear_func (copy->events, clear_event);
  for (guint i = 0; i < data->events->len; i++) {
    const GrForecastChartEvent *event = &g_array_index (data->events, GrForecastChartEvent, i);

    gr_forecast_chart_data_add_event (copy, event->from, event->to, event->label);
  }
  return copy;
}

/**
 * gr_forecast_chart_data_free:
 */
void
gr_forecast_chart_data_free (GrForecastChartData *data)
{
  if (!data)
    return;
  g_free (data->title);
  g_free (data->unit);
  g_free (data->buckets);
  g_array_unref (data->receipts);
  g_array_unref (data->events);
  g_free (data);
}

/**
 * gr_forecast_chart_data_set_names:
 * @title: (nullable): the item's name
 * @unit: (nullable): what the numbers count
 * @digits: decimals shown in the value card, 0 to 4
 */
void
gr_forecast_chart_data_set_names (GrForecastChartData *data, const char *title, const char *unit, int digits)
{
  g_free (data->title);
  g_free (data->unit);
  data->title = g_strdup (title);
  data->unit = g_strdup (unit);
  data->digits = CLAMP (digits, 0, 4);
}

/**
 * gr_forecast_chart_data_add_receipt:
 * @on: the day the goods should be here
 */
void
gr_forecast_chart_data_add_receipt (GrForecastChartData *data, GrDate on, double qty, gboolean is_suggested)
{
  GrForecastChartReceipt receipt = {on, qty, is_suggested};

  g_array_append_val (data->receipts, receipt);
}

/**
 * gr_forecast_chart_data_add_event:
 * @from: first day
 * @to: last day, not before @from
 * @label: its name, written into the chart
 */
void
gr_forecast_chart_data_add_event (GrForecastChartData *data, GrDate from, GrDate to, const char *label)
{
  GrForecastChartEvent event = {from, MAX (from, to), g_strdup (label)};

  g_array_append_val (data->events, event);
}

/**
 * gr_forecast_chart_data_index_of:
 *
 * Returns: which bucket @date lies in, or -1 where it lies outside. O(1).
 */
int
gr_forecast_chart_data_index_of (const GrForecastChartData *data, GrDate date)
{
  int index;

  if (data->n_buckets == 0 || date == GR_DATE_NONE || date < data->buckets[0].start)
    return -1;
  index = gr_grain_between (data->grain, data->buckets[0].start, date);
  return index < (int) data->n_buckets ? index : -1;
}

/**
 * gr_forecast_chart_data_is_empty:
 *
 * Returns: whether there is nothing worth a picture: no sale, no forecast and no stock. O(n).
 */
gboolean
gr_forecast_chart_data_is_empty (const GrForecastChartData *data)
{
  for (gsize i = 0; i < data->n_buckets; i++) {
    const GrForecastChartBucket *bucket = &data->buckets[i];

    if (!isnan (bucket->sales) || !isnan (bucket->forecast) || !isnan (bucket->stock) || !isnan (bucket->projected))
      return FALSE;
  }
  return TRUE;
}
