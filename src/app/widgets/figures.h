#pragma once

#include <gtk/gtk.h>

/**
 * GrFigures:
 *
 * A few key numbers, each under its name, as many beside each other as fit.
 */
#define GR_TYPE_FIGURES (gr_figures_get_type())
G_DECLARE_FINAL_TYPE (GrFigures, gr_figures, GR, FIGURES, GtkWidget)

void gr_figures_set (GrFigures *self, const char *title, const char *tooltip, const char *value);
