#pragma once

#include "domain/plan/planned-receipt.h"
#include "domain/plan/projection-bucket.h"

/**
 * GrProjectionInput:
 * @today: the first bucket is the running one and counts only its days from today on
 * @grain: weeks or months
 * @n_buckets: how far to look
 * @on_hand: stock this morning; below zero counts as none
 * @forecast: (array length=n_buckets): expected demand of each bucket, units, whole buckets
 * @receipts: (array length=n_receipts): in any order; those overdue arrive today
 */
typedef struct {
  GrDate today;
  GrGrain grain;
  int n_buckets;
  GrQty on_hand;
  const double *forecast;
  const GrPlannedReceipt *receipts;
  gsize n_receipts;
} GrProjectionInput;

void gr_projection_run (const GrProjectionInput *input, GrProjectionBucket *buckets);
GrDate gr_projection_stock_out (const GrProjectionInput *input);
double gr_projection_days_of_supply (const GrProjectionInput *input);
