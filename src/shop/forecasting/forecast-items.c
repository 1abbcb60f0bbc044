#include "forecast-items.h"

#include "forecast-task.h"
#include "shop/stock/item-history.h"
#include "shop/base/work-pool.h"

#include "store/sales/demand-store.h"

#include <glib/gi18n-lib.h>

/* How many items' days are held at a time. */
#define BATCH 2048

/* One ordered reading of demand goes past the items and the saved forecasts, which are in the same order. */
typedef struct {
  GrDatabase *database;
  const GrPlanRules *rules;
  GHashTable *histories; /* GrHistoryRule by item */
  GrFamilySeasons *seasons;
  GPtrArray *facts;
  guint next_facts;
  GArray *prints; /* GrForecastPrint */
  guint next_print;
  GrDate until;
  GArray *tasks; /* GrForecastTask */
  guint n_done;
  GrItemForecasts *found;
  const GrProgress *progress;
  GError **error;
  gboolean has_failed;
} Run;

static void
run_task_cb (gsize index, gpointer data)
{
  gr_forecast_task_run (&g_array_index ((GArray *) data, GrForecastTask, index));
}

static void
clear_task (gpointer data)
{
  gr_forecast_task_clear (data);
}

static void
take_result (Run *run, GrForecastTask *task)
{
  for (int grain = 0; grain < 2; grain++)
    if (task->rows[grain] != NULL)
      g_ptr_array_add (run->found->rows, g_steal_pointer (&task->rows[grain]));
    else
      run->found->n_kept++;
}

static void
finish_task (GrForecastTask *task)
{
  for (int grain = 0; grain < 2 && !task->is_read; grain++)
    gr_demand_buckets_finish (&task->buckets[grain]);
}

/* Forecasts the items gathered so far. */
static gboolean
run_batch (Run *run)
{
  double n_facts = MAX (1, run->facts->len);
  GrWork work = {.func = run_task_cb, .data = run->tasks, .n = run->tasks->len, .what = _ ("Forecasting")};

  work.from = 0.8 * run->n_done / n_facts;
  work.to = 0.8 * (run->n_done + run->tasks->len) / n_facts;
  for (guint i = 0; i < run->tasks->len; i++)
    finish_task (&g_array_index (run->tasks, GrForecastTask, i));
  if (!gr_work_pool_run (&work, run->progress, run->error))
    return FALSE;
  for (guint i = 0; i < run->tasks->len; i++)
    take_result (run, &g_array_index (run->tasks, GrForecastTask, i));
  run->n_done += run->tasks->len;
  g_array_set_size (run->tasks, 0);
  return TRUE;
}

static GrForecastTask *
last_task (Run *run)
{
  return run->tasks->len > 0 ? &g_array_index (run->tasks, GrForecastTask, run->tasks->len - 1) : NULL;
}

/* What the item's saved forecast was made from; items passed over on the way have no sales any more. */
static gint64
print_of (Run *run, gint64 item_id)
{
  while (run->next_print < run->prints->len) {
    const GrForecastPrint *print = &g_array_index (run->prints, GrForecastPrint, run->next_print);

    if (print->item_id > item_id)
      return 0;
    run->next_print++;
    if (print->item_id == item_id)
      return print->fingerprint;
    g_array_append_val (run->found->gone, print->item_id);
  }
  return 0;
}

/* Of an item that takes another's place the sales of both are read at once. */
static gboolean
fill_buckets (Run *run, GrForecastTask *task, const GrHistoryRule *history, GrDate first_sold_on)
{
  task->is_read = history != NULL && history->predecessor != NULL;
  for (int grain = 0; grain < 2; grain++)
    if (!task->is_read)
      gr_history_rule_begin (history, &task->buckets[grain], grain, first_sold_on, run->until);
    else if (!gr_item_history_read (run->database, history, grain, run->until, &task->buckets[grain], run->error))
      return FALSE;
  return TRUE;
}

/* Horizons count from the running bucket; what the sales have not reached yet comes before. */
static gboolean
add_task (Run *run, const GrPlanFacts *facts, GrDate first_sold_on)
{
  GrDate today = run->rules->today;
  const GrHistoryRule *history = g_hash_table_lookup (run->histories, &facts->item->id);
  GrForecastTask task = {.item_id = facts->item->id};
  gboolean is_filled;

  if (run->tasks->len >= BATCH && !run_batch (run))
    return FALSE;
  task.known_print = print_of (run, task.item_id);
  task.method = history != NULL ? history->method : GR_METHOD_AUTOMATIC;
  task.season = gr_family_seasons_of (run->seasons, facts->item->family);
  task.days = run->seasons->days;
  task.events = history != NULL ? history->events : NULL;
  task.lessons = gr_event_memory_lessons (run->found->memory, facts->item, task.events);
  is_filled = fill_buckets (run, &task, history, first_sold_on);
  task.horizons[GR_GRAIN_WEEK] = gr_plan_facts_week_horizon (facts, run->rules);
  task.horizons[GR_GRAIN_MONTH] = GR_FORECAST_MONTHS;
  for (int grain = 0; grain < 2; grain++)
    task.horizons[grain] += gr_grain_between (grain, run->until, today);
  g_array_append_val (run->tasks, task);
  return is_filled;
}

/* An item that nobody bought yet is forecast where it takes the place of one that was bought. */
static gboolean
pass_over (Run *run, const GrPlanFacts *facts)
{
  const GrHistoryRule *history = g_hash_table_lookup (run->histories, &facts->item->id);

  return history == NULL || history->predecessor == NULL || add_task (run, facts, run->until);
}

