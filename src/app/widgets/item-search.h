#pragma once

#include "shop/base/shop.h"

#include <gtk/gtk.h>

/**
 * GrItemSearch:
 *
 * An entry that finds an item: a scanned or typed code or barcode is taken at once by Enter; of a name, the items that
 * have it are offered while it is typed, those of one supplier first.
 *
 * Property: "prompt": what the entry says it is for. Signal: "chosen" (gint64 item_id, gint64 qty): how much the code
 * stands for, one unit where it was found by name.
 */
#define GR_TYPE_ITEM_SEARCH (gr_item_search_get_type())
G_DECLARE_FINAL_TYPE (GrItemSearch, gr_item_search, GR, ITEM_SEARCH, GtkWidget)

GtkWidget *gr_item_search_new (void);
void gr_item_search_set_shop (GrItemSearch *self, GrShop *shop, gint64 supplier_id);
