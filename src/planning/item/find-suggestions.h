#pragma once

#include "stock-walk.h"

#include "domain/plan/suggestion.h"

/**
 * GrSupplyTerms:
 * @review_days: at least 1; until orders are placed again
 * @cycle_days: at least 1; what an order has to last for
 * @horizon_days: goods that would come later are not thought about
 */
typedef struct {
  GrDate today;
  int lead_time_days;
  int review_days;
  int cycle_days;
  int horizon_days;
  GrQty safety_stock;
  GrQty minimum_order_qty;
  GrQty order_multiple;
} GrSupplyTerms;

GArray *gr_suggestions_find (const GrSupplyTerms *terms, const GrStockWalk *walk, GrQty on_hand);
