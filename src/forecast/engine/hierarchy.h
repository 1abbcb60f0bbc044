#pragma once

#include <glib.h>

/**
 * GrHierarchyNode:
 * @parent: index of the node above, smaller than this one's; -1 for the top
 * @forecast: what was forecast for the node by itself
 * @variance: of that forecast's error: what is surer moves less; 0 or less is taken for no knowledge at all
 * @is_fixed: someone has decided: the figure stands, and the others make room
 * @value: receives the reconciled forecast
 *
 * One level's figure for one period: shop, family, item; item and location; month and week.
 */
typedef struct {
  int parent;
  double forecast;
  double variance;
  gboolean is_fixed;
  double value;
} GrHierarchyNode;

void gr_hierarchy_bottom_up (GrHierarchyNode *nodes, int n);
void gr_hierarchy_top_down (GrHierarchyNode *nodes, int n);
void gr_hierarchy_reconcile (GrHierarchyNode *nodes, int n, gboolean is_sales);
