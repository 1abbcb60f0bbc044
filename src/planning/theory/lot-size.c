#include "lot-size.h"

#include <math.h>

/**
 * gr_lot_cost:
 *
 * Returns: orders and keeping a year where @qty is ordered at a time, S D / Q + h Q / 2; goods not counted.
 */
double
gr_lot_cost (const GrLotTerms *terms, double qty)
{
  return terms->order_cost * terms->demand / qty + terms->holding_cost * qty / 2;
}

/**
 * gr_lot_economic:
 *
 * The economic order quantity, sqrt (2 D S / h) (Harris 1913).
 */
GrLot
gr_lot_economic (const GrLotTerms *terms)
{
  double qty = sqrt (2 * terms->demand * terms->order_cost / terms->holding_cost);

  return (GrLot){qty, gr_lot_cost (terms, qty)};
}

/**
 * gr_lot_backorder_cost:
 * @shortage_cost: of one unit waited for, a year
 * @share: of each lot that was waited for
 */
double
gr_lot_backorder_cost (const GrLotTerms *terms, double shortage_cost, double qty, double share)
{
  double kept = 1 - share;

  return (terms->holding_cost * kept * kept + shortage_cost * share * share) * qty / 2 +
         terms->order_cost * terms->demand / qty;
}

/**
 * gr_lot_with_backorders:
 *
 * The economic order quantity where customers wait, sqrt (2 D S (h + p) / (h p)).
 */
GrBackorderLot
gr_lot_with_backorders (const GrLotTerms *terms, double shortage_cost)
{
  double h = terms->holding_cost, p = shortage_cost;
  GrBackorderLot lot;

  lot.qty = sqrt (2 * terms->demand * terms->order_cost * (h + p) / (h * p));
  lot.backordered_share = h / (h + p);
  lot.cost = gr_lot_backorder_cost (terms, p, lot.qty, lot.backordered_share);
  return lot;
}

/**
 * gr_lot_terms_at_rate:
 * @production_rate: units a year at which a lot comes in, above the demand
 *
 * Returns: terms under which gr_lot_economic() gives the economic production quantity: a lot that comes in while
 * it sells lies around less, h (1 - D / P)
 */
GrLotTerms
gr_lot_terms_at_rate (const GrLotTerms *terms, double production_rate)
{
  GrLotTerms slowed = *terms;

  slowed.holding_cost *= 1 - terms->demand / production_rate;
  return slowed;
}

static double
end_of_tier (const GrPriceBreaks *breaks, int tier)
{
  return tier + 1 < breaks->n ? breaks->from[tier + 1] : INFINITY;
}

/**
 * gr_lot_all_units:
 * @terms: its holding cost is not used, as it follows from the price
 *
 * The quantity of least cost where a larger one makes every unit cheaper: per tier sqrt (2 D S / (h C)) clamped to the
 * tier, then the least D C + S D / Q + h C Q / 2. O(tiers).
 */
GrTierLot
gr_lot_all_units (const GrLotTerms *terms, const GrPriceBreaks *breaks)
{
  GrTierLot best = {.cost = INFINITY};

  for (int tier = 0; tier < breaks->n; tier++) {
    GrLotTerms here = *terms;
    double qty, cost;

    here.holding_cost = breaks->holding_rate * breaks->prices[tier];
    qty = MAX (gr_lot_economic (&here).qty, breaks->from[tier]);
    if (qty >= end_of_tier (breaks, tier))
      continue; /* cheaper there already */
    cost = terms->demand * breaks->prices[tier] + gr_lot_cost (&here, qty);
    if (cost < best.cost)
      best = (GrTierLot){qty, tier, cost};
  }
  return best;
}

/**
 * gr_lot_incremental:
 *
 * The quantity of least cost where only the units behind a break are cheaper. What those before it cost more acts
 * as a part of the order's cost (Snyder & Shen, section 3.4). O(tiers).
 */
GrTierLot
gr_lot_incremental (const GrLotTerms *terms, const GrPriceBreaks *breaks)
{
  GrTierLot best = {.cost = INFINITY};
  double extra = 0;

  for (int tier = 0; tier < breaks->n; tier++) {
    double price = breaks->prices[tier], cost;
    GrLotTerms here = {.demand = terms->demand, .holding_cost = breaks->holding_rate * price};
    GrLot lot;

    if (tier > 0)
      extra += (breaks->prices[tier - 1] - price) * breaks->from[tier];
    here.order_cost = terms->order_cost + extra;
    lot = gr_lot_economic (&here);
    if (lot.qty < breaks->from[tier] || lot.qty >= end_of_tier (breaks, tier))
      continue;
    cost = terms->demand * price + breaks->holding_rate * extra / 2 + lot.cost;
    if (cost < best.cost)
      best = (GrTierLot){lot.qty, tier, cost};
  }
  return best;
}
