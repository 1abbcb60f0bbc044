#pragma once

#include "planning-ticks.h"

#include "app/models/paged-model.h"
#include "app/widgets/table/table.h"

#include "shop/planning/plan-view.h"
#include "shop/stock/stock-view.h"

/**
 * GrPlanningRow:
 *
 * An item of the planning page: how it stands, and the order that is suggested next.
 */
typedef struct {
  GrStockRow *stock;
  GrSuggestion *next; /* (nullable) */
} GrPlanningRow;

/* What the cells know of the page. */
typedef struct {
  GrShop *shop; /* (nullable) */
  GrPlanningTicks *ticks;
} GrPlanningCells;

GrPagedModel *gr_planning_items_new (void);
const GrTableColumn *gr_planning_columns (gsize *n);
gboolean gr_planning_column_sort (const char *column_id, GrStockSort *sort);
