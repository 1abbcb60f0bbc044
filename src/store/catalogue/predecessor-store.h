#pragma once

#include "store/file/database.h"

/**
 * GrPredecessor:
 * @predecessor_id: the item whose place @item_id takes
 * @share_percent: what it will sell of what that one sold; 0 to have it measured where both were sold
 */
typedef struct {
  gint64 item_id;
  gint64 predecessor_id;
  int share_percent;
} GrPredecessor;

GArray *gr_predecessor_store_list (GrDatabase *database, gint64 item_id, GError **error);
gboolean gr_predecessor_store_successors (GrDatabase *database, gint64 item_id, GArray *item_ids, GError **error);
gboolean gr_predecessor_store_save (GrDatabase *database, const GrPredecessor *row, GError **error);
