#include "new-order.h"
#include "orders.h"
#include "shop/base/shop-deed.h"

#include "domain/trade/purchase-order.h"
#include "store/orders/order-store.h"
#include "store/catalogue/supplier-store.h"

#include <glib/gi18n-lib.h>

/**
 * gr_new_order:
 *
 * For deeds that need one: an empty draft for @supplier, inside the open deed.
 */
GrPurchaseOrder *
gr_new_order (GrShop *shop, const GrSupplier *supplier, GError **error)
{
  GrDatabase *database = gr_shop_database (shop);
  g_autoptr (GrPurchaseOrder) order = g_new0 (GrPurchaseOrder, 1);

  order->supplier_id = supplier->id;
  order->supplier_name = g_strdup (supplier->name);
  order->state = GR_ORDER_DRAFT;
  order->created_on = gr_shop_today (shop);
  order->approved_on = order->sent_on = order->expected_on = order->closed_on = GR_DATE_NONE;
  order->number = gr_order_store_next_number (database, error);
  if (order->number == NULL || !gr_order_store_save (database, order, error))
    return NULL;
  return g_steal_pointer (&order);
}

static gboolean
start_order (GrShop *shop, gint64 supplier_id, gint64 *order_id, GError **error)
{
  GrDatabase *database = gr_shop_database (shop);
  g_autoptr (GrSupplier) supplier = gr_supplier_store_by_id (database, supplier_id, error);
  g_autoptr (GrPurchaseOrder) order = supplier != NULL ? gr_new_order (shop, supplier, error) : NULL;
  g_autofree char *title = NULL;

  if (order == NULL)
    return FALSE;
  *order_id = order->id;
  title = gr_deed_title_new (GR_DEED_NEW_ORDER, order->number, supplier->name);
  return gr_deed_set_title (database, title, error);
}

/**
 * gr_shop_new_order:
 *
 * Starts an empty draft.
 *
 * Returns: its id, or 0 with @error set
 */
gint64
gr_shop_new_order (GrShop *shop, gint64 supplier_id, GError **error)
{
  gint64 order_id = 0;

  if (!gr_shop_begin_deed (shop, "new-order", NULL, error))
    return 0;
  return gr_shop_end_deed (shop, start_order (shop, supplier_id, &order_id, error), NULL, error) ? order_id : 0;
}
