#pragma once

#include "shop.h"

#include "domain/book/deed.h"

/* What was done, newest first. */
GPtrArray * /* GrDeed */
gr_shop_deeds (GrShop *shop, const char *words, gint64 before_id, int limit, GError **error);
GPtrArray * /* GrDeedChange */
gr_shop_item_history (GrShop *shop, gint64 item_id, GError **error);
