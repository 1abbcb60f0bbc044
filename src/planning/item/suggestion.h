#pragma once

#include "stock-walk.h"

#include "domain/base/date.h"
#include "domain/base/quantity.h"

/**
 * GrSuggestion:
 *
 * An order to place. @needed_on is the day on which stock would fall below safety stock, @order_by the last on which to
 * order for that, never in the past. @order_on is when to order: today where the next review would be too late, else
 * @order_by. @is_late where the goods, ordered today, come after @needed_on. @need makes stock last through
 * @covers_until. @lost is what will have been asked for in vain until the goods are here.
 */
typedef struct {
  GrQty need;
  GrQty lost;
  GrQty qty; /* after minimum and multiple */
  GrDate order_on;
  GrDate order_by;
  GrDate arrive_on;
  GrDate needed_on;
  GrDate covers_until;
  gboolean is_late;
} GrSuggestion;

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
