#pragma once

#include "domain/base/date.h"
#include "domain/base/money.h"
#include "domain/base/quantity.h"
#include "domain/stock/stock-health.h"

/* When a plan was made, the day that it was made for, and how many weeks it looks at one by one. */
typedef struct {
  GrInstant made_at;
  GrDate made_for;
  int horizon_weeks;
} GrPlanHead;

/* An item's line of the plan; @supplier_id 0 without one, @days_of_supply NaN where stock outlasts the horizon. */
typedef struct {
  gint64 item_id;
  gint64 supplier_id;
  GrStockHealth health;
  GrQty safety_stock;
  GrQty reorder_point;
  GrQty order_up_to;
  double days_of_supply;
  GrDate stock_out_on;
  GrMoney money_at_risk;
  GrMoney excess_value;
  double weekly_demand;
} GrPlanLine;
