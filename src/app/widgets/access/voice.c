#include "voice.h"

#include <adwaita.h>

static void
name_text_cb (AdwPreferencesRow *row, GParamSpec *pspec, GtkAccessible *text)
{
  gtk_accessible_update_property (text, GTK_ACCESSIBLE_PROPERTY_LABEL, adw_preferences_row_get_title (row), -1);
}

/* The keyboard is with its text, of which libadwaita 1.2 tells nothing. */
static void
give_entry_row (GtkWidget *row)
{
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (row));

  g_object_set (text, "accessible-role", GTK_ACCESSIBLE_ROLE_TEXT_BOX, NULL);
  g_signal_connect_object (row, "notify::title", G_CALLBACK (name_text_cb), text, 0);
  name_text_cb (ADW_PREFERENCES_ROW (row), NULL, GTK_ACCESSIBLE (text));
}

/* The keyboard is with the button in it, which GTK 4.8 leaves without a name. */
static void
give_drop_down (GtkWidget *drop_down)
{
  GtkWidget *button = gtk_widget_get_first_child (drop_down);

  gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY, drop_down, NULL, -1);
}

/* Where it has no button, the keyboard scrolls it. */
static void
give_status_page (GtkWidget *page)
{
  GtkWidget *scrolled = gtk_widget_get_first_child (page);

  gtk_accessible_update_property (
      GTK_ACCESSIBLE (scrolled), GTK_ACCESSIBLE_PROPERTY_LABEL, adw_status_page_get_title (ADW_STATUS_PAGE (page)), -1);
}

/**
 * gr_voice_give:
 * @widget: an entry row, a drop-down or a status page that stays as it is, or what has some in it
 *
 * A screen reader says what it is that the keyboard has come to. To be called before it is shown.
 */
void
gr_voice_give (GtkWidget *widget)
{
  if (ADW_IS_ENTRY_ROW (widget)) {
    give_entry_row (widget);
    return;
  }
  if (GTK_IS_DROP_DOWN (widget)) {
    give_drop_down (widget);
    return;
  }
  if (ADW_IS_STATUS_PAGE (widget))
    give_status_page (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    gr_voice_give (child);
}
