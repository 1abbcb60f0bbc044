#pragma once

#include "store/file/database.h"

#include "domain/base/date.h"
#include "domain/plan/season-row.h"

gboolean gr_season_store_replace_all (GrDatabase *database, GPtrArray *rows, GError **error);
GPtrArray *gr_season_store_list (GrDatabase *database, GError **error);
