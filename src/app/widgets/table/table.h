#pragma once

#include "table-column.h"

#include "table-list.h"

#include "app/models/paged-model.h"

/**
 * GrTable:
 *
 * The one table of the program: dense rows, fixed widths, numbers to the right. A click on a header reports the order
 * wanted, a right click chooses columns; on a narrow table the least important columns are left out. How it was left is
 * remembered under its name.
 *
 * Signals: "activated" (gint64 id): Enter or a double click; "sort-changed": see gr_table_get_sort().
 */
#define GR_TYPE_TABLE (gr_table_get_type())
G_DECLARE_FINAL_TYPE (GrTable, gr_table, GR, TABLE, GtkWidget)

/* Says what an empty table means, and what to do next; @action_label and @action_name may be NULL. */
typedef struct {
  const char *icon_name;
  const char *title;
  const char *description;
  const char *action_label;
  const char *action_name;
} GrTableEmpty;

GtkWidget *gr_table_new (void);
void gr_table_set_columns (GrTable *self, const GrTableColumn *columns, gsize n, gpointer user_data);
void gr_table_set_unit (GrTable *self, const char *column_id, const char *unit);
void gr_table_set_model (GrTable *self, GrPagedModel *model);
void gr_table_remember (GrTable *self, const char *name);
void gr_table_set_empty (GrTable *self, const GrTableEmpty *empty);
void gr_table_set_sort (GrTable *self, const char *column_id, gboolean is_descending);
const char *gr_table_get_sort (GrTable *self, gboolean *is_descending);
GrTableList *gr_table_get_list (GrTable *self);
void gr_table_scroll_to (GrTable *self, gint64 id);
void gr_table_focus (GrTable *self);
