#pragma once

#include <gtk/gtk.h>

gboolean gr_one_stop_leaves (GtkWidget *widget, GtkDirectionType direction);
