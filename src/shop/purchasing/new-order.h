#pragma once

#include "shop/base/shop.h"

#include "domain/trade/purchase-order.h"
#include "domain/trade/supplier.h"

/* For the deeds of this room. */
GrPurchaseOrder *gr_new_order (GrShop *shop, const GrSupplier *supplier, GError **error);
