#include "family-choice.h"

#include "shop/stock-view.h"

#include <glib/gi18n.h>

/**
 * gr_family_choice_fill:
 *
 * Offers the families that the shop has now, and keeps the one that was chosen where it is still there.
 */
void
gr_family_choice_fill (GtkDropDown *choice, GArray *ids, GrShop *shop)
{
  g_autoptr (GPtrArray) families = gr_shop_families (shop, NULL);
  g_autoptr (GtkStringList) names = gtk_string_list_new ((const char *const[]){_ ("All families"), NULL});
  gint64 kept = gr_family_choice_get (choice, ids);

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
