#include "plan-facts.h"

#include "domain/base/error.h"
#include "domain/base/money.h"
#include "forecast/engine/forecast.h"
#include "planning/item/demand-outlook.h"
#include "store/catalogue/item-store.h"
#include "store/stock/ledger-store.h"
#include "store/orders/order-store.h"
#include "store/plans/forecast-store.h"
#include "store/catalogue/supplier-store.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define WEEKS_BEHIND_PROTECTION 8

/* Takes @item and @terms. */
static GrPlanFacts *
new_facts (const GrPlanRules *rules, GrItem *item, GrSupplierItem *terms)
{
  GrPlanFacts *facts = g_new0 (GrPlanFacts, 1);

  facts->item = item;
  facts->terms = terms;
  facts->receipts = g_array_new (FALSE, FALSE, sizeof (GrPlannedReceipt));
  facts->service_level = gr_plan_rules_service_level (rules, item);
  facts->route = gr_plan_rules_route (rules, item, terms);
  return facts;
}

/* What nobody sent yet can't be here before a lead time has passed; what is overdue keeps its day. */
static void
add_receipt (GrPlanFacts *facts, const GrPlanRules *rules, const GrOnOrder *on_order)
{
  gboolean is_sent = on_order->state >= GR_ORDER_SENT, is_dated = on_order->expected_on != GR_DATE_NONE;
  GrDate earliest = is_sent ? rules->today : rules->today + facts->route.lead_time_days;
  GrPlannedReceipt receipt = {
      .on = is_dated ? on_order->expected_on : earliest,
      .qty = on_order->qty,
  };

  if (on_order->qty <= 0)
    return;
  if (!is_sent)
    receipt.on = MAX (earliest, receipt.on);
  g_array_append_val (facts->receipts, receipt);
  if (on_order->state != GR_ORDER_DRAFT)
    facts->on_order = gr_qty_add (facts->on_order, on_order->qty);
}

static GrBucketDemand
means_of (const GrForecastRow *row, GrGrain grain, GrDate today)
{
  GrBucketDemand demand = {.grain = grain, .start = gr_grain_start (grain, today)};
  double *values;

  if (row == NULL)
    return demand;
  values = g_new (double, row->n_points + 1);
  for (int i = 0; i < row->n_points; i++)
    values[i] = row->points[i].mean;
  return (GrBucketDemand){grain, row->starts_on, row->n_points, values};
}

/**
 * gr_plan_facts_set_outlook:
 *
 * Has the expected demand follow from the forecasts.
 */
void
gr_plan_facts_set_outlook (GrPlanFacts *facts, const GrPlanRules *rules)
{
  GrBucketDemand weeks = means_of (facts->forecasts[GR_GRAIN_WEEK], GR_GRAIN_WEEK, rules->today);
  GrBucketDemand months = means_of (facts->forecasts[GR_GRAIN_MONTH], GR_GRAIN_MONTH, rules->today);

  g_free (facts->weeks);
  facts->weeks = gr_demand_outlook (rules->today, &weeks, &months, &facts->n_weeks);
  g_free ((double *) weeks.values);
  g_free ((double *) months.values);
}

static GrPlanFacts *
find_facts (GHashTable *by_id, gint64 item_id)
{
  return g_hash_table_lookup (by_id, &item_id);
}

static gboolean
take_forecast_cb (const GrForecastRow *row, gpointer by_id)
{
  GrPlanFacts *facts = find_facts (by_id, row->item_id);

  if (facts != NULL)
    facts->forecasts[row->grain] = gr_forecast_row_copy (row);
  return TRUE;
}

static gboolean
load_forecasts (GrDatabase *database, const GrItemSet *items, GrFactsDepth depth, GHashTable *by_id, GError **error)
{
  for (int grain = GR_GRAIN_WEEK; grain <= GR_GRAIN_MONTH && depth != GR_FACTS_WITHOUT_FORECASTS; grain++)
    if (!(depth == GR_FACTS_WITH_FORECASTS
                ? gr_forecast_store_each (database, items, grain, take_forecast_cb, by_id, error)
                : gr_forecast_store_each_head (database, items, grain, take_forecast_cb, by_id, error)))
      return FALSE;
  return TRUE;
}

