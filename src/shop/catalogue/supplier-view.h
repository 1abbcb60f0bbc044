#pragma once

#include "shop/base/shop.h"

#include "domain/trade/supplier.h"
#include "domain/trade/supplier-row.h"

/* The suppliers page and card. Arrays are (transfer full). */
GPtrArray * /* GrSupplierRow */
gr_shop_suppliers (GrShop *shop, const char *search, GError **error);
GrSupplier *gr_shop_supplier (GrShop *shop, gint64 supplier_id, GError **error);
char **gr_shop_supplier_names (GrShop *shop, GError **error);
gint64 gr_shop_find_supplier (GrShop *shop, const char *name, GError **error);
GPtrArray * /* GrSupplierItemRow */
gr_shop_supplier_items (GrShop *shop, gint64 supplier_id, GError **error);
GPtrArray * /* GrPurchaseOrder, open ones */
gr_shop_supplier_orders (GrShop *shop, gint64 supplier_id, GError **error);
