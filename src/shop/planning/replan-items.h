#pragma once

#include "shop/base/shop.h"

#include "domain/base/item-set.h"

gboolean gr_replan_items (GrShop *shop, const gint64 *item_ids, gsize n, GError **error);
gboolean gr_replan_all (GrShop *shop, GError **error);
