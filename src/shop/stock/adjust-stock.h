#pragma once

#include "shop/base/shop.h"

gboolean gr_shop_adjust_stock (
    GrShop *shop, gint64 item_id, gint64 location_id, GrQty counted, const char *reason, GError **error);
gboolean gr_shop_change_stock (
    GrShop *shop, gint64 item_id, gint64 location_id, GrQty change, const char *reason, GError **error);
