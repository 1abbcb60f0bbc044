#pragma once

#include "domain/date.h"
#include "domain/quantity.h"

/**
 * GrSuggestion:
 *
 * An order to place: @order_on is never in the past; @is_late where @needed_on, the day on which stock would
 * fall below safety stock, comes before @arrive_on. @need makes stock last through @covers_until.
 */
typedef struct {
  GrQty need;
  GrQty qty; /* after minimum and multiple */
  GrDate order_on;
  GrDate arrive_on;
  GrDate needed_on;
  GrDate covers_until;
  gboolean is_late;
} GrSuggestion;

/**
 * GrSupplyTerms:
 * @cycle_days: at least 1; what an order has to last for
 * @horizon_days: goods that would come later are not thought about
 */
typedef struct {
  GrDate today;
  int lead_time_days;
  int cycle_days;
  int horizon_days;
  GrQty safety_stock;
  GrQty minimum_order_qty;
  GrQty order_multiple;
} GrSupplyTerms;

GArray *
gr_suggestions_find (const GrSupplyTerms *terms, const GrQty *stock);
