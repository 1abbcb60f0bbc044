#pragma once

#include "shop/base/shop.h"

#include "domain/trade/supplier-record.h"

GHashTable * /* gint64 * -> GrSupplierRecord * */
gr_shop_supplier_records (GrShop *shop, gint64 supplier_id, GError **error);
