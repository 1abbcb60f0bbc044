#include "joint-order.h"

#include <math.h>

static int
most_frequent (const GrLotTerms *items, int n_items)
{
  int best = 0;

  for (int i = 1; i < n_items; i++)
    if (items[i].order_cost * items[best].holding_cost * items[best].demand <
        items[best].order_cost * items[i].holding_cost * items[i].demand)
      best = i;
  return best;
}

/**
 * gr_joint_order_plan:
 * @shared_cost: of an order to the supplier, however many lines it has
 * @items: (array length=n_items): what each line costs beside
 * @multiples: (out caller-allocates) (array length=n_items): in which of the orders an item is: every one, every
 * second...
 *
 * The joint replenishment problem by Silver's heuristic (1976): the item that is worth ordering most often is in every
 * order, the others in every m-th, m = sqrt (K / (h D) x h1 D1 / (K0 + K1)) rounded; then the best cycle for these m.
 * An item's quantity is its demand times cycle times m. O(items).
 */
GrJointOrder
gr_joint_order_plan (double shared_cost, const GrLotTerms *items, int n_items, int *multiples)
{
  const GrLotTerms *first = &items[most_frequent (items, n_items)];
  double scale = first->holding_cost * first->demand / (shared_cost + first->order_cost);
  double ordering = shared_cost, keeping = 0;
  GrJointOrder plan;

  for (int i = 0; i < n_items; i++) {
    double ideal = sqrt (items[i].order_cost / (items[i].holding_cost * items[i].demand) * scale);

    multiples[i] = &items[i] == first ? 1 : MAX (1, (int) lround (ideal));
    ordering += items[i].order_cost / multiples[i];
    keeping += items[i].holding_cost * items[i].demand * multiples[i];
  }
  plan.cycle = sqrt (2 * ordering / keeping);
  plan.cost = ordering / plan.cycle + keeping * plan.cycle / 2;
  return plan;
}
