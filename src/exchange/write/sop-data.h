#pragma once

#include "domain/plan/event-record.h"
#include "domain/plan/sop-grid.h"
#include "domain/plan/suggestion.h"
#include "workbook-head.h"

/* @health and @status are words for people; @suggested_qty 0 where nothing is to be ordered. */
typedef struct {
  const char *code;
  const char *description;
  const char *family;
  const char *unit;
  GrQty on_hand, on_order, safety_stock, reorder_point;
  double days_of_supply;
  GrQty forecast[3]; /* the running month and the two after it */
  GrPrice unit_cost;
  GrMoney stock_value;
  const char *health;
  GrQty suggested_qty;
} GrSopWorkbookItem;

/**
 * GrSopWorkbookPurchase:
 * @suggestion: whose value is at the supplier's price; its texts are borrowed
 * @cost_value: at the item's cost, as the summary counts
 *
 * An order to place, and why.
 */
typedef struct {
  GrSuggestion suggestion;
  GrPrice unit_cost;
  GrMoney cost_value;
  const char *reason;
} GrSopWorkbookPurchase;

/* What arrives in a month ahead, at cost: already on order, and to be ordered after what @purchases lists. */
typedef struct {
  GrQty on_order, later;
  GrMoney on_order_value, later_value;
} GrSopWorkbookArrivals;

/* @number is written in place of @value where it is not NaN. */
typedef struct {
  const char *name;
  const char *value;
  double number;
  const char *note;
} GrSopWorkbookAssumption;

/**
 * GrSopWorkbookAccuracy:
 * @n_months: past forecasts of one month that it was judged by
 * @sold: a month's sales on average over these, in units, as are the others; NaN where unknown
 * @off_by: the mean absolute error
 * @naive_off_by: what it would have been of the same month last year
 * @bias: the mean error, forecast less sales
 */
typedef struct {
  const char *code;
  const char *description;
  const char *family;
  const char *method;
  int n_months;
  double sold, off_by, naive_off_by, bias;
} GrSopWorkbookAccuracy;

/**
 * GrSopWorkbookData:
 * @planned_at: when the plan was run
 * @grid: families by months, finished
 * @accuracy: (array length=n_accuracy): the items of a family one after the other
 * @arrivals: (array): of the months ahead: with @purchases, what the purchases of the total are made of
 *
 * Everything that the workbook of the sales & operations review shows; all of it belongs to the caller.
 */
typedef struct {
  GrWorkbookInfo info;
  GrInstant planned_at;
  const char *plan_version;
  const GrSopGrid *grid;
  const GrSopWorkbookItem *items;
  gsize n_items;
  const GrSopWorkbookPurchase *purchases;
  gsize n_purchases;
  const GrSopWorkbookArrivals *arrivals;
  const GrSopWorkbookAccuracy *accuracy;
  gsize n_accuracy;
  const GrSopWorkbookAssumption *assumptions;
  gsize n_assumptions;
  const GrEventRecord *const *events;
  gsize n_events;
} GrSopWorkbookData;
