#pragma once

#include <gtk/gtk.h>

double gr_text_scale (GtkWidget *widget);
