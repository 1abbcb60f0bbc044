#pragma once

#include <gtk/gtk.h>

GtkWidget *gr_unread_new (const char *action_name);
void gr_unread_set_reason (GtkWidget *unread, const char *reason);
