#pragma once

#include "store/file/database.h"

#include "domain/base/quantity.h"
#include "domain/trade/item.h"
#include "domain/trade/supplier.h"

/* For the deeds of this folder: a row of the catalogue, written where it hides no other. Inside a deed, but for the
 * checks. */
gboolean gr_item_check_is_new (GrDatabase *database, const GrItem *item, GError **error);
gboolean gr_item_write (GrDatabase *database, GrItem *item, GError **error);
gboolean gr_barcode_check_is_free (GrDatabase *database, gint64 item_id, const char *code, GError **error);
gboolean gr_barcode_write (GrDatabase *database, gint64 item_id, const char *code, GrQty qty, GError **error);
gboolean gr_supplier_check_is_new (GrDatabase *database, const GrSupplier *supplier, GError **error);
gboolean gr_supplier_write (GrDatabase *database, GrSupplier *supplier, GError **error);
gboolean gr_terms_write (GrDatabase *database, const GrSupplierItem *terms, GError **error);
