#include "order-deed.h"

#include "shop/planning/replan-items.h"

#include "domain/base/error.h"
#include "store/orders/order-store.h"

#include <glib/gi18n-lib.h>

/* What is said where an order's state does not allow an act: its number and its state's name go in. */
static const char *const refusals[] = {
    [GR_ORDER_EDIT] = N_ ("%s is “%s”: only a draft can be changed"),
    [GR_ORDER_APPROVE] = N_ ("%s is “%s”: only a draft can be approved"),
    [GR_ORDER_REOPEN] = N_ ("%s is “%s”: only an approved order that was not sent can become a draft again"),
    [GR_ORDER_SEND] = N_ ("%s is “%s”: only an approved order can be sent"),
    [GR_ORDER_RECEIVE] = N_ ("%s is “%s”: only what was sent can be received"),
    [GR_ORDER_CLOSE] = N_ ("%s is “%s”: only an order of which something was received can be closed"),
    [GR_ORDER_CANCEL] = N_ ("%s is “%s”: only an order of which nothing was received can be cancelled"),
    [GR_ORDER_HOLD] = N_ ("%s is “%s”: it can no longer be put on hold"),
};

static gboolean
check_state (const GrPurchaseOrder *order, const GrOrderVerb *verb, GError **error)
{
  if (verb->act == GR_ORDER_CANCEL && order->state == GR_ORDER_CANCELLED) {
    g_set_error (error, GR_ERROR, GR_ERROR_REFUSED, _ ("%s is cancelled already"), order->number);
    return FALSE;
  }
  if (!gr_order_state_allows (order->state, verb->act)) {
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
    g_set_error (
        error, GR_ERROR, GR_ERROR_REFUSED, _ (refusals[verb->act]), order->number, gr_order_state_title (order->state));
#pragma GCC diagnostic pop
    return FALSE;
  }
  if (verb->is_stopped_by_hold && order->is_on_hold) {
    g_set_error (error, GR_ERROR, GR_ERROR_REFUSED, _ ("%s is on hold; take the hold off first"), order->number);
    return FALSE;
  }
  return TRUE;
}

static gboolean
replan_lines (GrOrderDeed *deed, GError **error)
{
  g_autofree gint64 *items = NULL;
  g_autoptr (GPtrArray) now = gr_order_store_lines (deed->database, deed->order->id, error);
  gsize n = 0;

  if (now == NULL)
    return FALSE;
  items = g_new (gint64, now->len + deed->lines->len + 1);
  for (guint i = 0; i < deed->lines->len; i++) /* a line that was taken off is planned again too */
    items[n++] = ((GrPurchaseOrderLine *) g_ptr_array_index (deed->lines, i))->item_id;
  for (guint i = 0; i < now->len; i++) {
    gint64 item_id = ((GrPurchaseOrderLine *) g_ptr_array_index (now, i))->item_id;
    gsize known = 0;

    while (known < n && items[known] != item_id)
      known++;
    if (known == n)
      items[n++] = item_id;
  }
  return gr_replan_items (deed->shop, items, n, error);
}

static gboolean
do_verb (GrOrderDeed *deed, gint64 order_id, const GrOrderVerb *verb, GError **error)
{
  deed->order = gr_order_store_by_id (deed->database, order_id, error);
  if (deed->order == NULL || !check_state (deed->order, verb, error))
    return FALSE;
  deed->lines = gr_order_store_lines (deed->database, order_id, error);
  return deed->lines != NULL && verb->body (deed, error) && gr_order_store_save (deed->database, deed->order, error) &&
         gr_deed_set_title (deed->database, deed->title, error) && (verb->keeps_plan || replan_lines (deed, error));
}

/**
 * gr_order_deed_run:
 * @data: for the verb's body
 *
 * One deed on one order: looks whether its state allows it, does it, saves the order and plans its items again.
 *
 * Returns: %FALSE with %GR_ERROR_REFUSED and the reason in words where the state does not allow it
 */
gboolean
gr_order_deed_run (GrShop *shop, gint64 order_id, const GrOrderVerb *verb, gconstpointer data, GError **error)
{
  GrOrderDeed deed = {.shop = shop, .database = gr_shop_database (shop), .today = gr_shop_today (shop), .data = data};
  gboolean is_done;

  if (!gr_shop_begin_deed (shop, verb->kind, verb->kind, error))
    return FALSE;
  is_done = do_verb (&deed, order_id, verb, error);
  g_clear_pointer (&deed.order, gr_purchase_order_free);
  g_clear_pointer (&deed.lines, g_ptr_array_unref);
  g_free (deed.title);
  return gr_shop_end_deed (shop, is_done, NULL, error);
}
