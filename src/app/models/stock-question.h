#pragma once

#include "shop/stock/stock-view.h"

/**
 * GrStockQuestion:
 * @filter: its search belongs to the question
 * @wants_totals: whether @totals are asked for as well
 * @totals: of what @filter finds, once the list is there
 *
 * What a list of items asks in a thread. Counted, as the page and the thread both hold it.
 */
typedef struct {
  GrStockFilter filter;
  gboolean wants_totals;
  GrStockTotals totals;
} GrStockQuestion;

GrStockQuestion *gr_stock_question_new (const GrStockFilter *filter, gboolean wants_totals);
GrStockQuestion *gr_stock_question_ref (GrStockQuestion *question);
void gr_stock_question_unref (gpointer question);
GArray *gr_stock_question_find (GrShop *shop, gpointer question, GError **error);
