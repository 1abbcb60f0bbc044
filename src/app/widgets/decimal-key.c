#include "decimal-key.h"

#include <langinfo.h>

static gboolean
key_cb (GtkText *text, guint key, guint code, GdkModifierType state)
{
  GtkEditable *editable = GTK_EDITABLE (text);
  int at;

  if ((key != GDK_KEY_KP_Decimal && key != GDK_KEY_KP_Separator) || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) ||
      !gtk_editable_get_editable (editable))
    return GDK_EVENT_PROPAGATE;
  gtk_editable_delete_selection (editable);
  at = gtk_editable_get_position (editable);
  gtk_editable_insert_text (editable, nl_langinfo (RADIXCHAR), -1, &at);
  gtk_editable_set_position (editable, at);
  return GDK_EVENT_STOP;
}

/**
 * gr_decimal_key_add:
 * @field: where a number is typed
 *
 * The decimal key of the keypad types there what the locale parts decimals by, whatever the keyboard's layout prints on
 * it: "3,125" in German.
 */
void
gr_decimal_key_add (GtkEditable *field)
{
  GtkEventController *keys = gtk_event_controller_key_new();
  GtkEditable *text = gtk_editable_get_delegate (field);

  while (text && gtk_editable_get_delegate (text))
    text = gtk_editable_get_delegate (text);
  if (!text)
    text = field;
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), text, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (text), keys);
}
