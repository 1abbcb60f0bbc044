#include "projection.h"

#include "stock-walk.h"

static GrDemandCurve *
curve_of (const GrProjectionInput *input)
{
  return gr_demand_curve_new (input->today, input->grain, input->forecast, input->n_buckets);
}

static GrStockWalk *
walk_of (const GrProjectionInput *input, const GrDemandCurve *curve)
{
  return gr_stock_walk_new (
      curve, input->on_hand, input->receipts, input->n_receipts, gr_demand_curve_end (curve) - input->today);
}

static void
put_receipts (const GrProjectionInput *input, GrProjectionBucket *buckets)
{
  for (gsize i = 0; i < input->n_receipts; i++) {
    const GrPlannedReceipt *receipt = &input->receipts[i];
    int at = gr_grain_between (input->grain, input->today, MAX (receipt->on, input->today));
    GrQty *sum;

    if (at >= input->n_buckets)
      continue;
    sum = receipt->is_suggested ? &buckets[at].suggested : &buckets[at].on_order;
    *sum = gr_qty_add (*sum, receipt->qty);
  }
}

/**
 * gr_projection_run:
 * @buckets: (out caller-allocates) (array length=n_buckets): the projection
 *
 * Rolls stock forward, end = begin + receipts - demand + lost. It is the sum of the days of gr_stock_walk_new(): what
 * is asked for on a day on which there is none is lost, though a receipt later in the bucket be large.
 * O(days + receipts).
 */
void
gr_projection_run (const GrProjectionInput *input, GrProjectionBucket *buckets)
{
  g_autoptr (GrDemandCurve) curve = curve_of (input);
  g_autoptr (GrStockWalk) walk = walk_of (input, curve);
  GrQty stock = MAX (0, input->on_hand);

  for (int i = 0; i < input->n_buckets; i++)
    buckets[i] = (GrProjectionBucket){.start = curve->edges[i]};
  put_receipts (input, buckets);
  for (int i = 0; i < input->n_buckets; i++) {
    GrProjectionBucket *bucket = &buckets[i];

    bucket->begin = stock;
    for (int day = MAX (0, bucket->start - input->today); day < curve->edges[i + 1] - input->today; day++) {
      bucket->demand = gr_qty_add (bucket->demand, walk->demand[day]);
      bucket->lost = gr_qty_add (bucket->lost, walk->lost[day]);
      stock = walk->stock[day];
    }
    bucket->end = stock;
  }
}

/**
 * gr_projection_stock_out:
 *
 * Returns: the first day on which demand is no longer served in full from stock and receipts, or %GR_DATE_NONE
 * where it is up to the last bucket. O(days + receipts).
 */
GrDate
gr_projection_stock_out (const GrProjectionInput *input)
{
  g_autoptr (GrDemandCurve) curve = curve_of (input);
  g_autoptr (GrStockWalk) walk = walk_of (input, curve);
  int day = gr_stock_walk_out (walk, walk->n_days);

  return day < 0 ? GR_DATE_NONE : input->today + day;
}

/**
 * gr_projection_days_of_supply:
 *
 * Cover: how many days what is on hand lasts, walking the forward forecast (frePPLe), not dividing by a mean.
 * Receipts do not count.
 *
 * Returns: NaN where stock outlasts the last bucket. O(buckets).
 */
double
gr_projection_days_of_supply (const GrProjectionInput *input)
{
  g_autoptr (GrDemandCurve) curve = curve_of (input);

  return gr_demand_curve_days (curve, gr_qty_to_double (input->on_hand));
}
