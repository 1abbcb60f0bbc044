#pragma once

#include "store/file/database.h"

#include "domain/base/item-set.h"
#include "domain/trade/predecessor.h"

GArray *gr_predecessor_store_list (GrDatabase *database, const GrItemSet *items, GError **error);
GrItemSet *gr_predecessor_store_successors (GrDatabase *database, const GrItemSet *items, GError **error);
gboolean gr_predecessor_store_save (GrDatabase *database, const GrPredecessor *row, GError **error);
