#pragma once

#include "store/file/database.h"

#include "domain/base/item-set.h"
#include "domain/base/date.h"
#include "domain/base/quantity.h"
#include "domain/stock/stock-count.h"

gboolean gr_stock_count_store_take (GrDatabase *database, gint64 item_id, gint64 location_id, GrQty qty, GrDate day,
    GrCountResult *result, GError **error);
GArray *gr_stock_count_store_first_days (GrDatabase *database, const GrItemSet *items, GError **error);
gboolean gr_stock_count_store_first_day (GrDatabase *database, gint64 item_id, GrDate *day, GError **error);
