#pragma once

#include "shop/base/shop.h"

#include "domain/trade/item.h"
#include "domain/trade/supplier.h"

gboolean gr_shop_edit_item (GrShop *shop, const GrItem *shown, const GrItem *edited, GError **error);
gboolean gr_shop_save_terms (GrShop *shop, const GrSupplierItem *terms, GError **error);
gboolean gr_shop_edit_terms (GrShop *shop, const GrSupplierItem *shown, const GrSupplierItem *edited, GError **error);
gboolean gr_shop_remove_terms (GrShop *shop, gint64 terms_id, GError **error);
gboolean gr_shop_add_barcode (GrShop *shop, gint64 item_id, const char *code, GrQty qty, GError **error);
gboolean gr_shop_remove_barcode (GrShop *shop, const char *code, GError **error);
