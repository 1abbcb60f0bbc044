#pragma once

#include "store/file/database.h"
#include "supplier-item-store.h"

#include "domain/trade/supplier.h"

GrSupplier *gr_supplier_store_by_id (GrDatabase *database, gint64 id, GError **error);
GrSupplier *gr_supplier_store_by_name (GrDatabase *database, const char *name, GError **error);
gboolean gr_supplier_store_find (GrDatabase *database, const char *name, GrSupplier **supplier, GError **error);
gboolean gr_supplier_store_find_in_any_case (
    GrDatabase *database, const char *name, GrSupplier **supplier, GError **error);
GPtrArray *gr_supplier_store_list (GrDatabase *database, GError **error);
gboolean gr_supplier_store_save (GrDatabase *database, GrSupplier *supplier, GError **error);
