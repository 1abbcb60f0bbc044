#pragma once

#include "store/file/database.h"

#include "domain/base/item-set.h"
#include "domain/plan/demand-mark.h"

GArray *gr_demand_mark_store_list (GrDatabase *database, const GrItemSet *items, GError **error);
gboolean gr_demand_mark_store_save (GrDatabase *database, const GrDemandMark *mark, GError **error);
