#include "lot-schedule.h"

#include <math.h>

/* The cheapest order of period @at: how far it reaches, and the cost from there to the end. */
static double
best_reach (const GrLotPeriod *periods, int n_periods, int at, const double *costs, int *next)
{
  const GrLotPeriod *order = &periods[at];
  double qty = 0, keeping = 0, carry = 0, best = INFINITY;

  for (int until = at + 1; until <= n_periods; until++) {
    double demand = periods[until - 1].demand, cost;

    qty += demand;
    keeping += carry * demand;
    carry += periods[until - 1].holding_cost;
    cost = (qty > 0 ? order->order_cost : 0) + order->unit_cost * qty + keeping + costs[until];
    if (cost < best) {
      best = cost;
      *next = until;
    }
  }
  return best;
}

/**
 * gr_lot_schedule_solve:
 * @quantities: (out caller-allocates) (array length=n_periods): what to order at the start of each period
 * @costs: (out caller-allocates) (array length=n_periods + 1): least cost from each period to the end
 * @next: (out caller-allocates) (array length=n_periods): period of the order after one in each period
 *
 * The lot sizes of least cost for a known, uneven demand (Wagner & Whitin 1958). Where nothing is ordered, no order is
 * paid. O(n^2).
 *
 * Returns: the cost of the whole
 */
double
gr_lot_schedule_solve (const GrLotPeriod *periods, int n_periods, double *quantities, double *costs, int *next)
{
  costs[n_periods] = 0;
  for (int at = n_periods - 1; at >= 0; at--)
    costs[at] = best_reach (periods, n_periods, at, costs, &next[at]);
  for (int at = 0; at < n_periods; at++)
    quantities[at] = 0;
  for (int at = 0; at < n_periods; at = next[at])
    for (int i = at; i < next[at]; i++)
      quantities[at] += periods[i].demand;
  return costs[0];
}
