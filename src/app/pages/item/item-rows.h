#pragma once

#include "shop/catalogue/item-card.h"

#include <adwaita.h>

/**
 * GrItemRows:
 *
 * An item's own facts, edited where they stand; each change is a deed.
 */
#define GR_TYPE_ITEM_ROWS (gr_item_rows_get_type())
G_DECLARE_FINAL_TYPE (GrItemRows, gr_item_rows, GR, ITEM_ROWS, GtkWidget)

void gr_item_rows_show_card (GrItemRows *self, GrShop *shop, const GrItemCard *card);
