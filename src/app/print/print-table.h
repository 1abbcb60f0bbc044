#pragma once

#include <glib.h>

/**
 * GrPrintColumn:
 * @title: belongs to the table
 * @is_number: stands to the right and is never broken
 * @expands: takes the room that is left
 * @longest: the longest of its cells, "" where there are none
 */
typedef struct {
  const char *title;
  gboolean is_number;
  gboolean expands;
  const char *longest;
} GrPrintColumn;

/**
 * GrPrintTable:
 *
 * A list as it is printed: columns, and the words of every row. What stands in many cells is kept once.
 */
typedef struct _GrPrintTable GrPrintTable;

GrPrintTable *gr_print_table_new (void);
void gr_print_table_free (GrPrintTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrPrintTable, gr_print_table_free)

void gr_print_table_add_column (GrPrintTable *table, const char *title, gboolean is_number, gboolean expands);
void gr_print_table_add_row (GrPrintTable *table, const char *const *cells);
guint gr_print_table_n_columns (const GrPrintTable *table);
guint gr_print_table_n_rows (const GrPrintTable *table);
const GrPrintColumn *gr_print_table_column (const GrPrintTable *table, guint column);
const char *gr_print_table_cell (const GrPrintTable *table, guint row, guint column);
