#pragma once

#include <glib.h>

/**
 * GrNumberRow:
 * @title: translated
 * @tooltip: (nullable): explains the title in a sentence, translated
 * @decimals: that the numbers are shown with
 * @is_strong: one of the lines that the others lead to
 * @values: one a period; NaN where there is none
 */
typedef struct {
  char *title;
  char *tooltip;
  int decimals;
  gboolean is_strong;
  double *values;
} GrNumberRow;

/**
 * GrNumberTable:
 * @corner: (nullable): stands above the rows' titles: what is counted
 * @titles: (array length=n_periods): of the periods
 * @now: the running period, -1 where none is
 * @rows: GrNumberRow
 *
 * Periods across, and what there is to say of each of them down.
 */
typedef struct {
  char *corner;
  guint n_periods;
  char **titles;
  int now;
  GPtrArray *rows;
} GrNumberTable;

GrNumberTable *gr_number_table_new (const char *corner, guint n_periods, int now);
void gr_number_table_free (GrNumberTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrNumberTable, gr_number_table_free)

void gr_number_table_take_title (GrNumberTable *table, guint period, char *title);
GrNumberRow *gr_number_table_add_row (GrNumberTable *table, const char *title, const char *tooltip, int decimals);
char *gr_number_table_cell (const GrNumberTable *table, guint row, guint period);
char *gr_number_table_copy_text (const GrNumberTable *table);
