#pragma once

#include "barcode-store.h"
#include "store/file/database.h"
#include "family-store.h"

#include "domain/base/item-set.h"
#include "domain/trade/item.h"

GrItem *gr_item_store_by_id (GrDatabase *database, gint64 id, GError **error);
gboolean gr_item_store_find (GrDatabase *database, const char *code, GrItem **item, GError **error);
gboolean gr_item_store_find_in_any_case (
    GrDatabase *database, const char *code, GrItem **item, gboolean *is_ambiguous, GError **error);
gboolean gr_item_store_count (GrDatabase *database, gint64 *n, GError **error);
GArray *gr_item_store_ids (GrDatabase *database, GError **error);
GPtrArray *gr_item_store_list (GrDatabase *database, const GrItemSet *items, GError **error);
gboolean gr_item_store_save (GrDatabase *database, GrItem *item, GError **error);
