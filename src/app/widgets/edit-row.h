#pragma once

#include <adwaita.h>

/**
 * GrEditRow:
 *
 * A value that is edited where it stands: Enter or leaving the row commits, Esc puts back what was there.
 *
 * Signal: "committed" (const char *text): another text was entered. The handler does the deed, then calls
 * gr_edit_row_set_value(), or gr_edit_row_refuse() where it can't be.
 */
#define GR_TYPE_EDIT_ROW (gr_edit_row_get_type())
G_DECLARE_FINAL_TYPE (GrEditRow, gr_edit_row, GR, EDIT_ROW, AdwEntryRow)

GtkWidget *gr_edit_row_new (const char *title);
GtkWidget *gr_edit_row_new_number (const char *title);
void gr_edit_row_set_value (GrEditRow *self, const char *value);
void gr_edit_row_forget (GrEditRow *self);
void gr_edit_row_ask (GrEditRow *self);
void gr_edit_row_try_again (GrEditRow *self);
gboolean gr_edit_row_is_waiting (GrEditRow *self);
void gr_edit_row_settle (GrEditRow *self);
void gr_edit_row_refuse (GrEditRow *self, const char *why);
gboolean gr_edit_row_is_changed (GrEditRow *self);
