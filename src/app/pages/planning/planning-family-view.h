#pragma once

#include "shop/planning/plan-view.h"

#include <gtk/gtk.h>

/**
 * GrPlanningFamilyView:
 *
 * The plan of a family, or of the whole shop: what waits in it, the sum of its items' charts, and its months in units
 * and money. The slow readings are done in threads. Its buttons act by "page.show-family" and "page.accept-family".
 */
#define GR_TYPE_PLANNING_FAMILY_VIEW (gr_planning_family_view_get_type())
G_DECLARE_FINAL_TYPE (GrPlanningFamilyView, gr_planning_family_view, GR, PLANNING_FAMILY_VIEW, GtkWidget)

void gr_planning_family_view_show_family (
    GrPlanningFamilyView *self, GrShop *shop, const GrPlanFamilyRow *family, gboolean is_whole_shop);
void gr_planning_family_view_forget (GrPlanningFamilyView *self);
