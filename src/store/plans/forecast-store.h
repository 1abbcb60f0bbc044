#pragma once

#include "store/file/database.h"

#include "domain/base/item-set.h"
#include "domain/base/date.h"
#include "domain/plan/forecast-row.h"

gboolean gr_forecast_store_delete (GrDatabase *database, gint64 item_id, GError **error);
gboolean gr_forecast_store_save (GrDatabase *database, const GrForecastRow *row, GError **error);
gboolean gr_forecast_store_find (
    GrDatabase *database, gint64 item_id, GrGrain grain, GrForecastRow **row, GError **error);
typedef gboolean (*GrForecastFunc) (const GrForecastRow *row, gpointer data);
gboolean gr_forecast_store_each (
    GrDatabase *database, const GrItemSet *items, GrGrain grain, GrForecastFunc func, gpointer data, GError **error);
gboolean gr_forecast_store_each_head (
    GrDatabase *database, const GrItemSet *items, GrGrain grain, GrForecastFunc func, gpointer data, GError **error);
