#include "demo-past.h"

#include "demo-demand.h"
#include "demo-orders.h"

#define OVERBOUGHT_WEEKS 40
#define RETURN_SHARE     0.004

/* What a sensible shop has on its shelves: enough until the next order after this one has come. */
static void
count_stock (GrDemoDesk *desk)
{
  GrDemoHistory *history = desk->history;

  for (gsize i = 0; i < history->n_items; i++) {
    const GrDemoItem *item = &desk->items[i];
    const GrDemoSupplier *supplier = &desk->suppliers[item->supplier];
    double units =
        gr_demo_desk_expected (desk, i, history->counted_on, supplier->lead_time_days + supplier->order_every_days + 7);

    if (item->fate == GR_DEMO_OVERBOUGHT)
      units += OVERBOUGHT_WEEKS * item->weekly;
    history->counted[i] = gr_qty_from_double (units) / item->order_multiple * item->order_multiple;
    history->on_hand[i] = history->counted[i];
  }
}

/* Two items have a story for the last days: an empty shelf, and sales that the books had no goods for. */
static GrQty
script_demand (const GrDemoDesk *desk, gsize i, GrDate on, GrQty asked)
{
  GrQty on_hand = desk->history->on_hand[i];
  int ago = desk->history->today - on;

  if (desk->items[i].fate == GR_DEMO_EMPTY_SHELF && ago <= 4)
    return MAX (0, on_hand);
  if (desk->items[i].fate == GR_DEMO_MISCOUNTED && ago <= 4)
    return on_hand > 0 ? on_hand + 3 * GR_QTY_ONE : 0;
  return CLAMP (asked, 0, MAX (0, on_hand));
}

static void
add_sale (GrDemoHistory *history, gsize i, GrDate on, GrQty qty, GrPrice unit_price)
{
  GrDemoSale sale = {i, on, qty, unit_price};

  if (qty == 0)
    return;
  g_array_append_val (history->sales, sale);
  if (on >= history->counted_on)
    history->on_hand[i] -= qty;
}

static void
sell (GrDemoDesk *desk, GrDate on, double weather)
{
  for (gsize i = 0; i < desk->history->n_items; i++) {
    const GrDemoItem *item = &desk->items[i];
    double mean = gr_demo_demand_mean (item, on, desk->history->today) * weather;
    GrQty asked = gr_demo_demand_draw (item, mean, &desk->random);
    GrPrice price = gr_demo_demand_price (item, on);
    gboolean has_return = gr_demo_random_uniform (&desk->random) < RETURN_SHARE && asked >= 2 * GR_QTY_ONE;

    if (on >= desk->history->counted_on)
      asked = script_demand (desk, i, on, asked);
    add_sale (desk->history, i, on, asked, price);
    if (has_return && asked > 0)
      add_sale (desk->history, i, on, -GR_QTY_ONE, price);
  }
}

/**
 * gr_demo_past_grow:
 *
 * Grows the demo shop's past up to this morning, day by day: what customers asked for, what was there to sell, what was
 * ordered and when it came. The same seed and day give the same shop. O(days x items).
 */
GrDemoHistory *
gr_demo_past_grow (GrDate today, guint64 seed)
{
  GrDemoHistory *history = gr_demo_history_new (today);
  GrDemoDesk desk = gr_demo_desk (history, seed);

  for (GrDate on = history->first; on < today; on++) {
    double weather = 1 + 0.12 * gr_demo_random_normal (&desk.random);

    if (on == history->counted_on)
      count_stock (&desk);
    if (on >= history->counted_on)
      gr_demo_desk_receive (&desk, on);
    if (gr_demo_is_open (on))
      sell (&desk, on, MAX (0.5, weather));
    if (on >= history->counted_on)
      gr_demo_desk_order (&desk, on);
  }
  gr_demo_desk_leave_work (&desk);
  gr_demo_desk_clear (&desk);
  return history;
}
