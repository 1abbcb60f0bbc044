#pragma once

#include "shop/catalogue/item-card.h"

#include <adwaita.h>

/**
 * GrTermsRow:
 *
 * The terms on which one supplier sells one item: in a line, and unfolded to be edited. Each change is a deed.
 */
#define GR_TYPE_TERMS_ROW (gr_terms_row_get_type())
G_DECLARE_FINAL_TYPE (GrTermsRow, gr_terms_row, GR, TERMS_ROW, AdwExpanderRow)

GtkWidget *gr_terms_row_new (GrShop *shop, const char *unit);
void gr_terms_row_show_terms (GrTermsRow *self, const char *title, const GrSupplierItem *terms);
gint64 gr_terms_row_get_id (GrTermsRow *self);
