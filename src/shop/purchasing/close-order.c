#include "order-deed.h"

#include "store/orders/order-store.h"

#include <glib/gi18n-lib.h>

/* What did not come will not come. */
static gboolean
cancel_remainders (GrOrderDeed *deed, int *n_cancelled, GError **error)
{
  for (guint i = 0; i < deed->lines->len; i++) {
    GrPurchaseOrderLine *line = g_ptr_array_index (deed->lines, i);
    GrQty remaining = gr_purchase_order_line_remaining (line);

    if (remaining == 0)
      continue;
    line->cancelled_qty += remaining;
    (*n_cancelled)++;
    if (!gr_order_store_save_line (deed->database, line, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
close_order (GrOrderDeed *deed, GError **error)
{
  int n_cancelled = 0;

  if (!cancel_remainders (deed, &n_cancelled, error))
    return FALSE;
  deed->order->state = GR_ORDER_CLOSED;
  deed->order->closed_on = deed->today;
  if (n_cancelled == 0)
    deed->title = gr_deed_title_new (GR_DEED_CLOSE_ORDER, deed->order->number);
  else
    deed->title = gr_deed_title_new (GR_DEED_CLOSE_ORDER_SHORT, deed->order->number);
  return TRUE;
}

/**
 * gr_shop_close_orders:
 *
 * Ends an order of which something came; what is still to come is cancelled with it.
 */
gboolean
gr_shop_close_orders (GrShop *shop, const GrOrderSet *orders, GError **error)
{
  static const GrOrderVerb verb = {"close-order", GR_ORDER_CLOSE, FALSE, close_order};

  return gr_order_deed_run (shop, orders, &verb, NULL, error);
}
