#pragma once

#include "store/file/database.h"

#include "domain/trade/predecessor.h"

GArray *gr_predecessor_store_list (GrDatabase *database, gint64 item_id, GError **error);
gboolean gr_predecessor_store_successors (GrDatabase *database, gint64 item_id, GArray *item_ids, GError **error);
gboolean gr_predecessor_store_save (GrDatabase *database, const GrPredecessor *row, GError **error);
