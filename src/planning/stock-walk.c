#include "stock-walk.h"

/**
 * gr_stock_walk:
 * @n_days: how far to walk, today being the first day
 *
 * Stock at the end of each day: what is on hand and has come by then, less what was asked for. Receipts come in
 * the morning, overdue ones today. O(days + receipts).
 *
 * Returns: (transfer full) (array length=n_days)
 */
GrQty *
gr_stock_walk (
    const GrDemandCurve *curve, GrQty on_hand, const GrPlannedReceipt *receipts, gsize n_receipts, int n_days)
{
  GrQty *stock = g_new0 (GrQty, (gsize) n_days + 1);
  GrQty supply = on_hand;

  for (gsize i = 0; i < n_receipts; i++) {
    gint64 day = MAX ((gint64) receipts[i].on - curve->today, 0);

    if (day < n_days)
      stock[day] = gr_qty_add (stock[day], receipts[i].qty);
  }
  for (int day = 0; day < n_days; day++) {
    supply = gr_qty_add (supply, stock[day]);
    stock[day] = gr_qty_subtract (supply, gr_demand_curve_qty (curve, curve->today, curve->today + day + 1));
  }
  return stock;
}

/**
 * gr_stock_walk_out:
 *
 * Returns: the first day, counted from today, on which somebody asks for what is no longer there; -1 for none.
 */
int
gr_stock_walk_out (const GrDemandCurve *curve, const GrQty *stock, int n_days)
{
  for (int day = 0; day < n_days; day++)
    if (stock[day] < 0 && gr_demand_curve_qty (curve, curve->today + day, curve->today + day + 1) > 0)
      return day;
  return -1;
}
