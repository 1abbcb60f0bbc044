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
 * Button:
 * @deed: (nullable): %NULL where a dialog comes first
 * @done: what is said afterwards, with the order's number
 * @failed: the heading above the reason why not
 */
typedef struct {
  GrOrderAct act;
  const char *label;
  const char *tooltip;
  Deed deed;
  const char *done;
  const char *failed;
} Button;

/* In the order in which an order goes its way; the first one that its state allows is the suggested one. */
static const Button buttons[] = {
    {GR_ORDER_APPROVE, N_ ("Approve"), N_ ("What is on the order is right and may be sent"), gr_shop_approve_order,
        N_ ("%s is approved"), N_ ("The order was not approved")},
    {GR_ORDER_SEND, N_ ("Send to supplier"), N_ ("The supplier has the order from now on"), gr_shop_send_order,
        N_ ("%s is sent"), N_ ("The order was not sent")},
    {GR_ORDER_RECEIVE, N_ ("Receive…"), N_ ("Goods have come: put them into stock"), NULL, NULL, NULL},
    {GR_ORDER_CLOSE, N_ ("Close"), N_ ("The order is settled; what has not come is not expected any more"),
        gr_shop_close_order, N_ ("%s is closed"), N_ ("The order was not closed")},
    {GR_ORDER_REOPEN, N_ ("Back to draft"), N_ ("Change what is on the order once more"), gr_shop_reopen_order,
        N_ ("%s is a draft again"), N_ ("The order was not changed")},
    {GR_ORDER_HOLD, N_ ("Put on hold"), N_ ("Stop the order from going on until the hold is taken off"), put_on_hold,
        N_ ("%s is on hold"), N_ ("The order was not put on hold")},
    {GR_ORDER_CANCEL, N_ ("Cancel order"), N_ ("Nothing of the order will come"), gr_shop_cancel_order,
        N_ ("%s is cancelled"), N_ ("The order was not cancelled")},
};

static const Button off_hold = {GR_ORDER_HOLD, N_ ("Take the hold off"), N_ ("Let the order go on"), take_hold_off,
    N_ ("%s goes on"), N_ ("The hold was not taken off")};

static const Button *
button_for (const GrPurchaseOrder *order, GrOrderAct act)
{
  if (act == GR_ORDER_HOLD && order->is_on_hold)
    return &off_hold;
  for (gsize i = 0; i < G_N_ELEMENTS (buttons); i++)
    if (buttons[i].act == act)
      return &buttons[i];
  return NULL;
}

static void
clicked_cb (GtkWidget *box, GtkWidget *button)
{
  GrOrderActCalled called = (GrOrderActCalled) g_object_get_data (G_OBJECT (box), "called");
  const Button *face = g_object_get_data (G_OBJECT (button), "face");

  called (face->act, g_object_get_data (G_OBJECT (box), "user-data"));
}

static void
add_button (GtkWidget *box, const Button *face)
{
  GtkWidget *button = gtk_button_new_with_label (_ (face->label));

  gtk_widget_set_tooltip_text (button, _ (face->tooltip));
  gtk_widget_set_visible (button, FALSE);
  g_object_set_data (G_OBJECT (button), "face", (gpointer) face);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), box, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);
}

/**
 * gr_order_acts_make:
 * @box: an empty #GtkBox
 * @called: what to do when a button is pressed
 *
 * Fills @box with all buttons that an order can have; gr_order_acts_show() shows those of one.
 */
void
gr_order_acts_make (GtkWidget *box, GrOrderActCalled called, gpointer user_data)
{
  g_object_set_data (G_OBJECT (box), "called", (gpointer) called);
  g_object_set_data (G_OBJECT (box), "user-data", user_data);
  add_button (box, &off_hold);
  for (gsize i = 0; i < G_N_ELEMENTS (buttons); i++)
    add_button (box, &buttons[i]);
}

/**
 * gr_order_acts_show:
 *
 * A button for all that the order's state allows. What is on hold is asked to go on first; nothing is suggested for an
 * order that is empty.
 */
void
gr_order_acts_show (GtkWidget *box, const GrPurchaseOrder *order)
{
  gboolean is_held = order->is_on_hold && gr_order_state_allows (order->state, GR_ORDER_HOLD);
  gboolean has_suggested = order->n_lines == 0 && !is_held;
  gboolean has_any = FALSE;

  for (GtkWidget *child = gtk_widget_get_first_child (box); child; child = gtk_widget_get_next_sibling (child)) {
    const Button *face = g_object_get_data (G_OBJECT (child), "face");
    gboolean is_shown = gr_order_state_allows (order->state, face->act) && button_for (order, face->act) == face;

    if (is_shown && !has_suggested)
      gtk_widget_add_css_class (child, "suggested-action");
    else
      gtk_widget_remove_css_class (child, "suggested-action");
    gtk_widget_set_visible (child, is_shown);
    has_suggested |= is_shown;
    has_any |= is_shown;
  }
  gtk_widget_set_visible (box, has_any);
}

/**
 * gr_order_acts_do:
 * @act: one that needs no more than the order
 *
 * Does the deed and says so, or says why not.
 */
gboolean
gr_order_acts_do (GrFrame *frame, const GrPurchaseOrder *order, GrOrderAct act)
{
  const Button *button = button_for (order, act);
  g_autoptr (GError) error = NULL;
  g_autofree char *number = g_strdup (order->number);
  g_autofree char *text = NULL;

  g_return_val_if_fail (button && button->deed, FALSE);

  if (!button->deed (gr_frame_get_shop (frame), order->id, &error)) {
    gr_frame_say_error (frame, _ (button->failed), error);
    return FALSE;
  }
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  text = g_strdup_printf (_ (button->done), number);
#pragma GCC diagnostic pop
  gr_frame_offer_undo (frame, text);
  return TRUE;
}
