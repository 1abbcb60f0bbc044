#include "fresh-text.h"

/**
 * gr_editable_set_fresh:
 *
 * As gtk_editable_set_text(), which up to GTK 4.8 can be undone in the field as if it had been typed; what stood there
 * before belongs to something else.
 */
void
gr_editable_set_fresh (GtkEditable *editable, const char *text)
{
  gtk_editable_set_text (editable, text);
  gtk_editable_set_enable_undo (editable, FALSE);
  gtk_editable_set_enable_undo (editable, TRUE);
}
