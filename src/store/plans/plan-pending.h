#pragma once

#include "store/file/database.h"

/**
 * GrPlanPending:
 * @last_deed_id: the last deed that the plan does not follow from yet, 0 where it follows from all
 * @is_of_demand: forecasts are to be made again too, not only the plan
 */
typedef struct {
  gint64 last_deed_id;
  gboolean is_of_demand;
} GrPlanPending;

/* Inside a transaction; being derived, it needs no deed. */
gboolean gr_plan_pending_add (GrDatabase *database, gint64 deed_id, gboolean is_of_demand, GError **error);
gboolean gr_plan_pending_clear (GrDatabase *database, gint64 last_deed_id, GError **error);

gboolean gr_plan_pending_find (GrDatabase *database, GrPlanPending *pending, GError **error);
