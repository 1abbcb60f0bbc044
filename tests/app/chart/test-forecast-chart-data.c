#include "chart-sample.h"

#include "app/chart/drawing/chart-card.h"
#include "app/chart/drawing/chart-key.h"
#include "app/chart/forecast/chart-sentence.h"
#include "app/chart/layers/stock-out-stretch.h"

#include <math.h>

static GrForecastChartData *
make_weeks (int n)
{
  /* 27 June 2011 is a Monday. */
  return gr_forecast_chart_data_new (GR_GRAIN_WEEK, gr_date_from_ymd (2011, 6, 30), n, gr_date_from_ymd (2011, 7, 6));
}

static void
test_new (void)
{
  g_autoptr (GrForecastChartData) data = make_weeks (3);

  g_assert_cmpint (data->buckets[0].start, ==, gr_date_from_ymd (2011, 6, 27));
  g_assert_cmpint (data->buckets[2].start, ==, gr_date_from_ymd (2011, 7, 11));
  g_assert_true (isnan (data->buckets[1].sales) && isnan (data->buckets[1].projected) && isnan (data->safety_stock));
  g_assert_true (gr_forecast_chart_data_is_empty (data));
  data->buckets[1].stock = 0;
  g_assert_false (gr_forecast_chart_data_is_empty (data));
}

static void
test_index_of (void)
{
  g_autoptr (GrForecastChartData) data = make_weeks (3);
  g_autoptr (GrForecastChartData) nothing = make_weeks (0);

  g_assert_cmpint (gr_forecast_chart_data_index_of (data, gr_date_from_ymd (2011, 6, 26)), ==, -1);
  g_assert_cmpint (gr_forecast_chart_data_index_of (data, gr_date_from_ymd (2011, 7, 3)), ==, 0);
  g_assert_cmpint (gr_forecast_chart_data_index_of (data, gr_date_from_ymd (2011, 7, 17)), ==, 2);
  g_assert_cmpint (gr_forecast_chart_data_index_of (data, gr_date_from_ymd (2011, 7, 18)), ==, -1);
  g_assert_cmpint (gr_forecast_chart_data_index_of (data, GR_DATE_NONE), ==, -1);
  g_assert_cmpint (gr_forecast_chart_data_index_of (nothing, data->today), ==, -1);
}

static void
test_copy (void)
{
  GrForecastChartData *data = gr_chart_sample_weekly();
  g_autoptr (GrForecastChartData) copy = gr_forecast_chart_data_copy (data);
  guint n_receipts = data->receipts->len;
  double forecast = data->buckets[110].forecast;

  gr_forecast_chart_data_free (data);
  g_assert_cmpstr (copy->unit, ==, "pieces");
  g_assert_cmpuint (copy->n_buckets, ==, 130);
  g_assert_cmpfloat (copy->buckets[110].forecast, ==, forecast);
  g_assert_cmpuint (copy->receipts->len, ==, n_receipts);
  g_assert_cmpstr (g_array_index (copy->events, GrForecastChartEvent, 1).label, ==, "Summer promotion");
}

static void
assert_stretch (const GArray *stretches, guint index, GrDate from, GrDate end, gboolean is_past)
{
  const GrStockOutStretch *stretch = &g_array_index (stretches, GrStockOutStretch, index);

  g_assert_cmpuint (index, <, stretches->len);
  g_assert_cmpint (stretch->from, ==, from);
  g_assert_cmpint (stretch->end, ==, end);
  g_assert_cmpint (stretch->is_past, ==, is_past);
}

