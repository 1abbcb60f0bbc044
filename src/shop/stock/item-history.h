#pragma once

#include "shop/forecasting/history-rules.h"

#include "demand/calendar/shop-days.h"

gboolean gr_item_history_read (GrDatabase *database, const GrHistoryRule *rule, GrGrain grain, GrDate until,
    GrDemandBuckets *history, GError **error);
gboolean gr_history_find_end (GrDatabase *database, GrDate today, GrDate *until, GError **error);
GrShopDays *gr_shop_days_load (GrDatabase *database, GrDate until, GError **error);
