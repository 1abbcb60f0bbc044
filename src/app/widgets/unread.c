#include "unread.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/**
 * gr_unread_new:
 * @action_name: what Try again does
 *
 * Returns: what stands in the place of something that could not be read; see gr_unread_set_reason()
 */
GtkWidget *
gr_unread_new (const char *action_name)
{
  GtkWidget *status = adw_status_page_new();
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Try again"));

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (status), "dialog-error-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (status), _ ("The shop file can’t be read"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action_name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Try again"), -1);
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (button, "suggested-action");
  adw_status_page_set_child (ADW_STATUS_PAGE (status), button);
  return status;
}

/**
 * gr_unread_set_reason:
 * @reason: a sentence, plain text
 */
void
gr_unread_set_reason (GtkWidget *unread, const char *reason)
{
  g_autofree char *markup = g_markup_escape_text (reason, -1);

  adw_status_page_set_description (ADW_STATUS_PAGE (unread), markup);
}
