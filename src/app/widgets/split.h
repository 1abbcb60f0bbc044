#pragma once

#include <gtk/gtk.h>

/**
 * GrSplit:
 *
 * A list and the detail of what is selected in it, beside each other where there is room; else the list alone, or,
 * where the page asks for it, the detail alone. A detail that is not visible leaves all room to the list.
 *
 * Properties: "list", "detail" (each a widget), "detail-percent" of the width that the detail takes, "shows-detail"
 * where there is room for one only, "is-split" (read only).
 */
#define GR_TYPE_SPLIT (gr_split_get_type())
G_DECLARE_FINAL_TYPE (GrSplit, gr_split, GR, SPLIT, GtkWidget)

gboolean gr_split_is_split (GrSplit *self);
gboolean gr_split_shows_detail (GrSplit *self);
