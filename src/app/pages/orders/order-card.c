#include "order-card.h"

#include "app/frame/reading.h"
#include "receive-dialog.h"
#include "order-acts.h"
#include "order-lines.h"
#include "order-words.h"
#include "app/text/format.h"
#include "app/widgets/figures.h"
#include "app/widgets/typing/first-key.h"
#include "app/widgets/item-search.h"

#include "shop/purchasing/order-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _GrOrderCard {
  GtkWidget parent_instance;

  GtkWidget *stack;
  GtkWidget *nothing;
  GtkWidget *body;
  GtkWidget *number;
  GtkWidget *supplier;
  GtkWidget *badge;
  GtkWidget *sentence;
  GtkWidget *acts;
  GtkWidget *figures;
  GtkWidget *lines;
  GtkWidget *add;

  GrShop *shop;
  gint64 order_id;
  GrPurchaseOrder *order; /* (nullable): as it was read last */
  gboolean has_title;
};

enum { PROP_HAS_TITLE = 1, N_PROPERTIES };

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (GrOrderCard, gr_order_card, GTK_TYPE_WIDGET)

static void
open_supplier_cb (GrOrderCard *self)
{
  GrFrame *frame = gr_frame_of (self);

  if (frame && self->order)
    gr_frame_show_supplier (frame, self->order->supplier_id);
}

static void
show_date (GrOrderCard *self, const char *title, GrDate date)
{
  g_autofree char *text = gr_format_date (date);

  gr_figures_set (GR_FIGURES (self->figures), title, NULL, text);
}

static void
show_figures (GrOrderCard *self)
{
  GrFigures *figures = GR_FIGURES (self->figures);
  const GrPurchaseOrder *order = self->order;
  int digits = gr_shop_currency_digits (self->shop);
  g_autofree char *value = gr_format_money_currency (order->value, digits, gr_shop_currency (self->shop));
  g_autofree char *open = gr_format_money_currency (order->open_value, digits, gr_shop_currency (self->shop));
  g_autofree char *lines = gr_format_count (order->n_lines);

  gr_figures_set (figures, _ ("Value"), _ ("Ordered and not cancelled, at the order’s prices"), value);
  gr_figures_set (figures, _ ("Outstanding"), _ ("Not received yet, at the order’s prices"), open);
  gr_figures_set (figures, _ ("Lines"), NULL, lines);
  show_date (self, _ ("Created"), order->created_on);
  show_date (self, _ ("Sent"), order->sent_on);
  show_date (self, _ ("Expected"), order->expected_on);
}

static void
do_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GrOrderCard *self = GR_ORDER_CARD (widget);
  GrFrame *frame = gr_frame_of (self);

  if (frame && self->order && gr_order_acts_do (frame, self->order, name))
    gtk_widget_child_focus (self->acts, GTK_DIR_TAB_FORWARD);
}

static void
receive_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GrOrderCard *self = GR_ORDER_CARD (widget);
  GrFrame *frame = gr_frame_of (self);

  if (frame && self->order)
    gr_receive_dialog_present (frame, self->order);
}

/* Ctrl+Enter presses the suggested button. */
static void
go_on_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gr_act_bar_press_suggested (GR_ACT_BAR (GR_ORDER_CARD (widget)->acts));
}

static void
show_order (GrOrderCard *self)
{
  const GrPurchaseOrder *order = self->order;
  g_autofree char *sentence = gr_order_sentence (order, self->shop);
  GrBadgeFace face = gr_order_face (order, gr_shop_today (self->shop));
  gboolean is_draft = gr_order_state_allows (order->state, GR_ORDER_EDIT);

  gtk_label_set_text (GTK_LABEL (self->number), order->number);
  gtk_button_set_label (GTK_BUTTON (self->supplier), order->supplier_name);
  gr_badge_set_face (GR_BADGE (self->badge), &face);
  gtk_label_set_text (GTK_LABEL (self->sentence), sentence);
  gr_order_acts_show (GR_ACT_BAR (self->acts), order);
  show_figures (self);
  gtk_widget_set_visible (self->add, is_draft);
  gr_item_search_set_shop (GR_ITEM_SEARCH (self->add), self->shop, order->supplier_id);
}

/**
 * gr_order_card_refresh:
 *
 * Reads the order again; one that is no more (its making was undone) leaves an empty card.
 */
void
gr_order_card_refresh (GrOrderCard *self)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (GR_IS_ORDER_CARD (self));

  g_clear_pointer (&self->order, gr_purchase_order_free);
  if (self->shop && self->order_id)
    self->order = gr_shop_order (self->shop, self->order_id, &error);
  if (self->order && gr_order_lines_show (GR_ORDER_LINES (self->lines), self->shop, self->order, &error)) {
    show_order (self);
    gtk_stack_set_visible_child (GTK_STACK (self->stack), self->body);
  } else {
    gr_reading_failed (self, error);
    gr_order_lines_clear (GR_ORDER_LINES (self->lines));
    gtk_stack_set_visible_child (GTK_STACK (self->stack), self->nothing);
  }
}

/**
 * gr_order_card_show:
 *
 * Returns: %FALSE where there is no such order
 */
