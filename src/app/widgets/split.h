#pragma once

#include <gtk/gtk.h>

/**
 * GrSplit:
 *
 * A list and the detail of what is selected in it, beside each other where there is room; else the list alone.
 *
 * Properties: "list", "detail" (each a widget), "is-split" (read only).
 */
#define GR_TYPE_SPLIT (gr_split_get_type())
G_DECLARE_FINAL_TYPE (GrSplit, gr_split, GR, SPLIT, GtkWidget)

gboolean
gr_split_is_split (GrSplit *self);
