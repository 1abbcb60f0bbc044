#pragma once

#include "app/chart/forecast/forecast-chart-data.h"

#include "shop/forecasting/forecast-card.h"

#include <gtk/gtk.h>

/**
 * GrItemForecast:
 *
 * How an item is forecast and why, how good that has been, and what of its past counts; method, history and findings
 * are chosen where they stand, each choice a deed.
 */
#define GR_TYPE_ITEM_FORECAST (gr_item_forecast_get_type())
G_DECLARE_FINAL_TYPE (GrItemForecast, gr_item_forecast, GR, ITEM_FORECAST, GtkWidget)

void gr_item_forecast_show_item (GrItemForecast *self, GrShop *shop, gint64 item_id, GrGrain grain);
gboolean gr_item_forecast_mark_chart (GrForecastChartData *data, GrShop *shop, gint64 item_id, GError **error);
