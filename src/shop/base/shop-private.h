#pragma once

#include "shop.h"

#include "store/file/database.h"
#include "store/journal/deed-store.h"

/* For the files of this room only. */

GrDatabase *gr_shop_database (GrShop *shop);
GrShop *gr_shop_borrow (GrShop *shop, GError **error);
void gr_shop_give_back (GrShop *shop, GrShop *other, gboolean is_kept);
GrNouns gr_shop_take_announced (GrShop *shop);

/**
 * One deed: begin, change what the store holds, end. gr_shop_end_deed() keeps everything where @is_done and nothing
 * otherwise, and announces what was touched.
 *
 *     if (!gr_shop_begin_deed (shop, "approve-order", title, error))
 *       return FALSE;
 *     return gr_shop_end_deed (shop, approve (shop, order_id, error), NULL, error);
 */
gboolean gr_shop_begin_deed (GrShop *shop, const char *kind, const char *title, GError **error);
gboolean gr_shop_end_deed (GrShop *shop, gboolean is_done, gint64 *deed_id, GError **error);
GrDeedHead gr_shop_deed_head (GrShop *shop, const char *kind, const char *title);
