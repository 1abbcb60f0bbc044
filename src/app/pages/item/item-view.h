#pragma once

#include "shop/catalogue/item-card.h"

#include <gtk/gtk.h>

/**
 * GrItemView:
 *
 * Everything about one item: what to do about it first, then the chart, then card, ledger and terms. Beside the list of
 * the stock page, and whole on a page of its own.
 *
 * Property: "has-title" whether it says itself which item it is.
 */
#define GR_TYPE_ITEM_VIEW (gr_item_view_get_type())
G_DECLARE_FINAL_TYPE (GrItemView, gr_item_view, GR, ITEM_VIEW, GtkWidget)

gboolean gr_item_view_show_item (GrItemView *self, GrShop *shop, gint64 item_id);
void gr_item_view_clear (GrItemView *self);
void gr_item_view_refresh (GrItemView *self);
const GrItemCard *gr_item_view_get_card (GrItemView *self);
void gr_item_view_adjust (GrItemView *self);
void gr_item_view_toggle_why (GrItemView *self);
gboolean gr_item_view_focus (GrItemView *self);
gboolean gr_item_view_close_why (GrItemView *self);
