#include "demand-buckets.h"

/**
 * gr_demand_buckets_init:
 * @first_sold_on: the item's first sale
 * @until: the first day that is not history yet; the bucket it lies in is the running one and left out
 */
void
gr_demand_buckets_init (GrDemandBuckets *buckets, GrGrain grain, GrDate first_sold_on, GrDate until)
{
  int n = gr_grain_between (grain, first_sold_on, until);

  buckets->grain = grain;
  buckets->start = gr_grain_start (grain, first_sold_on);
  buckets->n = (gsize) MAX (n, 0);
  buckets->values = g_new0 (double, buckets->n + 1);
}

/**
 * gr_demand_buckets_add:
 * @net_qty: sold less taken back that day
 *
 * Days outside the buckets don't count.
 */
void
gr_demand_buckets_add (GrDemandBuckets *buckets, GrDate on, GrQty net_qty)
{
  int index = gr_grain_between (buckets->grain, buckets->start, on);

  if (index >= 0 && (gsize) index < buckets->n)
    buckets->values[index] += (double) net_qty;
}

/**
 * gr_demand_buckets_finish:
 *
 * Whole thousandths become units; a bucket that saw more come back than go out counts as 0: it says nothing of
 * what people wanted in it.
 */
void
gr_demand_buckets_finish (GrDemandBuckets *buckets)
{
  for (gsize i = 0; i < buckets->n; i++)
    buckets->values[i] = MAX (buckets->values[i], 0) / (double) GR_QTY_ONE;
}

/**
 * gr_demand_buckets_series:
 *
 * Returns: the finished buckets as forecasting takes them; it borrows the values
 */
GrSeries
gr_demand_buckets_series (const GrDemandBuckets *buckets)
{
  return (GrSeries){
      .values = buckets->values,
      .n = buckets->n,
      .period = gr_grain_per_year (buckets->grain),
      .first = gr_grain_between (buckets->grain, 0, buckets->start),
  };
}

void
gr_demand_buckets_clear (GrDemandBuckets *buckets)
{
  g_clear_pointer (&buckets->values, g_free);
  buckets->n = 0;
}
