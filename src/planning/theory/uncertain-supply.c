#include "uncertain-supply.h"

#include <math.h>

/**
 * gr_supply_added_yield_cost:
 * @yield_mean, @yield_sd: of what comes beyond @qty, mostly negative
 *
 * Orders and keeping a year where @qty and a random rest arrive (Snyder & Shen, section 9.3.2).
 */
double
gr_supply_added_yield_cost (const GrLotTerms *terms, double yield_mean, double yield_sd, double qty)
{
  double arrives = qty + yield_mean;

  return terms->order_cost * terms->demand / arrives +
         terms->holding_cost * (arrives * arrives + yield_sd * yield_sd) / (2 * arrives);
}

/**
 * gr_supply_added_yield:
 *
 * Returns: the quantity of least gr_supply_added_yield_cost()
 */
GrLot
gr_supply_added_yield (const GrLotTerms *terms, double yield_mean, double yield_sd)
{
  double qty = sqrt (2 * terms->order_cost * terms->demand / terms->holding_cost + yield_sd * yield_sd) - yield_mean;

  return (GrLot){qty, gr_supply_added_yield_cost (terms, yield_mean, yield_sd, qty)};
}

/**
 * gr_supply_share_yield_cost:
 * @yield_mean, @yield_sd: of the share of @qty that arrives sound
 */
double
gr_supply_share_yield_cost (const GrLotTerms *terms, double yield_mean, double yield_sd, double qty)
{
  return terms->order_cost * terms->demand / (qty * yield_mean) +
         terms->holding_cost * qty * (yield_mean * yield_mean + yield_sd * yield_sd) / (2 * yield_mean);
}

/**
 * gr_supply_share_yield:
 *
 * Returns: the quantity of least gr_supply_share_yield_cost()
 */
GrLot
gr_supply_share_yield (const GrLotTerms *terms, double yield_mean, double yield_sd)
{
  double qty = sqrt (
      2 * terms->order_cost * terms->demand / (terms->holding_cost * (yield_mean * yield_mean + yield_sd * yield_sd)));

  return (GrLot){qty, gr_supply_share_yield_cost (terms, yield_mean, yield_sd, qty)};
}

/* The probability that the supplier is down when a lot of @qty is used up. */
static double
probability_down (const GrLotTerms *terms, const GrDisruptions *disruptions, double qty)
{
  double rate = disruptions->disruption_rate + disruptions->recovery_rate;
  double down = disruptions->disruption_rate / rate;

  return disruptions->is_approximate ? down : down * -expm1 (-rate * qty / terms->demand);
}

/**
 * gr_supply_disrupted_lot_cost:
 * @shortage_cost: of one unit lost
 *
 * Cost a year where the supplier has outages at random (Parlar & Berkin 1991; Berk & Arreola-Risa 1994).
 */
double
gr_supply_disrupted_lot_cost (
    const GrLotTerms *terms, double shortage_cost, const GrDisruptions *disruptions, double qty)
{
  double waiting = probability_down (terms, disruptions, qty) / disruptions->recovery_rate;
  double cycle = terms->order_cost + terms->holding_cost * qty * qty / (2 * terms->demand) +
                 shortage_cost * terms->demand * waiting;

  return cycle / (qty / terms->demand + waiting);
}

/* The root of the derivative where the probability of an outage does not depend on the quantity. */
static double
approximate_lot (const GrLotTerms *terms, double shortage_cost, const GrDisruptions *disruptions)
{
  double waiting = probability_down (terms, disruptions, INFINITY) / disruptions->recovery_rate;
  double a = terms->holding_cost / (2 * terms->demand), lost = terms->demand * waiting;

  return sqrt (lost * lost + (terms->order_cost + shortage_cost * lost) / a) - lost;
}

/* Golden section between bounds that hold one minimum. */
static double
search_lot (const GrLotTerms *terms, double shortage_cost, const GrDisruptions *disruptions, double high)
{
  const double golden = (sqrt (5) - 1) / 2;
  double low = 0;

  for (int i = 0; i < 100; i++) {
    double left = high - golden * (high - low), right = low + golden * (high - low);

    if (gr_supply_disrupted_lot_cost (terms, shortage_cost, disruptions, left) <
        gr_supply_disrupted_lot_cost (terms, shortage_cost, disruptions, right))
      high = right;
    else
      low = left;
  }
  return (low + high) / 2;
}

/**
 * gr_supply_disrupted_lot:
 *
 * Returns: the quantity of least gr_supply_disrupted_lot_cost(), in closed form where @disruptions is approximate,
 *   else by search
 */
GrLot
gr_supply_disrupted_lot (const GrLotTerms *terms, double shortage_cost, const GrDisruptions *disruptions)
{
  double qty = approximate_lot (terms, shortage_cost, disruptions);

  if (!disruptions->is_approximate)
    qty = search_lot (terms, shortage_cost, disruptions, 2 * qty);
  return (GrLot){qty, gr_supply_disrupted_lot_cost (terms, shortage_cost, disruptions, qty)};
}

/* The probability that an outage has lasted @n periods, 0 for none. */
static double
probability_of_outage (const GrDisruptions *disruptions, int n)
{
  double begin = disruptions->disruption_rate, end = disruptions->recovery_rate;

  return n == 0 ? end / (begin + end) : begin * end / (begin + end) * pow (1 - end, n - 1);
}

/**
 * gr_supply_disrupted_level_cost:
 * @terms: demand and holding cost of a period
 * @disruptions: probabilities of a period
 *
 * The cost of a period that is begun with @level where demand is certain and the supplier is not (Tomlin 2006).
 */
double
gr_supply_disrupted_level_cost (
    const GrLotTerms *terms, double shortage_cost, const GrDisruptions *disruptions, double level)
{
  double cost = 0, left = 1;

  for (int n = 0; left > 1e-18 && n < 100000; n++) {
    double probability = probability_of_outage (disruptions, n), rest = level - (n + 1) * terms->demand;

    cost += probability * (rest > 0 ? terms->holding_cost * rest : -shortage_cost * rest);
    left = n == 0 ? 1 - probability : left * (1 - disruptions->recovery_rate);
  }
  return cost;
}

/**
 * gr_supply_disrupted_level:
 *
 * The level of least gr_supply_disrupted_level_cost(): stock for as many periods as outages last with
 * probability p / (p + h).
 */
GrDisruptedLevel
gr_supply_disrupted_level (const GrLotTerms *terms, double shortage_cost, const GrDisruptions *disruptions)
{
  double ratio = shortage_cost / (shortage_cost + terms->holding_cost);
  double sum = probability_of_outage (disruptions, 0);
  int n = 0;

  while (sum < ratio && n < 100000)
    sum += probability_of_outage (disruptions, ++n);
  return (GrDisruptedLevel){(n + 1) * terms->demand,
      gr_supply_disrupted_level_cost (terms, shortage_cost, disruptions, (n + 1) * terms->demand)};
}
