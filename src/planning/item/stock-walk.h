#pragma once

#include "demand-curve.h"

#include "domain/plan/planned-receipt.h"

/**
 * GrStockWalk:
 * @arrivals: what comes in the morning
 * @demand: what is asked for during the day
 * @lost: how much of it there is not
 * @stock: what is left in the evening, never below zero
 *
 * An item's stock day by day, today being day 0: stock = stock of the day before + arrivals - demand + lost.
 */
typedef struct {
  int n_days;
  GrQty *arrivals;
  GrQty *demand;
  GrQty *lost;
  GrQty *stock;
} GrStockWalk;

GrStockWalk *gr_stock_walk_new (
    const GrDemandCurve *curve, GrQty on_hand, const GrPlannedReceipt *receipts, gsize n_receipts, int n_days);
void gr_stock_walk_free (GrStockWalk *walk);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrStockWalk, gr_stock_walk_free)
int gr_stock_walk_out (const GrStockWalk *walk, int n_days);