static void
test_stretches (void)
{
  g_autoptr (GrForecastChartData) data = make_weeks (8);
  GrDate first = data->buckets[0].start;
  g_autoptr (GArray) stretches = NULL;

  data->buckets[0].stock = 0;
  data->buckets[1].stock = 9;
  for (int i = 1; i < 8; i++)
    data->buckets[i].projected = i == 3 || i == 4 || i == 7 ? -2 : 5;
  data->stock_out_on = first + 7 * 3 + 4;
  stretches = gr_stock_out_stretches (data);
  g_assert_cmpuint (stretches->len, ==, 3);
  assert_stretch (stretches, 0, first, first + 7, TRUE);
  assert_stretch (stretches, 1, first + 7 * 3 + 4, first + 7 * 5, FALSE);
  assert_stretch (stretches, 2, first + 7 * 7, first + 7 * 8, FALSE);
}

/* An empty shelf that nobody asks at. */
static void
test_no_stretch_without_demand (void)
{
  g_autoptr (GrForecastChartData) data = make_weeks (4);
  g_autoptr (GArray) stretches = NULL;

  for (int i = 0; i < 4; i++) {
    data->buckets[i].projected = 0;
    data->buckets[i].forecast = i < 2 ? 0 : 0.5;
  }
  stretches = gr_stock_out_stretches (data);
  g_assert_cmpuint (stretches->len, ==, 1);
  assert_stretch (stretches, 0, data->buckets[2].start, data->buckets[3].start + 7, FALSE);
}

/* Stock that runs out on Tuesday and arrives on Friday leaves no bucket without stock, but a gap. */
static void
test_stretch_within_a_bucket (void)
{
  g_autoptr (GrForecastChartData) data = make_weeks (4);
  g_autoptr (GArray) stretches = NULL;

  for (int i = 1; i < 4; i++)
    data->buckets[i].projected = 5;
  data->stock_out_on = data->buckets[2].start + 1;
  stretches = gr_stock_out_stretches (data);
  g_assert_cmpuint (stretches->len, ==, 1);
  assert_stretch (stretches, 0, data->stock_out_on, data->buckets[3].start, FALSE);
}

/* What is out already is out from today, not from last Monday. */
static void
test_stretch_from_today (void)
{
  g_autoptr (GrForecastChartData) data = make_weeks (3);
  g_autoptr (GArray) stretches = NULL;

  data->buckets[1].projected = data->buckets[2].projected = 0;
  data->stock_out_on = data->today;
  stretches = gr_stock_out_stretches (data);
  g_assert_cmpuint (stretches->len, ==, 1);
  assert_stretch (stretches, 0, data->today, data->buckets[2].start + 7, FALSE);
}

