#include "sop-sums.h"

#include <math.h>
#include <string.h>

static GrSopRow *
row_of_family (GrSopGrid *grid, const char *family)
{
  GrSopRow *row = g_hash_table_lookup (grid->by_family, family);

  if (row == NULL) {
    row = gr_sop_grid_add_row (grid, family);
    g_hash_table_insert (grid->by_family, row->family, row);
  }
  return row;
}

static void
grow (gint64 *sum, gint64 part)
{
  *sum = gr_qty_add (*sum, part);
}

static void
value_cell (GrSopCell *cell, const GrSopPart *part, int currency_digits)
{
  cell->forecast_value = gr_money_for_saturated (cell->forecast, part->item->unit_price, currency_digits);
  cell->projected_value = gr_money_for_saturated (cell->projected, part->item->unit_cost, currency_digits);
  cell->lost_value = gr_money_for_saturated (cell->lost, part->item->unit_price, currency_digits);
}

/* Demand is spread evenly over the month, of the running one over what is left of it. */
static GrQty
demand_until (GrQty demand, int day, int n_days)
{
  return (GrQty) ((__int128) demand * day / n_days);
}

/* What is still asked for in a month ahead; of the running one, the share of its forecast that its last days have, as
 * in gr_projection_run(): neither is a slow start made up for on them, nor does a quick one leave them without demand.
 */
static GrQty
remaining_demand (const GrSopGrid *grid, const GrSopPart *part, int month)
{
  GrQty forecast = MAX (0, part->forecast[month - grid->n_past]);
  int n_days = gr_sop_grid_month (grid, month + 1) - gr_sop_grid_month (grid, month);
  int n_left = gr_sop_grid_month (grid, month + 1) - MAX (gr_sop_grid_month (grid, month), grid->today);

  return demand_until (forecast, n_left, n_days);
}

/* @value: (nullable): rounded per receipt, so that it is the sum of the orders' values */
static GrQty
arrivals_within (const GrSopGrid *grid, const GrSopPart *part, GrDate from, GrDate until, GrMoney *value)
{
  GrQty sum = 0;

  for (gsize i = 0; i < part->n_receipts; i++) {
    GrDate on = MAX (part->receipts[i].on, grid->today);

    if (on < from || on >= until)
      continue;
    grow (&sum, part->receipts[i].qty);
    if (value != NULL)
      grow (value, gr_money_for_saturated (part->receipts[i].qty, part->item->unit_cost, grid->currency_digits));
  }
  return sum;
}

/* The days of a month as gr_stock_walk_new() takes them; where nothing can be short they need no walking. */
static void
pass_month (const GrSopGrid *grid, const GrSopPart *part, int month, GrSopCell *cell, GrQty *stock)
{
  GrDate from = MAX (gr_sop_grid_month (grid, month), grid->today), until = gr_sop_grid_month (grid, month + 1);
  int n_days = until - from;

  cell->purchases = arrivals_within (grid, part, from, until, &cell->purchases_value);
  if (!part->item->is_stocked || *stock >= cell->demand) {
    *stock = gr_qty_subtract (gr_qty_add (*stock, cell->purchases), cell->demand);
    return;
  }
  for (int day = 0; day < n_days; day++) {
    grow (stock, arrivals_within (grid, part, from + day, from + day + 1, NULL));
    *stock = gr_qty_subtract (
        *stock, demand_until (cell->demand, day + 1, n_days) - demand_until (cell->demand, day, n_days));
    grow (&cell->lost, MAX (0, -*stock));
    *stock = MAX (0, *stock);
  }
}

/* @stock rolls along: what is left at the end of the month. */
static GrSopCell
cell_of_month (const GrSopGrid *grid, const GrSopPart *part, int month, GrQty *stock)
{
  GrSopCell cell = {0};

  if (month <= grid->n_past) {
    cell.sales = part->sales[month];
    cell.sales_value = part->revenue[month];
  }
  if (month < grid->n_past) {
    cell.purchases = part->past_purchases[month];
    cell.purchases_value = gr_money_for_saturated (cell.purchases, part->item->unit_cost, grid->currency_digits);
    cell.projected = MAX (0, part->past_end_stock[month]);
  } else {
    cell.forecast = part->forecast[month - grid->n_past];
    cell.demand = part->item->is_stocked ? remaining_demand (grid, part, month) : 0;
    pass_month (grid, part, month, &cell, stock);
    cell.projected = *stock;
  }
  value_cell (&cell, part, grid->currency_digits);
  return cell;
}

