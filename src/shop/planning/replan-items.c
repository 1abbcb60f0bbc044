#include "plan-items.h"
#include "replan-items.h"
#include "shop/base/shop-private.h"

/* Beyond that many items it is faster to read everything once. */
#define MOST_ONE_BY_ONE 1000

static gboolean
replan_one (GrDatabase *database, const GrPlanRules *rules, gint64 item_id, GError **error)
{
  g_autoptr (GrPlanFacts) facts = gr_plan_facts_load (database, rules, item_id, error);
  g_autoptr (GrItemOutcome) outcome = facts != NULL ? gr_item_outcome_new (facts, rules) : NULL;

  return outcome != NULL &&
         gr_plan_store_replace_item (database, &outcome->line,
             (const GrPlanSuggestion *) (gconstpointer) outcome->suggestions->data, outcome->suggestions->len, error);
}

static gboolean
replan_each (GrShop *shop, const gint64 *item_ids, gsize n, GError **error)
{
  GrDatabase *database = gr_shop_database (shop);
  g_autoptr (GrPlanRules) rules = gr_plan_rules_load (database, gr_shop_today (shop), error);

  if (rules == NULL)
    return FALSE;
  for (gsize i = 0; i < n; i++)
    if (!replan_one (database, rules, item_ids[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
replan_everything (GrShop *shop, const GrPlanHead *head, GError **error)
{
  GrDatabase *database = gr_shop_database (shop);
  g_autoptr (GrPlanRules) rules = gr_plan_rules_load (database, gr_shop_today (shop), error);
  g_autoptr (GPtrArray) facts = rules != NULL ? gr_plan_facts_load_all (database, rules, TRUE, error) : NULL;
  GrPlanOutcome outcome = {0};

  return facts != NULL && gr_plan_store_begin (database, head, error) &&
         gr_plan_items (database, rules, facts, &outcome, NULL, error);
}

/**
 * gr_replan_items:
 *
 * For the end of a deed, inside its transaction: plans the items again from the saved forecasts, so that no list ever
 * shows a plan of stock or orders that have changed. Does nothing where no plan was made yet. Some 0.2 ms an item, and
 * for very many no more than gr_replan_all().
 */
gboolean
gr_replan_items (GrShop *shop, const gint64 *item_ids, gsize n, GError **error)
{
  GrPlanHead head;
  gboolean is_planned;

  if (!gr_plan_store_head (gr_shop_database (shop), &head, &is_planned, error))
    return FALSE;
  if (!is_planned || n == 0)
    return TRUE;
  return n > MOST_ONE_BY_ONE ? replan_everything (shop, &head, error) : replan_each (shop, item_ids, n, error);
}

/**
 * gr_replan_all:
 *
 * The same for deeds that touch everything: imports, and what holds for the whole shop. Some 0.1 ms an item.
 */
gboolean
gr_replan_all (GrShop *shop, GError **error)
{
  GrPlanHead head;
  gboolean is_planned;

  if (!gr_plan_store_head (gr_shop_database (shop), &head, &is_planned, error))
    return FALSE;
  return !is_planned || replan_everything (shop, &head, error);
}

/* @is_fine: what came of it; the transaction is ended. */
static gboolean
end_transaction (GrShop *shop, gboolean is_fine, GError **error)
{
  GrDatabase *database = gr_shop_database (shop);

  if (!is_fine || !gr_database_commit (database, error)) {
    gr_database_rollback (database);
    return FALSE;
  }
  gr_shop_announce (shop, GR_NOUN_PLAN);
  return TRUE;
}

/**
 * gr_shop_replan_items:
 *
 * Plans single items again from the saved forecasts. Deeds do so by themselves with what they touch.
 */
gboolean
gr_shop_replan_items (GrShop *shop, const gint64 *item_ids, gsize n, GError **error)
{
  return gr_database_begin (gr_shop_database (shop), error) &&
         end_transaction (shop, gr_replan_items (shop, item_ids, n, error), error);
}

/**
 * gr_shop_replan_all:
 *
 * Plans every item again from the saved forecasts.
 */
gboolean
gr_shop_replan_all (GrShop *shop, GError **error)
{
  return gr_database_begin (gr_shop_database (shop), error) &&
         end_transaction (shop, gr_replan_all (shop, error), error);
}
