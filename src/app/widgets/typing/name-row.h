#pragma once

#include <adwaita.h>

/**
 * GrNameRow:
 *
 * A name that is typed, or chosen from those that there are: what is typed narrows them, Down goes into them, Enter or
 * a click takes one. A name that is none of them is said to be new.
 */
#define GR_TYPE_NAME_ROW (gr_name_row_get_type())
G_DECLARE_FINAL_TYPE (GrNameRow, gr_name_row, GR, NAME_ROW, AdwEntryRow)

GtkWidget *gr_name_row_new (const char *title, const char *new_word);
void gr_name_row_set_names (GrNameRow *self, const char *const *names);
