#pragma once

#include "shop/catalogue/item-card.h"

#include <gtk/gtk.h>

/**
 * GrStockAdjuster:
 *
 * Sets an item's stock right: what was counted, where, and why it differs.
 */
#define GR_TYPE_STOCK_ADJUSTER (gr_stock_adjuster_get_type())
G_DECLARE_FINAL_TYPE (GrStockAdjuster, gr_stock_adjuster, GR, STOCK_ADJUSTER, GtkPopover)

void gr_stock_adjuster_show_card (GrStockAdjuster *self, GrShop *shop, const GrItemCard *card);