/* @facts: (out) (nullable): of that item */
static gboolean
find_facts (Run *run, gint64 item_id, const GrPlanFacts **found)
{
  *found = NULL;
  for (; run->next_facts < run->facts->len; run->next_facts++) {
    const GrPlanFacts *facts = g_ptr_array_index (run->facts, run->next_facts);
    const GrForecastTask *last = last_task (run);

    if (facts->item->id >= item_id) {
      *found = facts->item->id == item_id ? facts : NULL;
      return TRUE;
    }
    if ((last == NULL || last->item_id != facts->item->id) && !pass_over (run, facts))
      return FALSE;
  }
  return TRUE;
}

static void
add_day (GrForecastTask *task, const GrDemandDay *day)
{
  for (int grain = 0; grain < 2 && !task->is_read; grain++)
    gr_demand_buckets_add (&task->buckets[grain], day->sold_on, day->sold_qty - day->returned_qty);
}

static gboolean
take_day (Run *run, const GrDemandDay *day)
{
  const GrForecastTask *task = last_task (run);

  if (task == NULL || task->item_id != day->item_id) {
    const GrPlanFacts *facts;

    if (!find_facts (run, day->item_id, &facts))
      return FALSE;
    if (facts == NULL || day->sold_qty == 0) /* history begins with a sale, not with a return */
      return TRUE;
    if (!add_task (run, facts, day->sold_on))
      return FALSE;
  }
  add_day (last_task (run), day);
  return TRUE;
}

static gboolean
take_day_cb (const GrDemandDay *day, gpointer data)
{
  Run *run = data;

  run->has_failed = !take_day (run, day);
  return !run->has_failed;
}

/* What items learn from each other. */
static gboolean
pool_all (Run *run, GrDatabase *database, GError **error)
{
  GrEventSources sources = {.facts = run->facts, .histories = run->histories, .until = run->until};

  run->seasons = run->found->seasons = gr_family_seasons_pool (database, run->facts, run->until, error);
  if (run->seasons == NULL)
    return FALSE;
  sources.days = run->seasons->days;
  run->found->memory = gr_event_memory_measure (database, &sources, error);
  return run->found->memory != NULL;
}

static gboolean
run_all (Run *run, GrDatabase *database, GError **error)
{
  g_autoptr (GHashTable) histories = NULL;
  const GrPlanFacts *none;

  if (!gr_history_find_end (database, run->rules->today, &run->until, error))
    return FALSE;
  histories = gr_history_rules_load_all (database, run->rules->today, error);
  run->histories = histories;
  if (histories == NULL || !pool_all (run, database, error) ||
      !gr_demand_store_each (database, G_MININT32 + 1, run->until, take_day_cb, run, error) || run->has_failed ||
      !find_facts (run, G_MAXINT64, &none) || !run_batch (run))
    return FALSE;
  print_of (run, G_MAXINT64);
  return TRUE;
}

/**
 * gr_forecast_items:
 * @facts: (element-type GrPlanFacts): the items in order of ids, see gr_plan_facts_load_all()
 *
 * Forecasts weeks and months of every item that was ever sold, on all processors, from two ordered readings of the
 * daily demand, one for the seasons of the families, see gr_family_seasons_pool(), and a third where there were
 * events to learn from, see gr_event_memory_measure(). Only whole buckets count, from the item's first sale to the
 * running one. Weeks and months are brought to say the same, see gr_grains_agree(). What was made from the same history
 * already is left as it is saved. Writes nothing. O(days of demand) and the engine's own.
 *
 * Returns: (transfer full): %NULL also where cancelled
 */
GrItemForecasts *
gr_forecast_items (
    GrDatabase *database, const GrPlanRules *rules, GPtrArray *facts, const GrProgress *progress, GError **error)
{
  g_autoptr (GrItemForecasts) found = g_new0 (GrItemForecasts, 1);
  g_autoptr (GArray) tasks = g_array_sized_new (FALSE, FALSE, sizeof (GrForecastTask), BATCH);
  g_autoptr (GArray) prints = gr_forecast_store_prints (database, GR_GRAIN_WEEK, error);
  Run run = {.database = database,
      .rules = rules,
      .facts = facts,
      .prints = prints,
      .tasks = tasks,
      .found = found,
      .progress = progress};

  found->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) gr_forecast_row_free);
  found->gone = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_set_clear_func (tasks, clear_task);
  run.error = error;
  return prints != NULL && run_all (&run, database, error) ? g_steal_pointer (&found) : NULL;
}

/**
 * gr_item_forecasts_save:
 *
 * Writes what was made anew and forgets what is gone, inside a transaction.
 */
gboolean
gr_item_forecasts_save (
    const GrItemForecasts *forecasts, GrDatabase *database, const GrProgress *progress, GError **error)
{
  for (guint i = 0; i < forecasts->gone->len; i++)
    if (!gr_forecast_store_delete (database, g_array_index (forecasts->gone, gint64, i), error))
      return FALSE;
  if (!gr_season_store_replace_all (database, forecasts->seasons->rows, error) ||
      !gr_event_memory_save (forecasts->memory, database, error))
    return FALSE;
  for (guint i = 0; i < forecasts->rows->len; i++) {
    if (i % 256 == 0 && !gr_progress_report (progress, _ ("Saving the forecasts"), 0.8, error))
      return FALSE;
    if (!gr_forecast_store_save (database, g_ptr_array_index (forecasts->rows, i), error))
      return FALSE;
  }
  return TRUE;
}

void
gr_item_forecasts_free (GrItemForecasts *forecasts)
{
  if (forecasts == NULL)
    return;
  g_clear_pointer (&forecasts->rows, g_ptr_array_unref);
  g_clear_pointer (&forecasts->gone, g_array_unref);
  gr_family_seasons_free (forecasts->seasons);
  gr_event_memory_free (forecasts->memory);
  g_free (forecasts);
}
