#include "series-sum.h"

#include <math.h>

static int
n_buckets (const GrItemSeries *series)
{
  return series->n_past + series->n_ahead;
}

static double *
new_values (const GrItemSeries *series)
{
  double *values = g_new (double, n_buckets (series));

  for (int i = 0; i < n_buckets (series); i++)
    values[i] = NAN;
  return values;
}

static void
add_to (double *sum, double part)
{
  *sum = isnan (*sum) ? part : *sum + part;
}

/**
 * gr_series_sum_begin:
 *
 * An empty series: weeks for two years back and half a year ahead, or months for 30 back and 18 ahead.
 */
GrItemSeries *
gr_series_sum_begin (GrGrain grain, GrDate today)
{
  gboolean is_week = grain == GR_GRAIN_WEEK;
  GrItemSeries *series = g_new0 (GrItemSeries, 1);
  double **all[] = {&series->sales, &series->mean, &series->lo80, &series->hi80, &series->lo95, &series->hi95,
      &series->naive, &series->stock};
  GrDate running = gr_grain_start (grain, today);

  series->grain = grain;
  series->today = today;
  series->n_past = is_week ? GR_SERIES_WEEKS_PAST : GR_SERIES_MONTHS_PAST;
  series->n_ahead = is_week ? GR_SERIES_WEEKS_AHEAD : GR_SERIES_MONTHS_AHEAD;
  series->starts = g_new (GrDate, n_buckets (series));
  for (int i = 0; i < n_buckets (series); i++)
    series->starts[i] = gr_grain_add (grain, running, i - series->n_past);
  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    *all[i] = new_values (series);
  series->projection = g_new0 (GrProjectionBucket, series->n_ahead);
  for (int i = 0; i < series->n_ahead; i++)
    series->projection[i].start = series->starts[series->n_past + i];
  series->stock_out_on = GR_DATE_NONE;
  return series;
}

/**
 * gr_series_sum_add_sales:
 *
 * A day's sales, net of returns. Days outside the past buckets don't count.
 */
void
gr_series_sum_add_sales (GrItemSeries *series, GrDate on, GrQty net_qty)
{
  int bucket = gr_grain_between (series->grain, series->starts[0], on);

  if (bucket >= 0 && bucket < series->n_past)
    add_to (&series->sales[bucket], gr_qty_to_double (net_qty));
}

/**
 * gr_series_sum_add_stock:
 * @ends: what an item's past buckets end with
 * @known_from: since when the ledger knows the item, %GR_DATE_NONE where nobody counted: then from the first move on
 *
 * Stock of a time before an item is known counts as none of it, and where no item is known, it stays unknown.
 */
void
gr_series_sum_add_stock (GrItemSeries *series, const GrQty *ends, GrDate known_from)
{
  gboolean is_known = FALSE;

  for (int i = 0; i < series->n_past; i++) {
    is_known = is_known || (known_from != GR_DATE_NONE ? series->starts[i + 1] > known_from : ends[i] != 0);
    if (is_known)
      add_to (&series->stock[i], gr_qty_to_double (ends[i]));
  }
}

/* Until the end, lo and hi hold the squared distance from the mean: errors of different items are taken as independent.
 */
static void
add_distance (double *sum, double bound, double mean)
{
  add_to (sum, (bound - mean) * (bound - mean));
}

static void
add_forecast (GrItemSeries *series, const GrForecastRow *row)
{
  int first = series->n_past + gr_grain_between (series->grain, series->today, row->starts_on);

  for (int i = 0; i < row->n_points; i++) {
    const GrForecastPoint *point = &row->points[i];
    int at = first + i;

    if (at < series->n_past || at >= n_buckets (series))
      continue;
    add_to (&series->mean[at], point->mean);
    add_to (&series->naive[at], point->naive);
    add_distance (&series->lo80[at], point->lo80, point->mean);
    add_distance (&series->hi80[at], point->hi80, point->mean);
    add_distance (&series->lo95[at], point->lo95, point->mean);
    add_distance (&series->hi95[at], point->hi95, point->mean);
  }
}

/* Expected demand of each bucket ahead, 0 where there is no forecast. */
static double *
demand_ahead (const GrItemSeries *series, const GrPlanFacts *facts)
{
  const GrForecastRow *months = facts->forecasts[GR_GRAIN_MONTH];
  double *demand = g_new0 (double, series->n_ahead);

  if (series->grain == GR_GRAIN_WEEK) {
    for (int i = 0; i < MIN (series->n_ahead, facts->n_weeks); i++)
      demand[i] = facts->weeks[i];
  } else if (months != NULL) {
    int skip = gr_grain_between (GR_GRAIN_MONTH, months->starts_on, series->today);

    for (int i = MAX (0, -skip); i < series->n_ahead && i + skip < months->n_points; i++)
      demand[i] = months->points[i + skip].mean;
  }
  return demand;
}