gboolean
gr_order_card_show (GrOrderCard *self, GrShop *shop, gint64 order_id)
{
  g_return_val_if_fail (GR_IS_ORDER_CARD (self), FALSE);

  g_set_object (&self->shop, shop);
  self->order_id = order_id;
  gr_order_card_refresh (self);
  return self->order != NULL;
}

void
gr_order_card_clear (GrOrderCard *self)
{
  g_return_if_fail (GR_IS_ORDER_CARD (self));

  g_clear_object (&self->shop);
  self->order_id = 0;
  gr_item_search_set_shop (GR_ITEM_SEARCH (self->add), NULL, 0);
  gr_order_card_refresh (self);
}

/**
 * gr_order_card_get_number:
 *
 * Returns: (nullable) (transfer none): the number of the order on show
 */
const char *
gr_order_card_get_number (GrOrderCard *self)
{
  g_return_val_if_fail (GR_IS_ORDER_CARD (self), NULL);
  return self->order ? self->order->number : NULL;
}

/**
 * gr_order_card_focus:
 *
 * Puts the cursor where work goes on: a draft waits for items.
 *
 * Returns: %FALSE where that is the list of lines
 */
gboolean
gr_order_card_focus (GrOrderCard *self)
{
  g_return_val_if_fail (GR_IS_ORDER_CARD (self), FALSE);
  return self->order && gtk_widget_get_visible (self->add) && gtk_widget_grab_focus (self->add);
}

/**
 * gr_order_card_scan:
 *
 * Adds what was scanned to a draft.
 *
 * Returns: %FALSE where the order is none
 */
gboolean
gr_order_card_scan (GrOrderCard *self, gint64 item_id, GrQty qty)
{
  g_return_val_if_fail (GR_IS_ORDER_CARD (self), FALSE);

  if (!self->order || !gr_order_state_allows (self->order->state, GR_ORDER_EDIT))
    return FALSE;
  gr_order_lines_add (GR_ORDER_LINES (self->lines), item_id, qty);
  return TRUE;
}

static void
item_chosen_cb (GrOrderCard *self, gint64 item_id, gint64 qty)
{
  gr_order_lines_add (GR_ORDER_LINES (self->lines), item_id, qty);
  gtk_widget_grab_focus (self->add);
}

static void
gr_order_card_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, GR_ORDER_CARD (object)->has_title);
}

static void
gr_order_card_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  GrOrderCard *self = GR_ORDER_CARD (object);

  self->has_title = g_value_get_boolean (value);
  gtk_widget_set_visible (self->number, self->has_title);
}

static void
gr_order_card_dispose (GObject *object)
{
  GrOrderCard *self = GR_ORDER_CARD (object);

  g_clear_pointer (&self->stack, gtk_widget_unparent);
  g_clear_pointer (&self->order, gr_purchase_order_free);
  g_clear_object (&self->shop);
  G_OBJECT_CLASS (gr_order_card_parent_class)->dispose (object);
}

static void
gr_order_card_class_init (GrOrderCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gr_order_card_dispose;
  G_OBJECT_CLASS (klass)->get_property = gr_order_card_get_property;
  G_OBJECT_CLASS (klass)->set_property = gr_order_card_set_property;
  properties[PROP_HAS_TITLE] =
      g_param_spec_boolean ("has-title", NULL, NULL, TRUE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPERTIES, properties);

  g_type_ensure (GR_TYPE_ACT_BAR);
  g_type_ensure (GR_TYPE_BADGE);
  g_type_ensure (GR_TYPE_FIGURES);
  g_type_ensure (GR_TYPE_ITEM_SEARCH);
  g_type_ensure (GR_TYPE_ORDER_LINES);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/granary/Granary/pages/orders/order-card.ui");
  gtk_widget_class_bind_template_child (widget_class, GrOrderCard, stack);
  gtk_widget_class_bind_template_child (widget_class, GrOrderCard, nothing);
  gtk_widget_class_bind_template_child (widget_class, GrOrderCard, body);
  gtk_widget_class_bind_template_child (widget_class, GrOrderCard, number);
  gtk_widget_class_bind_template_child (widget_class, GrOrderCard, supplier);
  gtk_widget_class_bind_template_child (widget_class, GrOrderCard, badge);
  gtk_widget_class_bind_template_child (widget_class, GrOrderCard, sentence);
  gtk_widget_class_bind_template_child (widget_class, GrOrderCard, acts);
  gtk_widget_class_bind_template_child (widget_class, GrOrderCard, figures);
  gtk_widget_class_bind_template_child (widget_class, GrOrderCard, lines);
  gtk_widget_class_bind_template_child (widget_class, GrOrderCard, add);
  gtk_widget_class_bind_template_callback (widget_class, item_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_supplier_cb);
  gr_order_acts_install (widget_class, do_cb);
  gtk_widget_class_install_action (widget_class, "order.receive", NULL, receive_cb);
  gtk_widget_class_install_action (widget_class, "order.go-on", NULL, go_on_cb);
}

static void
gr_order_card_init (GrOrderCard *self)
{
  self->has_title = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gr_first_key_bind (GTK_WIDGET (self), GDK_KEY_Return, GDK_CONTROL_MASK, "order.go-on");
}
