#include "forecast-task.h"

#include "grain-agreement.h"

#include "forecast/influence/events.h"

#include <math.h>

/* Fowler, Noll and Vo's hash, version 1a, 64 bits. */
#define FNV_START G_GUINT64_CONSTANT (0xcbf29ce484222325)
#define FNV_PRIME G_GUINT64_CONSTANT (0x100000001b3)

static guint64
hash_bytes (guint64 hash, gconstpointer bytes, gsize n)
{
  const guint8 *at = bytes;

  for (gsize i = 0; i < n; i++)
    hash = (hash ^ at[i]) * FNV_PRIME;
  return hash;
}

static guint64
hash_marks (guint64 hash, const GrEventMarks *marks)
{
  if (marks->codes == NULL)
    return hash;
  hash = hash_bytes (hash, marks->codes, (gsize) marks->n);
  return hash_bytes (hash, marks->priors, GR_N_EVENTS * sizeof *marks->priors);
}

static guint64
hash_season (guint64 hash, const GrForecastTask *task, GrGrain grain)
{
  gsize size = (gsize) gr_grain_per_year (grain) * sizeof (double);
  GrForecastOptions options = {.method = GR_METHOD_AUTOMATIC};

  gr_season_row_apply (task->season, &task->buckets[grain], &options);
  if (options.profile != NULL)
    hash = hash_bytes (hash, options.profile, size);
  if (options.past_profile != NULL)
    hash = hash_bytes (hash, options.past_profile, size);
  return options.n_judged > 0 ? hash_bytes (hash, &options.n_judged, sizeof options.n_judged) : hash;
}

/* History and what is to come. */
static int
length_of (const GrForecastTask *task, GrGrain grain)
{
  return (int) task->buckets[grain].n + task->horizons[grain];
}

static const double *
days_of (const GrForecastTask *task, GrGrain grain)
{
  return gr_shop_days_from (task->days, grain, task->buckets[grain].start, length_of (task, grain));
}

/* Of everything that the forecast depends on; never 0. */
static gint64
take_print (const GrForecastTask *task, const GrEventMarks marks[2])
{
  int revision = GR_FORECAST_REVISION;
  guint64 hash = hash_bytes (FNV_START, &revision, sizeof revision);

  hash = hash_bytes (hash, &task->method, sizeof task->method);
  for (int grain = 0; grain < 2; grain++) {
    const GrDemandBuckets *buckets = &task->buckets[grain];

    hash = hash_bytes (hash, &task->horizons[grain], sizeof task->horizons[grain]);
    hash = hash_bytes (hash, &buckets->start, sizeof buckets->start);
    hash = hash_bytes (hash, buckets->values, buckets->n * sizeof *buckets->values);
    if (buckets->availability != NULL)
      hash = hash_bytes (hash, buckets->availability, buckets->n * sizeof *buckets->availability);
    if (days_of (task, grain) != NULL)
      hash = hash_bytes (hash, days_of (task, grain), (gsize) length_of (task, grain) * sizeof (double));
    hash = hash_marks (hash, &marks[grain]);
    hash = hash_season (hash, task, grain);
  }
  return hash != 0 ? (gint64) hash : 1;
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
  row->mae = forecast->mae;
  row->n_origins = forecast->n_origins;
  row->n_history = (int) buckets->n;
  row->n_points = forecast->horizon;
  row->points = g_new (GrForecastPoint, forecast->horizon);
  for (int i = 0; i < forecast->horizon; i++)
    row->points[i] = (GrForecastPoint){forecast->mean[i], forecast->lo80[i], forecast->hi80[i], forecast->lo95[i],
        forecast->hi95[i], forecast->naive[i], forecast->cumulative_sd[i]};
  return row;
}

/**
 * gr_forecast_task_mark:
 * @marks: (out caller-allocates): clear them with gr_event_marks_clear()
 *
 * Which events the task's buckets hold, and what is to be expected of them.
 */
void
gr_forecast_task_mark (const GrForecastTask *task, GrEventMarks *marks, GrGrain grain)
{
  gr_event_marks_init (marks, task->events, grain, task->buckets[grain].start,
      (const int[]){(int) task->buckets[grain].n, task->horizons[grain]});
  gr_event_marks_learn (marks, task->lessons);
}

