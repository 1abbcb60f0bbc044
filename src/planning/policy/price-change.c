#include "price-change.h"

#include <math.h>

/**
 * gr_price_change_cost:
 *
 * The myopic cost of starting a period with @level (Snyder & Shen, section 4.3.2),
 * c y + h E (y - X)+ + p E (X - y)+ - discount c' (y - E X).
 */
double
gr_price_change_cost (const GrPriceChange *change, const GrDistribution *demand, double level)
{
  return change->cost * level + gr_newsvendor_cost (demand, change->holding_cost, change->shortage_cost, level) -
         change->discount * change->next_cost * (level - gr_distribution_mean (demand));
}

/**
 * gr_price_change_solve:
 *
 * The level of least myopic cost: more is bought ahead of a rise. It exists where the change is less than a shortage
 * or keeping costs, -h < c - discount c' < p.
 */
GrNewsvendor
gr_price_change_solve (const GrPriceChange *change, const GrDistribution *demand)
{
  double gain = change->shortage_cost - change->cost + change->discount * change->next_cost;
  double level = gr_distribution_quantile (demand, gain / (change->shortage_cost + change->holding_cost));

  return (GrNewsvendor){level, gr_price_change_cost (change, demand, level)};
}

/**
 * gr_price_change_level_at:
 * @cost: at least the least cost there is
 * @is_below: whether to look below the best level or above it
 *
 * Returns: the level at which the myopic cost is @cost, by bisection; an infinity where it never is
 */
double
gr_price_change_level_at (const GrPriceChange *change, const GrDistribution *demand, double cost, gboolean is_below)
{
  double best = gr_price_change_solve (change, demand).level, near = best;
  double step = MAX (gr_distribution_sd (demand), 1) * (is_below ? -1 : 1), far = best + step;

  while (gr_price_change_cost (change, demand, far) < cost && isfinite (far))
    far = best + (step *= 2);
  for (int i = 0; i < 200 && isfinite (far); i++) {
    double middle = near + (far - near) / 2;

    if (gr_price_change_cost (change, demand, middle) < cost)
      near = middle;
    else
      far = middle;
  }
  return far;
}

/**
 * gr_price_change_bounds:
 * @next_fixed_cost: of placing an order in the period after this; 0 where there is none
 *
 * Bounds on the best (s, S) policy of a period among several from its myopic cost alone (Veinott 1966; Snyder & Shen,
 * section 4.5.2). Where it is the last, costs at the end of the horizon belong into its holding and shortage cost.
 */
GrPolicyBounds
gr_price_change_bounds (const GrPriceChange *change, const GrDistribution *demand, double next_fixed_cost)
{
  GrNewsvendor best = gr_price_change_solve (change, demand);
  double next = change->discount * next_fixed_cost, saved = change->fixed_cost - next;

  return (GrPolicyBounds){
      .order_up_to_low = best.level,
      .order_up_to_high = gr_price_change_level_at (change, demand, best.value + next, FALSE),
      .reorder_low = gr_price_change_level_at (change, demand, best.value + change->fixed_cost, TRUE),
      .reorder_high = saved >= 0 ? gr_price_change_level_at (change, demand, best.value + saved, TRUE) : NAN,
  };
}
