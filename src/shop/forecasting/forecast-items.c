#include "forecast-items.h"

#include "shop/base/work-pool.h"

#include "store/plans/event-effect-store.h"
#include "store/plans/forecast-store.h"
#include "store/plans/season-store.h"

#include <glib/gi18n-lib.h>

/* How many items' series are held at a time. */
#define BATCH 2048

typedef struct {
  const GrForecastRun *run;
  const GrRecipe *recipe;
  GArray *tasks; /* GrForecastTask */
  guint n_done;
  GrItemForecasts *found;
  const GrProgress *progress;
} Work;

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
take_result (Work *work, GrForecastTask *task)
{
  for (int grain = 0; grain < 2; grain++)
    if (task->rows[grain] != NULL)
      g_ptr_array_add (work->found->rows, g_steal_pointer (&task->rows[grain]));
    else
      work->found->n_kept++;
}

/* Forecasts the items gathered so far. */
static gboolean
run_batch (Work *work, GError **error)
{
  double n_facts = MAX (1, work->run->facts->len);
  GrWork pool = {.func = run_task_cb, .data = work->tasks, .n = work->tasks->len, .what = _ ("Forecasting")};

  pool.from = 0.8 * work->n_done / n_facts;
  pool.to = 0.8 * (work->n_done + work->tasks->len) / n_facts;
  if (!gr_work_pool_run (&pool, work->progress, error))
    return FALSE;
  for (guint i = 0; i < work->tasks->len; i++)
    take_result (work, &g_array_index (work->tasks, GrForecastTask, i));
  work->n_done += work->tasks->len;
  g_array_set_size (work->tasks, 0);
  return TRUE;
}

/* Horizons count from the running bucket; what the sales have not reached yet comes before. */
static GrForecastReach
reach_of_plan (const Work *work, const GrPlanFacts *facts)
{
  const GrPlanRules *rules = work->run->rules;
  GrForecastReach reach = {.horizons = {gr_plan_facts_week_horizon (facts, rules), GR_FORECAST_MONTHS}};

  for (int grain = 0; grain < 2; grain++) {
    reach.until[grain] = work->recipe->until;
    reach.horizons[grain] += gr_grain_between (grain, work->recipe->until, rules->today);
  }
  return reach;
}

/* As far ahead as the plan has the item, from where its history ends now; where nothing is left of that, as far as a
 * plan of all would. What is history follows from the sales alone: after an undo it ends where it did before. */
static void
keep_end (GrForecastReach *reach, GrForecastRow *const saved[2])
{
  for (int grain = 0; grain < 2; grain++) {
    int n_left = saved[grain]->n_points - gr_grain_between (grain, saved[grain]->starts_on, reach->until[grain]);

    if (n_left > 0)
      reach->horizons[grain] = n_left;
  }
}

/* Few items are forecast to the same end as the plan has them; those that had no history until it was said whose place
 * they take, as far as a plan of all would. */
static gboolean
find_reach (const Work *work, const GrPlanFacts *facts, GrForecastReach *reach)
{
  GrForecastRow *const *saved = facts->forecasts;
  GrItemHistory history = gr_recipe_history (work->recipe, facts->item->id);
  gboolean is_saved = saved[GR_GRAIN_WEEK] != NULL && saved[GR_GRAIN_MONTH] != NULL;

  *reach = reach_of_plan (work, facts);
  reach->known_print = saved[GR_GRAIN_WEEK] != NULL ? saved[GR_GRAIN_WEEK]->fingerprint : 0;
  if (gr_item_set_is_all (work->run->items))
    return TRUE;
  if (is_saved)
    keep_end (reach, saved);
  return is_saved || (history.reading != NULL && history.reading->predecessor != NULL);
}

/* An item that nobody bought yet is forecast where it takes the place of one that was bought. */
static gboolean
add_item (Work *work, const GrPlanFacts *facts, GError **error)
{
  GrForecastReach reach;
  GrForecastTask task;

  if (!gr_recipe_has_history (work->recipe, facts->item->id)) {
    if (facts->forecasts[GR_GRAIN_WEEK] != NULL || facts->forecasts[GR_GRAIN_MONTH] != NULL)
      g_array_append_val (work->found->gone, facts->item->id);
    return TRUE;
  }
  if (!find_reach (work, facts, &reach))
    return TRUE;
  gr_recipe_fill (work->recipe, facts->item, &reach, &task);
  g_array_append_val (work->tasks, task);
  return work->tasks->len < BATCH || run_batch (work, error);
}

