#include "item-card.h"

#include "demand-buckets.h"
#include "shop-private.h"

#include "domain/error.h"
#include "forecast/forecast.h"
#include "store/demand-store.h"
#include "store/forecast-store.h"

#include <glib/gi18n-lib.h>

/* The history that the saved forecast was made from. */
static gboolean
read_history (GrDatabase *database, const GrForecastRow *row, GrDemandBuckets *history, GError **error)
{
  g_autoptr (GArray) days = gr_demand_store_of_item (database, row->item_id, G_MININT32 + 1, row->starts_on, error);
  guint first = 0;

  if (days == NULL)
    return FALSE;
  while (first < days->len && g_array_index (days, GrDemandDay, first).sold_qty == 0)
    first++;
  if (first == days->len)
    gr_demand_buckets_init (history, row->grain, row->starts_on, row->starts_on);
  else
    gr_demand_buckets_init (history, row->grain, g_array_index (days, GrDemandDay, first).sold_on, row->starts_on);
  for (guint i = first; i < days->len; i++) {
    const GrDemandDay *day = &g_array_index (days, GrDemandDay, i);

    gr_demand_buckets_add (history, day->sold_on, day->sold_qty - day->returned_qty);
  }
  gr_demand_buckets_finish (history);
  return TRUE;
}

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
explain_row (GrDatabase *database, const GrForecastRow *row, GError **error)
{
  GrForecastOptions options = {.horizon = row->n_points, .is_sales = TRUE};
  g_autoptr (GrForecast) forecast = NULL;
  g_autofree char *method = NULL;
  g_autofree char *agreement = NULL;
  GrDemandBuckets history;
  GrSeries series;

  if (!read_history (database, row, &history, error))
    return NULL;
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
  return explain_row (database, row, error);
}
