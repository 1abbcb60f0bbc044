#pragma once

#include "workbook.h"

#include "domain/base/progress.h"

/* An item on the stock list. @days_of_supply is NaN where not known or beyond the plan; @health is words for people. */
typedef struct {
  const char *code;
  const char *description;
  const char *family;
  const char *unit;
  GrQty on_hand, on_order, available, projected;
  double days_of_supply;
  GrPrice unit_cost;
  GrMoney stock_value;
  const char *health;
} GrStockWorkbookItem;

typedef struct {
  GrWorkbookInfo info;
  const GrStockWorkbookItem *items;
  gsize n_items;
} GrStockWorkbookData;

gboolean gr_stock_workbook_write (
    const char *path, const GrStockWorkbookData *data, const GrProgress *progress, GError **error);
