#include "number-table.h"

#include "format.h"

#include <math.h>

static void
free_row (gpointer data)
{
  GrNumberRow *row = data;

  g_free (row->title);
  g_free (row->tooltip);
  g_free (row->values);
  g_free (row);
}

/**
 * gr_number_table_new:
 *
 * Returns: (transfer full): a table without rows, its titles empty
 */
GrNumberTable *
gr_number_table_new (const char *corner, guint n_periods, int now)
{
  GrNumberTable *table = g_new0 (GrNumberTable, 1);

  table->corner = g_strdup (corner);
  table->n_periods = n_periods;
  table->now = now;
  table->titles = g_new0 (char *, n_periods + 1);
  for (guint i = 0; i < n_periods; i++)
    table->titles[i] = g_strdup ("");
  table->rows = g_ptr_array_new_with_free_func (free_row);
  return table;
}

void
gr_number_table_free (GrNumberTable *table)
{
  if (table == NULL)
    return;
  g_free (table->corner);
  g_strfreev (table->titles);
  g_ptr_array_unref (table->rows);
  g_free (table);
}

/**
 * gr_number_table_take_title:
 * @title: (transfer full)
 */
void
gr_number_table_take_title (GrNumberTable *table, guint period, char *title)
{
  g_return_if_fail (period < table->n_periods);

  g_free (table->titles[period]);
  table->titles[period] = title;
}

/**
 * gr_number_table_add_row:
 *
 * Returns: (transfer none): a row of which nothing is known yet, to be filled in place
 */
GrNumberRow *
gr_number_table_add_row (GrNumberTable *table, const char *title, const char *tooltip, int decimals)
{
  GrNumberRow *row = g_new0 (GrNumberRow, 1);

  row->title = g_strdup (title);
  row->tooltip = g_strdup (tooltip);
  row->decimals = decimals;
  row->values = g_new (double, table->n_periods);
  for (guint i = 0; i < table->n_periods; i++)
    row->values[i] = NAN;
  g_ptr_array_add (table->rows, row);
  return row;
}

/**
 * gr_number_table_cell:
 *
 * Returns: (transfer full): the number as people read it, "" where there is none
 */
char *
gr_number_table_cell (const GrNumberTable *table, guint row, guint period)
{
  const GrNumberRow *numbers = g_ptr_array_index (table->rows, row);

  return isnan (numbers->values[period]) ? g_strdup ("")
                                         : gr_format_double (numbers->values[period], numbers->decimals);
}

/**
 * gr_number_table_copy_text:
 *
 * Returns: (transfer full): the table for a spreadsheet: tabs between the columns, the locale's decimal sign, no groups
 */
char *
gr_number_table_copy_text (const GrNumberTable *table)
{
  GString *text = g_string_new (table->corner);

  for (guint i = 0; i < table->n_periods; i++)
    g_string_append_printf (text, "\t%s", table->titles[i]);
  for (guint r = 0; r < table->rows->len; r++) {
    const GrNumberRow *row = g_ptr_array_index (table->rows, r);

    g_string_append_printf (text, "\n%s", row->title);
    for (guint i = 0; i < table->n_periods; i++)
      if (isfinite (row->values[i]))
        g_string_append_printf (text, "\t%.*f", row->decimals, row->values[i]);
      else
        g_string_append_c (text, '\t');
  }
  g_string_append_c (text, '\n');
  return g_string_free (text, FALSE);
}
