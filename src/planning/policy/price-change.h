#pragma once

#include "planning/theory/newsvendor.h"

/**
 * GrPriceChange:
 *
 * One period at whose end the unit cost changes from @cost to @next_cost: what lies on the shelf then is worth
 * @discount times the new cost. @fixed_cost is that of placing an order in the period.
 */
typedef struct {
  double holding_cost;
  double shortage_cost;
  double cost;
  double next_cost;
  double discount;
  double fixed_cost;
} GrPriceChange;

/* Between which levels the best reorder point and order-up-to level of a period lie. */
typedef struct {
  double order_up_to_low, order_up_to_high;
  double reorder_low, reorder_high; /* the latter NaN where ordering gets dearer too fast */
} GrPolicyBounds;

double gr_price_change_cost (const GrPriceChange *change, const GrDistribution *demand, double level);
GrNewsvendor gr_price_change_solve (const GrPriceChange *change, const GrDistribution *demand);
double gr_price_change_level_at (
    const GrPriceChange *change, const GrDistribution *demand, double cost, gboolean is_below);
GrPolicyBounds gr_price_change_bounds (
    const GrPriceChange *change, const GrDistribution *demand, double next_fixed_cost);
