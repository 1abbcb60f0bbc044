#include "order-view.h"

#include "shop/base/shop-private.h"

#include "store/orders/order-store.h"
#include "store/lists/order-list.h"

GPtrArray *
gr_shop_orders (GrShop *shop, const GrOrderFilter *filter, int limit, GError **error)
{
  return gr_order_list (gr_shop_database (shop), filter, limit, error);
}

gboolean
gr_shop_order_counts (GrShop *shop, gint64 counts[GR_N_ORDER_STATES], GError **error)
{
  return gr_order_list_counts (gr_shop_database (shop), counts, error);
}

GrPurchaseOrder *
gr_shop_order (GrShop *shop, gint64 order_id, GError **error)
{
  return gr_order_store_by_id (gr_shop_database (shop), order_id, error);
}

GrPurchaseOrder *
gr_shop_order_by_number (GrShop *shop, const char *number, GError **error)
{
  return gr_order_store_by_number (gr_shop_database (shop), number, error);
}

GPtrArray *
gr_shop_order_lines (GrShop *shop, gint64 order_id, GError **error)
{
  return gr_order_store_lines (gr_shop_database (shop), order_id, error);
}
