#pragma once

#include "event.h"
#include "planned-receipt.h"
#include "projection-bucket.h"

/**
 * GrItemSeries:
 *
 * Forecast against stock, bucket by bucket: @n_past buckets of history, then @n_ahead of plan; the running bucket is
 * the first ahead. Units as doubles; NaN where a value does not exist on that side of today. @stock is the stock at the
 * bucket's end, past or projected. A family's or the whole shop's series is the sum of its items'. @events are those
 * that touch the item, the family, or the shop as a whole.
 */
typedef struct {
  char *title;
  char *unit;
  GrGrain grain;
  GrDate today;
  int n_past, n_ahead;
  GrDate *starts;
  double *sales;
  double *mean, *lo80, *hi80, *lo95, *hi95, *naive;
  double *stock;
  GrProjectionBucket *projection; /* n_ahead */
  GrPlannedReceipt *receipts;
  gsize n_receipts;
  double safety_stock, order_up_to;
  GrDate stock_out_on;
  GPtrArray *events; /* (nullable): GrEvent, by first day */
} GrItemSeries;

void gr_item_series_free (GrItemSeries *series);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrItemSeries, gr_item_series_free)
