#include "suggestion.h"

#include "order-quantity.h"

/* The last of the days in [from, to) on which stock is lowest. */
static int
lowest_day (const GrQty *stock, int from, int to)
{
  int lowest = from;

  for (int day = from + 1; day < to; day++)
    if (stock[day] <= stock[lowest])
      lowest = day;
  return lowest;
}

static GrSuggestion
suggest (const GrSupplyTerms *terms, int needed, int arrive, int lowest, GrQty need)
{
  int order_by = arrive - terms->lead_time_days;
  int order = order_by < terms->review_days ? 0 : order_by;

  return (GrSuggestion){
      .need = need,
      .qty = gr_order_quantity (need, terms->minimum_order_qty, terms->order_multiple),
      .order_on = terms->today + order,
      .order_by = terms->today + order_by,
      .arrive_on = terms->today + order + terms->lead_time_days,
      .needed_on = terms->today + needed,
      .covers_until = terms->today + lowest,
      .is_late = needed < arrive,
  };
}

/**
 * gr_suggestions_find:
 * @stock: (array): stock at the end of each day without any suggestion, @horizon_days + @cycle_days long
 *
 * Walks the days. Where stock, with what was suggested so far, would end below safety stock, goods have to come that
 * morning, or as soon as an order placed today can bring them. What has to be ordered before the next review is ordered
 * today and comes as much sooner. An order brings stock back to safety stock for a whole
 * cycle, and minimum and multiple make it more. So no day from the first possible arrival to the horizon ends below
 * safety stock, and with the suggestions among the receipts there is nothing left to suggest. O(days).
 *
 * Returns: (transfer full) (element-type GrSuggestion): in order of date
 */
GArray *
gr_suggestions_find (const GrSupplyTerms *terms, const GrQty *stock)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (GrSuggestion));
  GrQty suggested = 0;
  int below_since = -1;

  for (int day = 0; day < terms->horizon_days; day++) {
    GrSuggestion suggestion;
    int lowest;

    if (gr_qty_add (stock[day], suggested) >= terms->safety_stock) {
      below_since = -1;
      continue;
    }
    if (below_since < 0)
      below_since = day;
    if (day < terms->lead_time_days)
      continue;
    lowest = lowest_day (stock, day, day + terms->cycle_days);
    suggestion = suggest (
        terms, below_since, day, lowest, gr_qty_subtract (terms->safety_stock, gr_qty_add (stock[lowest], suggested)));
    suggested = gr_qty_add (suggested, suggestion.qty);
    below_since = -1;
    g_array_append_val (found, suggestion);
  }
  return found;
}
