#pragma once

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
