#pragma once

#include <gtk/gtk.h>

#define GR_TYPE_WRAP_LAYOUT (gr_wrap_layout_get_type())
G_DECLARE_FINAL_TYPE (GrWrapLayout, gr_wrap_layout, GR, WRAP_LAYOUT, GtkLayoutManager)

GtkLayoutManager *gr_wrap_layout_new (int column_spacing, int row_spacing);
