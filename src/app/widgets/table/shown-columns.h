#pragma once

#include "table-state.h"

#include <gtk/gtk.h>

/* Called on the owner at each step of a column's edge being drawn; the state says how wide it is already. */
typedef void (*GrColumnDrawn) (gpointer owner);

/**
 * GrShownColumns:
 *
 * The columns of a table as they are on screen: each as wide as its header, its cells or its user want it, those of
 * least worth dropped where there is no room, and by which of them the user wants to sort.
 */
typedef struct _GrShownColumns GrShownColumns;

GrShownColumns *gr_shown_columns_new (GtkWidget *view, GrTableState *state, GrColumnDrawn drawn, gpointer owner);
void gr_shown_columns_free (GrShownColumns *self);
void gr_shown_columns_add_all (GrShownColumns *self, GMenuModel *menu, gpointer user_data);
GtkColumnViewColumn *gr_shown_columns_at (GrShownColumns *self, gsize i);
const GrTableColumn *gr_shown_columns_button (GrShownColumns *self);
void gr_shown_columns_sort_by (GrShownColumns *self, const char *column_id, gboolean is_descending);
gboolean gr_shown_columns_wanted_sort (GrShownColumns *self, guint *column, gboolean *is_descending);
void gr_shown_columns_set_unit (GrShownColumns *self, const char *column_id, const char *unit);
void gr_shown_columns_recall (GrShownColumns *self);
void gr_shown_columns_fit (GrShownColumns *self, int room);
