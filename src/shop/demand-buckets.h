#pragma once

#include "domain/date.h"
#include "domain/quantity.h"
#include "forecast/series.h"

/**
 * GrDemandBuckets:
 * @start: first day of the first bucket, the one of the item's first sale
 * @n: complete buckets; the running one is left out
 * @values: (array length=n): units sold net of returns, never below 0 once finished
 *
 * One item's demand cut in weeks or months.
 */
typedef struct {
  GrGrain grain;
  GrDate start;
  gsize n;
  double *values;
} GrDemandBuckets;

void
gr_demand_buckets_init (GrDemandBuckets *buckets, GrGrain grain, GrDate first_sold_on, GrDate until);
void
gr_demand_buckets_add (GrDemandBuckets *buckets, GrDate on, GrQty net_qty);
void
gr_demand_buckets_finish (GrDemandBuckets *buckets);
GrSeries
gr_demand_buckets_series (const GrDemandBuckets *buckets);
void
gr_demand_buckets_clear (GrDemandBuckets *buckets);
