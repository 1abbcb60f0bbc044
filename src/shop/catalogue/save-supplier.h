#pragma once

#include "shop/base/shop.h"

#include "domain/trade/supplier.h"

gint64 gr_shop_save_supplier (GrShop *shop, const GrSupplier *supplier, GError **error);
gboolean gr_shop_check_new_supplier (GrShop *shop, const GrSupplier *supplier, GError **error);
gboolean gr_shop_edit_supplier (GrShop *shop, const GrSupplier *shown, const GrSupplier *edited, GError **error);
