#include "supplier-page.h"

#include "supplier-card.h"

#include <glib/gi18n.h>

struct _GrSupplierPage {
  GrPage parent_instance;

  GtkWidget *card;
};

G_DEFINE_FINAL_TYPE (GrSupplierPage, gr_supplier_page, GR_TYPE_PAGE)

static void
show_title (GrSupplierPage *self)
{
  const char *name = gr_supplier_card_get_name (GR_SUPPLIER_CARD (self->card));

  gr_page_set_title (GR_PAGE (self), name ? name : _ ("Supplier"), NULL);
}

static void
gr_supplier_page_shop_set (GrPage *page)
{
  gr_supplier_card_clear (GR_SUPPLIER_CARD (GR_SUPPLIER_PAGE (page)->card));
}

static void
gr_supplier_page_refresh (GrPage *page, GrNouns what)
{
  gr_supplier_card_refresh (GR_SUPPLIER_CARD (GR_SUPPLIER_PAGE (page)->card));
  show_title (GR_SUPPLIER_PAGE (page));
}

static gboolean
gr_supplier_page_open (GrPage *page, gint64 supplier_id)
{
  GrSupplierPage *self = GR_SUPPLIER_PAGE (page);
  gboolean is_there = gr_supplier_card_show (GR_SUPPLIER_CARD (self->card), gr_page_get_shop (page), supplier_id);

  show_title (self);
  return is_there;
}

static void
gr_supplier_page_class_init (GrSupplierPageClass *klass)
{
  GrPageClass *page_class = GR_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  page_class->shop_set = gr_supplier_page_shop_set;
  page_class->refresh = gr_supplier_page_refresh;
  page_class->open = gr_supplier_page_open;

  g_type_ensure (GR_TYPE_SUPPLIER_CARD);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/granary/Granary/pages/suppliers/supplier-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GrSupplierPage, card);
}

static void
gr_supplier_page_init (GrSupplierPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
