#pragma once

#include <gtk/gtk.h>

void gr_decimal_key_add (GtkEditable *field);
