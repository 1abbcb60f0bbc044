#pragma once

#include <gtk/gtk.h>

void gr_voice_give (GtkWidget *widget);
