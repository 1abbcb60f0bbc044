#pragma once

#include "app/models/paged-model.h"
#include "app/widgets/table/table.h"

#include "shop/planning/plan-view.h"
#include "shop/stock/stock-view.h"

/* The chip beside those of #GrStockHealth: what the plan wants ordered. */
#define GR_PLANNING_DUE -2

/**
 * GrPlanningRow:
 *
 * An item of the planning page: how it stands, and the order that is suggested next.
 */
typedef struct {
  GrStockRow *stock;
  GrSuggestion *next; /* (nullable) */
} GrPlanningRow;

/* What the cells know of the page; @ticked holds item ids (gint64). */
typedef struct {
  GrShop *shop; /* (nullable) */
  GHashTable *ticked;
  void (*tick) (gint64 item_id, gpointer page);
  gpointer page;
} GrPlanningCells;

GrPagedModel *gr_planning_items_new (void);
const GrTableColumn *gr_planning_columns (gsize *n);
gboolean gr_planning_column_sort (const char *column_id, GrStockSort *sort);