static void
add_cell (GrSopCell *sum, const GrSopCell *part)
{
  grow (&sum->sales, part->sales);
  grow (&sum->forecast, part->forecast);
  grow (&sum->demand, part->demand);
  grow (&sum->purchases, part->purchases);
  grow (&sum->projected, part->projected);
  grow (&sum->lost, part->lost);
  grow (&sum->sales_value, part->sales_value);
  grow (&sum->forecast_value, part->forecast_value);
  grow (&sum->purchases_value, part->purchases_value);
  grow (&sum->lost_value, part->lost_value);
  grow (&sum->projected_value, part->projected_value);
}

/**
 * gr_sop_grid_add:
 *
 * Adds an item to its family. Its stock rolls forward from what is on hand: end = begin + purchases - demand + lost,
 * where the running month's demand is the share of its forecast that its days from today on have. Money is rounded per
 * item and month, of purchases ahead per receipt, so sums of it are exact.
 *
 * By the rule of gr_stock_walk_new(), day by day: what cannot be served is lost, so that no item's shortage
 * lowers the stock of its family. Stock below zero, today's or a past month's, is an error of the books and
 * no credit: it counts as none. O(months x receipts, and days where stock is short).
 */
void
gr_sop_grid_add (GrSopGrid *grid, const GrSopPart *part)
{
  GrSopRow *row = row_of_family (grid, part->item->family != NULL ? part->item->family : "");
  GrQty stock = MAX (0, part->on_hand);

  row->n_items++;
  grow (&row->on_hand, stock);
  for (int month = 0; month < gr_sop_grid_n_months (grid); month++) {
    GrSopCell cell = cell_of_month (grid, part, month, &stock);

    add_cell (&row->cells[month], &cell);
  }
}

/* By name, the unsorted last. */
static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const GrSopRow *left = *(GrSopRow *const *) a, *right = *(GrSopRow *const *) b;
  int order;

  if ((*left->family == '\0') != (*right->family == '\0'))
    return *left->family == '\0' ? 1 : -1;
  order = g_utf8_collate (left->family, right->family);
  return order != 0 ? order : strcmp (left->family, right->family);
}

/* The stock at the end of @month, walked through the months behind it. */
static double
walk_supply (const GrSopGrid *grid, const GrSopRow *row, int month)
{
  GrDate end = gr_sop_grid_month (grid, month + 1), start = end;
  GrQty left = row->cells[month].projected;

  if (left <= 0)
    return 0;
  for (int i = month + 1; i < gr_sop_grid_n_months (grid); i++) {
    GrDate next = gr_sop_grid_month (grid, i + 1);
    GrQty demand = gr_qty_add (row->cells[i].sales, row->cells[i].demand);

    if (demand > left)
      return start - end + (double) left / (double) demand * (next - start);
    left = gr_qty_subtract (left, demand);
    start = next;
  }
  return NAN;
}

/**
 * gr_sop_grid_finish:
 *
 * Sorts the families by name, the unsorted last, adds the total as the last row, and walks the days of supply of
 * each. O(families x months^2).
 */
void
gr_sop_grid_finish (GrSopGrid *grid)
{
  guint n_families = grid->rows->len;
  GrSopRow *total;

  g_ptr_array_sort (grid->rows, compare_rows);
  total = gr_sop_grid_add_row (grid, NULL);
  for (guint i = 0; i < n_families; i++) {
    const GrSopRow *row = g_ptr_array_index (grid->rows, i);

    total->n_items += row->n_items;
    grow (&total->on_hand, row->on_hand);
    for (int month = 0; month < gr_sop_grid_n_months (grid); month++)
      add_cell (&total->cells[month], &row->cells[month]);
  }
  for (guint i = 0; i < grid->rows->len; i++) {
    GrSopRow *row = g_ptr_array_index (grid->rows, i);

    for (int month = 0; month < gr_sop_grid_n_months (grid); month++)
      row->cells[month].days_of_supply = walk_supply (grid, row, month);
  }
}
