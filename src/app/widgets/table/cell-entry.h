#pragma once

#include <gtk/gtk.h>

/**
 * GrCellEntry:
 *
 * A number in a table that can be changed where it stands. Enter commits and goes a row down, Tab goes on, Esc puts
 * back what was there; leaving the cell commits too.
 *
 * Signal: "edited" (text): somebody changed it; the handler returns whether it was taken. What was not
 * stands there, marked, until the cell is left.
 */
#define GR_TYPE_CELL_ENTRY (gr_cell_entry_get_type())
G_DECLARE_FINAL_TYPE (GrCellEntry, gr_cell_entry, GR, CELL_ENTRY, GtkWidget)

GtkWidget *gr_cell_entry_new (const char *accessible_name, gboolean is_number);
void gr_cell_entry_show (GrCellEntry *self, const char *text, gboolean can_edit);
void gr_cell_entry_forget (GrCellEntry *self);
gboolean gr_cell_entry_is_changed (GrCellEntry *self);
void gr_cell_entry_focus_last (GtkWidget *focus);
