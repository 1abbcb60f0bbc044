#pragma once

#include <gtk/gtk.h>

gboolean gr_keep_typed (GtkWindow *window);
void gr_close_dialogs (GtkWindow *window);
