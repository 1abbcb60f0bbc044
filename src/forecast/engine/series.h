#pragma once

#include <glib.h>

/**
 * GrSeries:
 * @values: (array length=n): demand per bucket, oldest first; NaN where unknown
 * @availability: (nullable) (array length=n): share of the bucket in which the item could be bought, 0..1;
 *   %NULL where it always could
 * @days: (nullable) (array length=n + horizon): how many days of each bucket, of those to come as well, demand can come
 *   on, or what they weigh together: demand is forecast by the day and put back. A past bucket without days says
 * nothing
 * @n: number of buckets; the running one is left out by the caller
 * @period: buckets in a season: 12 for months, 52 for weeks, 1 where there is none
 * @first: index of the first bucket on any calendar the caller likes; used for seasonal phase only
 *
 * What a forecast is made from. The arrays belong to the caller.
 */
typedef struct {
  const double *values;
  const double *availability;
  const double *days;
  gsize n;
  int period;
  int first;
} GrSeries;
