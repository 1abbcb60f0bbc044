#pragma once

#include <gtk/gtk.h>

void gr_print_actions_install (GtkWidgetClass *widget_class);
void gr_print_actions_enable (GtkWidget *window, gboolean is_free);
