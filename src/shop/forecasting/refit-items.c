#include "refit-items.h"

#include "forecast-items.h"
#include "shop/base/shop-private.h"
#include "shop/planning/plan-items.h"

#include "store/catalogue/predecessor-store.h"
#include "store/plans/plan-store.h"

/* Forecasts the items anew and plans them from that. */
static gboolean
refit (GrShop *shop, const GrItemSet *items, GError **error)
{
  GrDatabase *database = gr_shop_database (shop);
  GrForecastRun run = {.items = items};
  g_autoptr (GrPlanRules) rules = NULL;
  g_autoptr (GPtrArray) facts = NULL;
  g_autoptr (GrItemForecasts) forecasts = NULL;
  GrPlanOutcome outcome = {0};
  GrPlanHead head;
  gboolean is_planned;

  if (!gr_plan_store_head (database, &head, &is_planned, error))
    return FALSE;
  if (!is_planned)
    return TRUE;
  run.rules = rules = gr_plan_rules_load (database, gr_shop_today (shop), error);
  run.facts = facts =
      rules != NULL ? gr_plan_facts_list (database, rules, items, GR_FACTS_WITH_FORECASTS, error) : NULL;
  forecasts = facts != NULL ? gr_forecast_items (database, &run, NULL, error) : NULL;
  if (forecasts == NULL || !gr_item_forecasts_save (forecasts, database, NULL, error))
    return FALSE;
  gr_item_forecasts_hand_over (forecasts, facts, rules);
  return gr_plan_store_clear (database, items, error) && gr_plan_items (database, rules, facts, &outcome, NULL, error);
}

/**
 * gr_refit_items:
 *
 * Inside a transaction: forecasts the items again that have a forecast, and those that took
 * their places, where what it is made from has changed, and plans them again. Nothing where no plan was made yet.
 * Some 10 ms an item; at most 40 statements for one.
 */
gboolean
gr_refit_items (GrShop *shop, const gint64 *item_ids, gsize n, GError **error)
{
  g_autoptr (GrItemSet) named = gr_item_set_new (item_ids, n);
  g_autoptr (GrItemSet) items = gr_predecessor_store_successors (gr_shop_database (shop), named, error);

  return items != NULL && (gr_item_set_is_empty (items) || refit (shop, items, error));
}
