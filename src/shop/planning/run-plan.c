#include "run-plan.h"

#include "shop/forecasting/forecast-items.h"
#include "plan-items.h"
#include "shop/base/shop-private.h"

#include "store/plans/plan-pending.h"

#include <glib/gi18n-lib.h>

/* Everything is read and forecast before the file is locked for writing. */
static GrItemForecasts *
forecast_all (GrShop *shop, const GrPlanRules *rules, const GrProgress *progress, GError **error)
{
  GrDatabase *database = gr_shop_database (shop);
  g_autoptr (GPtrArray) facts = NULL;
  GrItemForecasts *forecasts = NULL;
  GrPlanPending pending;

  if (!gr_database_begin_reading (database, error))
    return NULL;
  if (gr_plan_pending_find (database, &pending, error))
    facts = gr_plan_facts_load_all (database, rules, FALSE, error);
  if (facts != NULL)
    forecasts = gr_forecast_items (database, rules, facts, progress, error);
  if (forecasts != NULL)
    forecasts->follows_deed_id = pending.last_deed_id;
  gr_database_rollback (database);
  return forecasts;
}

static gboolean
save_plan (GrShop *shop, const GrPlanRules *rules, GrPlanOutcome *outcome, const GrProgress *progress, GError **error)
{
  GrDatabase *database = gr_shop_database (shop);
  GrPlanHead head = {gr_clock_now (gr_shop_clock (shop)), rules->today, rules->horizon_weeks};
  g_autoptr (GPtrArray) facts = gr_plan_facts_load_all (database, rules, TRUE, error);

  return facts != NULL && gr_plan_store_begin (database, &head, error) &&
         gr_plan_items (database, rules, facts, outcome, progress, error);
}

static gboolean
keep_all (GrShop *shop, const GrPlanRules *rules, const GrItemForecasts *forecasts, GrPlanOutcome *outcome,
    const GrProgress *progress, GError **error)
{
  GrDatabase *database = gr_shop_database (shop);

  if (!gr_database_begin (database, error))
    return FALSE;
  if (gr_item_forecasts_save (forecasts, database, progress, error) &&
      save_plan (shop, rules, outcome, progress, error) &&
      gr_plan_pending_clear (database, forecasts->follows_deed_id, error) && gr_database_commit (database, error))
    return TRUE;
  gr_database_rollback (database);
  return FALSE;
}

static char *
write_sentence (const GrPlanOutcome *outcome)
{
  g_autofree char *items =
      g_strdup_printf (ngettext ("%d item planned", "%d items planned", (gulong) outcome->n_items), outcome->n_items);
  g_autofree char *orders = NULL;

  if (outcome->n_suggestions == 0)
    return g_strdup_printf (_ ("%s; nothing to order today"), items);
  orders = g_strdup_printf (
      ngettext ("%d to order today", "%d to order today", (gulong) outcome->n_suggestions), outcome->n_suggestions);
  return g_strdup_printf ("%s; %s", items, orders);
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
  g_autoptr (GrPlanRules) rules = gr_plan_rules_load (gr_shop_database (shop), gr_shop_today (shop), error);
  g_autoptr (GrItemForecasts) forecasts = rules != NULL ? forecast_all (shop, rules, progress, error) : NULL;

  *outcome = (GrPlanOutcome){0};
  if (forecasts == NULL || !keep_all (shop, rules, forecasts, outcome, progress, error))
    return FALSE;
  outcome->n_forecasts = (int) forecasts->rows->len + forecasts->n_kept;
  outcome->sentence = write_sentence (outcome);
  gr_shop_announce (shop, GR_NOUN_PLAN);
  return TRUE;
}

void
gr_plan_outcome_clear (GrPlanOutcome *outcome)
{
  g_clear_pointer (&outcome->sentence, g_free);
}
