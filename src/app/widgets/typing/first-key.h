#pragma once

#include <gtk/gtk.h>

void gr_first_key_bind (GtkWidget *widget, guint keyval, GdkModifierType modifiers, const char *action);
