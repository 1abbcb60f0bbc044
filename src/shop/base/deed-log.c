#include "deed-log.h"

#include "shop-private.h"

/**
 * gr_shop_deeds:
 * @before_id: the last id of the page before this one, or 0 for the newest
 *
 * Returns: (transfer full) (element-type GrDeed): at most @limit deeds
 */
GPtrArray *
gr_shop_deeds (GrShop *shop, gint64 before_id, int limit, GError **error)
{
  return gr_deed_list (gr_shop_database (shop), before_id, limit, error);
}

GPtrArray *
gr_shop_item_history (GrShop *shop, gint64 item_id, GError **error)
{
  return gr_deed_row_history (gr_shop_database (shop), "item", item_id, error);
}