static gboolean
load_stock (GrDatabase *database, const GrPlanRules *rules, const GrItemSet *items, GHashTable *by_id, GError **error)
{
  g_autoptr (GArray) on_hand = gr_ledger_all_on_hand (database, items, error);
  g_autoptr (GArray) on_order = on_hand != NULL ? gr_order_store_on_order (database, items, error) : NULL;

  if (on_order == NULL)
    return FALSE;
  for (guint i = 0; i < on_hand->len; i++) {
    const GrOnHand *stock = &g_array_index (on_hand, GrOnHand, i);
    GrPlanFacts *facts = find_facts (by_id, stock->item_id);

    if (facts != NULL)
      facts->on_hand = stock->on_hand;
  }
  for (guint i = 0; i < on_order->len; i++) {
    const GrOnOrder *receipt = &g_array_index (on_order, GrOnOrder, i);
    GrPlanFacts *facts = find_facts (by_id, receipt->item_id);

    if (facts != NULL)
      add_receipt (facts, rules, receipt);
  }
  return TRUE;
}

static GPtrArray *
load_items (const GrPlanRules *rules, GrDatabase *database, const GrItemSet *items, GError **error)
{
  g_autoptr (GPtrArray) found = gr_item_store_list (database, items, error);
  g_autoptr (GHashTable) preferred =
      found != NULL ? gr_supplier_item_store_all_preferred (database, items, error) : NULL;
  GPtrArray *all;

  if (preferred == NULL)
    return NULL;
  all = g_ptr_array_new_full (found->len, (GDestroyNotify) gr_plan_facts_free);
  g_ptr_array_set_free_func (found, NULL);
  for (guint i = 0; i < found->len; i++) {
    GrItem *item = g_ptr_array_index (found, i);
    gpointer terms = NULL;

    g_hash_table_steal_extended (preferred, &item->id, NULL, &terms);
    g_ptr_array_add (all, new_facts (rules, item, terms));
  }
  return all;
}

static GHashTable *
index_by_id (GPtrArray *all)
{
  GHashTable *by_id = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < all->len; i++) {
    GrPlanFacts *facts = g_ptr_array_index (all, i);

    g_hash_table_insert (by_id, &facts->item->id, facts);
  }
  return by_id;
}

/**
 * gr_plan_facts_list:
 * @depth: also the saved forecasts and the demand that follows from them, or what those were made from, or neither
 *
 * Some statements, however many items. O(items + their order lines + forecast points).
 *
 * Returns: (transfer full) (element-type GrPlanFacts): of those of the items that there are, in order of ids
 */
GPtrArray *
gr_plan_facts_list (
    GrDatabase *database, const GrPlanRules *rules, const GrItemSet *items, GrFactsDepth depth, GError **error)
{
  g_autoptr (GPtrArray) all = load_items (rules, database, items, error);
  g_autoptr (GHashTable) by_id = NULL;

  if (all == NULL)
    return NULL;
  by_id = index_by_id (all);
  if (!load_stock (database, rules, items, by_id, error) || !load_forecasts (database, items, depth, by_id, error))
    return NULL;
  for (guint i = 0; i < all->len && depth == GR_FACTS_WITH_FORECASTS; i++)
    gr_plan_facts_set_outlook (g_ptr_array_index (all, i), rules);
  return g_steal_pointer (&all);
}

/**
 * gr_plan_facts_load:
 *
 * Returns: (transfer full): what gr_plan_facts_list() says of one item, with its forecasts; %NULL with
 *   %GR_ERROR_NOT_FOUND
 */
GrPlanFacts *
gr_plan_facts_load (GrDatabase *database, const GrPlanRules *rules, gint64 item_id, GError **error)
{
  g_autoptr (GrItemSet) item = gr_item_set_new_one (item_id);
  g_autoptr (GPtrArray) found = gr_plan_facts_list (database, rules, item, GR_FACTS_WITH_FORECASTS, error);

  if (found != NULL && found->len == 0)
    g_set_error_literal (error, GR_ERROR, GR_ERROR_NOT_FOUND, _ ("There is no such item."));
  return found != NULL && found->len > 0 ? g_ptr_array_steal_index (found, 0) : NULL;
}

void
gr_plan_facts_free (GrPlanFacts *facts)
{
  if (facts == NULL)
    return;
  gr_item_free (facts->item);
  gr_supplier_item_free (facts->terms);
  g_array_unref (facts->receipts);
  gr_forecast_row_free (facts->forecasts[GR_GRAIN_WEEK]);
  gr_forecast_row_free (facts->forecasts[GR_GRAIN_MONTH]);
  g_free (facts->weeks);
  g_free (facts);
}

