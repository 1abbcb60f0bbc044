#include "find-suggestions.h"

#include "domain/trade/order-quantity.h"

/* Where the walk has got to: the morning of @day, with what was suggested before it. */
typedef struct {
  const GrSupplyTerms *terms;
  const GrStockWalk *walk;
  int day;
  GrQty stock;
  GrQty lost;
} Morning;

static GrQty
evening_of (const GrStockWalk *walk, GrQty morning, int day)
{
  return gr_qty_subtract (gr_qty_add (morning, walk->arrivals[day]), walk->demand[day]);
}

/* The last of the days of a cycle on which stock is lowest if nothing more is ordered, and how low it is then. */
static int
lowest_evening (const Morning *at, GrQty *least)
{
  GrQty stock = at->stock;
  int lowest = at->day;

  for (int day = at->day; day < at->day + at->terms->cycle_days; day++) {
    stock = evening_of (at->walk, stock, day);
    if (day > at->day && stock > *least)
      continue;
    *least = stock;
    lowest = day;
  }
  return lowest;
}

static GrSuggestion
suggest (const Morning *at, int needed)
{
  const GrSupplyTerms *terms = at->terms;
  int order_by = at->day - terms->lead_time_days;
  int order = order_by < terms->review_days ? 0 : order_by;
  GrQty least = 0, need;
  int lowest = lowest_evening (at, &least);

  need = gr_qty_subtract (terms->safety_stock, least);
  return (GrSuggestion){
      .need = need,
      .lost = at->lost,
      .qty = gr_order_quantity (need, terms->minimum_order_qty, terms->order_multiple),
      .order_on = terms->today + order,
      .order_by = terms->today + order_by,
      .arrive_on = terms->today + order + terms->lead_time_days,
      .needed_on = terms->today + needed,
      .covers_until = terms->today + lowest,
      .is_late = needed < at->day,
  };
}

/* Lets the day pass: what cannot be served is lost. */
static void
pass_day (Morning *at)
{
  GrQty evening = evening_of (at->walk, at->stock, at->day);

  at->lost = gr_qty_add (at->lost, MAX (0, -evening));
  at->stock = MAX (0, evening);
  at->day++;
}

/**
 * gr_suggestions_find:
 * @walk: without any suggestion, @horizon_days + @cycle_days long
 * @on_hand: what it began with
 *
 * Walks the days. Where stock, with what was suggested so far, would end below safety stock, goods have to come that
 * morning, or as soon as an order placed today can bring them. What has to be ordered before the next review is ordered
 * today and comes as much sooner. An order brings stock back to safety stock for a whole
 * cycle, and minimum and multiple make it more. Sales that are lost before it comes are not made up for. So no day from
 * the first possible arrival to the horizon ends below safety stock, and with the suggestions among the receipts there
 * is nothing left to suggest. O(days).
 *
 * Returns: (transfer full) (element-type GrSuggestion): in order of date
 */
GArray *
gr_suggestions_find (const GrSupplyTerms *terms, const GrStockWalk *walk, GrQty on_hand)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (GrSuggestion));
  Morning at = {terms, walk, 0, MAX (0, on_hand), 0};
  int below_since = -1;

  for (; at.day < terms->horizon_days; pass_day (&at)) {
    if (evening_of (walk, at.stock, at.day) >= terms->safety_stock) {
      below_since = -1;
      continue;
    }
    if (below_since < 0)
      below_since = at.day;
    if (at.day >= terms->lead_time_days) {
      GrSuggestion suggestion = suggest (&at, below_since);

      at.stock = gr_qty_add (at.stock, suggestion.qty);
      below_since = -1;
      g_array_append_val (found, suggestion);
    }
  }
  return found;
}
