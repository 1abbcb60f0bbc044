#pragma once

#include "store/file/database.h"

#include "domain/base/date.h"
#include "domain/trade/item.h"
#include "domain/stock/stock-health.h"

typedef enum {
  GR_STOCK_SORT_CODE,
  GR_STOCK_SORT_DESCRIPTION,
  GR_STOCK_SORT_FAMILY,
  GR_STOCK_SORT_ON_HAND,
  GR_STOCK_SORT_ON_ORDER,
  GR_STOCK_SORT_AVAILABLE,
  GR_STOCK_SORT_PROJECTED,
  GR_STOCK_SORT_DAYS_OF_SUPPLY,
  GR_STOCK_SORT_VALUE,
  GR_STOCK_SORT_HEALTH,
  GR_STOCK_SORT_MONEY_AT_RISK,
  GR_STOCK_SORT_URGENCY, /* exceptions, then what is due, then the rest; in each most money at risk first */
} GrStockSort;

#define GR_N_STOCK_SORTS (GR_STOCK_SORT_URGENCY + 1)

/**
 * GrStockFilter:
 * @search: (nullable): words, each of which is part of the code, description or a barcode
 * @family_id, @location_id, @supplier_id: 0 for all
 * @health: a GrStockHealth, %GR_STOCK_BELOW_ZERO or -1 for all
 * @status: a GrItemStatus or -1 for all
 * @only_exceptions: only stock-outs, surplus orders and excess
 * @due_by: what the plan wants ordered until this day is due
 * @only_due: only what is due
 */
typedef struct {
  const char *search;
  gint64 family_id;
  gint64 location_id;
  gint64 supplier_id;
  int health;
  int status;
  gboolean only_exceptions;
  GrDate due_by;
  gboolean only_due;
  GrStockSort sort;
  gboolean is_descending;
} GrStockFilter;

/* In place of a health: items of which the books say that there is less than nothing. */
#define GR_STOCK_BELOW_ZERO GR_N_HEALTHS

#define GR_STOCK_FILTER_ALL ((GrStockFilter){.health = -1, .status = -1})

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
} GrStockTotals;

void gr_stock_row_free (GrStockRow *row);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrStockRow, gr_stock_row_free)

GArray *gr_stock_list_ids (GrDatabase *database, const GrStockFilter *filter, GError **error);
GPtrArray *gr_stock_list_rows (
    GrDatabase *database, const gint64 *item_ids, gsize n, gint64 location_id, GError **error);
gboolean gr_stock_list_totals (
    GrDatabase *database, const GrStockFilter *filter, GrStockTotals *totals, GError **error);
