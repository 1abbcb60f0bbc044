#include "plan-pending.h"

#include "store/file/query.h"

/**
 * gr_plan_pending_add:
 *
 * Notes that the plan does not follow from a deed yet, in the deed's own transaction.
 */
gboolean
gr_plan_pending_add (GrDatabase *database, gint64 deed_id, gboolean is_of_demand, GError **error)
{
  return gr_query_run (database, error, "INSERT INTO plan_pending (deed_id, is_of_demand) VALUES (?1, ?2)", "li",
      deed_id, is_of_demand != FALSE);
}

/**
 * gr_plan_pending_clear:
 * @last_deed_id: the last deed that was in the file when the new plan's ground was read: what came later still waits
 */
gboolean
gr_plan_pending_clear (GrDatabase *database, gint64 last_deed_id, GError **error)
{
  return gr_query_run (database, error, "DELETE FROM plan_pending WHERE deed_id <= ?1", "l", last_deed_id);
}

gboolean
gr_plan_pending_find (GrDatabase *database, GrPlanPending *pending, GError **error)
{
  GrQuery query =
      gr_query (database, "SELECT coalesce (max (deed_id), 0), coalesce (max (is_of_demand), 0) FROM plan_pending", "");

  *pending = (GrPlanPending){0};
  if (gr_query_next (&query))
    *pending = (GrPlanPending){gr_query_id (&query, 0), gr_query_int (&query, 1)};
  return gr_query_end (&query, error);
}
