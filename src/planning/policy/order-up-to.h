#pragma once

#include "planning/theory/distribution.h"

/**
 * GrReviewTerms:
 *
 * Of one review period: @order_cost of an order, @holding_cost and @shortage_cost of a unit left over or missing at
 * its end, and how much may be asked for.
 */
typedef struct {
  double order_cost;
  double holding_cost;
  double shortage_cost;
  GrDistribution demand;
} GrReviewTerms;

/* Where stock is at @reorder_point or below at a review, order up to @level. */
typedef struct {
  double reorder_point;
  double level;
  double cost;
} GrReviewPolicy;

double gr_order_up_to_cost (const GrReviewTerms *terms, int reorder_point, int level);
GrReviewPolicy gr_order_up_to_exact (const GrReviewTerms *terms);
GrReviewPolicy gr_order_up_to_by_power (const GrReviewTerms *terms);
