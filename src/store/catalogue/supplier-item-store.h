#pragma once

#include "store/file/database.h"

#include "domain/base/item-set.h"
#include "domain/trade/supplier.h"

GPtrArray *gr_supplier_item_store_of_item (GrDatabase *database, gint64 item_id, GError **error);
gboolean gr_supplier_item_store_find (
    GrDatabase *database, gint64 item_id, gint64 supplier_id, GrSupplierItem **terms, GError **error);
GrSupplierItem *gr_supplier_item_store_by_id (GrDatabase *database, gint64 id, GError **error);
gboolean gr_supplier_item_store_preferred (
    GrDatabase *database, gint64 item_id, GrSupplierItem **terms, GError **error);
GHashTable *gr_supplier_item_store_all_preferred (GrDatabase *database, const GrItemSet *items, GError **error);
gboolean gr_supplier_item_store_save (GrDatabase *database, GrSupplierItem *terms, GError **error);
gboolean gr_supplier_item_store_delete (GrDatabase *database, gint64 id, GError **error);
