#include "order-deed.h"

#include "domain/base/error.h"

#include <glib/gi18n-lib.h>

static gboolean
hold (GrOrderDeed *deed, GError **error)
{
  deed->order->is_on_hold = *(const gboolean *) deed->data;
  deed->title =
      gr_deed_title_new (deed->order->is_on_hold ? GR_DEED_HOLD_ORDER : GR_DEED_RESUME_ORDER, deed->order->number);
  return TRUE;
}

/**
 * gr_shop_hold_orders:
 *
 * An order on hold is not approved, sent or received until the hold is taken off.
 */
gboolean
gr_shop_hold_orders (GrShop *shop, const GrOrderSet *orders, gboolean is_on_hold, GError **error)
{
  static const GrOrderVerb verb = {"hold-order", GR_ORDER_HOLD, FALSE, hold};

  return gr_order_deed_run (shop, orders, &verb, &is_on_hold, error);
}
