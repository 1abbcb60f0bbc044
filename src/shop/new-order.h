#pragma once

#include "shop.h"

#include "domain/purchase-order.h"
#include "domain/supplier.h"

/* For the deeds of this room. */
GrPurchaseOrder *gr_new_order (GrShop *shop, const GrSupplier *supplier, GError **error);
