#include "refit-items.h"

#include "event-lessons.h"
#include "event-memory.h"
#include "forecast-task.h"
#include "shop/stock/item-history.h"
#include "shop/planning/plan-facts.h"
#include "shop/planning/replan-items.h"
#include "shop/base/shop-private.h"

#include "store/catalogue/item-store.h"
#include "store/plans/plan-store.h"
#include "store/catalogue/predecessor-store.h"

/* Up to the same day and as far ahead as the saved forecasts. */
static gboolean
read_task (GrDatabase *database, const GrHistoryRule *rule, GrForecastTask *task, gboolean *is_forecast, GError **error)
{
  *is_forecast = FALSE;
  for (int grain = 0; grain < 2; grain++) {
    g_autoptr (GrForecastRow) saved = NULL;

    if (!gr_forecast_store_find (database, rule->item_id, grain, &saved, error))
      return FALSE;
    if (saved == NULL)
      return TRUE;
    task->horizons[grain] = saved->n_points;
    task->known_print = saved->fingerprint;
    if (!gr_item_history_read (database, rule, grain, saved->starts_on, &task->buckets[grain], error))
      return FALSE;
  }
  *is_forecast = TRUE;
  return TRUE;
}

/* Of an item that had no history until it was said whose place it takes: as far as all others, where they have one. */
static gboolean
begin_task (GrDatabase *database, const GrHistoryRule *rule, GrForecastTask *task, GrDate today, gboolean *is_forecast,
    GError **error)
{
  g_autoptr (GrPlanRules) rules = NULL;
  g_autoptr (GrPlanFacts) facts = NULL;
  GrPlanHead head;
  GrDate until;

  if (!gr_plan_store_head (database, &head, is_forecast, error) ||
      !gr_history_find_end (database, today, &until, error))
    return FALSE;
  if (!*is_forecast)
    return TRUE;
  rules = gr_plan_rules_load (database, today, error);
  facts = rules != NULL ? gr_plan_facts_load (database, rules, rule->item_id, error) : NULL;
  if (facts == NULL)
    return FALSE;
  task->horizons[GR_GRAIN_WEEK] = gr_plan_facts_week_horizon (facts, rules);
  task->horizons[GR_GRAIN_MONTH] = GR_FORECAST_MONTHS;
  for (int grain = 0; grain < 2; grain++) {
    task->horizons[grain] += gr_grain_between (grain, until, today);
    if (!gr_item_history_read (database, rule, grain, until, &task->buckets[grain], error))
      return FALSE;
  }
  return TRUE;
}

/* As the last plan found it. */
static gboolean
find_season (GrDatabase *database, gint64 item_id, GrSeasonRow **season, GError **error)
{
  g_autoptr (GrItem) item = gr_item_store_by_id (database, item_id, error);

  return item != NULL && gr_season_store_find (database, item->family, season, error);
}

static gboolean
find_days (GrDatabase *database, GrDate today, GrShopDays **days, GError **error)
{
  GrDate until;

  if (!gr_history_find_end (database, today, &until, error))
    return FALSE;
  *days = gr_shop_days_load (database, until, error);
  return *days != NULL;
}

static gboolean
save_rows (GrDatabase *database, const GrForecastTask *task, GError **error)
{
  for (int grain = 0; grain < 2; grain++)
    if (task->rows[grain] != NULL && !gr_forecast_store_save (database, task->rows[grain], error))
      return FALSE;
  return TRUE;
}

/* What the last plan, and the deeds since, found of its events. */
static gboolean
find_lessons (GrDatabase *database, const GrHistoryRule *rule, GrForecastTask *task, GError **error)
{
  task->method = rule->method;
  task->events = rule->events;
  task->lessons = gr_event_lessons_load (database, rule->item_id, rule->events, error);
  return task->lessons != NULL;
}

static gboolean
refit_item (GrDatabase *database, const GrHistoryRule *rule, GrDate today, GError **error)
{
  g_autoptr (GrSeasonRow) season = NULL;
  g_autoptr (GrShopDays) days = NULL;
  GrForecastTask task = {.item_id = rule->item_id};
  gboolean is_forecast = FALSE, is_fine;

  if (!find_season (database, rule->item_id, &season, error) || !find_days (database, today, &days, error) ||
      !find_lessons (database, rule, &task, error))
    return FALSE;
  task.season = season;
  task.days = days;
  is_fine = read_task (database, rule, &task, &is_forecast, error);
  if (is_fine && !is_forecast && rule->predecessor != NULL)
    is_fine = begin_task (database, rule, &task, today, &is_forecast, error);
  if (is_fine && is_forecast && task.buckets[GR_GRAIN_WEEK].n == 0 && task.buckets[GR_GRAIN_MONTH].n == 0) {
    is_fine = gr_forecast_store_delete (database, rule->item_id, error);
  } else if (is_fine && is_forecast) {
    gr_forecast_task_run (&task);
    is_fine = save_rows (database, &task, error);
  }
  gr_forecast_task_clear (&task);
  return is_fine;
}

/* The items and those that took their places. */
static GArray *
add_successors (GrDatabase *database, const gint64 *item_ids, gsize n, GError **error)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_vals (all, item_ids, (guint) n);
  for (gsize i = 0; i < n; i++)
    if (!gr_predecessor_store_successors (database, item_ids[i], all, error))
      return NULL;
  return g_steal_pointer (&all);
}

/* How their histories are to be read; what events did to them is measured anew, for all to learn from. */
static GPtrArray *
load_rules (GrDatabase *database, const GArray *items, GrDate today, GError **error)
{
  g_autoptr (GPtrArray) rules = g_ptr_array_new_with_free_func ((GDestroyNotify) gr_history_rule_free);

  for (guint i = 0; i < items->len; i++) {
    GrHistoryRule *rule = gr_history_rule_load (database, g_array_index (items, gint64, i), today, error);

    if (rule == NULL)
      return NULL;
    g_ptr_array_add (rules, rule);
    if (!gr_event_memory_renew (database, rule, today, error))
      return NULL;
  }
  return g_steal_pointer (&rules);
}

/**
 * gr_refit_items:
 *
 * Inside a transaction: forecasts the items again that have a forecast, and those that took
 * their places, where what it is made from has changed, and plans them again. Some 10 ms an item.
 */
gboolean
gr_refit_items (GrShop *shop, const gint64 *item_ids, gsize n, GError **error)
{
  GrDatabase *database = gr_shop_database (shop);
  g_autoptr (GArray) all = add_successors (database, item_ids, n, error);
  g_autoptr (GPtrArray) rules = all != NULL ? load_rules (database, all, gr_shop_today (shop), error) : NULL;

  for (guint i = 0; rules != NULL && i < rules->len; i++)
    if (!refit_item (database, rules->pdata[i], gr_shop_today (shop), error))
      return FALSE;
  return rules != NULL && gr_replan_items (shop, (const gint64 *) (gconstpointer) all->data, all->len, error);
}
