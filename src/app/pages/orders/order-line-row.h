#pragma once

#include "app/models/paged-model.h"
#include "app/text/packs.h"

#include "domain/trade/purchase-order.h"

/* On what terms an order's supplier sells: read once for all lines. */
typedef struct _GrOrderTerms GrOrderTerms;

GrOrderTerms *gr_order_terms_read (GrShop *shop, gint64 supplier_id, GError **error);
void gr_order_terms_free (GrOrderTerms *terms);
GrQty gr_order_terms_least (const GrOrderTerms *terms, gint64 item_id, GrQty qty);

/* A line of an order as tables show it; @pack refers to the line's unit. */
typedef struct {
  GrPurchaseOrderLine *line;
  GrPack pack;
  int currency_digits;
} GrOrderLineRow;

void gr_order_line_row_free (GrOrderLineRow *row);
GPtrArray * /* GrOrderLineRow */
gr_order_line_rows_read (GrShop *shop, gint64 order_id, const GrOrderTerms *terms, GError **error);
GrPagedModel *gr_order_line_rows_model (void);
gint64 gr_order_line_row_item (GrPagedModel *model, gint64 line_id);
