#include "reorder-policy.h"

#include "newsvendor.h"

#include <math.h>

#define MOST_ROUNDS 1000

static double
level_cost (const GrReorderTerms *terms, double level)
{
  return gr_newsvendor_cost (&terms->lead_time_demand, terms->lot.holding_cost, terms->shortage_cost, level);
}

static double
best_level (const GrReorderTerms *terms)
{
  return gr_newsvendor_solve (&terms->lead_time_demand, terms->lot.holding_cost, terms->shortage_cost).level;
}

/**
 * gr_reorder_cost:
 *
 * The exact cost a year, (K D + the newsvendor cost summed over r..r+Q) / Q (Zheng 1992; Snyder & Shen, section
 * 5.2). The sum is the difference of the losses of second order, for whole numbers as for any.
 */
double
gr_reorder_cost (const GrReorderTerms *terms, double reorder_point, double qty)
{
  GrLoss low = gr_distribution_loss (&terms->lead_time_demand, reorder_point);
  GrLoss high = gr_distribution_loss (&terms->lead_time_demand, reorder_point + qty);

  return (terms->lot.order_cost * terms->lot.demand + terms->lot.holding_cost * (high.second_under - low.second_under) +
             terms->shortage_cost * (low.second_over - high.second_over)) /
         qty;
}

/**
 * gr_reorder_point_for:
 *
 * Returns: the best reorder point for @qty where any number can be asked for: stock costs as much at r as at
 * r + Q (Zheng 1992), by bisection
 */
double
gr_reorder_point_for (const GrReorderTerms *terms, double qty)
{
  double high = best_level (terms), low = high - qty;

  for (int i = 0; i < 200; i++) {
    double middle = low + (high - low) / 2;

    if (level_cost (terms, middle) > level_cost (terms, middle + qty))
      low = middle;
    else
      high = middle;
  }
  return high;
}

static GrReorderPolicy
policy_with (const GrReorderTerms *terms, double reorder_point, double qty)
{
  return (GrReorderPolicy){reorder_point, qty, gr_reorder_cost (terms, reorder_point, qty)};
}

/**
 * gr_reorder_by_inventory:
 *
 * The expected inventory level approximation (Hadley & Whitin 1963): shortages cost @shortage_cost apiece however long
 * they last, and r and Q are computed in turns. Returns the approximate cost.
 */
GrReorderPolicy
gr_reorder_by_inventory (const GrReorderTerms *terms)
{
  const GrLotTerms *lot = &terms->lot;
  const GrDistribution *demand = &terms->lead_time_demand;
  double qty = gr_lot_economic (lot).qty, last = 0, point = 0, over = 0;

  for (int i = 0; i < MOST_ROUNDS && fabs (qty - last) > 1e-10 * qty; i++) {
    last = qty;
    point = gr_distribution_quantile (demand, 1 - qty * lot->holding_cost / (terms->shortage_cost * lot->demand));
    over = gr_distribution_loss (demand, point).over;
    qty = sqrt (2 * lot->demand * (lot->order_cost + terms->shortage_cost * over) / lot->holding_cost);
  }
  return (GrReorderPolicy){point, qty,
      lot->holding_cost * (point - gr_distribution_mean (demand) + qty / 2) +
          (lot->order_cost + terms->shortage_cost * over) * lot->demand / qty};
}

/**
 * gr_reorder_by_backorders:
 *
 * The economic order quantity with backorders, and the best reorder point for it; at most 1/8 dearer than
 * the best (Zheng 1992).
 */
GrReorderPolicy
gr_reorder_by_backorders (const GrReorderTerms *terms)
{
  double qty = gr_lot_with_backorders (&terms->lot, terms->shortage_cost).qty;

  return policy_with (terms, gr_reorder_point_for (terms, qty), qty);
}

/**
 * gr_reorder_by_safety_stock:
 *
 * The economic order quantity, and the newsvendor's level as reorder point.
 */
GrReorderPolicy
gr_reorder_by_safety_stock (const GrReorderTerms *terms)
{
  return policy_with (terms, best_level (terms), gr_lot_economic (&terms->lot).qty);
}

/* The level at which E (X - x)+ is @over. */
static double
level_with_loss (const GrDistribution *demand, double over)
{
  double mean = gr_distribution_mean (demand), low = mean - over, high = mean + gr_distribution_sd (demand);

  while (gr_distribution_loss (demand, high).over > over)
    high += high - low;
  for (int i = 0; i < 200; i++) {
    double middle = low + (high - low) / 2;

    if (gr_distribution_loss (demand, middle).over > over)
      low = middle;
    else
      high = middle;
  }
  return high;
}

/**
 * gr_reorder_by_loss:
 *
 * The loss function approximation (Hadley & Whitin 1963; Snyder & Shen, section 5.3.4): n (r) = h Q / (h + p) and
 * Q = sqrt (2 (K D + (h + p) n2 (r)) / h) in turns.
 */
GrReorderPolicy
gr_reorder_by_loss (const GrReorderTerms *terms)
{
  double h = terms->lot.holding_cost, both = h + terms->shortage_cost;
  double qty = gr_lot_economic (&terms->lot).qty, last = 0, point = 0;

  for (int i = 0; i < MOST_ROUNDS && fabs (qty - last) > 1e-10 * qty; i++) {
    last = qty;
    point = level_with_loss (&terms->lead_time_demand, h * qty / both);
    qty = sqrt (2 *
                (terms->lot.order_cost * terms->lot.demand +
                    both * gr_distribution_loss (&terms->lead_time_demand, point).second_over) /
                h);
  }
  return policy_with (terms, point, qty);
}

/**
 * gr_reorder_exact:
 *
 * The best policy where whole numbers are asked for: levels join from the cheapest outwards as long as they lower the
 * mean (Federgruen & Zheng 1992). O(qty x spread).
 */
GrReorderPolicy
gr_reorder_exact (const GrReorderTerms *terms)
{
  double start = best_level (terms), low = start - 1, high = start + 1;
  double below = level_cost (terms, low), above = level_cost (terms, high);
  double total = terms->lot.order_cost * terms->lot.demand + level_cost (terms, start);

  /* Levels low + 1 to high - 1 are in. */
  while (MIN (below, above) < total / (high - low - 1)) {
    if (below <= above) {
      total += below;
      below = level_cost (terms, --low);
    } else {
      total += above;
      above = level_cost (terms, ++high);
    }
  }
  return (GrReorderPolicy){low, high - low - 1, total / (high - low - 1)};
}
