#pragma once

#include "domain/base/date.h"
#include "domain/base/money.h"
#include "domain/base/quantity.h"
#include "stock-health.h"
#include "domain/trade/item.h"

/**
 * GrStockRow:
 *
 * What a line of the stock page shows. @on_hand of all internal locations, or of the filter's one; @on_order of
 * approved and sent orders; @in_draft of drafts; projected = on hand + on order, and @value is at unit cost: what is
 * below zero counts as none in both. Without a plan, @health is %GR_HEALTH_NONE and @days_of_supply NaN.
 */
typedef struct {
  gint64 item_id;
  char *code;
  char *description;
  char *family;
  char *unit;
  GrItemStatus status;
  gboolean is_stocked;
  GrQty on_hand;
  GrQty on_order;
  GrQty in_draft;
  GrQty available;
  GrQty projected;
  double days_of_supply;
  GrDate stock_out_on;
  GrMoney value;
  GrStockHealth health;
  GrMoney money_at_risk;
  GrMoney excess_value;
  GrPrice unit_cost;
  GrPrice unit_price;
} GrStockRow;

/**
 * GrStockTotals:
 * @is_similar: nothing is written as it was searched for; these are but for one slip a word
 * @n_due: of what the filter finds whatever its health, how many are due
 */
typedef struct {
  gint64 n_items;
  gint64 n_due;
  GrMoney stock_value;
  GrMoney money_at_risk;
  GrMoney excess_value;
  gint64 n_by_health[GR_N_HEALTHS];
  gint64 n_below_zero;
  gboolean is_similar;
} GrStockTotals;

void gr_stock_row_free (GrStockRow *row);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrStockRow, gr_stock_row_free)
