#include "refit-items.h"

#include "forecast-task.h"
#include "item-history.h"
#include "replan-items.h"
#include "shop-private.h"

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

static gboolean
save_rows (GrDatabase *database, const GrForecastTask *task, GError **error)
{
  for (int grain = 0; grain < 2; grain++)
    if (task->rows[grain] != NULL && !gr_forecast_store_save (database, task->rows[grain], error))
      return FALSE;
  return TRUE;
}

static gboolean
refit_item (GrDatabase *database, gint64 item_id, GrDate today, GError **error)
{
  g_autoptr (GrHistoryRule) rule = gr_history_rule_load (database, item_id, today, error);
  GrForecastTask task = {.item_id = item_id};
  gboolean is_forecast, is_fine;

  if (rule == NULL)
    return FALSE;
  task.method = rule->method;
  is_fine = read_task (database, rule, &task, &is_forecast, error);
  if (is_fine && is_forecast) {
    gr_forecast_task_run (&task);
    is_fine = save_rows (database, &task, error);
  }
  gr_forecast_task_clear (&task);
  return is_fine;
}

/**
 * gr_refit_items:
 *
 * For the end of a deed, inside its transaction: forecasts the items again that have a forecast, where what it is made
 * from has changed, and plans them again. Some 10 ms an item.
 */
gboolean
gr_refit_items (GrShop *shop, const gint64 *item_ids, gsize n, GError **error)
{
  for (gsize i = 0; i < n; i++)
    if (!refit_item (gr_shop_database (shop), item_ids[i], gr_shop_today (shop), error))
      return FALSE;
  return gr_replan_items (shop, item_ids, n, error);
}

/**
 * gr_shop_refit_items:
 *
 * gr_refit_items() in a transaction of its own.
 */
gboolean
gr_shop_refit_items (GrShop *shop, const gint64 *item_ids, gsize n, GError **error)
{
  GrDatabase *database = gr_shop_database (shop);

  if (!gr_database_begin (database, error))
    return FALSE;
  if (!gr_refit_items (shop, item_ids, n, error) || !gr_database_commit (database, error)) {
    gr_database_rollback (database);
    return FALSE;
  }
  gr_shop_announce (shop, GR_CHANGES_PLAN);
  return TRUE;
}
