#pragma once

#include "shop-private.h"

#include "domain/book/deed-title.h"

/**
 * One deed: begin, change what the store holds, end. gr_shop_end_deed() keeps everything where @is_done and nothing
 * otherwise; what follows from the deed, in forecasts and plan, is no business of its own, see gr_after_deed().
 *
 *     return gr_shop_begin_deed (shop, "approve-order", title, error) &&
 *            gr_shop_end_deed (shop, approve (shop, order_id, error), NULL, error);
 */
gboolean gr_shop_begin_deed (GrShop *shop, const char *kind, const char *title, GError **error);
gboolean gr_shop_end_deed (GrShop *shop, gboolean is_done, const GrProgress *progress, GError **error);
GrDeedHead gr_shop_deed_head (GrShop *shop, const char *kind, const char *title);
