#pragma once

#include "app/widgets/table/table.h"

#include "domain/trade/purchase-order.h"

/**
 * GrOrderTable:
 *
 * A table of purchase orders, in the order that its header asks for.
 *
 * Signals: "activated" (gint64 order_id), "selected" (gint64 order_id, 0 for none).
 */
#define GR_TYPE_ORDER_TABLE (gr_order_table_get_type())
G_DECLARE_FINAL_TYPE (GrOrderTable, gr_order_table, GR, ORDER_TABLE, GtkWidget)

void gr_order_table_remember (GrOrderTable *self, const char *name);
void gr_order_table_set_empty (GrOrderTable *self, const GrTableEmpty *empty);
void gr_order_table_take (GrOrderTable *self, GrShop *shop, GPtrArray *orders);
void gr_order_table_clear (GrOrderTable *self);
gint64 gr_order_table_get_selected (GrOrderTable *self);
gboolean gr_order_table_select (GrOrderTable *self, gint64 order_id);
