#pragma once

#include "store/file/database.h"

#include "domain/base/quantity.h"

/* A code that a scanner reads, and how much of the item it stands for. */
typedef struct {
  gint64 id;
  char *code;
  gint64 item_id;
  GrQty qty;
} GrBarcode;

void gr_barcode_free (GrBarcode *barcode);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrBarcode, gr_barcode_free)

GPtrArray *gr_barcode_store_of_item (GrDatabase *database, gint64 item_id, GError **error);
gboolean gr_barcode_store_find (GrDatabase *database, const char *code, GrBarcode **barcode, GError **error);
gboolean gr_barcode_store_save (GrDatabase *database, GrBarcode *barcode, GError **error);
gboolean gr_barcode_store_delete (GrDatabase *database, gint64 id, GError **error);
