#pragma once

#include "shop/base/shop.h"

#include <gtk/gtk.h>

/**
 * GrSupplierCard:
 *
 * One supplier: what to order there, what is on its way, what they sell and on what terms. Beside the list of
 * suppliers, and whole on a page of its own.
 *
 * Property: "has-title": whether it says itself who it is.
 */
#define GR_TYPE_SUPPLIER_CARD (gr_supplier_card_get_type())
G_DECLARE_FINAL_TYPE (GrSupplierCard, gr_supplier_card, GR, SUPPLIER_CARD, GtkWidget)

gboolean gr_supplier_card_show (GrSupplierCard *self, GrShop *shop, gint64 supplier_id);
void gr_supplier_card_clear (GrSupplierCard *self);
void gr_supplier_card_refresh (GrSupplierCard *self);
const char *gr_supplier_card_get_name (GrSupplierCard *self);
