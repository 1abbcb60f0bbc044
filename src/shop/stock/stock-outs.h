#pragma once

#include "demand/history/demand-buckets.h"

#include "store/file/database.h"

/* Days on which there was nothing of an item to be sold. */
typedef struct {
  gint64 item_id;
  GrDaySpan days;
} GrStockOut;

GArray *gr_stock_outs_of_all (GrDatabase *database, GrDate until, GError **error);
GArray *gr_stock_outs_of_item (GrDatabase *database, gint64 item_id, GrDate until, GError **error);
