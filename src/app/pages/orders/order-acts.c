#include "order-acts.h"

#include "shop/purchasing/orders.h"

#include <glib/gi18n.h>

typedef gboolean (*Deed) (GrShop *shop, gint64 order_id, GError **error);

static gboolean
put_on_hold (GrShop *shop, gint64 order_id, GError **error)
{
  return gr_shop_hold_order (shop, order_id, TRUE, error);
}

static gboolean
take_hold_off (GrShop *shop, gint64 order_id, GError **error)
{
  return gr_shop_hold_order (shop, order_id, FALSE, error);
}

/**
 * Act:
 * @action: of whoever shows the order
 * @deed: (nullable): %NULL where a dialog comes first
 * @done: what is said afterwards, with the order's number
 * @failed: the heading above the reason why not
 */
typedef struct {
  GrOrderAct act;
  const char *action;
  const char *label;
  const char *tooltip;
  Deed deed;
  const char *done;
  const char *failed;
} Act;

/* In the order in which an order goes its way; the first one that its state allows is the suggested one. */
static const Act acts[] = {
    {GR_ORDER_HOLD, "order.release", N_ ("Resume"), N_ ("Make the order active again"), take_hold_off,
        N_ ("%s is active again"), N_ ("The order could not be resumed")},
    {GR_ORDER_APPROVE, "order.approve", N_ ("Approve"), N_ ("The order is correct and may be sent"),
        gr_shop_approve_order, N_ ("%s is approved"), N_ ("The order was not approved")},
    {GR_ORDER_SEND, GR_ORDER_ACTION_SEND, N_ ("Send to supplier"), N_ ("Record that the supplier has the order"),
        gr_shop_send_order, N_ ("%s is sent"), N_ ("The order was not sent")},
    {GR_ORDER_RECEIVE, "order.receive", N_ ("Receive…"), N_ ("Record goods received and put them into stock"), NULL,
        NULL, NULL},
    {GR_ORDER_CLOSE, "order.close", N_ ("Close"),
        N_ ("The order is settled; what was not received is no longer expected"), gr_shop_close_order,
        N_ ("%s is closed"), N_ ("The order was not closed")},
    {GR_ORDER_REOPEN, "order.reopen", N_ ("Back to draft"), N_ ("Change the order again"), gr_shop_reopen_order,
        N_ ("%s is a draft again"), N_ ("The order was not changed")},
    {GR_ORDER_HOLD, "order.hold", N_ ("Put on hold"), N_ ("Stop the order until it is resumed"), put_on_hold,
        N_ ("%s is on hold"), N_ ("The order was not put on hold")},
    {GR_ORDER_CANCEL, "order.cancel", N_ ("Cancel order"), N_ ("The goods of this order won’t come"),
        gr_shop_cancel_order, N_ ("%s is cancelled"), N_ ("The order was not cancelled")},
};

/**
 * gr_order_acts_install:
 * @do_cb: for every action that needs no more than the order: gr_order_acts_do() does it
 */
void
gr_order_acts_install (GtkWidgetClass *widget_class, GtkWidgetActionActivateFunc do_cb)
{
  for (gsize i = 0; i < G_N_ELEMENTS (acts); i++)
    if (acts[i].deed)
      gtk_widget_class_install_action (widget_class, acts[i].action, NULL, do_cb);
}

static gboolean
is_allowed (const Act *act, const GrPurchaseOrder *order)
{
  if (act->act == GR_ORDER_HOLD && order->is_on_hold != (act->deed == take_hold_off))
    return FALSE;
  return gr_order_state_allows (order->state, act->act);
}

/**
 * gr_order_acts_show:
 *
 * A button for all that the order's state allows. What is on hold is asked to go on first; nothing is suggested for an
 * order that is empty.
 */
void
gr_order_acts_show (GrActBar *bar, const GrPurchaseOrder *order)
{
  gboolean is_held = order->is_on_hold && gr_order_state_allows (order->state, GR_ORDER_HOLD);
  gboolean may_suggest = order->n_lines > 0 || is_held;
  GrAct shown[G_N_ELEMENTS (acts)];
  gsize n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (acts); i++)
    if (is_allowed (&acts[i], order)) {
      shown[n] = (GrAct){_ (acts[i].label), _ (acts[i].tooltip), acts[i].action, may_suggest && n == 0};
      n++;
    }
  gr_act_bar_show (bar, shown, n);
}

static const Act *
find_act (const char *action)
{
  for (gsize i = 0; i < G_N_ELEMENTS (acts); i++)
    if (g_str_equal (acts[i].action, action))
      return &acts[i];
  return NULL;
}

/**
 * gr_order_acts_do:
 * @action: one that gr_order_acts_install() installed
 *
 * Does the deed and says so, or says why not.
 */
gboolean
gr_order_acts_do (GrFrame *frame, const GrPurchaseOrder *order, const char *action)
{
  const Act *act = find_act (action);
  g_autoptr (GError) error = NULL;
  g_autofree char *number = g_strdup (order->number);
  g_autofree char *text = NULL;

  g_return_val_if_fail (act && act->deed, FALSE);

  if (!act->deed (gr_frame_get_shop (frame), order->id, &error)) {
    gr_frame_say_error (frame, _ (act->failed), error);
    return FALSE;
  }
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  text = g_strdup_printf (_ (act->done), number);
#pragma GCC diagnostic pop
  gr_frame_offer_undo (frame, text);
  return TRUE;
}
