#include "stock-out-stretch.h"

#include <math.h>

static GrDate
bucket_end (const GrForecastChartData *data, int index)
{
  return gr_grain_add (data->grain, data->buckets[index].start, 1);
}

/* Ahead, an empty shelf is no stock-out where nobody is expected to ask. */
static gboolean
is_out (const GrForecastChartBucket *bucket, gboolean is_past)
{
  double level = is_past ? bucket->stock : bucket->projected;

  return isfinite (level) && level <= 0 && (is_past || !(bucket->forecast <= 0));
}

/* Where the day is known on which stock runs out, the stretch begins on it and not with its bucket. */
static void
append_stretch (GArray *stretches, const GrForecastChartData *data, const int *range, gboolean is_past)
{
  GrStockOutStretch stretch = {data->buckets[range[0]].start, bucket_end (data, range[1] - 1), is_past};

  if (!is_past) {
    if (data->stock_out_on > stretch.from && data->stock_out_on < stretch.end)
      stretch.from = data->stock_out_on;
    else if (stretch.from < data->today && data->today < stretch.end)
      stretch.from = data->today;
  }
  g_array_append_val (stretches, stretch);
}

static void
append_stretches (GArray *stretches, const GrForecastChartData *data, gboolean is_past)
{
  for (int i = 0; i < (int) data->n_buckets; i++) {
    int range[] = {i, i};

    while (range[1] < (int) data->n_buckets && is_out (&data->buckets[range[1]], is_past))
      range[1]++;
    if (range[1] > range[0])
      append_stretch (stretches, data, range, is_past);
    i = range[1];
  }
}

static gboolean
is_covered (const GArray *stretches, GrDate day)
{
  for (guint i = 0; i < stretches->len; i++) {
    const GrStockOutStretch *stretch = &g_array_index (stretches, GrStockOutStretch, i);

    if (!stretch->is_past && stretch->from <= day && day < stretch->end)
      return TRUE;
  }
  return FALSE;
}

/**
 * gr_stock_out_stretches:
 *
 * When there is or will be nothing on the shelf: buckets that end without stock, one stretch for those that follow
 * each other. A stock-out that an arrival ends within its own bucket reaches to the bucket's end. O(n).
 *
 * Returns: (transfer full): an array of #GrStockOutStretch, the past ones first
 */
GArray *
gr_stock_out_stretches (const GrForecastChartData *data)
{
  GArray *stretches = g_array_new (FALSE, FALSE, sizeof (GrStockOutStretch));
  int index = gr_forecast_chart_data_index_of (data, data->stock_out_on);

  append_stretches (stretches, data, TRUE);
  append_stretches (stretches, data, FALSE);
  if (index >= 0 && !is_covered (stretches, data->stock_out_on)) {
    GrStockOutStretch stretch = {data->stock_out_on, bucket_end (data, index), FALSE};

    g_array_append_val (stretches, stretch);
  }
  return stretches;
}