/**
 * gr_plan_facts_week_horizon:
 *
 * Returns: how many weeks of the item to forecast one by one: past everything that an order placed now decides.
 */
int
gr_plan_facts_week_horizon (const GrPlanFacts *facts, const GrPlanRules *rules)
{
  int protection_weeks = (facts->route.lead_time_days + rules->review_period_days + 6) / 7;

  return MAX (rules->horizon_weeks, protection_weeks + WEEKS_BEHIND_PROTECTION);
}

/* Of the error of demand over the lead time and review period together, from past errors of such sums. */
static double
protection_sd (const GrPlanFacts *facts, const GrPlanRules *rules)
{
  const GrForecastRow *week = facts->forecasts[GR_GRAIN_WEEK];
  int days = facts->route.lead_time_days + rules->review_period_days;
  g_autofree double *sums = NULL;
  GrForecast forecast;

  if (week == NULL || week->n_points == 0)
    return NAN;
  sums = g_new (double, week->n_points);
  for (int i = 0; i < week->n_points; i++)
    sums[i] = week->points[i].cumulative_sd;
  forecast = (GrForecast){.horizon = week->n_points, .cumulative_sd = sums};
  return gr_forecast_cumulative_sd (&forecast, (days > 0 ? days : 7) / 7.0);
}

/**
 * gr_plan_facts_input:
 *
 * Returns: what planning takes; it borrows from @facts
 */
GrItemPlanInput
gr_plan_facts_input (const GrPlanFacts *facts, const GrPlanRules *rules)
{
  const GrForecastRow *week = facts->forecasts[GR_GRAIN_WEEK];
  const GrSupplierItem *terms = facts->terms;
  const GrItem *item = facts->item;

  return (GrItemPlanInput){
      .today = rules->today,
      .n_weeks = facts->n_weeks,
      .forecast = facts->weeks,
      .error_sd_per_week = week != NULL ? week->error_sd : 0,
      .cumulative_sd = protection_sd (facts, rules),
      .history_weeks = week != NULL ? week->n_history : 0,
      .on_hand = facts->on_hand,
      .receipts = (const GrPlannedReceipt *) (gconstpointer) facts->receipts->data,
      .n_receipts = facts->receipts->len,
      .is_orderable = terms != NULL && item->is_stocked && item->status == GR_ITEM_ACTIVE,
      .is_stocked = item->is_stocked,
      .lead_time_days = facts->route.lead_time_days,
      .lead_time_sd_days = facts->route.lead_time_sd_days,
      .review_period_days = rules->review_period_days,
      .service_level = facts->service_level,
      .minimum_order_qty = terms != NULL ? terms->minimum_order_qty : 0,
      .order_multiple = terms != NULL ? terms->order_multiple : 0,
      .unit_cost = item->unit_cost,
      .unit_price = item->unit_price,
      .currency_digits = rules->currency_digits,
  };
}

/**
 * gr_plan_facts_all_receipts:
 *
 * Returns: (transfer full) (element-type GrPlannedReceipt): what is on order, what is overdue of it on its day, and
 * what
 *   @plan suggests
 */
GArray *
gr_plan_facts_all_receipts (const GrPlanFacts *facts, const GrItemPlan *plan)
{
  GArray *receipts = g_array_copy (facts->receipts);

  for (gsize i = 0; i < plan->n_suggestions; i++) {
    GrPlannedReceipt receipt = {plan->suggestions[i].arrive_on, plan->suggestions[i].qty, TRUE};

    g_array_append_val (receipts, receipt);
  }
  return receipts;
}

/**
 * gr_plan_facts_line:
 * @plan: made from @facts
 *
 * What is kept and shown of an item's plan.
 */
GrPlanLine
gr_plan_facts_line (const GrPlanFacts *facts, const GrItemPlan *plan)
{
  return (GrPlanLine){
      .item_id = facts->item->id,
      .supplier_id = facts->route.supplier_id,
      .health = plan->health,
      .safety_stock = plan->safety_stock,
      .reorder_point = plan->reorder_point,
      .order_up_to = plan->order_up_to,
      .days_of_supply = plan->days_of_supply,
      .stock_out_on = plan->stock_out_on,
      .money_at_risk = plan->money_at_risk,
      .excess_value = plan->excess_value,
      .weekly_demand = plan->buffer.demand_per_day * 7,
  };
}
