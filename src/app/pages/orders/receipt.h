#pragma once

#include "app/models/paged-model.h"
#include "app/text/packs.h"

#include "domain/trade/purchase-order.h"
#include "shop/purchasing/orders.h"

/* A line of an order while its goods are being counted. */
typedef struct {
  GrPurchaseOrderLine *line;
  GrPack pack;
  GrQty qty; /* has come now */
} GrReceiptRow;

/**
 * GrReceipt:
 *
 * What has come of an order, as far as it was counted.
 */
typedef struct {
  GrPagedModel *model; /* GrReceiptRow */
  gint64 order_id;
  gboolean is_counting; /* something was scanned: what is there was scanned or typed */
} GrReceipt;

GrReceipt *gr_receipt_new (GrShop *shop, const GrPurchaseOrder *order, GError **error);
void gr_receipt_free (GrReceipt *receipt);
void gr_receipt_set (GrReceipt *receipt, gint64 line_id, GrQty qty);
const GrReceiptRow *gr_receipt_scan (GrReceipt *receipt, gint64 item_id, GrQty qty);
void gr_receipt_fill (GrReceipt *receipt, gboolean is_all);
GArray * /* GrReceiptLine */
gr_receipt_lines (const GrReceipt *receipt);
const GrReceiptRow *gr_receipt_first_excess (const GrReceipt *receipt, guint *n);
GrQty gr_receipt_excess (const GrReceiptRow *row);
