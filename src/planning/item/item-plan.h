#pragma once

#include "planning/policy/buffer.h"
#include "projection.h"

#include "domain/base/money.h"
#include "domain/plan/suggestion.h"
#include "domain/stock/stock-health.h"

/**
 * GrItemPlanInput:
 * @forecast: (array length=n_weeks): expected demand of each week, units; week 0 is the running one, whole
 * @cumulative_sd: standard deviation of forecast error over the protection period, units; NaN to take
 *   @error_sd_per_week times the root of the weeks
 * @history_weeks: complete weeks since the first sale; few of them make a new item
 * @lead_time_days etc.: the supplier's terms, resolved; without a supplier nothing is suggested
 * @drafts: what lies in draft and approved orders counts as a receipt too, so that planning twice changes nothing
 * @review_period_days: how often orders are placed
 *
 * Everything about one item that its plan rests on.
 */
typedef struct {
  GrDate today;
  int n_weeks;
  const double *forecast;
  double error_sd_per_week;
  double cumulative_sd;
  int history_weeks;
  GrQty on_hand;
  const GrPlannedReceipt *receipts;
  gsize n_receipts;
  gboolean is_orderable; /* active, stocked and with a supplier */
  gboolean is_stocked;
  int lead_time_days;
  double lead_time_sd_days;
  int review_period_days;
  double service_level;
  GrQty minimum_order_qty;
  GrQty order_multiple;
  GrPrice unit_cost;
  GrPrice unit_price;
  int currency_digits;
} GrItemPlanInput;

/* Complete weeks of history below which an item is new. */
#define GR_NEW_ITEM_WEEKS 8

/**
 * GrItemPlan:
 *
 * What to do about one item. @suggestions in order of date, @n_suggestions of them over the horizon, the first being
 * the one to act on.
 * @reorder_point: stock on hand and on order below it means to order at this review, not the next one (@is_due). With
 * @order_up_to, which adds one cycle's demand, an order lasts until the one after it. Stock above @excess_above (that
 * and the smallest order) is too much.
 * @stock_out_on is %GR_DATE_NONE where stock lasts the horizon. @money_at_risk: lost sales at price until
 * the next arrival or a lead time, whichever is sooner, where what is overdue is no arrival to count on; @excess_value:
 * what is too much, at cost.
 */
typedef struct {
  GrBuffer buffer;
  GrQty safety_stock;
  GrQty reorder_point;
  GrQty order_up_to;
  GrQty excess_above;
  GrQty on_order; /* all receipts */
  GrQty projected;
  double days_of_supply;
  GrDate stock_out_on;
  GrStockHealth health;
  gboolean is_due;
  GrMoney money_at_risk;
  GrMoney excess_value;
  GrSuggestion *suggestions;
  gsize n_suggestions;
} GrItemPlan;

GrQty gr_item_plan_multiple (const GrItemPlanInput *input);
GrItemPlan *gr_item_plan_new (const GrItemPlanInput *input);
void gr_item_plan_free (GrItemPlan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrItemPlan, gr_item_plan_free)
