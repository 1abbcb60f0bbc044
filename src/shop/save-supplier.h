#pragma once

#include "shop.h"

#include "domain/supplier.h"

gint64 gr_shop_save_supplier (GrShop *shop, const GrSupplier *supplier, GError **error);
