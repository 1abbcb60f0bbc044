#include "print-table.h"

struct _GrPrintTable {
  GArray *columns;     /* of GrPrintColumn */
  GPtrArray *cells;    /* row by row */
  GStringChunk *words; /* what they point into */
};

GrPrintTable *
gr_print_table_new (void)
{
  GrPrintTable *table = g_new (GrPrintTable, 1);

  table->columns = g_array_new (FALSE, FALSE, sizeof (GrPrintColumn));
  table->cells = g_ptr_array_new();
  table->words = g_string_chunk_new (4096);
  return table;
}

void
gr_print_table_free (GrPrintTable *table)
{
  g_array_unref (table->columns);
  g_ptr_array_unref (table->cells);
  g_string_chunk_free (table->words);
  g_free (table);
}

/**
 * gr_print_table_add_column:
 *
 * One more column, to the right of the others; all of them come before the first row.
 */
void
gr_print_table_add_column (GrPrintTable *table, const char *title, gboolean is_number, gboolean expands)
{
  GrPrintColumn column = {g_string_chunk_insert_const (table->words, title), is_number, expands, ""};

  g_return_if_fail (table->cells->len == 0);
  g_array_append_val (table->columns, column);
}

/**
 * gr_print_table_add_row:
 * @cells: (array): one for each column; %NULL is an empty one
 */
void
gr_print_table_add_row (GrPrintTable *table, const char *const *cells)
{
  for (guint i = 0; i < table->columns->len; i++) {
    GrPrintColumn *column = &g_array_index (table->columns, GrPrintColumn, i);
    const char *cell = g_string_chunk_insert_const (table->words, cells[i] ? cells[i] : "");

    if (g_utf8_strlen (cell, -1) > g_utf8_strlen (column->longest, -1))
      column->longest = cell;
    g_ptr_array_add (table->cells, (gpointer) cell);
  }
}

guint
gr_print_table_n_columns (const GrPrintTable *table)
{
  return table->columns->len;
}

guint
gr_print_table_n_rows (const GrPrintTable *table)
{
  return table->columns->len > 0 ? table->cells->len / table->columns->len : 0;
}

const GrPrintColumn *
gr_print_table_column (const GrPrintTable *table, guint column)
{
  return &g_array_index (table->columns, GrPrintColumn, column);
}

const char *
gr_print_table_cell (const GrPrintTable *table, guint row, guint column)
{
  return g_ptr_array_index (table->cells, row * table->columns->len + column);
}
