#include "item-plan.h"

#include "find-suggestions.h"
#include "domain/trade/order-quantity.h"
#include "stock-walk.h"

#include <math.h>

/* Terms beyond ten years are slips of a finger; cut so that the days can be walked. */
#define MOST_DAYS 3660

/* What one plan is made with. */
typedef struct {
  const GrItemPlanInput *input;
  GrDemandCurve *curve;
  GrStockWalk *walk; /* without suggestions */
  GrQty on_hand;     /* below zero counts as none */
  int n_days;
  int lead_time_days;
  int review_period_days;
  int cycle_days;
  int horizon_days;
} Work;

/* How long an order has to last: the review period; a week where orders are placed any day. */
static int
count_cycle_days (const GrItemPlanInput *input)
{
  return input->review_period_days > 0 ? MIN (input->review_period_days, MOST_DAYS) : 7;
}

static void
start_work (Work *work, const GrItemPlanInput *input)
{
  int horizon;

  work->input = input;
  work->curve = gr_demand_curve_new (input->today, GR_GRAIN_WEEK, input->forecast, input->n_weeks);
  work->lead_time_days = CLAMP (input->lead_time_days, 0, MOST_DAYS);
  work->review_period_days = CLAMP (input->review_period_days, 0, MOST_DAYS);
  work->cycle_days = count_cycle_days (input);
  horizon = MIN (gr_demand_curve_end (work->curve) - input->today, 2 * MOST_DAYS);
  work->horizon_days = MAX (horizon, work->lead_time_days + work->review_period_days + work->cycle_days);
  work->n_days = work->horizon_days + work->cycle_days;
  work->on_hand = MAX (0, input->on_hand);
  work->walk = gr_stock_walk_new (work->curve, work->on_hand, input->receipts, input->n_receipts, work->n_days);
}

static void
end_work (Work *work)
{
  gr_demand_curve_free (work->curve);
  gr_stock_walk_free (work->walk);
}

/* Demand from day @from to day @until, counted from today. */
static GrQty
demand_between (const Work *work, int from, int until)
{
  return gr_demand_curve_qty (work->curve, work->input->today + from, work->input->today + until);
}

static GrBuffer
compute_buffer (const Work *work)
{
  const GrItemPlanInput *input = work->input;
  int protection = work->lead_time_days + work->review_period_days, days = protection > 0 ? protection : 7;
  double cumulative_sd = input->cumulative_sd;
  GrBufferTerms terms = {
      .demand_per_day = gr_demand_curve_until (work->curve, input->today + days) / days,
      .lead_time_days = work->lead_time_days,
      .lead_time_sd_days = input->lead_time_sd_days,
      .review_period_days = work->review_period_days,
      .service_level = input->service_level,
      .is_skewed = TRUE,
  };

  if (isnan (cumulative_sd))
    cumulative_sd = input->error_sd_per_week * sqrt (days / 7.0);
  terms.demand_sd_per_day = cumulative_sd / sqrt (days);
  return gr_buffer_compute (&terms);
}

static void
set_levels (GrItemPlan *plan, const Work *work)
{
  const GrItemPlanInput *input = work->input;
  int protection = work->lead_time_days + work->review_period_days;
  GrQty smallest_order = gr_order_quantity (1, input->minimum_order_qty, gr_item_plan_multiple (input));

  plan->buffer = compute_buffer (work);
  if (demand_between (work, 0, MAX (protection, work->cycle_days)) > 0)
    plan->safety_stock = gr_qty_from_double (plan->buffer.safety_stock);
  plan->reorder_point = gr_qty_add (demand_between (work, 0, protection), plan->safety_stock);
  plan->order_up_to =
      gr_qty_add (plan->reorder_point, demand_between (work, protection, protection + work->cycle_days));
  if (demand_between (work, 0, work->n_days) > 0)
    plan->excess_above = gr_qty_add (plan->order_up_to, smallest_order);
}

static void
set_supply (GrItemPlan *plan, const Work *work)
{
  const GrItemPlanInput *input = work->input;
  int horizon = gr_demand_curve_end (work->curve) - input->today;
  int day = gr_stock_walk_out (work->walk, MIN (horizon, work->n_days));

  for (gsize i = 0; i < input->n_receipts; i++)
    plan->on_order = gr_qty_add (plan->on_order, input->receipts[i].qty);
  plan->projected = gr_qty_add (work->on_hand, plan->on_order);
  plan->days_of_supply = gr_demand_curve_days (work->curve, gr_qty_to_double (input->on_hand));
  plan->stock_out_on = day < 0 ? GR_DATE_NONE : input->today + day;
}

static void
set_suggestions (GrItemPlan *plan, const Work *work)
{
  const GrItemPlanInput *input = work->input;
  GrSupplyTerms terms = {
      .today = input->today,
      .lead_time_days = work->lead_time_days,
      .review_days = MAX (1, work->review_period_days),
      .cycle_days = work->cycle_days,
      .horizon_days = work->horizon_days,
      .safety_stock = plan->safety_stock,
      .minimum_order_qty = input->minimum_order_qty,
      .order_multiple = gr_item_plan_multiple (input),
  };
  GArray *found;

  if (!input->is_orderable || demand_between (work, 0, work->n_days) <= 0)
    return;
  found = gr_suggestions_find (&terms, work->walk, work->on_hand);
  plan->n_suggestions = found->len;
  plan->suggestions = (GrSuggestion *) (gpointer) g_array_free (found, FALSE);
  plan->is_due = plan->n_suggestions > 0 && plan->suggestions[0].order_on == input->today;
}

