#pragma once

#include <gtk/gtk.h>

void gr_editable_set_fresh (GtkEditable *editable, const char *text);
