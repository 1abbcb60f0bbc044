#include "replenishment.h"

#include "domain/base/date.h"
#include "planning/item/item-plan.h"

#include <math.h>

#define HORIZON 13

/* One item's shelf, and what is on its way. */
typedef struct {
  const GrSeries *series;
  const ReplenishmentTerms *terms;
  GrQty on_hand;
  GArray *receipts; /* GrPlannedReceipt */
} Shelf;

static GrDate
monday_of (int week)
{
  return gr_grain_start (GR_GRAIN_WEEK, gr_date_from_ymd (2010, 1, 4)) + 7 * week;
}

/* What the program would plan on the morning of @week, knowing only what was sold before: the same engine, the same
 * error over the protection period, the same plan. */
static GrItemPlan *
plan_week (const Shelf *shelf, int week)
{
  const ReplenishmentTerms *terms = shelf->terms;
  GrSeries known = *shelf->series;
  GrForecastOptions options = {.horizon = HORIZON, .is_sales = TRUE, .profile = terms->profile};
  g_autoptr (GrForecast) forecast = NULL;
  GrItemPlanInput input = {
      .today = monday_of (week),
      .n_weeks = HORIZON,
      .history_weeks = week,
      .on_hand = shelf->on_hand,
      .receipts = (const GrPlannedReceipt *) (gconstpointer) shelf->receipts->data,
      .n_receipts = shelf->receipts->len,
      .is_orderable = TRUE,
      .is_stocked = TRUE,
      .lead_time_days = 7 * terms->lead_time_weeks,
      .review_period_days = 7,
      .service_level = terms->service_level,
  };

  known.n = (gsize) week;
  forecast = gr_forecast_new (&known, &options);
  input.forecast = forecast->mean;
  input.error_sd_per_week = forecast->error_sd;
  input.cumulative_sd = gr_forecast_cumulative_sd (forecast, terms->lead_time_weeks + 1);
  return gr_item_plan_new (&input);
}

static void
receive (Shelf *shelf, GrDate today)
{
  for (guint i = shelf->receipts->len; i > 0; i--) {
    const GrPlannedReceipt *receipt = &g_array_index (shelf->receipts, GrPlannedReceipt, i - 1);

    if (receipt->on > today)
      continue;
    shelf->on_hand = gr_qty_add (shelf->on_hand, receipt->qty);
    g_array_remove_index (shelf->receipts, i - 1);
  }
}

/* Whoever finds nothing goes elsewhere. */
static void
sell (Shelf *shelf, int week, ReplenishmentRecord *record)
{
  GrQty asked = gr_qty_from_double (fmax (shelf->series->values[week], 0)), sold = MIN (asked, shelf->on_hand);

  shelf->on_hand -= sold;
  record->n_weeks++;
  record->n_short += sold < asked;
  record->n_asked += asked > 0;
  record->n_asked_short += sold < asked;
  record->demand += gr_qty_to_double (asked);
  record->lost += gr_qty_to_double (asked - sold);
  record->stock += gr_qty_to_double (shelf->on_hand);
}

static void
judge_level (const Shelf *shelf, int week, GrQty level, ReplenishmentRecord *record)
{
  int last = week + shelf->terms->lead_time_weeks;
  double asked = 0;

  if (last >= shelf->terms->first + shelf->terms->n_weeks)
    return;
  for (int i = week; i <= last; i++)
    asked += fmax (shelf->series->values[i], 0);
  record->n_cycles++;
  record->n_covered += asked <= ceil (gr_qty_to_double (level));
}

/* Shelves begin with what the plan would order up to, a protection period and a week before anything counts. */
static void
run_weeks (Shelf *shelf, ReplenishmentRecord *record)
{
  const ReplenishmentTerms *terms = shelf->terms;
  int begin = MAX (terms->first - terms->lead_time_weeks - 2, 1);
  ReplenishmentRecord ignored = {0};

  for (int week = begin; week < terms->first + terms->n_weeks; week++) {
    ReplenishmentRecord *judged = week >= terms->first ? record : &ignored;
    g_autoptr (GrItemPlan) plan = NULL;

    receive (shelf, monday_of (week));
    plan = plan_week (shelf, week);
    if (week == begin) {
      shelf->on_hand = plan->reorder_point;
    } else if (plan->is_due) {
      GrPlannedReceipt receipt = {.on = plan->suggestions[0].arrive_on, .qty = plan->suggestions[0].qty};

      g_array_append_val (shelf->receipts, receipt);
    }
    if (week >= terms->first)
      judge_level (shelf, week, plan->reorder_point, record);
    sell (shelf, week, judged);
  }
}

/**
 * replenishment_run:
 * @series: weekly demand, at least first + n_weeks long, without unknowns
 * @record: is added to
 *
 * Replays an item's past: every Monday morning goods arrive, the item is forecast from the weeks before, planned, and
 * ordered where its plan says so; then the week's customers come.
 */
void
replenishment_run (const GrSeries *series, const ReplenishmentTerms *terms, ReplenishmentRecord *record)
{
  Shelf shelf = {.series = series, .terms = terms};

  g_return_if_fail (series->n >= (gsize) (terms->first + terms->n_weeks));
  shelf.receipts = g_array_new (FALSE, FALSE, sizeof (GrPlannedReceipt));
  run_weeks (&shelf, record);
  g_array_unref (shelf.receipts);
}

void
replenishment_add (ReplenishmentRecord *sum, const ReplenishmentRecord *record)
{
  sum->n_weeks += record->n_weeks;
  sum->n_short += record->n_short;
  sum->n_asked += record->n_asked;
  sum->n_asked_short += record->n_asked_short;
  sum->n_cycles += record->n_cycles;
  sum->n_covered += record->n_covered;
  sum->demand += record->demand;
  sum->lost += record->lost;
  sum->stock += record->stock;
}
