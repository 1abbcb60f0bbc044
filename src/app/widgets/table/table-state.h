#pragma once

#include "table-column.h"

/**
 * GrTableState:
 *
 * How a table was left: which columns are hidden, how wide the user drew them and by which it is sorted. As text:
 * "hidden=family,value;widths=health:150;sort=on-hand:descending". Columns it does not know are passed over.
 */
typedef struct _GrTableState GrTableState;

GrTableState *gr_table_state_new (const GrTableColumn *columns, gsize n);
void gr_table_state_free (GrTableState *state);
gboolean gr_table_state_is_hidden (const GrTableState *state, gsize column);
void gr_table_state_set_hidden (GrTableState *state, gsize column, gboolean is_hidden);
const GrTableColumn *gr_table_state_get_columns (const GrTableState *state, gsize *n);
int gr_table_state_get_width (const GrTableState *state, gsize column);
void gr_table_state_set_width (GrTableState *state, gsize column, int width);
gboolean gr_table_state_get_sort (const GrTableState *state, guint *column, gboolean *is_descending);
void gr_table_state_set_sort (GrTableState *state, guint column, gboolean is_descending);
char *gr_table_state_format (const GrTableState *state);
void gr_table_state_parse (GrTableState *state, const char *text);
