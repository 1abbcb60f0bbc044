#include "stock-walk.h"

static GrStockWalk *
allocate (int n_days)
{
  GrStockWalk *walk = g_new0 (GrStockWalk, 1);
  gsize n = (gsize) MAX (0, n_days);

  walk->n_days = (int) n;
  walk->arrivals = g_new0 (GrQty, 4 * n + 1);
  walk->demand = walk->arrivals + n;
  walk->lost = walk->demand + n;
  walk->stock = walk->lost + n;
  return walk;
}

static void
put_arrivals (GrStockWalk *walk, GrDate today, const GrPlannedReceipt *receipts, gsize n_receipts)
{
  for (gsize i = 0; i < n_receipts; i++) {
    gint64 day = MAX ((gint64) receipts[i].on - today, 0);

    if (day < walk->n_days)
      walk->arrivals[day] = gr_qty_add (walk->arrivals[day], receipts[i].qty);
  }
}

/* Days are cut from the rounded running sum, so that they add up to longer stretches exactly. */
static void
put_demand (GrStockWalk *walk, const GrDemandCurve *curve)
{
  GrQty before = 0;

  for (int day = 0; day < walk->n_days; day++) {
    GrQty until = gr_qty_from_double (gr_demand_curve_until (curve, curve->today + day + 1));

    walk->demand[day] = until - before;
    before = until;
  }
}

/**
 * gr_stock_walk_new:
 * @on_hand: this morning; less than nothing is an error of the books and taken as nothing
 * @receipts: (array length=n_receipts): they come in the morning, overdue ones today
 * @n_days: how far to walk, today being the first day
 *
 * The one rule of how stock goes on, behind projection, chart, suggestions and the review: **what cannot be served is
 * lost**. At a counter nobody waits: who finds the shelf empty buys elsewhere, so the next delivery is not used up by
 * yesterday's demand, and one item's shortage is no negative stock of another. Lost sales are counted, as
 * quantity and as money at risk, in place of a stock below zero. O(days + receipts).
 */
GrStockWalk *
gr_stock_walk_new (
    const GrDemandCurve *curve, GrQty on_hand, const GrPlannedReceipt *receipts, gsize n_receipts, int n_days)
{
  GrStockWalk *walk = allocate (n_days);
  GrQty stock = MAX (0, on_hand);

  put_arrivals (walk, curve->today, receipts, n_receipts);
  put_demand (walk, curve);
  for (int day = 0; day < walk->n_days; day++) {
    stock = gr_qty_subtract (gr_qty_add (stock, walk->arrivals[day]), walk->demand[day]);
    walk->lost[day] = MAX (0, -stock);
    walk->stock[day] = stock = MAX (0, stock);
  }
  return walk;
}

void
gr_stock_walk_free (GrStockWalk *walk)
{
  if (walk == NULL)
    return;
  g_free (walk->arrivals);
  g_free (walk);
}

/**
 * gr_stock_walk_out:
 *
 * Returns: the first of @n_days, counted from today, on which somebody asks for what is no longer there; -1 for none.
 */
int
gr_stock_walk_out (const GrStockWalk *walk, int n_days)
{
  for (int day = 0; day < MIN (n_days, walk->n_days); day++)
    if (walk->lost[day] > 0)
      return day;
  return -1;
}
