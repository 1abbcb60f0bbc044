#pragma once

#include "shop/base/shop.h"

#include "domain/trade/order-filter.h"
#include "domain/trade/purchase-order.h"

/* The orders page. Arrays are (transfer full). */
GPtrArray * /* GrPurchaseOrder */
gr_shop_orders (GrShop *shop, const GrOrderFilter *filter, int limit, GError **error);
gboolean gr_shop_order_counts (GrShop *shop, gint64 counts[GR_N_ORDER_STATES], GError **error);
GrPurchaseOrder *gr_shop_order (GrShop *shop, gint64 order_id, GError **error);
GrPurchaseOrder *gr_shop_order_by_number (GrShop *shop, const char *number, GError **error);
GPtrArray * /* GrPurchaseOrderLine */
gr_shop_order_lines (GrShop *shop, gint64 order_id, GError **error);