/**
 * gr_forecast_items:
 *
 * Forecasts weeks and months of every item of the set that was ever sold, on all processors, from one reading of their
 * daily demand. Only whole buckets count, from the item's first sale to the running one. Weeks and months are brought
 * to say the same, see gr_grains_agree(). What was made from the same history already is left as it is saved. Writes
 * nothing. O(days of demand) and the engine's own.
 *
 * Returns: (transfer full): %NULL also where cancelled
 */
GrItemForecasts *
gr_forecast_items (GrDatabase *database, const GrForecastRun *run, const GrProgress *progress, GError **error)
{
  g_autoptr (GrItemForecasts) found = g_new0 (GrItemForecasts, 1);
  g_autoptr (GArray) tasks = g_array_sized_new (FALSE, FALSE, sizeof (GrForecastTask), MIN (run->facts->len, BATCH));
  Work work = {.run = run, .tasks = tasks, .found = found, .progress = progress};

  found->items = gr_item_set_copy (run->items);
  found->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) gr_forecast_row_free);
  found->gone = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_set_clear_func (tasks, clear_task);
  found->recipe = gr_recipe_load (database, run->items, run->rules->today, GR_RECIPE_MADE_ANEW, error);
  work.recipe = found->recipe;
  for (guint i = 0; work.recipe != NULL && i < run->facts->len; i++)
    if (!add_item (&work, g_ptr_array_index (run->facts, i), error))
      return NULL;
  return work.recipe != NULL && run_batch (&work, error) ? g_steal_pointer (&found) : NULL;
}

static gboolean
save_what_was_learnt (const GrItemForecasts *forecasts, GrDatabase *database, GError **error)
{
  if (gr_item_set_is_all (forecasts->items) &&
      !gr_season_store_replace_all (database, forecasts->recipe->seasons->rows, error))
    return FALSE;
  return gr_event_effect_store_replace (
      database, forecasts->items, gr_event_memory_rows (forecasts->recipe->memory), error);
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
  if (!save_what_was_learnt (forecasts, database, error))
    return FALSE;
  for (guint i = 0; i < forecasts->rows->len; i++) {
    if (i % 256 == 0 && !gr_progress_report (progress, _ ("Saving the forecasts"), 0.8, error))
      return FALSE;
    if (!gr_forecast_store_save (database, g_ptr_array_index (forecasts->rows, i), error))
      return FALSE;
  }
  return TRUE;
}

static GrPlanFacts *
facts_of (GPtrArray *facts, guint *at, gint64 item_id)
{
  while (*at < facts->len && ((GrPlanFacts *) g_ptr_array_index (facts, *at))->item->id < item_id)
    ++*at;
  if (*at == facts->len || ((GrPlanFacts *) g_ptr_array_index (facts, *at))->item->id != item_id)
    return NULL;
  return g_ptr_array_index (facts, *at);
}

/**
 * gr_item_forecasts_hand_over:
 * @facts: (element-type GrPlanFacts): in order of ids
 *
 * What was made takes the place of what was saved, for the plan that follows. O(items).
 */
void
gr_item_forecasts_hand_over (GrItemForecasts *forecasts, GPtrArray *facts, const GrPlanRules *rules)
{
  guint at = 0;

  for (guint i = 0; i < forecasts->gone->len; i++) {
    GrPlanFacts *of = facts_of (facts, &at, g_array_index (forecasts->gone, gint64, i));

    for (int grain = 0; grain < 2 && of != NULL; grain++)
      g_clear_pointer (&of->forecasts[grain], gr_forecast_row_free);
  }
  at = 0;
  for (guint i = 0; i < forecasts->rows->len; i++) {
    GrForecastRow *row = g_ptr_array_index (forecasts->rows, i);
    GrPlanFacts *of = facts_of (facts, &at, row->item_id);

    if (of == NULL) {
      gr_forecast_row_free (row);
      continue;
    }
    gr_forecast_row_free (of->forecasts[row->grain]);
    of->forecasts[row->grain] = row;
  }
  g_ptr_array_set_free_func (forecasts->rows, NULL);
  g_ptr_array_set_size (forecasts->rows, 0);
  for (guint i = 0; i < facts->len; i++)
    gr_plan_facts_set_outlook (g_ptr_array_index (facts, i), rules);
}

void
gr_item_forecasts_free (GrItemForecasts *forecasts)
{
  if (forecasts == NULL)
    return;
  gr_item_set_free (forecasts->items);
  g_clear_pointer (&forecasts->rows, g_ptr_array_unref);
  g_clear_pointer (&forecasts->gone, g_array_unref);
  gr_recipe_free (forecasts->recipe);
  g_free (forecasts);
}
