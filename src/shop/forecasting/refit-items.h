#pragma once

#include "shop/base/shop.h"

gboolean gr_refit_items (GrShop *shop, const gint64 *item_ids, gsize n, GError **error);
