#include "demo-orders.h"

#include "demo-demand.h"

#include "domain/trade/order-quantity.h"

#include <math.h>

#define DAYS_LATE 4

GrDemoDesk
gr_demo_desk (GrDemoHistory *history, guint64 seed)
{
  GrDemoDesk desk = {.history = history, .random = gr_demo_random (seed)};
  gsize n_items;

  desk.items = gr_demo_items (&n_items);
  desk.suppliers = gr_demo_suppliers (&desk.n_suppliers);
  desk.on_order = g_new0 (GrQty, n_items);
  return desk;
}

void
gr_demo_desk_clear (GrDemoDesk *desk)
{
  g_clear_pointer (&desk->on_order, g_free);
}

/**
 * gr_demo_desk_expected:
 *
 * Returns: the units of an item that a buyer who knows the trade expects to sell in @days from @from on
 */
double
gr_demo_desk_expected (const GrDemoDesk *desk, gsize item, GrDate from, int days)
{
  double sum = 0;

  for (int i = 0; i < days; i++)
    sum += gr_demo_demand_mean (&desk->items[item], from + i, desk->history->today);
  return sum;
}

/* The one order with an item whose shelf is empty today was due some days ago and came without it. */
static gboolean
is_the_late_one (const GrDemoDesk *desk, const GrDemoSupplier *supplier, GrDate on)
{
  int overdue = desk->history->today - (on + supplier->lead_time_days);

  return overdue >= DAYS_LATE && overdue < DAYS_LATE + supplier->order_every_days;
}

/* Some items were forgotten for a while, so that there is something to do today. */
static gboolean
is_remembered (const GrDemoDesk *desk, const GrDemoItem *item, GrDate on)
{
  const GrDemoSupplier *supplier = &desk->suppliers[item->supplier];
  int ago = desk->history->today - (on + supplier->lead_time_days);

  switch (item->fate) {
  case GR_DEMO_EMPTY_SHELF:
    return ago >= DAYS_LATE + supplier->order_every_days + 21 || is_the_late_one (desk, supplier, on);
  case GR_DEMO_RUNNING_LOW:
    return ago >= 4;
  case GR_DEMO_MISCOUNTED:
    return ago >= 12;
  default:
    return TRUE;
  }
}

/* On the road as long as the supplier takes, give or take; nothing is delivered on Sundays. */
static GrDate
arrival_of (GrDemoDesk *desk, gsize supplier, GrDate on)
{
  const GrDemoSupplier *terms = &desk->suppliers[supplier];
  int days =
      (int) floor (terms->lead_time_days + terms->lead_time_sd_days * gr_demo_random_normal (&desk->random) + 0.5);
  GrDate arrival = on + MAX (1, days);

  return gr_date_weekday (arrival) == 7 ? arrival + 1 : arrival;
}

static void
add_line (GrDemoDesk *desk, GrDemoOrder *order, gsize i, double cover_days)
{
  const GrDemoItem *item = &desk->items[i];
  double units = gr_demo_desk_expected (desk, i, order->ordered_on + 1, (int) cover_days);
  GrQty need = gr_qty_from_double (units) - desk->history->on_hand[i] - desk->on_order[i];
  GrDemoOrderLine line = {i, gr_order_quantity (need, item->minimum_order_qty, item->order_multiple), 0};

  if (need <= 0 || line.ordered <= 0)
    return;
  g_array_append_val (order->lines, line);
  desk->on_order[i] += line.ordered;
}