/**
 * gr_forecast_task_forecast:
 * @marks: see gr_forecast_task_mark()
 *
 * Returns: (transfer full): the forecast of a grain, before weeks and months agree
 */
GrForecast *
gr_forecast_task_forecast (const GrForecastTask *task, const GrEventMarks *marks, GrGrain grain)
{
  const GrDemandBuckets *buckets = &task->buckets[grain];
  GrSeries series = gr_demand_buckets_series (buckets);
  GrForecastOptions options = {.method = task->method,
      .horizon = task->horizons[grain],
      .is_sales = TRUE,
      .is_whole = gr_demand_buckets_are_whole (buckets),
      .events = marks->codes,
      .event_priors = marks->priors};

  series.days = days_of (task, grain);
  gr_season_row_apply (task->season, buckets, &options);
  return gr_forecast_new (&series, &options);
}

static GrForecastRow *
forecast_grain (const GrForecastTask *task, const GrEventMarks *marks, GrGrain grain)
{
  g_autoptr (GrForecast) forecast = gr_forecast_task_forecast (task, marks, grain);

  return row_of_forecast (forecast, &task->buckets[grain]);
}

static GrGrainValues
means_of (const GrForecastRow *row)
{
  GrGrainValues means = {row->starts_on, row->n_points, g_new (double, row->n_points)};

  for (int i = 0; i < row->n_points; i++)
    means.values[i] = row->points[i].mean;
  return means;
}

/* A mean that moves takes its bounds along; those of what is sold whole stay whole. */
static void
move_means (GrForecastRow *row, const double *means, gboolean are_whole)
{
  for (int i = 0; i < row->n_points; i++) {
    GrForecastPoint *point = &row->points[i];
    double change = means[i] - point->mean;

    point->mean = means[i];
    point->lo80 = MAX (0, point->lo80 + change);
    point->lo95 = MAX (0, point->lo95 + change);
    point->hi80 = MAX (means[i], point->hi80 + change);
    point->hi95 = MAX (means[i], point->hi95 + change);
    if (!are_whole)
      continue;
    point->lo80 = floor (point->lo80);
    point->lo95 = floor (point->lo95);
    point->hi80 = ceil (point->hi80);
    point->hi95 = ceil (point->hi95);
  }
}

static void
let_grains_agree (GrForecastTask *task)
{
  GrGrainValues weeks = means_of (task->rows[GR_GRAIN_WEEK]), months = means_of (task->rows[GR_GRAIN_MONTH]);

  gr_grains_agree (&weeks, &months);
  move_means (task->rows[GR_GRAIN_WEEK], weeks.values, gr_demand_buckets_are_whole (&task->buckets[GR_GRAIN_WEEK]));
  move_means (task->rows[GR_GRAIN_MONTH], months.values, gr_demand_buckets_are_whole (&task->buckets[GR_GRAIN_MONTH]));
  g_free (weeks.values);
  g_free (months.values);
}

/**
 * gr_forecast_task_run:
 *
 * Forecasts weeks and months and brings them to say the same, unless what they are made from is what the saved ones
 * were made from. Pure: any thread.
 */
void
gr_forecast_task_run (GrForecastTask *task)
{
  GrEventMarks marks[2];
  gint64 print;

  for (int grain = 0; grain < 2; grain++)
    gr_forecast_task_mark (task, &marks[grain], grain);
  print = take_print (task, marks);
  for (int grain = 0; grain < 2 && print != task->known_print; grain++) {
    task->rows[grain] = forecast_grain (task, &marks[grain], grain);
    task->rows[grain]->item_id = task->item_id;
    task->rows[grain]->fingerprint = print;
  }
  if (print != task->known_print)
    let_grains_agree (task);
  for (int grain = 0; grain < 2; grain++)
    gr_event_marks_clear (&marks[grain]);
}

void
gr_forecast_task_clear (GrForecastTask *task)
{
  for (int grain = 0; grain < 2; grain++) {
    gr_demand_buckets_clear (&task->buckets[grain]);
    g_clear_pointer (&task->rows[grain], gr_forecast_row_free);
  }
  g_clear_pointer (&task->lessons, g_array_unref);
}
