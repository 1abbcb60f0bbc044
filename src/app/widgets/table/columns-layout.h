#pragma once

#include <gtk/gtk.h>

/**
 * GrColumnsLayout:
 *
 * Two children in columns of the same width where there is room for both, else one below the other.
 *
 * Property: "end-is-tight": the second column is no wider than what it holds.
 */
#define GR_TYPE_COLUMNS_LAYOUT (gr_columns_layout_get_type())
G_DECLARE_FINAL_TYPE (GrColumnsLayout, gr_columns_layout, GR, COLUMNS_LAYOUT, GtkLayoutManager)
