#pragma once

#include <gtk/gtk.h>

/**
 * GrColumnsLayout:
 *
 * Two children in columns of the same width where there is room for both, else one below the other.
 *
 * Properties: "end-is-tight": the second column is no wider than what it holds; "least-width": of a column, in pixels
 * at 100 % text, below which one stands under the other.
 */
#define GR_TYPE_COLUMNS_LAYOUT (gr_columns_layout_get_type())
G_DECLARE_FINAL_TYPE (GrColumnsLayout, gr_columns_layout, GR, COLUMNS_LAYOUT, GtkLayoutManager)
