#pragma once

#include <gtk/gtk.h>

void gr_pane_keys_attach (GtkWindow *window);
