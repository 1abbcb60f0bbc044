#include "family-choice.h"

#include "app/frame/reading.h"

#include "shop/stock/stock-view.h"

#include <glib/gi18n.h>

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  (void) factory;
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  (void) factory;
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
      gtk_string_object_get_string (GTK_STRING_OBJECT (gtk_list_item_get_item (item))));
}

/* Lets a long name be cut on the button, which would make the page wider than the window; in its list it is whole. */
static void
let_shrink (GtkDropDown *choice)
{
  g_autoptr (GtkListItemFactory) factory = NULL;

  if (gtk_drop_down_get_list_factory (choice))
    return;
  factory = gtk_signal_list_item_factory_new();
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_drop_down_set_list_factory (choice, gtk_drop_down_get_factory (choice));
  gtk_drop_down_set_factory (choice, factory);
}

/**
 * gr_family_choice_fill:
 *
 * Offers the families that the shop has now, and keeps the one that was chosen where it is still there.
 */
void
gr_family_choice_fill (GtkDropDown *choice, GArray *ids, GrShop *shop)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) families = gr_shop_families (shop, &error);
  g_autoptr (GtkStringList) names = gtk_string_list_new ((const char *const[]){_ ("All families"), NULL});
  gint64 kept = gr_family_choice_get (choice, ids);

  let_shrink (choice);
  if (!families)
    gr_reading_failed (choice, error);
  g_array_set_size (ids, 0);
  for (guint i = 0; families && i < families->len; i++) {
    const GrFamily *family = g_ptr_array_index (families, i);

    gtk_string_list_append (names, family->name);
    g_array_append_val (ids, family->id);
  }
  gtk_drop_down_set_model (choice, G_LIST_MODEL (names));
  gr_family_choice_set (choice, ids, kept);
}

/**
 * gr_family_choice_get:
 *
 * Returns: the chosen family's id, 0 for all
 */
gint64
gr_family_choice_get (GtkDropDown *choice, const GArray *ids)
{
  guint chosen = gtk_drop_down_get_selected (choice);

  return chosen > 0 && chosen <= ids->len ? g_array_index (ids, gint64, chosen - 1) : 0;
}

/**
 * gr_family_choice_set:
 *
 * Chooses a family; all, where there is none of that id.
 */
void
gr_family_choice_set (GtkDropDown *choice, const GArray *ids, gint64 family_id)
{
  guint chosen = 0;

  for (guint i = 0; i < ids->len && chosen == 0; i++)
    if (g_array_index (ids, gint64, i) == family_id)
      chosen = i + 1;
  gtk_drop_down_set_selected (choice, chosen);
}
