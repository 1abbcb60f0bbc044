#pragma once

#include "store/file/database.h"

#include "domain/base/date.h"
#include "domain/trade/item.h"
#include "domain/stock/stock-health.h"
#include "domain/stock/stock-filter.h"
#include "domain/stock/stock-row.h"

GArray *gr_stock_list_ids (GrDatabase *database, const GrStockFilter *filter, GError **error);
GPtrArray *gr_stock_list_rows (
    GrDatabase *database, const gint64 *item_ids, gsize n, gint64 location_id, GError **error);
gboolean gr_stock_list_totals (
    GrDatabase *database, const GrStockFilter *filter, GrStockTotals *totals, GError **error);
