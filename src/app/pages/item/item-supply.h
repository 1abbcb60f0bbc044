#pragma once

#include "shop/catalogue/item-card.h"

#include <gtk/gtk.h>

/**
 * GrItemSupply:
 *
 * Who supplies an item on which terms, and which barcodes stand for it; edited where they stand.
 */
#define GR_TYPE_ITEM_SUPPLY (gr_item_supply_get_type())
G_DECLARE_FINAL_TYPE (GrItemSupply, gr_item_supply, GR, ITEM_SUPPLY, GtkWidget)

void gr_item_supply_show_card (GrItemSupply *self, GrShop *shop, const GrItemCard *card);
