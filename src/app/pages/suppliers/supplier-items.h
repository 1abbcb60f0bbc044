#pragma once

#include "shop/base/shop.h"

#include <gtk/gtk.h>

/**
 * GrSupplierItems:
 *
 * What a supplier sells, and on what terms; edited where it stands. Enter on a row opens the item.
 */
#define GR_TYPE_SUPPLIER_ITEMS (gr_supplier_items_get_type())
G_DECLARE_FINAL_TYPE (GrSupplierItems, gr_supplier_items, GR, SUPPLIER_ITEMS, GtkWidget)

gboolean gr_supplier_items_show (GrSupplierItems *self, GrShop *shop, gint64 supplier_id, GError **error);
void gr_supplier_items_clear (GrSupplierItems *self);
