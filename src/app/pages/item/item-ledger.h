#pragma once

#include "shop/base/shop.h"

#include <gtk/gtk.h>

/**
 * GrItemLedger:
 *
 * What came and went of an item, newest first, and what it came to.
 */
#define GR_TYPE_ITEM_LEDGER (gr_item_ledger_get_type())
G_DECLARE_FINAL_TYPE (GrItemLedger, gr_item_ledger, GR, ITEM_LEDGER, GtkWidget)

void gr_item_ledger_show_item (GrItemLedger *self, GrShop *shop, gint64 item_id);
