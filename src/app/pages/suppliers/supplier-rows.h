#pragma once

#include "domain/trade/supplier.h"
#include "shop/base/shop.h"

#include <adwaita.h>

/**
 * GrSupplierRows:
 *
 * On what terms a supplier delivers, and how to reach them; edited where it stands, each change a deed.
 */
#define GR_TYPE_SUPPLIER_ROWS (gr_supplier_rows_get_type())
G_DECLARE_FINAL_TYPE (GrSupplierRows, gr_supplier_rows, GR, SUPPLIER_ROWS, GtkWidget)

void gr_supplier_rows_show (GrSupplierRows *self, GrShop *shop, const GrSupplier *supplier);