static void
add_projection (GrItemSeries *series, const GrPlanFacts *facts, GArray *receipts)
{
  g_autofree double *demand = demand_ahead (series, facts);
  g_autofree GrProjectionBucket *buckets = g_new (GrProjectionBucket, series->n_ahead);
  GrProjectionInput input = {series->today, series->grain, series->n_ahead, facts->on_hand, demand,
      (const GrPlannedReceipt *) (gconstpointer) receipts->data, receipts->len};

  gr_projection_run (&input, buckets);
  for (int i = 0; i < series->n_ahead; i++) {
    GrProjectionBucket *sum = &series->projection[i];

    sum->begin = gr_qty_add (sum->begin, buckets[i].begin);
    sum->on_order = gr_qty_add (sum->on_order, buckets[i].on_order);
    sum->suggested = gr_qty_add (sum->suggested, buckets[i].suggested);
    sum->demand = gr_qty_add (sum->demand, buckets[i].demand);
    sum->lost = gr_qty_add (sum->lost, buckets[i].lost);
    sum->end = gr_qty_add (sum->end, buckets[i].end);
  }
}

/* What is overdue is shown where the projection has it: today. */
static void
append_receipts (GrItemSeries *series, GArray *receipts)
{
  series->receipts = g_renew (GrPlannedReceipt, series->receipts, series->n_receipts + receipts->len + 1);
  for (guint i = 0; i < receipts->len; i++) {
    GrPlannedReceipt receipt = g_array_index (receipts, GrPlannedReceipt, i);

    receipt.on = MAX (receipt.on, series->today);
    series->receipts[series->n_receipts++] = receipt;
  }
}

/**
 * gr_series_sum_add_item:
 *
 * An item's forecast and, where it is stocked, its plan: projected stock with what is on order and what is suggested.
 */
void
gr_series_sum_add_item (GrItemSeries *series, const GrPlanFacts *facts, const GrPlanRules *rules)
{
  const GrForecastRow *row = facts->forecasts[series->grain];
  GrItemPlanInput input = gr_plan_facts_input (facts, rules);
  g_autoptr (GrItemPlan) plan = NULL;
  g_autoptr (GArray) receipts = NULL;

  if (row != NULL)
    add_forecast (series, row);
  if (!facts->item->is_stocked)
    return;
  plan = gr_item_plan_new (&input);
  receipts = gr_plan_facts_all_receipts (facts, plan);
  add_projection (series, facts, receipts);
  append_receipts (series, receipts);
  series->safety_stock += gr_qty_to_double (plan->safety_stock);
  series->order_up_to += gr_qty_to_double (plan->order_up_to);
  series->stock_out_on = plan->stock_out_on;
}

static int
compare_receipts (const void *a, const void *b)
{
  const GrPlannedReceipt *left = a, *right = b;

  if (left->on != right->on)
    return left->on < right->on ? -1 : 1;
  return left->is_suggested - right->is_suggested;
}

/* One receipt a day and kind. */
static void
merge_receipts (GrItemSeries *series)
{
  gsize n = 0;

  if (series->n_receipts == 0)
    return;
  qsort (series->receipts, series->n_receipts, sizeof *series->receipts, compare_receipts);
  for (gsize i = 0; i < series->n_receipts; i++) {
    if (n > 0 && compare_receipts (&series->receipts[n - 1], &series->receipts[i]) == 0)
      series->receipts[n - 1].qty = gr_qty_add (series->receipts[n - 1].qty, series->receipts[i].qty);
    else
      series->receipts[n++] = series->receipts[i];
  }
  series->n_receipts = n;
}

static void
finish_bounds (GrItemSeries *series)
{
  for (int i = series->n_past; i < n_buckets (series); i++) {
    double mean = series->mean[i];

    series->lo80[i] = fmax (0, mean - sqrt (series->lo80[i]));
    series->hi80[i] = mean + sqrt (series->hi80[i]);
    series->lo95[i] = fmax (0, mean - sqrt (series->lo95[i]));
    series->hi95[i] = mean + sqrt (series->hi95[i]);
    if (isnan (mean))
      series->lo80[i] = series->lo95[i] = NAN;
  }
}

/**
 * gr_series_sum_finish:
 *
 * Past buckets without a sale since the first one become 0, earlier ones stay unknown. Bounds of a sum: the root of the
 * summed squares of the items' distances from their means, so they are right as far as items err independently.
 */
void
gr_series_sum_finish (GrItemSeries *series)
{
  gboolean has_begun = FALSE;

  for (int i = 0; i < series->n_past; i++) {
    has_begun = has_begun || !isnan (series->sales[i]);
    if (has_begun && isnan (series->sales[i]))
      series->sales[i] = 0;
  }
  finish_bounds (series);
  merge_receipts (series);
  for (int i = 0; i < series->n_ahead; i++)
    series->stock[series->n_past + i] = gr_qty_to_double (series->projection[i].end);
}
