#pragma once

#include "store/file/database.h"

#include "domain/stock/stock-row.h"

GPtrArray *gr_stock_rows_read (
    GrDatabase *database, const gint64 *item_ids, gsize n, gint64 location_id, GError **error);
