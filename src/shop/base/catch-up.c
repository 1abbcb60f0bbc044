#include "catch-up.h"

#include "shop-private.h"
#include "shop/planning/replan-items.h"
#include "shop/planning/run-plan.h"

#include "store/plans/plan-pending.h"

/**
 * gr_shop_is_behind:
 *
 * Returns: whether deeds were done that the plan does not follow from yet: where the program ended or something failed
 *   in between, or another thread is still at it. gr_shop_catch_up() mends it, as does the next plan. Never where the
 *   shop is open for reading only: nothing could be done about it.
 */
gboolean
gr_shop_is_behind (GrShop *shop)
{
  GrPlanPending pending;

  return !gr_database_is_read_only (gr_shop_database (shop)) &&
         gr_plan_pending_find (gr_shop_database (shop), &pending, NULL) && pending.last_deed_id != 0;
}

static gboolean
replan (GrShop *shop, const GrPlanPending *pending, GError **error)
{
  GrDatabase *database = gr_shop_database (shop);

  if (!gr_database_begin (database, error))
    return FALSE;
  if (!gr_replan_all (shop, error) || !gr_plan_pending_clear (database, pending->last_deed_id, error) ||
      !gr_database_commit (database, error)) {
    gr_database_rollback (database);
    return FALSE;
  }
  gr_shop_announce (shop, GR_NOUN_PLAN);
  return TRUE;
}

/**
 * gr_shop_catch_up:
 *
 * Forecasts and plans again what waits for it, if anything does. Where it fails or is cancelled, that still waits.
 */
gboolean
gr_shop_catch_up (GrShop *shop, const GrProgress *progress, GError **error)
{
  GrPlanOutcome outcome = {0};
  GrPlanPending pending;
  gboolean is_fine;

  if (!gr_plan_pending_find (gr_shop_database (shop), &pending, error))
    return FALSE;
  if (pending.last_deed_id == 0)
    return TRUE;
  if (!pending.is_of_demand)
    return replan (shop, &pending, error);
  is_fine = gr_shop_run_plan (shop, &outcome, progress, error);
  gr_plan_outcome_clear (&outcome);
  return is_fine;
}
