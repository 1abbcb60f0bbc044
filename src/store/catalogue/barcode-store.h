#pragma once

#include "store/file/database.h"

#include "domain/base/quantity.h"
#include "domain/trade/barcode.h"

GPtrArray *gr_barcode_store_of_item (GrDatabase *database, gint64 item_id, GError **error);
gboolean gr_barcode_store_find (GrDatabase *database, const char *code, GrBarcode **barcode, GError **error);
gboolean gr_barcode_store_save (GrDatabase *database, GrBarcode *barcode, GError **error);
gboolean gr_barcode_store_delete (GrDatabase *database, gint64 id, GError **error);
