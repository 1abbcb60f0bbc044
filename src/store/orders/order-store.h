#pragma once

#include "store/file/database.h"
#include "order-line-store.h"

#include "domain/base/item-set.h"
#include "domain/trade/purchase-order.h"
#include "domain/trade/on-order.h"

GrPurchaseOrder *gr_order_store_by_id (GrDatabase *database, gint64 id, GError **error);
GrPurchaseOrder *gr_order_store_by_number (GrDatabase *database, const char *number, GError **error);
gboolean gr_order_store_open_draft (GrDatabase *database, gint64 supplier_id, gint64 *order_id, GError **error);
char *gr_order_store_next_number (GrDatabase *database, GError **error);
gboolean gr_order_store_save (GrDatabase *database, GrPurchaseOrder *order, GError **error);

GArray *gr_order_store_on_order (GrDatabase *database, const GrItemSet *items, GError **error);
