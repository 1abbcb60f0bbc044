#include "first-key.h"

/**
 * gr_first_key_bind:
 * @action: its name, found from @widget on
 *
 * Lets a key do something in a widget before a list or an entry inside takes it for itself.
 */
void
gr_first_key_bind (GtkWidget *widget, guint keyval, GdkModifierType modifiers, const char *action)
{
  GtkEventController *keys = gtk_shortcut_controller_new();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (keyval, modifiers), gtk_named_action_new (action)));
  gtk_widget_add_controller (widget, keys);
}
