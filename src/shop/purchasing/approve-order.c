#include "order-deed.h"

#include "domain/base/error.h"

#include <glib/gi18n-lib.h>

static gboolean
approve (GrOrderDeed *deed, GError **error)
{
  if (deed->lines->len == 0) {
    g_set_error (
        error, GR_ERROR, GR_ERROR_REFUSED, _ ("%s is empty; there is nothing to approve"), deed->order->number);
    return FALSE;
  }
  deed->order->state = GR_ORDER_APPROVED;
  deed->order->approved_on = deed->today;
  deed->title = gr_deed_title_new (GR_DEED_APPROVE_ORDER, deed->order->number);
  return TRUE;
}

/**
 * gr_shop_approve_orders:
 *
 * A draft with at least one line may now be sent.
 */
gboolean
gr_shop_approve_orders (GrShop *shop, const GrOrderSet *orders, GError **error)
{
  static const GrOrderVerb verb = {"approve-order", GR_ORDER_APPROVE, TRUE, approve};

  return gr_order_deed_run (shop, orders, &verb, NULL, error);
}
