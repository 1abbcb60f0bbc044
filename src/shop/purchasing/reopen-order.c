#include "order-deed.h"

#include <glib/gi18n-lib.h>

static gboolean
reopen (GrOrderDeed *deed, GError **error)
{
  deed->order->state = GR_ORDER_DRAFT;
  deed->order->approved_on = GR_DATE_NONE;
  deed->title = gr_deed_title_new (GR_DEED_REOPEN_ORDER, deed->order->number);
  return TRUE;
}

/**
 * gr_shop_reopen_orders:
 *
 * Back to draft, while it is not sent.
 */
gboolean
gr_shop_reopen_orders (GrShop *shop, const GrOrderSet *orders, GError **error)
{
  static const GrOrderVerb verb = {"reopen-order", GR_ORDER_REOPEN, FALSE, reopen};

  return gr_order_deed_run (shop, orders, &verb, NULL, error);
}
