#include "event-effects.h"

#include "event-marks.h"

#include "domain/plan/event-effect.h"
#include "forecast/influence/event-pool.h"

#include <math.h>

static void
append_row (GArray *rows, gint64 item_id, const GrEvent *event, const GrEventEvidence *evidence)
{
  GrEventEffectRow row = {.item_id = item_id, .n_weeks = evidence->n};

  row.actual_qty = llround (evidence->actual * GR_QTY_ONE);
  row.expected_qty = llround (evidence->expected * GR_QTY_ONE);
  if (row.n_weeks == 0 || row.expected_qty <= 0)
    return;
  row.name = gr_event_key (event);
  g_array_append_val (rows, row);
}

/* @weeks: the item's own, finished */
static void
measure (const GrHistoryReading *reading, const GrDemandBuckets *weeks, const GrShopDays *days, GArray *rows)
{
  g_auto (GrEventMarks) marks = {0};
  GrEventEvidence evidence[GR_N_EVENTS];
  gboolean is_added[GR_N_EVENTS] = {0};
  GrSeries series;

  gr_event_marks_init (&marks, reading->events, GR_GRAIN_WEEK, weeks->start, (const int[]){(int) weeks->n, 0});
  if (marks.codes != NULL) {
    series = gr_demand_buckets_series (weeks);
    series.days = gr_shop_days_from (days, GR_GRAIN_WEEK, weeks->start, (int) weeks->n);
    gr_event_pool_gather (&series, marks.codes, evidence);
  }
  for (int i = 0; i < marks.n && marks.codes != NULL; i++) {
    int code = marks.codes[i];

    if (code != 0 && !is_added[code])
      append_row (rows, reading->item_id, marks.held[i], &evidence[code]);
    is_added[code] = TRUE;
  }
}

static gboolean
has_past_events (const GrHistoryReading *reading, GrDate until)
{
  return reading != NULL && reading->events != NULL && reading->events->len > 0 &&
         ((const GrEvent *) g_ptr_array_index (reading->events, 0))->starts_on < until;
}

/**
 * gr_event_effects_measure:
 * @item: what it sold, and how it is to be read
 * @days: on which the shop is open
 * @until: the first day that is not history yet
 * @rows: (element-type GrEventEffectRow): what is found is added to them
 *
 * What events did to an item in whole weeks, so that a day's sales change nothing in it: what the item sold itself, not
 * what it was lent, with the stock-outs and the days that the owner has set aside left out. O(its days of demand),
 * nothing where there was no event yet.
 */
void
gr_event_effects_measure (const GrItemHistory *item, const GrShopDays *days, GrDate until, GArray *rows)
{
  GrItemSales sales = gr_sold_days_of (item->sold, item->item_id, until);
  GrDemandBuckets weeks = {0};

  if (!has_past_events (item->reading, until) || sales.first == sales.n)
    return;
  gr_history_reading_begin (item->reading, &weeks, GR_GRAIN_WEEK, sales.days[sales.first].on, until);
  for (gsize i = sales.first; i < sales.n; i++)
    gr_demand_buckets_add (&weeks, sales.days[i].on, sales.days[i].net_qty);
  gr_demand_buckets_finish (&weeks);
  measure (item->reading, &weeks, days, rows);
  gr_demand_buckets_clear (&weeks);
}
