/* Made-up histories that look like a shop's, the same on every run. */
#include "chart-sample.h"

#include <math.h>

typedef struct {
  GrGrain grain;
  int n_past;
  int n_ahead;
  double level;
  double seasonal;    /* share of the level */
  double noise;       /* share of the level */
  double first_stock; /* in buckets of demand */
  double lot;         /* in buckets of demand; 0: nothing is ordered from today on */
} Shape;

static double
expected (const Shape *shape, int index)
{
  double season = 2 * G_PI * index / gr_grain_per_year (shape->grain);

  return shape->level *
         (1 + 0.0015 * index + shape->seasonal * sin (season) + 0.3 * shape->seasonal * sin (2 * season));
}

static void
fill_past (GrForecastChartData *data, const Shape *shape, GRand *random)
{
  double stock = shape->level * shape->first_stock;

  for (int i = 0; i <= shape->n_past; i++) {
    GrForecastChartBucket *bucket = &data->buckets[i];
    double noise = (g_rand_double (random) + g_rand_double (random) - 1) * shape->noise;
    double demand = MAX (0, round (expected (shape, i) * (1 + noise)));

    if (i == shape->n_past)
      demand = round (demand * 0.4);
    if (stock < 2 * shape->level)
      stock += round (shape->level * 7);
    bucket->sales = MIN (demand, stock);
    stock -= bucket->sales;
    bucket->stock = stock;
    if (i >= gr_grain_per_year (shape->grain))
      bucket->naive = data->buckets[i - gr_grain_per_year (shape->grain)].sales;
  }
}

static void
fill_ahead (GrForecastChartData *data, const Shape *shape)
{
  double stock = data->buckets[shape->n_past].stock;
  int year = gr_grain_per_year (shape->grain);

  for (int h = 0; h < shape->n_ahead; h++) {
    int i = shape->n_past + h;
    GrForecastChartBucket *bucket = &data->buckets[i];
    double mean = expected (shape, i), spread = shape->level * shape->noise * 0.45 * sqrt (1 + 0.12 * h);
    gboolean is_short = stock < shape->level * 2.5;

    bucket->forecast = mean;
    bucket->lo80 = MAX (0, mean - 1.2816 * spread);
    bucket->hi80 = mean + 1.2816 * spread;
    bucket->lo95 = MAX (0, mean - 1.96 * spread);
    bucket->hi95 = mean + 1.96 * spread;
    if (i >= year && isfinite (data->buckets[i - year].sales))
      bucket->naive = data->buckets[i - year].sales;
    if (shape->lot > 0 && is_short && h > 0) {
      stock += round (shape->level * shape->lot);
      gr_forecast_chart_data_add_receipt (data, bucket->start + 2, round (shape->level * shape->lot), h > 8);
    }
    stock -= h == 0 ? mean * 0.6 : mean;
    bucket->projected = stock;
    if (stock <= 0 && data->stock_out_on == GR_DATE_NONE)
      data->stock_out_on = bucket->start + 3;
  }
}

static GrForecastChartData *
make (const Shape *shape)
{
  GrDate today = gr_date_from_ymd (2011, 6, 30);
  GrDate first = gr_grain_add (shape->grain, gr_grain_start (shape->grain, today), -shape->n_past);
  GrForecastChartData *data = gr_forecast_chart_data_new (shape->grain, first, shape->n_past + shape->n_ahead, today);
  g_autoptr (GRand) random = g_rand_new_with_seed (20110630);

  gr_forecast_chart_data_set_names (data, "White hanging heart candle holder", "pieces", 0);
  fill_past (data, shape, random);
  fill_ahead (data, shape);
  data->safety_stock = round (shape->level * 1.4);
  data->order_up_to = round (shape->level * 8);
  return data;
}

/* Two years of weeks and half a year ahead, with a promotion, overrides and orders. */
GrForecastChartData *
gr_chart_sample_weekly (void)
{
  const Shape shape = {GR_GRAIN_WEEK, 104, 26, 120, 0.35, 0.5, 6, 6};
  GrForecastChartData *data = make (&shape);

  gr_forecast_chart_data_add_event (
      data, gr_date_from_ymd (2010, 11, 22), gr_date_from_ymd (2010, 12, 24), "Christmas market");
  gr_forecast_chart_data_add_event (
      data, gr_date_from_ymd (2011, 8, 1), gr_date_from_ymd (2011, 8, 21), "Summer promotion");
  for (int i = 109; i < 112; i++)
    data->buckets[i].override_qty = round (data->buckets[i].forecast * 1.5);
  return data;
}

GrForecastChartData *
gr_chart_sample_monthly (void)
{
  const Shape shape = {GR_GRAIN_MONTH, 30, 12, 480, 0.4, 0.3, 4, 3};

  return make (&shape);
}

/* Thirty weeks and thirteen ahead; nothing is on order. */
GrForecastChartData *
gr_chart_sample_stock_out (void)
{
  const Shape shape = {GR_GRAIN_WEEK, 30, 13, 40, 0.2, 0.7, 5, 0};
  GrForecastChartData *data = make (&shape);

  data->buckets[12].sales = 6;
  data->buckets[12].stock = 0;
  data->buckets[13].sales = 0;
  data->buckets[13].stock = 0;
  gr_forecast_chart_data_add_receipt (data, gr_date_from_ymd (2011, 9, 7), 120, TRUE);
  for (int i = 40; i < 43; i++)
    data->buckets[i].projected += 240;
  return data;
}

GrForecastChartData *
gr_chart_sample_huge (void)
{
  const Shape shape = {GR_GRAIN_MONTH, 30, 12, 4.8e7, 0.4, 0.3, 4, 3};
  GrForecastChartData *data = make (&shape);

  gr_forecast_chart_data_set_names (data, "All families", "EUR", 2);
  return data;
}

GrForecastChartData *
gr_chart_sample_one_point (void)
{
  GrDate today = gr_date_from_ymd (2011, 6, 30);
  GrForecastChartData *data = gr_forecast_chart_data_new (GR_GRAIN_MONTH, today, 1, today);

  gr_forecast_chart_data_set_names (data, "Olive oil 1 l", "bottles", 0);
  data->buckets[0].sales = 3;
  data->buckets[0].stock = 9;
  data->buckets[0].forecast = 5;
  data->buckets[0].lo80 = 2;
  data->buckets[0].hi80 = 8;
  data->buckets[0].lo95 = 1;
  data->buckets[0].hi95 = 10;
  return data;
}

GrForecastChartData *
gr_chart_sample_empty (void)
{
  return gr_forecast_chart_data_new (GR_GRAIN_WEEK, 15000, 0, 15000);
}
