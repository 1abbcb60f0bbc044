#pragma once

#include "domain/base/date.h"
#include "stock-health.h"

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
