#pragma once

#include "app/text/number-table.h"

#include <gtk/gtk.h>

/**
 * GrNumberGrid:
 *
 * Numbers by period: the titles of the rows stay where they are, the periods move under them. Left and Right go a
 * period on, Home and End to the first and last; Ctrl+C copies all of it for a spreadsheet.
 */
#define GR_TYPE_NUMBER_GRID (gr_number_grid_get_type())
G_DECLARE_FINAL_TYPE (GrNumberGrid, gr_number_grid, GR, NUMBER_GRID, GtkWidget)

void gr_number_grid_take_table (GrNumberGrid *self, GrNumberTable *table);
