#include "newsvendor.h"

/**
 * gr_newsvendor_cost:
 * @holding_cost: of one unit left over
 * @shortage_cost: of one unit missing
 *
 * Returns: h E (level - X)+ + p E (X - level)+
 */
double
gr_newsvendor_cost (const GrDistribution *demand, double holding_cost, double shortage_cost, double level)
{
  GrLoss loss = gr_distribution_loss (demand, level);

  return holding_cost * loss.under + shortage_cost * loss.over;
}

/**
 * gr_newsvendor_solve:
 * @demand: until the next delivery: where there is a lead time, over that and one period
 *
 * The level of least cost, the quantile of the critical ratio p / (p + h) (Arrow, Harris & Marschak 1951).
 */
GrNewsvendor
gr_newsvendor_solve (const GrDistribution *demand, double holding_cost, double shortage_cost)
{
  double level = gr_distribution_quantile (demand, shortage_cost / (shortage_cost + holding_cost));

  return (GrNewsvendor){level, gr_newsvendor_cost (demand, holding_cost, shortage_cost, level)};
}

/* A leftover loses cost less salvage, a missing one the margin. */
static double
cost_of_leftover (const GrSeasonTerms *terms)
{
  return terms->cost - terms->salvage + terms->holding_cost;
}

static double
cost_of_missing (const GrSeasonTerms *terms)
{
  return terms->price - terms->cost + terms->shortage_cost;
}

/**
 * gr_newsvendor_profit:
 *
 * Returns: the expected profit of a season that starts with @level
 */
double
gr_newsvendor_profit (const GrDistribution *demand, const GrSeasonTerms *terms, double level)
{
  return (terms->price - terms->cost) * gr_distribution_mean (demand) -
         gr_newsvendor_cost (demand, cost_of_leftover (terms), cost_of_missing (terms), level);
}

/**
 * gr_newsvendor_solve_profit:
 *
 * The level of the greatest expected profit.
 */
GrNewsvendor
gr_newsvendor_solve_profit (const GrDistribution *demand, const GrSeasonTerms *terms)
{
  double level = gr_newsvendor_solve (demand, cost_of_leftover (terms), cost_of_missing (terms)).level;

  return (GrNewsvendor){level, gr_newsvendor_profit (demand, terms, level)};
}