/* What comes although stock would stay above safety stock for a review and a cycle without it. */
static GrQty
surplus_on_order (const GrItemPlan *plan, const Work *work)
{
  int ahead = work->review_period_days + work->cycle_days;
  GrQty surplus = 0, before = work->on_hand;

  for (int day = 0; day < work->n_days; day++) {
    GrQty without = gr_qty_subtract (before, work->walk->demand[day]), arrival = work->walk->arrivals[day];

    if (arrival > 0 && gr_qty_subtract (without, surplus) >=
                           gr_qty_add (plan->safety_stock, demand_between (work, day + 1, day + 1 + ahead)))
      surplus = gr_qty_add (surplus, arrival);
    before = work->walk->stock[day];
  }
  return surplus;
}

static GrStockHealth
judge_shortage (const GrItemPlan *plan, const Work *work)
{
  const GrItemPlanInput *input = work->input;
  int soon = MAX (work->lead_time_days + work->review_period_days, 7);

  if (input->on_hand <= 0 && demand_between (work, 0, soon) > 0)
    return GR_HEALTH_STOCKED_OUT;
  if (plan->stock_out_on != GR_DATE_NONE && plan->stock_out_on - input->today < work->lead_time_days)
    return GR_HEALTH_POTENTIAL_STOCK_OUT;
  if (input->on_hand <= 0 && plan->on_order <= 0 && demand_between (work, 0, work->n_days) <= 0)
    return GR_HEALTH_NONE;
  return input->history_weeks < GR_NEW_ITEM_WEEKS ? GR_HEALTH_NEW : GR_HEALTH_OK;
}

/* As the stock goes on if what is overdue, which may come any day, does not come at all. */
static GrStockWalk *
walk_without_overdue (const Work *work)
{
  const GrItemPlanInput *input = work->input;
  g_autoptr (GArray) receipts = g_array_new (FALSE, FALSE, sizeof (GrPlannedReceipt));

  for (gsize i = 0; i < input->n_receipts; i++)
    if (input->receipts[i].on >= input->today)
      g_array_append_val (receipts, input->receipts[i]);
  return gr_stock_walk_new (work->curve, work->on_hand, (const GrPlannedReceipt *) (gconstpointer) receipts->data,
      receipts->len, work->n_days);
}

/* Sales lost from the stock-out to the next arrival or until an order placed today is here. */
static GrQty
lost_sales (const Work *work)
{
  g_autoptr (GrStockWalk) walk = walk_without_overdue (work);
  int until = MIN (MAX (work->lead_time_days, 1), walk->n_days), out = gr_stock_walk_out (walk, until);
  GrQty lost = 0;

  for (int day = out; day >= 0 && day < until && (day == out || walk->arrivals[day] <= 0); day++)
    lost = gr_qty_add (lost, walk->lost[day]);
  return lost;
}

static void
set_health (GrItemPlan *plan, const Work *work)
{
  const GrItemPlanInput *input = work->input;
  GrQty surplus = surplus_on_order (plan, work), excess = MAX (0, gr_qty_subtract (input->on_hand, plan->excess_above));

  plan->health = judge_shortage (plan, work);
  if (plan->health == GR_HEALTH_OK && (surplus > 0 || excess > 0)) {
    plan->health = surplus > 0 ? GR_HEALTH_SURPLUS_ORDERS : GR_HEALTH_EXCESS;
    plan->excess_value =
        gr_money_for_saturated (gr_qty_add (surplus, excess), input->unit_cost, input->currency_digits);
  }
  if (plan->health <= GR_HEALTH_POTENTIAL_STOCK_OUT)
    plan->money_at_risk = gr_money_for_saturated (lost_sales (work), input->unit_price, input->currency_digits);
}

/**
 * gr_item_plan_multiple:
 *
 * Returns: what orders are multiples of: the supplier's packs, else whole units.
 */
GrQty
gr_item_plan_multiple (const GrItemPlanInput *input)
{
  return input->order_multiple > 0 ? input->order_multiple : GR_QTY_ONE;
}

/**
 * gr_item_plan_new:
 *
 * Plans one item. Safety stock and reorder point follow gr_buffer_compute() with the demand that is forecast for the
 * protection period (lead time and review period) that begins today, so that a season is met where it is; where nothing
 * is asked for in it, no safety stock is held. Orders follow gr_suggestions_find().
 *
 * What cannot be served is lost, see gr_stock_walk_new(); stock below zero is an error to mend and counts as none. An
 * item that is not stocked has an empty plan. O(days of the horizon + receipts).
 */
GrItemPlan *
gr_item_plan_new (const GrItemPlanInput *input)
{
  GrItemPlan *plan = g_new0 (GrItemPlan, 1);
  Work work;

  plan->stock_out_on = GR_DATE_NONE;
  plan->days_of_supply = NAN;
  plan->health = GR_HEALTH_NONE;
  if (!input->is_stocked)
    return plan;
  start_work (&work, input);
  set_levels (plan, &work);
  set_supply (plan, &work);
  set_suggestions (plan, &work);
  set_health (plan, &work);
  end_work (&work);
  return plan;
}

void
gr_item_plan_free (GrItemPlan *plan)
{
  if (plan == NULL)
    return;
  g_free (plan->suggestions);
  g_free (plan);
}
