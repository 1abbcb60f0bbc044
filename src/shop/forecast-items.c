#include "forecast-items.h"

#include "demand-buckets.h"
#include "work-pool.h"

#include "forecast/forecast.h"
#include "planning/grain-agreement.h"
#include "store/demand-store.h"

#include <glib/gi18n-lib.h>

/* Sales that end longer ago than this were not brought in yet; until then nothing was sold. */
#define MOST_DAYS_WITHOUT_SALES 10

/* How many items' days are held at a time. */
#define BATCH 2048

/* Pure work: one item's weeks and months, arrays in, rows out. */
typedef struct {
  gint64 item_id;
  GrDemandBuckets buckets[2]; /* by GrGrain */
  int horizons[2];
  GrForecastRow *rows[2];
} Task;

typedef struct {
  const GrPlanRules *rules;
  GPtrArray *facts;
  guint next_facts;
  GrDate until;
  GArray *tasks; /* Task */
  GPtrArray *rows;
  const GrProgress *progress;
  GError **error;
  gboolean has_failed;
} Run;

static void
clear_task (gpointer data)
{
  Task *task = data;

  for (int grain = 0; grain < 2; grain++) {
    gr_demand_buckets_clear (&task->buckets[grain]);
    gr_forecast_row_free (task->rows[grain]);
  }
}

static GrForecastRow *
row_of_forecast (const GrForecast *forecast, const GrDemandBuckets *buckets)
{
  GrForecastRow *row = g_new0 (GrForecastRow, 1);

  row->grain = buckets->grain;
  row->starts_on = gr_grain_add (buckets->grain, buckets->start, (int) buckets->n);
  row->method = g_strdup (gr_forecast_method_id (forecast->method));
  row->error_sd = forecast->error_sd;
  row->bias = forecast->bias;
  row->wape = forecast->wape;
  row->naive_wape = forecast->naive_wape;
  row->n_history = (int) buckets->n;
  row->n_points = forecast->horizon;
  row->points = g_new (GrForecastPoint, forecast->horizon);
  for (int i = 0; i < forecast->horizon; i++)
    row->points[i] = (GrForecastPoint){forecast->mean[i], forecast->lo80[i], forecast->hi80[i], forecast->lo95[i],
        forecast->hi95[i], forecast->naive[i]};
  return row;
}

static GrGrainValues
means_of (const GrForecastRow *row)
{
  GrGrainValues means = {row->starts_on, row->n_points, g_new (double, row->n_points)};

  for (int i = 0; i < row->n_points; i++)
    means.values[i] = row->points[i].mean;
  return means;
}

/* A mean that moves takes its bounds along. */
static void
move_means (GrForecastRow *row, const double *means)
{
  for (int i = 0; i < row->n_points; i++) {
    GrForecastPoint *point = &row->points[i];
    double change = means[i] - point->mean;

    point->mean = means[i];
    point->lo80 = MAX (0, point->lo80 + change);
    point->lo95 = MAX (0, point->lo95 + change);
    point->hi80 = MAX (means[i], point->hi80 + change);
    point->hi95 = MAX (means[i], point->hi95 + change);
  }
}

static void
let_grains_agree (Task *task)
{
  GrGrainValues weeks = means_of (task->rows[GR_GRAIN_WEEK]), months = means_of (task->rows[GR_GRAIN_MONTH]);

  gr_grains_agree (&weeks, &months);
  move_means (task->rows[GR_GRAIN_WEEK], weeks.values);
  move_means (task->rows[GR_GRAIN_MONTH], months.values);
  g_free (weeks.values);
  g_free (months.values);
}

static void
forecast_task_cb (gsize index, gpointer data)
{
  Task *task = &g_array_index ((GArray *) data, Task, index);

  for (int grain = 0; grain < 2; grain++) {
    const GrDemandBuckets *buckets = &task->buckets[grain];
    GrSeries series = {
        .values = buckets->values,
        .n = buckets->n,
        .period = gr_grain_per_year (grain),
        .first = gr_grain_between (grain, 0, buckets->start),
    };
    GrForecastOptions options = {.horizon = task->horizons[grain], .is_sales = TRUE};
    g_autoptr (GrForecast) forecast = gr_forecast_new (&series, &options);

    task->rows[grain] = row_of_forecast (forecast, buckets);
    task->rows[grain]->item_id = task->item_id;
  }
  let_grains_agree (task);
}

