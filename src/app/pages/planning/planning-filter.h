#pragma once

#include "app/widgets/table/table.h"

#include "shop/stock/stock-view.h"

/* The chip beside those of #GrStockHealth: what the plan wants ordered. */
#define GR_PLANNING_DUE -2

/**
 * GrPlanningFilter:
 *
 * Which items the planning page lists: a chip, a family and a search. Its widgets belong to the page.
 */
typedef struct _GrPlanningFilter GrPlanningFilter;

GrPlanningFilter *gr_planning_filter_new (GtkWidget *chips, GtkWidget *family);
void gr_planning_filter_free (GrPlanningFilter *filter);
void gr_planning_filter_fill (GrPlanningFilter *filter, GrShop *shop);
void gr_planning_filter_count (GrPlanningFilter *filter, const GrStockTotals *totals);
void gr_planning_filter_set_shown (GrPlanningFilter *filter, gboolean is_shown);
void gr_planning_filter_choose (GrPlanningFilter *filter, int chip, gint64 family_id);
void gr_planning_filter_set_search (GrPlanningFilter *filter, const char *text);
GrStockFilter gr_planning_filter_read (GrPlanningFilter *filter, GrTable *table, GrDate today);
