#pragma once

#include "store/file/database.h"

#include "domain/base/date.h"
#include "domain/base/quantity.h"

typedef enum {
  GR_COUNT_TAKEN,
  GR_COUNT_OUTDATED, /* a later count is there already; nothing was done */
} GrCountResult;

gboolean gr_stock_count_store_take (GrDatabase *database, gint64 item_id, gint64 location_id, GrQty qty, GrDate day,
    GrCountResult *result, GError **error);
/* Since when the ledger knows what is in stock of an item. */
typedef struct {
  gint64 item_id;
  GrDate day;
} GrFirstKnownDay;

GArray *gr_stock_count_store_first_days (GrDatabase *database, GError **error);
gboolean gr_stock_count_store_first_day (GrDatabase *database, gint64 item_id, GrDate *day, GError **error);
