#pragma once

#include "planning/theory/lot-size.h"

/* Several items ordered together: how often, and what that costs a year. */
typedef struct {
  double cycle;
  double cost;
} GrJointOrder;

GrJointOrder gr_joint_order_plan (double shared_cost, const GrLotTerms *items, int n_items, int *multiples);
