#include "order-deed.h"

#include <glib/gi18n-lib.h>

static gboolean
cancel_order (GrOrderDeed *deed, GError **error)
{
  deed->order->state = GR_ORDER_CANCELLED;
  deed->order->closed_on = deed->today;
  deed->title = gr_deed_title_new (GR_DEED_CANCEL_ORDER, deed->order->number);
  return TRUE;
}

/**
 * gr_shop_cancel_orders:
 *
 * Ends an order of which nothing came.
 */
gboolean
gr_shop_cancel_orders (GrShop *shop, const GrOrderSet *orders, GError **error)
{
  static const GrOrderVerb verb = {"cancel-order", GR_ORDER_CANCEL, FALSE, cancel_order};

  return gr_order_deed_run (shop, orders, &verb, NULL, error);
}
