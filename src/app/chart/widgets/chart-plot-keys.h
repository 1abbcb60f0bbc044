#pragma once

#include <gtk/gtk.h>

void gr_chart_plot_keys_install (GtkWidgetClass *klass);
