#pragma once

#include "record.h"

#include <glib-object.h>

/**
 * GrRow:
 *
 * A line of a table: an id and what was read of it. Both are replaced in place when the list or its data change; cells
 * hear it by "changed".
 */
#define GR_TYPE_ROW (gr_row_get_type())
G_DECLARE_FINAL_TYPE (GrRow, gr_row, GR, ROW, GObject)

GrRow *gr_row_new (gint64 id, GrRecord *record);
gint64 gr_row_get_id (GrRow *self);
gpointer gr_row_get_data (GrRow *self);
void gr_row_show (GrRow *self, gint64 id, GrRecord *record);
void gr_row_take_data (GrRow *self, gpointer data, GDestroyNotify free_data);
gboolean gr_row_is_watched (GrRow *self);
