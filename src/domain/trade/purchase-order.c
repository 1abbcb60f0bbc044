#include "purchase-order.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define ACT(act) (1u << (act))

static const struct {
  const char *id;
  const char *title;
  guint acts;
} states[GR_N_ORDER_STATES] = {
    [GR_ORDER_DRAFT] = {"draft", N_ ("Draft"),
        ACT (GR_ORDER_EDIT) | ACT (GR_ORDER_APPROVE) | ACT (GR_ORDER_CANCEL) | ACT (GR_ORDER_HOLD)},
    [GR_ORDER_APPROVED] = {"approved", N_ ("Approved"),
        ACT (GR_ORDER_SEND) | ACT (GR_ORDER_REOPEN) | ACT (GR_ORDER_CANCEL) | ACT (GR_ORDER_HOLD)},
    [GR_ORDER_SENT] = {"sent", N_ ("Sent"), ACT (GR_ORDER_RECEIVE) | ACT (GR_ORDER_CANCEL) | ACT (GR_ORDER_HOLD)},
    [GR_ORDER_PARTIALLY_RECEIVED] = {"partially-received", N_ ("Partly received"),
        ACT (GR_ORDER_RECEIVE) | ACT (GR_ORDER_CLOSE) | ACT (GR_ORDER_HOLD)},
    [GR_ORDER_RECEIVED] = {"received", N_ ("Received"), ACT (GR_ORDER_CLOSE)},
    [GR_ORDER_CLOSED] = {"closed", N_ ("Closed"), 0},
    [GR_ORDER_CANCELLED] = {"cancelled", N_ ("Cancelled"), 0},
};

void
gr_purchase_order_free (GrPurchaseOrder *order)
{
  if (order == NULL)
    return;
  g_free (order->number);
  g_free (order->supplier_name);
  g_free (order->note);
  g_free (order);
}

void
gr_purchase_order_line_free (GrPurchaseOrderLine *line)
{
  if (line == NULL)
    return;
  g_free (line->item_code);
  g_free (line->item_description);
  g_free (line->unit);
  g_free (line);
}

/**
 * gr_purchase_order_is_late:
 *
 * Returns: whether goods that were sent for should have been here before @today.
 */
gboolean
gr_purchase_order_is_late (const GrPurchaseOrder *order, GrDate today)
{
  return gr_order_state_allows (order->state, GR_ORDER_RECEIVE) && order->expected_on != GR_DATE_NONE &&
         order->expected_on < today;
}

/**
 * gr_purchase_order_line_remaining:
 *
 * Returns: what is still to come; 0 where more came than was ordered.
 */
GrQty
gr_purchase_order_line_remaining (const GrPurchaseOrderLine *line)
{
  return MAX (0, line->ordered_qty - line->received_qty - line->cancelled_qty);
}

/**
 * gr_order_state_allows:
 *
 * The one table of what an order's state lets a person do.
 */
gboolean
gr_order_state_allows (GrOrderState state, GrOrderAct act)
{
  return (states[state].acts & ACT (act)) != 0;
}

/**
 * gr_order_state_is_open:
 *
 * Returns: whether goods of an order in @state count as on order or drafted.
 */
gboolean
gr_order_state_is_open (GrOrderState state)
{
  return state <= GR_ORDER_PARTIALLY_RECEIVED;
}

/**
 * gr_order_state_after_receipt:
 * @ordered: summed over lines, each cut to what it asked for
 *
 * Returns: the state of a sent order of which so much has come.
 */
GrOrderState
gr_order_state_after_receipt (GrQty ordered, GrQty received, GrQty cancelled)
{
  if (received == 0)
    return GR_ORDER_SENT;
  return received + cancelled >= ordered ? GR_ORDER_RECEIVED : GR_ORDER_PARTIALLY_RECEIVED;
}

const char *
gr_order_state_id (GrOrderState state)
{
  return states[state].id;
}

/**
 * gr_order_state_title:
 *
 * Returns: the state's name for people, translated.
 */
const char *
gr_order_state_title (GrOrderState state)
{
  return _ (states[state].title);
}

gboolean
gr_order_state_from_id (const char *id, GrOrderState *out)
{
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (strcmp (id, states[i].id) == 0) {
      *out = (GrOrderState) i;
      return TRUE;
    }
  return FALSE;
}
