#pragma once

#include "distribution.h"
#include "lot-size.h"

/**
 * GrReorderTerms:
 * @lot: order cost, demand and holding cost a year
 * @shortage_cost: of one unit missing, a year
 * @lead_time_demand: how much may be asked for until an order is here
 */
typedef struct {
  GrLotTerms lot;
  double shortage_cost;
  GrDistribution lead_time_demand;
} GrReorderTerms;

/* Order @qty whenever stock on hand and on order falls to @reorder_point. */
typedef struct {
  double reorder_point;
  double qty;
  double cost;
} GrReorderPolicy;

double gr_reorder_cost (const GrReorderTerms *terms, double reorder_point, double qty);
double gr_reorder_point_for (const GrReorderTerms *terms, double qty);
GrReorderPolicy gr_reorder_by_inventory (const GrReorderTerms *terms);
GrReorderPolicy gr_reorder_by_backorders (const GrReorderTerms *terms);
GrReorderPolicy gr_reorder_by_safety_stock (const GrReorderTerms *terms);
GrReorderPolicy gr_reorder_by_loss (const GrReorderTerms *terms);
GrReorderPolicy gr_reorder_exact (const GrReorderTerms *terms);
