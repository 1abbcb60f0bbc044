#include "item-card.h"

#include "item-history.h"
#include "shop-private.h"

#include "domain/error.h"
#include "forecast/forecast.h"
#include "store/forecast-store.h"

#include <glib/gi18n-lib.h>

/* How the method's figure became the plan's. */
static char *
explain_agreement (const GrForecastRow *row, const GrForecast *forecast)
{
  double plan = row->points[0].mean;

  if (row->grain == GR_GRAIN_WEEK)
    return g_strdup_printf (
        _ ("By itself that is %.3f for the first week. Weeks and months meet in the geometric mean of "
           "what they say of the same days: %.3f."),
        forecast->mean[0], plan);
  return g_strdup_printf (
      _ ("By itself that is %.3f for the first month. Months and weeks meet in the geometric mean of "
         "what they say of the same days: %.3f."),
      forecast->mean[0], plan);
}

static char *
explain_row (GrDatabase *database, const GrForecastRow *row, GrDate today, GError **error)
{
  g_autoptr (GrHistoryRule) rule = gr_history_rule_load (database, row->item_id, today, error);
  GrForecastOptions options = {.horizon = row->n_points, .is_sales = TRUE};
  g_autoptr (GrForecast) forecast = NULL;
  g_autofree char *method = NULL;
  g_autofree char *agreement = NULL;
  GrDemandBuckets history;
  GrSeries series;

  if (rule == NULL || !gr_item_history_read (database, rule, row->grain, row->starts_on, &history, error))
    return NULL;
  options.method = rule->method;
  series = gr_demand_buckets_series (&history);
  forecast = gr_forecast_new (&series, &options);
  method = gr_forecast_explain (forecast, &series);
  agreement = explain_agreement (row, forecast);
  gr_demand_buckets_clear (&history);
  return g_strdup_printf ("%s\n%s", g_strchomp (method), agreement);
}

/**
 * gr_shop_explain_forecast:
 *
 * How the item's forecast follows from its history, in words and figures that a person can redo: made again from the
 * same history. Some milliseconds.
 *
 * Returns: (transfer full): %NULL with %GR_ERROR_NOT_FOUND where nothing was forecast
 */
char *
gr_shop_explain_forecast (GrShop *shop, gint64 item_id, GrGrain grain, GError **error)
{
  GrDatabase *database = gr_shop_database (shop);
  g_autoptr (GrForecastRow) row = NULL;

  if (!gr_forecast_store_find (database, item_id, grain, &row, error))
    return NULL;
  if (row == NULL || row->n_points == 0) {
    g_set_error_literal (error, GR_ERROR, GR_ERROR_NOT_FOUND, _ ("Nothing was forecast for this item yet"));
    return NULL;
  }
  return explain_row (database, row, gr_shop_today (shop), error);
}
