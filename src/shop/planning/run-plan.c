#include "run-plan.h"

#include "shop/forecasting/forecast-items.h"
#include "plan-items.h"
#include "shop/base/shop-private.h"

#include "store/plans/plan-pending.h"

#include <glib/gi18n-lib.h>

/* A plan of all items on its way: read first, forecast, and then saved. */
typedef struct {
  GrDatabase *database;
  GrItemSet *items;
  GrPlanRules *rules;
  GrItemForecasts *forecasts;
  GrPlanPending pending; /* deeds that what is read here has seen */
} Run;

static void
clear_run (Run *run)
{
  gr_item_set_free (run->items);
  gr_plan_rules_free (run->rules);
  gr_item_forecasts_free (run->forecasts);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, clear_run)

/* Everything is read and forecast before the file is locked for writing. */
static gboolean
forecast_all (Run *run, GrDate today, const GrProgress *progress, GError **error)
{
  GrForecastRun what = {.items = run->items};
  g_autoptr (GPtrArray) facts = NULL;

  if (!gr_database_begin_reading (run->database, error))
    return FALSE;
  if (gr_plan_pending_find (run->database, &run->pending, error))
    what.rules = run->rules = gr_plan_rules_load (run->database, today, error);
  if (run->rules != NULL)
    what.facts = facts = gr_plan_facts_list (run->database, run->rules, run->items, GR_FACTS_WITH_PRINTS, error);
  if (facts != NULL)
    run->forecasts = gr_forecast_items (run->database, &what, progress, error);
  gr_database_rollback (run->database);
  return run->forecasts != NULL;
}

/* From what is in stock and on order now: others may have worked while this was forecasting. */
static gboolean
save_plan (Run *run, const GrPlanHead *head, GrPlanOutcome *outcome, const GrProgress *progress, GError **error)
{
  g_autoptr (GPtrArray) facts =
      gr_plan_facts_list (run->database, run->rules, run->items, GR_FACTS_WITH_FORECASTS, error);

  return facts != NULL && gr_plan_store_begin (run->database, head, error) &&
         gr_plan_store_clear (run->database, run->items, error) &&
         gr_plan_items (run->database, run->rules, facts, outcome, progress, error);
}

static gboolean
keep_all (Run *run, GrInstant now, GrPlanOutcome *outcome, const GrProgress *progress, GError **error)
{
  GrPlanHead head = {now, run->rules->today, run->rules->horizon_weeks};

  if (!gr_database_begin (run->database, error))
    return FALSE;
  outcome->n_forecasts = (int) run->forecasts->rows->len + run->forecasts->n_kept;
  if (gr_item_forecasts_save (run->forecasts, run->database, progress, error)) {
    g_clear_pointer (&run->forecasts, gr_item_forecasts_free); /* the plan has all that it needs in the file */
    if (save_plan (run, &head, outcome, progress, error) &&
        gr_plan_pending_clear (run->database, run->pending.last_deed_id, error) &&
        gr_database_commit (run->database, error))
      return TRUE;
  }
  gr_database_rollback (run->database);
  return FALSE;
}

static char *
write_sentence (const GrPlanOutcome *outcome)
{
  if (outcome->n_suggestions == 0)
    return g_strdup_printf (_ ("Items planned: %d. Nothing to order today."), outcome->n_items);
  return g_strdup_printf (_ ("Items planned: %d. Items to order today: %d."), outcome->n_items, outcome->n_suggestions);
}

/**
 * gr_shop_run_plan:
 * @outcome: (out): clear it with gr_plan_outcome_clear()
 *
 * Forecasts every item's weeks and months on all processors, then plans every item from its stock, what is on order,
 * and its supplier's terms. Forecasts whose history has not changed are kept. The plan before is replaced; planning
 * twice gives the same. Forecasts and plans are derived, so this is no deed that could be undone: it follows what it
 * derives from. Nothing is kept where it fails or is cancelled. The file is locked for writing only while the results
 * are saved.
 */
gboolean
gr_shop_run_plan (GrShop *shop, GrPlanOutcome *outcome, const GrProgress *progress, GError **error)
{
  g_auto (Run) run = {.database = gr_shop_database (shop), .items = gr_item_set_new_all()};

  *outcome = (GrPlanOutcome){0};
  if (!forecast_all (&run, gr_shop_today (shop), progress, error) ||
      !keep_all (&run, gr_clock_now (gr_shop_clock (shop)), outcome, progress, error))
    return FALSE;
  outcome->sentence = write_sentence (outcome);
  gr_shop_announce (shop, GR_NOUN_PLAN);
  return TRUE;
}
