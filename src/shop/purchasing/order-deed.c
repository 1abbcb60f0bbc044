#include "order-deed.h"

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
    g_set_error (error, GR_ERROR, GR_ERROR_REFUSED, _ ("%s is on hold; resume it first"), order->number);
    return FALSE;
  }
  return TRUE;
}

static gboolean
act_on_one (GrOrderDeed *deed, gint64 order_id, const GrOrderVerb *verb, GError **error)
{
  deed->order = gr_order_store_by_id (deed->database, order_id, error);
  if (deed->order == NULL || !check_state (deed->order, verb, error))
    return FALSE;
  deed->lines = gr_order_store_lines (deed->database, order_id, error);
  return deed->lines != NULL && verb->act_on (deed, error) && gr_order_store_save (deed->database, deed->order, error);
}

static void
clear_deed (GrOrderDeed *deed)
{
  g_clear_pointer (&deed->order, gr_purchase_order_free);
  g_clear_pointer (&deed->lines, g_ptr_array_unref);
  g_clear_pointer (&deed->title, g_free);
}

/* After the first of them: there are too many for all their names. */
static char *
write_title (const char *first, gsize n)
{
  if (n == 1)
    return g_strdup (first);
  return gr_deed_title_new (GR_DEED_AND_MORE_ORDERS, first, (gint64) n - 1);
}

static gboolean
act_on_all (GrShop *shop, const GrOrderSet *orders, const GrOrderVerb *verb, gconstpointer data, GError **error)
{
  g_autofree char *title = NULL;

  for (gsize i = 0; i < orders->n; i++) {
    GrOrderDeed deed = {.shop = shop, .database = gr_shop_database (shop), .today = gr_shop_today (shop), .data = data};
    gboolean is_done = act_on_one (&deed, orders->ids[i], verb, error);

    if (title == NULL && deed.title != NULL)
      title = write_title (deed.title, orders->n);
    clear_deed (&deed);
    if (!is_done)
      return FALSE;
  }
  return title == NULL || gr_deed_set_title (gr_shop_database (shop), title, error);
}

/**
 * gr_order_deed_run:
 * @data: for the verb's act
 *
 * One deed on one order or several, all of them or none: looks whether each order's state allows it, does it and saves
 * the order.
 *
 * Returns: %FALSE with %GR_ERROR_REFUSED and the reason in words where the state of one does not allow it
 */
gboolean
gr_order_deed_run (GrShop *shop, const GrOrderSet *orders, const GrOrderVerb *verb, gconstpointer data, GError **error)
{
  return gr_shop_begin_deed (shop, verb->kind, NULL, error) &&
         gr_shop_end_deed (shop, act_on_all (shop, orders, verb, data, error), NULL, error);
}