/* Forecasts the items gathered so far. */
static gboolean
run_batch (Run *run)
{
  double n_facts = MAX (1, run->facts->len);
  GrWork work = {.func = forecast_task_cb, .data = run->tasks, .n = run->tasks->len, .what = _ ("Forecasting")};

  work.from = run->rows->len / 2 / n_facts;
  work.to = work.from + run->tasks->len / n_facts;
  for (guint i = 0; i < run->tasks->len; i++)
    for (int grain = 0; grain < 2; grain++)
      gr_demand_buckets_finish (&g_array_index (run->tasks, Task, i).buckets[grain]);
  if (!gr_work_pool_run (&work, run->progress, run->error))
    return FALSE;
  for (guint i = 0; i < run->tasks->len; i++)
    for (int grain = 0; grain < 2; grain++)
      g_ptr_array_add (run->rows, g_steal_pointer (&g_array_index (run->tasks, Task, i).rows[grain]));
  g_array_set_size (run->tasks, 0);
  return TRUE;
}

/* The days come in order of items, and so do the facts. */
static const GrPlanFacts *
facts_of (Run *run, gint64 item_id)
{
  while (run->next_facts < run->facts->len) {
    const GrPlanFacts *facts = g_ptr_array_index (run->facts, run->next_facts);

    if (facts->item->id >= item_id)
      return facts->item->id == item_id ? facts : NULL;
    run->next_facts++;
  }
  return NULL;
}

/* Horizons count from the running bucket; what the sales have not reached yet comes before. */
static void
add_task (Run *run, const GrPlanFacts *facts, GrDate first_sold_on)
{
  GrDate today = run->rules->today;
  Task task = {.item_id = facts->item->id};

  for (int grain = 0; grain < 2; grain++)
    gr_demand_buckets_init (&task.buckets[grain], grain, first_sold_on, run->until);
  task.horizons[GR_GRAIN_WEEK] = gr_plan_facts_week_horizon (facts, run->rules);
  task.horizons[GR_GRAIN_MONTH] = GR_PLAN_MONTHS;
  for (int grain = 0; grain < 2; grain++)
    task.horizons[grain] += gr_grain_between (grain, run->until, today);
  g_array_append_val (run->tasks, task);
}

static Task *
last_task (Run *run)
{
  return run->tasks->len > 0 ? &g_array_index (run->tasks, Task, run->tasks->len - 1) : NULL;
}

static gboolean
take_day_cb (const GrDemandDay *day, gpointer data)
{
  Run *run = data;
  Task *task = last_task (run);

  if (task == NULL || task->item_id != day->item_id) {
    const GrPlanFacts *facts = facts_of (run, day->item_id);

    if (facts == NULL || day->sold_qty == 0) /* history begins with a sale, not with a return */
      return TRUE;
    if (run->tasks->len >= BATCH && !run_batch (run)) {
      run->has_failed = TRUE;
      return FALSE;
    }
    add_task (run, facts, day->sold_on);
    task = last_task (run);
  }
  for (int grain = 0; grain < 2; grain++)
    gr_demand_buckets_add (&task->buckets[grain], day->sold_on, day->sold_qty - day->returned_qty);
  return TRUE;
}

/* History goes up to today, or to where the sales end that were brought in. */
static gboolean
find_end_of_history (GrDatabase *database, GrDate today, GrDate *until, GError **error)
{
  GrDate first, last;

  if (!gr_demand_store_span (database, 0, &first, &last, error))
    return FALSE;
  *until = last == GR_DATE_NONE || last + MOST_DAYS_WITHOUT_SALES >= today ? today : last + 1;
  return TRUE;
}

/**
 * gr_forecast_items:
 * @facts: (element-type GrPlanFacts): the items in order of ids, see gr_plan_facts_load_all()
 *
 * Forecasts weeks and months of every item that was ever sold, on all processors, from one ordered reading of the daily
 * demand. Only whole buckets count, from the item's first sale to the running one. Weeks and months are brought to say
 * the same, see gr_grains_agree(). Keeps nothing. O(days of demand) and the engine's own.
 *
 * Returns: (transfer full) (element-type GrForecastRow): in order of items, the week's row before the month's; %NULL
 * also where cancelled
 */
GPtrArray *
gr_forecast_items (
    GrDatabase *database, const GrPlanRules *rules, GPtrArray *facts, const GrProgress *progress, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) gr_forecast_row_free);
  g_autoptr (GArray) tasks = g_array_sized_new (FALSE, FALSE, sizeof (Task), BATCH);
  Run run = {.rules = rules, .facts = facts, .tasks = tasks, .rows = rows, .progress = progress, .error = error};

  g_array_set_clear_func (tasks, clear_task);
  if (!find_end_of_history (database, rules->today, &run.until, error) ||
      !gr_demand_store_each (database, G_MININT32 + 1, run.until, take_day_cb, &run, error) || run.has_failed)
    return NULL;
  return run_batch (&run) ? g_steal_pointer (&rows) : NULL;
}
