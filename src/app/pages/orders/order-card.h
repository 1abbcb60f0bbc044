#pragma once

#include "shop/base/shop.h"

#include <gtk/gtk.h>

/**
 * GrOrderCard:
 *
 * One purchase order: how it stands, what can be done with it, and its lines. Beside the list of orders, and whole on a
 * page of its own.
 *
 * Property: "has-title": whether it says itself which order it is.
 */
#define GR_TYPE_ORDER_CARD (gr_order_card_get_type())
G_DECLARE_FINAL_TYPE (GrOrderCard, gr_order_card, GR, ORDER_CARD, GtkWidget)

gboolean gr_order_card_show (GrOrderCard *self, GrShop *shop, gint64 order_id);
void gr_order_card_clear (GrOrderCard *self);
void gr_order_card_refresh (GrOrderCard *self);
const char *gr_order_card_get_number (GrOrderCard *self);
gboolean gr_order_card_focus (GrOrderCard *self);
gboolean gr_order_card_scan (GrOrderCard *self, gint64 item_id, GrQty qty);
