#pragma once

#include "store/file/database.h"

#include "domain/trade/purchase-order.h"

GPtrArray *gr_order_store_lines (GrDatabase *database, gint64 order_id, GError **error);
gboolean gr_order_store_find_line (
    GrDatabase *database, gint64 order_id, gint64 item_id, GrPurchaseOrderLine **line, GError **error);
gboolean gr_order_store_save_line (GrDatabase *database, GrPurchaseOrderLine *line, GError **error);
gboolean gr_order_store_delete_line (GrDatabase *database, gint64 line_id, GError **error);
gboolean gr_order_store_receive_line (
    GrDatabase *database, gint64 line_id, gint64 location_id, GrQty qty, GrDate day, GError **error);
