#pragma once

#include "store/file/database.h"

#include "domain/base/date.h"
#include "domain/base/money.h"
#include "domain/base/quantity.h"
#include "domain/plan/today.h"

GPtrArray *gr_today_list (GrDatabase *database, GrDate today, int limit_per_kind, GError **error);
gboolean gr_today_list_counts (GrDatabase *database, GrDate today, gint64 counts[GR_N_TODAY_KINDS], GError **error);
