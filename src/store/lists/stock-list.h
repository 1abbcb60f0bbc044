#pragma once

#include "store/file/database.h"

#include "domain/base/date.h"
#include "domain/trade/item.h"
#include "domain/stock/stock-health.h"
#include "domain/stock/stock-filter.h"
#include "domain/stock/stock-row.h"

GArray *gr_stock_list_ids (GrDatabase *database, const GrStockFilter *filter, GError **error);
gboolean gr_stock_list_totals (
    GrDatabase *database, const GrStockFilter *filter, GrStockTotals *totals, GError **error);
