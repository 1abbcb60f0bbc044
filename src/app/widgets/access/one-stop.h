#pragma once

#include <adwaita.h>

/**
 * GrOneStop:
 *
 * Holds a list box: Tab comes to one of its rows and leaves it again; from row to row go the arrows.
 */
#define GR_TYPE_ONE_STOP (gr_one_stop_get_type())
G_DECLARE_FINAL_TYPE (GrOneStop, gr_one_stop, GR, ONE_STOP, AdwBin)

gboolean gr_one_stop_leaves (GtkWidget *widget, GtkDirectionType direction);
