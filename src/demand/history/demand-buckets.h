#pragma once

#include "domain/base/date.h"
#include "domain/base/quantity.h"
#include "forecast/engine/series.h"

/**
 * GrDemandBuckets:
 * @start: first day of the first bucket, the one of the item's first sale
 * @n: complete buckets; the running one is left out
 * @values: (array length=n): units sold net of returns, never below 0 once finished
 * @availability: (nullable) (array length=n): share of the bucket's days that say something of demand; %NULL where all
 *   do
 * @silent: (nullable) (element-type GrDaySpan): the days that don't, apart from each other and in order
 * @n_lent: of the buckets, the first ones that are another item's, see gr_demand_buckets_precede()
 * @share: what those were multiplied by
 *
 * One item's demand cut in weeks or months.
 */
typedef struct {
  GrGrain grain;
  GrDate start;
  gsize n;
  double *values;
  double *availability;
  const GArray *silent;
  gsize n_lent;
  double share;
} GrDemandBuckets;

void gr_demand_buckets_init (GrDemandBuckets *buckets, GrGrain grain, GrDate first_sold_on, GrDate until);
void gr_demand_buckets_leave_out (GrDemandBuckets *buckets, const GArray *silent);
void gr_demand_buckets_add (GrDemandBuckets *buckets, GrDate on, GrQty net_qty);
void gr_demand_buckets_finish (GrDemandBuckets *buckets);
void gr_demand_buckets_precede (GrDemandBuckets *buckets, const GrDemandBuckets *before, double share);
gboolean gr_demand_buckets_are_whole (const GrDemandBuckets *buckets);
GrSeries gr_demand_buckets_series (const GrDemandBuckets *buckets);
void gr_demand_buckets_clear (GrDemandBuckets *buckets);
