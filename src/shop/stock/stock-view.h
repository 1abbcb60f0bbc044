#pragma once

#include "shop/base/shop.h"

#include "domain/stock/ledger-row.h"
#include "domain/stock/location.h"
#include "domain/stock/stock-filter.h"
#include "domain/stock/stock-row.h"
#include "domain/trade/family.h"

/* The stock page: ids of all that a filter finds, then the rows that are on screen. Arrays are (transfer full). */
GArray *gr_shop_stock_ids (GrShop *shop, const GrStockFilter *filter, GError **error);
void gr_shop_warm_search (GrShop *shop);
GPtrArray *gr_shop_stock_rows (GrShop *shop, const gint64 *item_ids, gsize n, gint64 location_id, GError **error);
gboolean gr_shop_stock_totals (GrShop *shop, const GrStockFilter *filter, GrStockTotals *totals, GError **error);

/* GrFamily, GrLocation */
GPtrArray *gr_shop_families (GrShop *shop, GError **error);
GPtrArray *gr_shop_locations (GrShop *shop, GError **error);
gint64 gr_shop_find_location (GrShop *shop, const char *name, GError **error);

/* GrLedgerRow, newest first */
GPtrArray *gr_shop_ledger (GrShop *shop, gint64 item_id, GrLedgerCursor *cursor, int limit, GError **error);
