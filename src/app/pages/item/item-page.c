#include "item-page.h"

#include "item-view.h"

#include <glib/gi18n.h>

struct _GrItemPage {
  GrPage parent_instance;

  GtkWidget *view;
};

G_DEFINE_FINAL_TYPE (GrItemPage, gr_item_page, GR_TYPE_PAGE)

static void
show_title (GrItemPage *self)
{
  const GrItemCard *card = gr_item_view_get_card (GR_ITEM_VIEW (self->view));
  g_autofree char *subtitle = NULL;

  if (!card) {
    gr_page_set_title (GR_PAGE (self), _ ("Item"), NULL);
    gr_page_set_act (GR_PAGE (self), NULL, FALSE);
    return;
  }
  subtitle = card->item->family ? g_strdup_printf ("%s · %s", card->item->code, card->item->family)
                                : g_strdup (card->item->code);
  gr_page_set_title (GR_PAGE (self), *card->item->description ? card->item->description : card->item->code, subtitle);
}

static gboolean
open_item (GrPage *page, gint64 id)
{
  GrItemPage *self = GR_ITEM_PAGE (page);
  gboolean is_found = gr_item_view_show_item (GR_ITEM_VIEW (self->view), gr_page_get_shop (page), id);

  show_title (self);
  return is_found;
}

static void
shop_set (GrPage *page)
{
  gr_item_view_clear (GR_ITEM_VIEW (GR_ITEM_PAGE (page)->view));
}

static void
refresh (GrPage *page, GrNouns what)
{
  GrItemPage *self = GR_ITEM_PAGE (page);

  gr_item_view_refresh (GR_ITEM_VIEW (self->view));
  show_title (self);
}

static gboolean
go_back (GrPage *page)
{
  return gr_item_view_close_why (GR_ITEM_VIEW (GR_ITEM_PAGE (page)->view));
}

static gboolean
focus (GrPage *page)
{
  return gr_item_view_focus (GR_ITEM_VIEW (GR_ITEM_PAGE (page)->view));
}

static void
why_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gr_item_view_toggle_why (GR_ITEM_VIEW (GR_ITEM_PAGE (widget)->view));
}

static void
adjust_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gr_item_view_adjust (GR_ITEM_VIEW (GR_ITEM_PAGE (widget)->view));
}

static void
gr_item_page_class_init (GrItemPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GrPageClass *page_class = GR_PAGE_CLASS (klass);

  page_class->open = open_item;
  page_class->shop_set = shop_set;
  page_class->refresh = refresh;
  page_class->go_back = go_back;
  page_class->focus = focus;
  g_type_ensure (GR_TYPE_ITEM_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/granary/Granary/pages/item/item-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GrItemPage, view);
  gtk_widget_class_install_action (widget_class, "page.why", NULL, why_cb);
  gtk_widget_class_install_action (widget_class, "page.adjust", NULL, adjust_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_ALT_MASK, "page.why", NULL);
}

static void
gr_item_page_init (GrItemPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
