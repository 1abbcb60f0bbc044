#include "order-page.h"

#include "order-card.h"

#include <glib/gi18n.h>

struct _GrOrderPage {
  GrPage parent_instance;

  GtkWidget *card;
};

G_DEFINE_FINAL_TYPE (GrOrderPage, gr_order_page, GR_TYPE_PAGE)

static void
show_title (GrOrderPage *self)
{
  const char *number = gr_order_card_get_number (GR_ORDER_CARD (self->card));

  gr_page_set_title (GR_PAGE (self), number ? number : _ ("Purchase order"), NULL);
}

static void
gr_order_page_shop_set (GrPage *page)
{
  gr_order_card_clear (GR_ORDER_CARD (GR_ORDER_PAGE (page)->card));
}

static void
gr_order_page_refresh (GrPage *page, GrNouns what)
{
  if (!(what & (GR_NOUN_ORDERS | GR_NOUN_SUPPLIERS | GR_NOUN_ITEMS | GR_NOUN_SETTINGS)))
    return;
  gr_order_card_refresh (GR_ORDER_CARD (GR_ORDER_PAGE (page)->card));
  show_title (GR_ORDER_PAGE (page));
}

static gboolean
gr_order_page_open (GrPage *page, gint64 order_id)
{
  GrOrderPage *self = GR_ORDER_PAGE (page);
  gboolean is_there = gr_order_card_show (GR_ORDER_CARD (self->card), gr_page_get_shop (page), order_id);

  show_title (self);
  return is_there;
}

static gboolean
gr_order_page_focus (GrPage *page)
{
  return gr_order_card_focus (GR_ORDER_CARD (GR_ORDER_PAGE (page)->card));
}

static gboolean
gr_order_page_scan (GrPage *page, gint64 item_id, GrQty qty)
{
  return gr_order_card_scan (GR_ORDER_CARD (GR_ORDER_PAGE (page)->card), item_id, qty);
}

static void
gr_order_page_class_init (GrOrderPageClass *klass)
{
  GrPageClass *page_class = GR_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  page_class->shop_set = gr_order_page_shop_set;
  page_class->refresh = gr_order_page_refresh;
  page_class->open = gr_order_page_open;
  page_class->focus = gr_order_page_focus;
  page_class->scan = gr_order_page_scan;

  g_type_ensure (GR_TYPE_ORDER_CARD);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/granary/Granary/pages/orders/order-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GrOrderPage, card);
}

static void
gr_order_page_init (GrOrderPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
