#include "plan-items.h"
#include "replan-items.h"
#include "shop-private.h"

static gboolean
replan_one (GrDatabase *database, const GrPlanRules *rules, gint64 item_id, GError **error)
{
  g_autoptr (GrPlanFacts) facts = gr_plan_facts_load (database, rules, item_id, error);
  g_autoptr (GrItemOutcome) outcome = facts != NULL ? gr_item_outcome_new (facts, rules) : NULL;

  return outcome != NULL &&
         gr_plan_store_replace_item (database, &outcome->line,
             (const GrPlanSuggestion *) (gconstpointer) outcome->suggestions->data, outcome->suggestions->len, error);
}

/**
 * gr_replan_items:
 *
 * For the end of a deed, inside its transaction: plans the items again from the saved forecasts, so that no list ever
 * shows a plan of stock or orders that have changed. Does nothing where no plan was made yet. Some 0.3 ms an item.
 */
gboolean
gr_replan_items (GrShop *shop, const gint64 *item_ids, gsize n, GError **error)
{
  GrDatabase *database = gr_shop_database (shop);
  g_autoptr (GrPlanRules) rules = NULL;
  GrPlanHead head;
  gboolean is_planned;

  if (!gr_plan_store_head (database, &head, &is_planned, error))
    return FALSE;
  if (!is_planned || n == 0)
    return TRUE;
  rules = gr_plan_rules_load (database, gr_shop_today (shop), error);
  if (rules == NULL)
    return FALSE;
  for (gsize i = 0; i < n; i++)
    if (!replan_one (database, rules, item_ids[i], error))
      return FALSE;
  return TRUE;
}

/**
 * gr_shop_replan_items:
 *
 * gr_replan_items() in a transaction of its own, where none is open yet.
 */
gboolean
gr_shop_replan_items (GrShop *shop, const gint64 *item_ids, gsize n, GError **error)
{
  GrDatabase *database = gr_shop_database (shop);

  if (gr_database_in_transaction (database))
    return gr_replan_items (shop, item_ids, n, error);
  if (!gr_database_begin (database, error))
    return FALSE;
  if (!gr_replan_items (shop, item_ids, n, error) || !gr_database_commit (database, error)) {
    gr_database_rollback (database);
    return FALSE;
  }
  gr_shop_announce (shop, GR_CHANGES_PLAN);
  return TRUE;
}