/* Orders what will be short before the order after this one arrives. */
static GrDemoOrder *
order_from (GrDemoDesk *desk, gsize supplier, GrDate on, int extra_days)
{
  const GrDemoSupplier *terms = &desk->suppliers[supplier];
  int safety_days = terms->lead_time_days > 3 ? 9 : 3;
  GrDemoOrder *order = g_new0 (GrDemoOrder, 1);

  order->supplier = supplier;
  order->state = GR_ORDER_SENT;
  order->ordered_on = on;
  order->expected_on = on + terms->lead_time_days;
  order->lines = g_array_new (FALSE, FALSE, sizeof (GrDemoOrderLine));
  for (gsize i = 0; i < desk->history->n_items; i++)
    if ((gsize) desk->items[i].supplier == supplier && is_remembered (desk, &desk->items[i], on))
      add_line (desk, order, i, terms->lead_time_days + terms->order_every_days + safety_days + extra_days);
  order->arrived_on = arrival_of (desk, supplier, on);
  if (order->lines->len == 0) {
    g_array_unref (order->lines);
    g_clear_pointer (&order, g_free);
  } else {
    g_ptr_array_add (desk->history->orders, order);
  }
  return order;
}

/**
 * gr_demo_desk_order:
 *
 * What the buyer orders in the evening of a day: from each supplier on its own weekday, every week or two.
 */
void
gr_demo_desk_order (GrDemoDesk *desk, GrDate on)
{
  int since = on - desk->history->counted_on;

  for (gsize i = 0; i < desk->n_suppliers; i++) {
    int phase = (int) (i % 5) + (i % 2 != 0 ? 7 : 0);

    if (gr_date_weekday (on) != 7 && (since + 28 - phase) % desk->suppliers[i].order_every_days == 0)
      order_from (desk, i, on, 0);
  }
}

static void
receive_line (GrDemoDesk *desk, GrDemoOrderLine *line)
{
  line->received = line->ordered;
  desk->history->on_hand[line->item] += line->ordered;
  desk->on_order[line->item] -= line->ordered;
}

static gboolean
has_come (const GrDemoDesk *desk, const GrDemoOrder *order, const GrDemoOrderLine *line)
{
  return desk->items[line->item].fate != GR_DEMO_EMPTY_SHELF ||
         !is_the_late_one (desk, &desk->suppliers[order->supplier], order->ordered_on);
}

static void
receive_order (GrDemoDesk *desk, GrDemoOrder *order)
{
  order->state = GR_ORDER_RECEIVED;
  for (guint i = 0; i < order->lines->len; i++) {
    GrDemoOrderLine *line = &g_array_index (order->lines, GrDemoOrderLine, i);

    if (has_come (desk, order, line))
      receive_line (desk, line);
    else
      order->state = order->lines->len > 1 ? GR_ORDER_PARTIALLY_RECEIVED : GR_ORDER_SENT;
  }
}

void
gr_demo_desk_receive (GrDemoDesk *desk, GrDate on)
{
  for (guint i = 0; i < desk->history->orders->len; i++) {
    GrDemoOrder *order = desk->history->orders->pdata[i];

    if (order->state == GR_ORDER_SENT && order->arrived_on == on)
      receive_order (desk, order);
  }
}

/* The first delivery on its way of several lines came yesterday, and half of it was missing. */
static void
split_delivery (GrDemoDesk *desk)
{
  for (guint i = 0; i < desk->history->orders->len; i++) {
    GrDemoOrder *order = desk->history->orders->pdata[i];

    if (order->state != GR_ORDER_SENT || order->lines->len < 4 || order->expected_on < desk->history->today)
      continue;
    for (guint j = 0; j < order->lines->len / 2; j++)
      receive_line (desk, &g_array_index (order->lines, GrDemoOrderLine, j));
    order->state = GR_ORDER_PARTIALLY_RECEIVED;
    order->arrived_on = desk->history->today - 1;
    return;
  }
}

/**
 * gr_demo_desk_leave_work:
 *
 * Leaves a draft, an order approved and not sent, and one that came in part, for whoever opens the shop this morning.
 */
void
gr_demo_desk_leave_work (GrDemoDesk *desk)
{
  GrDate yesterday = desk->history->today - 1;
  GrDemoOrder *approved, *draft;

  split_delivery (desk);
  approved = order_from (desk, 9, yesterday, 14);
  if (approved != NULL)
    approved->state = GR_ORDER_APPROVED;
  draft = order_from (desk, 5, yesterday, 14);
  if (draft != NULL)
    draft->state = GR_ORDER_DRAFT;
}
