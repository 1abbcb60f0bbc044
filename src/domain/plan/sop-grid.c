#include "sop-grid.h"

#include <math.h>

static void
free_row (gpointer data)
{
  GrSopRow *row = data;

  g_free (row->family);
  g_free (row->cells);
  g_free (row);
}

int
gr_sop_grid_n_months (const GrSopGrid *grid)
{
  return grid->n_past + grid->n_ahead;
}

/**
 * gr_sop_grid_month:
 * @month: from 0; beyond the last one, too
 *
 * Returns: its first day
 */
GrDate
gr_sop_grid_month (const GrSopGrid *grid, int month)
{
  return gr_grain_add (GR_GRAIN_MONTH, grid->first_month, month);
}

/* Of coming months nobody knows the sales; of the running one there are some. */
gboolean
gr_sop_grid_has_sales (const GrSopGrid *grid, int month)
{
  return month <= grid->n_past;
}

/* Past months have no forecast any more. */
gboolean
gr_sop_grid_has_forecast (const GrSopGrid *grid, int month)
{
  return month >= grid->n_past;
}

/* Months before the first count have no stock that anybody knows. */
gboolean
gr_sop_grid_has_stock (const GrSopGrid *grid, int month)
{
  return month >= grid->n_unknown;
}

/**
 * gr_sop_grid_new:
 * @today: lies in the running month, which is the first month ahead
 * @n_past: months of history
 * @n_ahead: months of plan, the running one among them
 *
 * An empty grid: add the items, then finish it.
 */
GrSopGrid *
gr_sop_grid_new (GrDate today, int n_past, int n_ahead, int currency_digits)
{
  GrSopGrid *grid = g_new0 (GrSopGrid, 1);

  g_return_val_if_fail (n_past >= 0 && n_ahead >= 1, NULL);
  grid->today = today;
  grid->first_month = gr_grain_add (GR_GRAIN_MONTH, gr_grain_start (GR_GRAIN_MONTH, today), -n_past);
  grid->n_past = n_past;
  grid->n_ahead = n_ahead;
  grid->currency_digits = currency_digits;
  grid->rows = g_ptr_array_new_with_free_func (free_row);
  grid->by_family = g_hash_table_new (g_str_hash, g_str_equal);
  return grid;
}

/**
 * gr_sop_grid_add_row:
 * @family: (nullable): "" for items without one, %NULL for the total
 *
 * Returns: (transfer none): a row of nothing, the last one
 */
GrSopRow *
gr_sop_grid_add_row (GrSopGrid *grid, const char *family)
{
  GrSopRow *row = g_new0 (GrSopRow, 1);

  row->family = g_strdup (family);
  row->cells = g_new0 (GrSopCell, (gsize) gr_sop_grid_n_months (grid));
  for (int i = 0; i < gr_sop_grid_n_months (grid); i++)
    row->cells[i].days_of_supply = NAN;
  g_ptr_array_add (grid->rows, row);
  return row;
}

void
gr_sop_grid_free (GrSopGrid *grid)
{
  if (grid == NULL)
    return;
  g_hash_table_unref (grid->by_family);
  g_ptr_array_unref (grid->rows);
  g_free (grid);
}