static void
assert_card (const GrForecastChartData *data, int index, const char *expected)
{
  g_autofree char *text = gr_chart_card_text (data, index);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_card (void)
{
  g_autoptr (GrForecastChartData) data = make_weeks (4);

  gr_forecast_chart_data_set_names (data, "Olive oil", "bottles", 0);
  gr_forecast_chart_data_add_event (data, data->today, data->today, "Market day");
  gr_forecast_chart_data_add_receipt (data, data->buckets[2].start, 24, FALSE);
  gr_forecast_chart_data_add_receipt (data, data->buckets[2].start + 6, 12, FALSE);
  gr_forecast_chart_data_add_receipt (data, data->buckets[2].start + 6, 5, TRUE);
  data->buckets[0].sales = 12;
  data->buckets[0].stock = 30;
  data->buckets[1].sales = 3;
  data->buckets[1].stock = 27;
  data->buckets[1].forecast = 11.6;
  data->buckets[2] = (GrForecastChartBucket){data->buckets[2].start, NAN, 12, 8, 16, 5, 20, 14, 15, NAN, -3};
  assert_card (data, 0, "Week of 27 June 2011; Sales 12; Stock at the end 30");
  assert_card (data, 1, "Week of 4 July 2011; Market day; Sales so far 3; Forecast 12; Stock now 27");
  assert_card (data, 2,
      "Week of 11 July 2011; Forecast 12; 80% likely 8 to 16; 95% likely 5 to 20; Your change 15; "
      "Same week last year 14; Projected stock −3; Arrives +36; Suggested order +5");
  assert_card (data, 3, "Week of 18 July 2011");
}

static void
test_sentences (void)
{
  g_autoptr (GrForecastChartData) data = make_weeks (5);
  g_autofree char *empty = gr_chart_sentence_label (data);
  g_autofree char *label = NULL, *description = NULL, *out = NULL, *lasts = NULL, *with_event = NULL;

  g_assert_cmpstr (empty, ==, "Sales and forecast against stock. No sales yet.");
  gr_forecast_chart_data_set_names (data, "Olive oil", "bottles", 0);
  data->buckets[0].sales = 12;
  data->buckets[1].stock = 27;
  for (int i = 1; i < 5; i++)
    data->buckets[i].forecast = 10;
  gr_forecast_chart_data_add_receipt (data, data->today + 9, 7, FALSE);
  gr_forecast_chart_data_add_receipt (data, data->today + 4, 24, FALSE);
  gr_forecast_chart_data_add_receipt (data, data->today + 1, 5, TRUE);
  lasts = gr_chart_sentence_label (data);
  g_assert_cmpstr (
      lasts, ==, "Sales and forecast of Olive oil against stock. Stock lasts for the whole planned period.");
  data->stock_out_on = gr_date_from_ymd (2011, 7, 14);
  label = gr_chart_sentence_label (data);
  g_assert_cmpstr (label, ==, "Sales and forecast of Olive oil against stock. Runs out on 14 July.");
  data->stock_out_on = data->today;
  out = gr_chart_sentence_label (data);
  g_assert_cmpstr (out, ==, "Sales and forecast of Olive oil against stock. Out of stock.");
  description = gr_chart_sentence_description (data);
  g_assert_cmpstr (description, ==,
      "Sold 12 bottles in the last week. Forecast 40 bottles for the next 4 weeks. 27 bottles in stock now. "
      "24 bottles arrive on 10 July.");
  gr_forecast_chart_data_add_event (data, data->today - 30, data->today - 20, "Fair");
  gr_forecast_chart_data_add_event (data, data->today + 9, data->today + 15, "Promotion");
  with_event = gr_chart_sentence_description (data);
  g_assert_true (g_str_has_suffix (with_event, " Promotion from 15 July to 21 July."));
}

static void
test_key (void)
{
  g_autoptr (GrForecastChartData) full = gr_chart_sample_weekly();
  g_autoptr (GrForecastChartData) empty = gr_chart_sample_empty();

  for (int layer = 0; layer < GR_N_CHART_LAYERS; layer++) {
    g_assert_true (gr_chart_key_is_present (full, layer));
    g_assert_false (gr_chart_key_is_present (empty, layer));
    g_assert_cmpstr (gr_chart_key_title (layer, GR_GRAIN_WEEK), !=, "");
    g_assert_cmpstr (gr_chart_key_meaning (layer), !=, "");
  }
  g_assert_cmpstr (
      gr_chart_key_title (GR_CHART_NAIVE, GR_GRAIN_WEEK), !=, gr_chart_key_title (GR_CHART_NAIVE, GR_GRAIN_MONTH));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/forecast-chart-data/new", test_new);
  g_test_add_func ("/forecast-chart-data/index-of", test_index_of);
  g_test_add_func ("/forecast-chart-data/copy", test_copy);
  g_test_add_func ("/forecast-chart-data/stretches", test_stretches);
  g_test_add_func ("/forecast-chart-data/no-stretch-without-demand", test_no_stretch_without_demand);
  g_test_add_func ("/forecast-chart-data/stretch-within-a-bucket", test_stretch_within_a_bucket);
  g_test_add_func ("/forecast-chart-data/stretch-from-today", test_stretch_from_today);
  g_test_add_func ("/forecast-chart-data/card", test_card);
  g_test_add_func ("/forecast-chart-data/sentences", test_sentences);
  g_test_add_func ("/forecast-chart-data/key", test_key);
  return g_test_run();
}
