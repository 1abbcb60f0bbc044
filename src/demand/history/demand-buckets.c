#include "demand-buckets.h"

#include <math.h>

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
  buckets->availability = NULL;
  buckets->silent = NULL;
  buckets->n_lent = 0;
  buckets->share = 1;
}

/* The days of @span that lie in a bucket take their share of it away. */
static void
take_away (GrDemandBuckets *buckets, const GrDaySpan *span)
{
  int first = MAX (gr_grain_between (buckets->grain, buckets->start, span->from), 0);
  int last = MIN (gr_grain_between (buckets->grain, buckets->start, span->before - 1), (int) buckets->n - 1);

  for (int i = first; i <= last; i++) {
    GrDate start = gr_grain_add (buckets->grain, buckets->start, i);
    GrDate end = gr_grain_add (buckets->grain, start, 1);
    double days = MIN (end, span->before) - MAX (start, span->from);

    buckets->availability[i] = MAX (buckets->availability[i] - days / (end - start), 0);
  }
}

/**
 * gr_demand_buckets_leave_out:
 * @silent: (element-type GrDaySpan): days that say nothing of demand, apart from each other and in order; kept by the
 *   caller until the buckets are finished
 *
 * What is sold on these days will not count, and their share of each bucket is not available. O(spans + buckets).
 */
void
gr_demand_buckets_leave_out (GrDemandBuckets *buckets, const GArray *silent)
{
  if (silent == NULL || silent->len == 0)
    return;
  buckets->silent = silent;
  buckets->availability = g_new (double, buckets->n + 1);
  for (gsize i = 0; i < buckets->n; i++)
    buckets->availability[i] = 1;
  for (guint i = 0; i < silent->len; i++)
    take_away (buckets, &g_array_index (silent, GrDaySpan, i));
}

static gboolean
is_silent (const GArray *silent, GrDate on)
{
  for (guint i = 0; silent != NULL && i < silent->len; i++)
    if (on < g_array_index (silent, GrDaySpan, i).before)
      return on >= g_array_index (silent, GrDaySpan, i).from;
  return FALSE;
}

/**
 * gr_demand_buckets_add:
 * @net_qty: sold less taken back that day
 *
 * Days outside the buckets, and those left out, don't count.
 */
void
gr_demand_buckets_add (GrDemandBuckets *buckets, GrDate on, GrQty net_qty)
{
  int index = gr_grain_between (buckets->grain, buckets->start, on);

  if (index >= 0 && (gsize) index < buckets->n && !is_silent (buckets->silent, on))
    buckets->values[index] += (double) net_qty;
}

/**
 * gr_demand_buckets_finish:
 *
 * Whole thousandths become units, and the days left out are forgotten; a bucket that saw more come back than go out
 * counts as 0: it says nothing of what people wanted in it.
 */
void
gr_demand_buckets_finish (GrDemandBuckets *buckets)
{
  for (gsize i = 0; i < buckets->n; i++)
    buckets->values[i] = MAX (buckets->values[i], 0) / (double) GR_QTY_ONE;
  buckets->silent = NULL;
}

static double *
join (const double *first, gsize n_first, const double *second, gsize n_second)
{
  double *joined = g_new (double, n_first + n_second + 1);

  for (gsize i = 0; i < n_first; i++)
    joined[i] = first != NULL ? first[i] : 1;
  for (gsize i = 0; i < n_second; i++)
    joined[n_first + i] = second != NULL ? second[i] : 1;
  return joined;
}

/**
 * gr_demand_buckets_precede:
 * @buckets: finished; they begin with those before from now on
 * @before: finished, of the same grain, up to where @buckets begin
 * @share: what its values are multiplied by
 *
 * Lends an item the history of the one whose place it takes. O(buckets).
 */
void
gr_demand_buckets_precede (GrDemandBuckets *buckets, const GrDemandBuckets *before, double share)
{
  double *values = join (before->values, before->n, buckets->values, buckets->n);

  for (gsize i = 0; i < before->n; i++)
    values[i] *= share;
  g_free (buckets->values);
  buckets->values = values;
  if (before->availability != NULL || buckets->availability != NULL) {
    double *availability = join (before->availability, before->n, buckets->availability, buckets->n);

    g_free (buckets->availability);
    buckets->availability = availability;
  }
  if (before->n > 0)
    buckets->start = before->start;
  buckets->n += before->n;
  buckets->n_lent = before->n;
  buckets->share = share;
}

/**
 * gr_demand_buckets_are_whole:
 *
 * Returns: whether the item, as far as is known, is sold whole and not by weight; what another item lent does not count
 */
gboolean
gr_demand_buckets_are_whole (const GrDemandBuckets *buckets)
{
  for (gsize i = buckets->n_lent; i < buckets->n; i++)
    if (buckets->values[i] != floor (buckets->values[i]))
      return FALSE;
  return TRUE;
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
      .availability = buckets->availability,
      .n = buckets->n,
      .period = gr_grain_per_year (buckets->grain),
      .first = gr_grain_between (buckets->grain, 0, buckets->start),
  };
}

void
gr_demand_buckets_clear (GrDemandBuckets *buckets)
{
  g_clear_pointer (&buckets->values, g_free);
  g_clear_pointer (&buckets->availability, g_free);
  buckets->n = 0;
}
