#pragma once

#include "models/paged-model.h"
#include "widgets/table.h"

#include "shop/plan-view.h"
#include "shop/stock-view.h"

/* Filters of the list by what the plan says; beside them every GrStockHealth is one. */
#define GR_PLANNING_ALL -1
#define GR_PLANNING_DUE -2

/**
 * GrPlanningRow:
 *
 * An item of the planning page: how it stands, and the order that is suggested next.
 */
typedef struct {
  GrStockRow *stock;
  GrPlanSuggestion *next; /* (nullable) */
} GrPlanningRow;

/**
 * GrPlanningQuestion:
 * @stock: @search belongs to it
 * @only_due: only what is to be ordered by today
 * @exceptions_first: in the order of money at risk, then what is due, then the rest; else in the order of @stock
 */
typedef struct {
  GrStockFilter stock;
  gboolean only_due;
  gboolean exceptions_first;
} GrPlanningQuestion;

/* What the cells know of the page; @ticked holds item ids (gint64). */
typedef struct {
  GrShop *shop; /* (nullable) */
  GHashTable *ticked;
  void (*tick) (gint64 item_id, gpointer page);
  gpointer page;
} GrPlanningCells;

GrPlanningQuestion *gr_planning_question_copy (const GrPlanningQuestion *question);
void gr_planning_question_free (gpointer data);
GArray *gr_planning_find_ids (GrShop *shop, gpointer question, GError **error);

GrPagedModel *gr_planning_items_new (void);
const GrTableColumn *gr_planning_columns (gsize *n);
gboolean gr_planning_column_sort (const char *column_id, GrStockSort *sort);
