#pragma once

#include "store/file/database.h"

#include "domain/plan/demand-mark.h"

GArray *gr_demand_mark_store_list (GrDatabase *database, gint64 item_id, GError **error);
gboolean gr_demand_mark_store_save (GrDatabase *database, const GrDemandMark *mark, GError **error);
