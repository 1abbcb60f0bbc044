#pragma once

#include "store/file/database.h"

#include "domain/trade/purchase-order.h"
#include "domain/trade/order-filter.h"

GPtrArray *gr_order_list (GrDatabase *database, const GrOrderFilter *filter, int limit, GError **error);
gboolean gr_order_list_counts (GrDatabase *database, gint64 counts[GR_N_ORDER_STATES], GError **error);
