#pragma once

#include "shop/base/shop.h"

#include <gtk/gtk.h>

/**
 * GrPlanningItemView:
 *
 * The plan of one item: what to do about it and why, the order that is suggested, the chart and its numbers. Its
 * buttons act by "page.accept-item" and "win.item".
 */
#define GR_TYPE_PLANNING_ITEM_VIEW (gr_planning_item_view_get_type())
G_DECLARE_FINAL_TYPE (GrPlanningItemView, gr_planning_item_view, GR, PLANNING_ITEM_VIEW, GtkWidget)

gboolean gr_planning_item_view_show_item (GrPlanningItemView *self, GrShop *shop, gint64 item_id, GError **error);
void gr_planning_item_view_toggle_why (GrPlanningItemView *self);
gboolean gr_planning_item_view_close_why (GrPlanningItemView *self);
