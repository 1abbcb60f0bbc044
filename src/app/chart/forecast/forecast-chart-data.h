#pragma once

#include "domain/base/date.h"

/**
 * GrForecastChartBucket:
 * @start: first day of the week or month
 * @sales: what was sold; NaN ahead. The running bucket may have both sales so far and a forecast of the whole
 * @forecast: expected demand of the whole bucket; NaN in the past
 * @lo80: the four limits of the intervals; NaN where there is none
 * @naive: what the same bucket of last year would have said; NaN where unknown
 * @override_qty: what the owner set in place of the forecast; NaN where nothing
 * @stock: on hand at the bucket's end, in the running one now; NaN ahead
 * @projected: projected stock at the bucket's end, zero where demand can’t be served; NaN in the past
 */
typedef struct {
  GrDate start;
  double sales;
  double forecast;
  double lo80;
  double hi80;
  double lo95;
  double hi95;
  double naive;
  double override_qty;
  double stock;
  double projected;
} GrForecastChartBucket;

/* Goods that arrive; @is_suggested where nobody ordered them yet. */
typedef struct {
  GrDate on;
  double qty;
  gboolean is_suggested;
} GrForecastChartReceipt;

/* A promotion, a holiday...: @from and @to are its first and last day. */
typedef struct {
  GrDate from;
  GrDate to;
  char *label;
} GrForecastChartEvent;

/**
 * GrForecastChartData:
 * @title: (nullable): the item's or family's name, for the accessible sentence and printed charts
 * @unit: (nullable): what the numbers count, "pieces" or "EUR"
 * @digits: decimals that make sense for it, 0 for pieces, 2 for money
 * @buckets: one after the other without a gap, oldest first
 * @safety_stock: level, NaN where there is none
 * @order_up_to: level, NaN where there is none
 * @stock_out_on: the day stock first reaches zero, or %GR_DATE_NONE
 *
 * Everything the chart of forecast against stock shows, all of it in @unit. The struct owns its arrays and
 * strings; fill the buckets in place and the rest by the functions below.
 */
typedef struct {
  char *title;
  char *unit;
  int digits;
  GrGrain grain;
  GrDate today;
  GrForecastChartBucket *buckets;
  gsize n_buckets;
  GArray *receipts; /* of GrForecastChartReceipt */
  GArray *events;   /* of GrForecastChartEvent */
  double safety_stock;
  double order_up_to;
  GrDate stock_out_on;
} GrForecastChartData;

GrForecastChartData *gr_forecast_chart_data_new (GrGrain grain, GrDate first, gsize n_buckets, GrDate today);
GrForecastChartData *gr_forecast_chart_data_copy (const GrForecastChartData *data);
void gr_forecast_chart_data_free (GrForecastChartData *data);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrForecastChartData, gr_forecast_chart_data_free)

void gr_forecast_chart_data_set_names (GrForecastChartData *data, const char *title, const char *unit, int digits);
void gr_forecast_chart_data_add_receipt (GrForecastChartData *data, GrDate on, double qty, gboolean is_suggested);
void gr_forecast_chart_data_add_event (GrForecastChartData *data, GrDate from, GrDate to, const char *label);
int gr_forecast_chart_data_index_of (const GrForecastChartData *data, GrDate date);
gboolean gr_forecast_chart_data_is_empty (const GrForecastChartData *data);
