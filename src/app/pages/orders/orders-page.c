#include "orders-page.h"

#include "app/frame/reading.h"
#include "supplier-choice-dialog.h"
#include "order-card.h"
#include "order-table.h"
#include "app/widgets/chips.h"
#include "app/widgets/split.h"
#include "app/frame/frame.h"

#include "shop/purchasing/order-view.h"
#include "shop/purchasing/orders.h"

#include <glib/gi18n.h>

#define SHOWN_ORDERS 2000

/* Chips beside the states. */
enum { CHIP_OPEN = GR_N_ORDER_STATES, CHIP_LATE, CHIP_ALL };

struct _GrOrdersPage {
  GrPage parent_instance;

  GtkWidget *chips;
  GtkWidget *split;
  GtkWidget *table;
  GtkWidget *card;
};

G_DEFINE_FINAL_TYPE (GrOrdersPage, gr_orders_page, GR_TYPE_PAGE)

static GrOrderFilter
filter_of (GrOrdersPage *self, int chip)
{
  const char *search = gr_page_get_search (GR_PAGE (self));
  GrOrderFilter filter = GR_ORDER_FILTER_ALL;

  filter.search = *search ? search : NULL;
  if (chip == CHIP_OPEN)
    filter.only_open = TRUE;
  else if (chip == CHIP_LATE)
    filter.late_on = gr_shop_today (gr_page_get_shop (GR_PAGE (self)));
  else if (chip < GR_N_ORDER_STATES)
    filter.state = chip;
  return filter;
}

static void
show_empty (GrOrdersPage *self)
{
  gboolean is_search = *gr_page_get_search (GR_PAGE (self)) != '\0';
  gboolean has_any = gr_chips_get_chosen (GR_CHIPS (self->chips)) != CHIP_OPEN;
  GrTableEmpty found = {"system-search-symbolic", _ ("No orders found"),
      _ ("Search by order number, supplier or item code."), NULL, NULL};
  GrTableEmpty chip = {"gr-orders-symbolic", _ ("No orders found"), _ ("No order has this status."), NULL, NULL};
  GrTableEmpty none = {"gr-orders-symbolic", _ ("No orders yet"),
      _ ("Accept suggestions of the plan, or create an order yourself."), _ ("New order"), "win.act"};

  gr_order_table_set_empty (GR_ORDER_TABLE (self->table), is_search ? &found : has_any ? &chip : &none);
}

static void
show_selected (GrOrdersPage *self)
{
  GrShop *shop = gr_page_get_shop (GR_PAGE (self));
  gint64 id = gr_order_table_get_selected (GR_ORDER_TABLE (self->table));

  if (!gr_split_is_split (GR_SPLIT (self->split)) || id == 0)
    gr_order_card_clear (GR_ORDER_CARD (self->card));
  else
    gr_order_card_show (GR_ORDER_CARD (self->card), shop, id);
}

static void
show_list (GrOrdersPage *self)
{
  GrShop *shop = gr_page_get_shop (GR_PAGE (self));
  GrOrderFilter filter = filter_of (self, gr_chips_get_chosen (GR_CHIPS (self->chips)));
  g_autoptr (GError) error = NULL;
  GPtrArray *orders;

  if (!shop)
    return;
  orders = gr_shop_orders (shop, &filter, SHOWN_ORDERS, &error);
  if (!orders) {
    gr_reading_failed (self, error);
    return;
  }
  show_empty (self);
  gr_order_table_take (GR_ORDER_TABLE (self->table), shop, orders);
  if (gr_order_table_get_selected (GR_ORDER_TABLE (self->table)) == 0)
    gr_order_table_select (GR_ORDER_TABLE (self->table), 0);
}

static gint64
count_late (GrOrdersPage *self)
{
  GrOrderFilter filter = filter_of (self, CHIP_LATE);
  g_autoptr (GPtrArray) late = NULL;
  g_autoptr (GError) error = NULL;

  filter.search = NULL;
  late = gr_shop_orders (gr_page_get_shop (GR_PAGE (self)), &filter, SHOWN_ORDERS, &error);
  if (!late)
    gr_reading_failed (self, error);
  return late ? late->len : 0;
}

static gboolean
show_counts (GrOrdersPage *self)
{
  GrChips *chips = GR_CHIPS (self->chips);
  gint64 counts[GR_N_ORDER_STATES] = {0};
  gint64 n_open = 0, n_all = 0;
  g_autoptr (GError) error = NULL;

  if (!gr_shop_order_counts (gr_page_get_shop (GR_PAGE (self)), counts, &error)) {
    gr_reading_failed (self, error);
    return FALSE;
  }
  for (int state = 0; state < GR_N_ORDER_STATES; state++) {
    gr_chips_set_count (chips, state, counts[state]);
    n_open += gr_order_state_is_open ((GrOrderState) state) ? counts[state] : 0;
    n_all += counts[state];
  }
  gr_chips_set_count (chips, CHIP_OPEN, n_open);
  gr_chips_set_count (chips, CHIP_LATE, count_late (self));
  gr_chips_set_count (chips, CHIP_ALL, n_all);
  gtk_widget_set_visible (self->chips, n_all > 0);
  gtk_widget_set_visible (self->card, n_all > 0);
  return TRUE;
}

