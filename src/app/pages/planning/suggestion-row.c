#include "suggestion-row.h"

#include "app/text/format.h"

#include <glib/gi18n.h>

static char *
say_when (GrShop *shop, const GrSuggestion *suggestion)
{
  GrDate today = gr_shop_today (shop);
  g_autofree char *order = gr_format_date_near (suggestion->order_on, today);
  g_autofree char *arrive = gr_format_date_near (suggestion->arrive_on, today);
  g_autofree char *needed = gr_format_date_near (suggestion->needed_on, today);
  g_autofree char *value =
      gr_format_money_currency (suggestion->value, gr_shop_currency_digits (shop), gr_shop_currency (shop));

  if (suggestion->is_late)
    /* Translators: "182.40 EUR · uses safety stock from 2 December; order today, arrives 8 December" */
    return g_strdup_printf (_ ("%s · uses safety stock from %s; order %s, arrives %s"), value, needed, order, arrive);
  /* Translators: "182.40 EUR · order by Friday, arrives 8 December" */
  return g_strdup_printf (_ ("%s · order by %s, arrives %s"), value, order, arrive);
}

static GtkWidget *
make_button (const GrSuggestion *suggestion)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Accept"));
  g_autofree char *name = g_strdup_printf (_ ("Accept the suggestion for %s"), suggestion->item_description);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Add it to the supplier’s draft order (Ctrl+Enter)"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "page.accept-item");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", suggestion->item_id);
  /* GTK 4.18 would have the button named by its label alone. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

/**
 * gr_suggestion_row_new:
 * @can_accept: whether it is the one to act on
 *
 * Returns: (transfer floating): an order that the plan suggests, for a boxed list
 */
GtkWidget *
gr_suggestion_row_new (GrShop *shop, const GrSuggestion *suggestion, gboolean can_accept)
{
  GtkWidget *row = adw_action_row_new();
  g_autofree char *qty = gr_format_qty_unit (suggestion->qty, suggestion->unit);
  g_autofree char *text = g_strdup_printf (_ ("Order %s from %s"), qty, suggestion->supplier_name);
  g_autofree char *title = g_markup_escape_text (text, -1);
  g_autofree char *when = say_when (shop, suggestion);
  g_autofree char *subtitle = g_markup_escape_text (when, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (can_accept)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_button (suggestion));
  return row;
}
