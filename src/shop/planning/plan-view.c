#include "plan-view.h"

#include "shop/base/shop-private.h"

#include "store/lists/plan-list.h"
#include "store/plans/plan-store.h"

/**
 * gr_shop_plan_head:
 * @exists: (out): whether a plan was ever made
 */
gboolean
gr_shop_plan_head (GrShop *shop, GrPlanHead *head, gboolean *exists, GError **error)
{
  return gr_plan_store_head (gr_shop_database (shop), head, exists, error);
}

/**
 * gr_shop_plan_families:
 *
 * Returns: (transfer full) (element-type GrPlanFamilyRow): a row a family, most money at risk first
 */
GPtrArray *
gr_shop_plan_families (GrShop *shop, GError **error)
{
  return gr_plan_list_families (gr_shop_database (shop), gr_shop_today (shop), error);
}

/**
 * gr_shop_suggestions:
 * @supplier_id: 0 for all
 * @order_until: those to order by that day
 */
GPtrArray *
gr_shop_suggestions (GrShop *shop, gint64 supplier_id, GrDate order_until, GError **error)
{
  return gr_plan_store_suggestions (gr_shop_database (shop), supplier_id, order_until, error);
}

GPtrArray *
gr_shop_suggestions_of_item (GrShop *shop, gint64 item_id, GError **error)
{
  return gr_plan_store_suggestions_of_item (gr_shop_database (shop), item_id, error);
}
