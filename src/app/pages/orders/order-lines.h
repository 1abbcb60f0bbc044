#pragma once

#include "domain/trade/purchase-order.h"
#include "shop/base/shop.h"

#include <gtk/gtk.h>

/**
 * GrOrderLines:
 *
 * What is on an order: of a draft, quantities and prices to edit; later, what has come and what is still to come. Enter
 * on a line opens its item.
 */
#define GR_TYPE_ORDER_LINES (gr_order_lines_get_type())
G_DECLARE_FINAL_TYPE (GrOrderLines, gr_order_lines, GR, ORDER_LINES, GtkWidget)

gboolean gr_order_lines_show (GrOrderLines *self, GrShop *shop, const GrPurchaseOrder *order, GError **error);
void gr_order_lines_clear (GrOrderLines *self);
void gr_order_lines_add (GrOrderLines *self, gint64 item_id, GrQty qty);
