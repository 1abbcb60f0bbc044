#pragma once

#include "shop/base/shop.h"

#include <gtk/gtk.h>

/**
 * GrItemPredecessor:
 *
 * Says whose place an item takes, so that it is forecast from that one's sales before its own.
 */
#define GR_TYPE_ITEM_PREDECESSOR (gr_item_predecessor_get_type())
G_DECLARE_FINAL_TYPE (GrItemPredecessor, gr_item_predecessor, GR, ITEM_PREDECESSOR, GtkWidget)

void gr_item_predecessor_show_item (GrItemPredecessor *self, GrShop *shop, gint64 item_id);
