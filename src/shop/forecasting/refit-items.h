#pragma once

#include "shop/base/shop.h"

/* For the deeds of this room. */
gboolean gr_refit_items (GrShop *shop, const gint64 *item_ids, gsize n, GError **error);
gboolean gr_shop_refit_deed (GrShop *shop, gint64 deed_id, const GrProgress *progress, GError **error);
gboolean gr_shop_refit_items (GrShop *shop, const gint64 *item_ids, gsize n, GError **error);