static void
gr_orders_page_shop_set (GrPage *page)
{
  GrOrdersPage *self = GR_ORDERS_PAGE (page);

  gr_order_card_clear (GR_ORDER_CARD (self->card));
  gr_order_table_clear (GR_ORDER_TABLE (self->table));
}

static void
gr_orders_page_refresh (GrPage *page, GrNouns what)
{
  GrOrdersPage *self = GR_ORDERS_PAGE (page);
  gint64 before = gr_order_table_get_selected (GR_ORDER_TABLE (self->table));

  if (!(what & (GR_NOUN_ORDERS | GR_NOUN_SUPPLIERS | GR_NOUN_ITEMS | GR_NOUN_SETTINGS)))
    return;
  if (!show_counts (self))
    return;
  show_list (self);
  if (before == gr_order_table_get_selected (GR_ORDER_TABLE (self->table)))
    gr_order_card_refresh (GR_ORDER_CARD (self->card));
}

static void
gr_orders_page_search (GrPage *page, const char *text)
{
  show_list (GR_ORDERS_PAGE (page));
}

static guint
gr_orders_page_count_waiting (GrPage *page)
{
  gint64 counts[GR_N_ORDER_STATES];
  g_autoptr (GError) error = NULL;

  if (!gr_shop_order_counts (gr_page_get_shop (page), counts, &error)) {
    gr_reading_failed (page, error);
    return 0;
  }
  return (guint) (counts[GR_ORDER_DRAFT] + counts[GR_ORDER_APPROVED]);
}

static void
supplier_chosen_cb (GrFrame *frame, gint64 supplier_id)
{
  g_autoptr (GError) error = NULL;
  gint64 order_id = gr_shop_new_order (gr_frame_get_shop (frame), supplier_id, &error);

  if (order_id == 0)
    gr_frame_say_error (frame, _ ("The order was not created"), error);
  else
    gr_frame_show_order (frame, order_id);
}

static void
gr_orders_page_act (GrPage *page)
{
  gr_supplier_choice_dialog_present (gr_frame_of (page), supplier_chosen_cb);
}

static void
activated_cb (GrOrdersPage *self, gint64 order_id)
{
  GrFrame *frame = gr_frame_of (self);

  if (frame)
    gr_frame_show_order (frame, order_id);
}

static void
gr_orders_page_class_init (GrOrdersPageClass *klass)
{
  GrPageClass *page_class = GR_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  page_class->shop_set = gr_orders_page_shop_set;
  page_class->refresh = gr_orders_page_refresh;
  page_class->search = gr_orders_page_search;
  page_class->act = gr_orders_page_act;
  page_class->count_waiting = gr_orders_page_count_waiting;

  g_type_ensure (GR_TYPE_CHIPS);
  g_type_ensure (GR_TYPE_ORDER_CARD);
  g_type_ensure (GR_TYPE_ORDER_TABLE);
  g_type_ensure (GR_TYPE_SPLIT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/granary/Granary/pages/orders/orders-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GrOrdersPage, chips);
  gtk_widget_class_bind_template_child (widget_class, GrOrdersPage, split);
  gtk_widget_class_bind_template_child (widget_class, GrOrdersPage, table);
  gtk_widget_class_bind_template_child (widget_class, GrOrdersPage, card);
  gtk_widget_class_bind_template_callback (widget_class, show_list);
  gtk_widget_class_bind_template_callback (widget_class, show_selected);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
add_chips (GrOrdersPage *self)
{
  gr_chips_add (GR_CHIPS (self->chips),
      &(GrChip){CHIP_OPEN, _ ("Open"), NULL, NULL, _ ("Orders that are not received, closed or cancelled yet")});
  gr_chips_add (GR_CHIPS (self->chips),
      &(GrChip){CHIP_LATE, _ ("Late"), "dialog-warning-symbolic", "error", _ ("Sent, and should have arrived by now")});
  for (int state = 0; state < GR_N_ORDER_STATES; state++)
    gr_chips_add (
        GR_CHIPS (self->chips), &(GrChip){state, gr_order_state_title ((GrOrderState) state), NULL, NULL, NULL});
  gr_chips_add (GR_CHIPS (self->chips), &(GrChip){CHIP_ALL, _ ("All"), NULL, NULL, NULL});
}

static void
gr_orders_page_init (GrOrdersPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gr_order_table_remember (GR_ORDER_TABLE (self->table), "orders");
  add_chips (self);
}
