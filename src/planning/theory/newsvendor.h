#pragma once

#include "distribution.h"

/* How much to have on the shelf for a season, and what that is expected to cost or to earn. */
typedef struct {
  double level;
  double value;
} GrNewsvendor;

/**
 * GrSeasonTerms:
 *
 * Of one unit: what it sells and costs for, what a leftover fetches and costs to keep, and what a
 * customer sent away costs beside the lost sale.
 */
typedef struct {
  double price;
  double cost;
  double salvage;
  double holding_cost;
  double shortage_cost;
} GrSeasonTerms;

double gr_newsvendor_cost (const GrDistribution *demand, double holding_cost, double shortage_cost, double level);
GrNewsvendor gr_newsvendor_solve (const GrDistribution *demand, double holding_cost, double shortage_cost);
double gr_newsvendor_profit (const GrDistribution *demand, const GrSeasonTerms *terms, double level);
GrNewsvendor gr_newsvendor_solve_profit (const GrDistribution *demand, const GrSeasonTerms *terms);
