#include "history-readings.h"

#include "stock-outs.h"

#include "domain/plan/demand-mark.h"
#include "domain/plan/forecast-choice.h"
#include "domain/trade/item.h"
#include "domain/trade/predecessor.h"

static GrHistoryReading *
new_reading (gint64 item_id)
{
  GrHistoryReading *reading = g_new0 (GrHistoryReading, 1);

  reading->item_id = item_id;
  reading->from = GR_DATE_NONE;
  reading->silent = g_array_new (FALSE, FALSE, sizeof (GrDaySpan));
  return reading;
}

static void
free_reading (GrHistoryReading *reading)
{
  g_array_unref (reading->silent);
  g_clear_pointer (&reading->events, g_ptr_array_unref);
  g_free (reading);
}

static GrHistoryReading *
reading_of (GHashTable *readings, gint64 item_id)
{
  GrHistoryReading *reading = g_hash_table_lookup (readings, &item_id);

  if (reading == NULL) {
    reading = new_reading (item_id);
    g_hash_table_insert (readings, &reading->item_id, reading);
  }
  return reading;
}

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const GrDaySpan *left = a, *right = b;

  return (left->from > right->from) - (left->from < right->from);
}

/* Spans that meet become one. */
static void
join_spans (GArray *spans)
{
  guint n = 0;

  g_array_sort (spans, compare_spans);
  for (guint i = 0; i < spans->len; i++) {
    GrDaySpan span = g_array_index (spans, GrDaySpan, i);
    GrDaySpan *last = n > 0 ? &g_array_index (spans, GrDaySpan, n - 1) : NULL;

    if (last != NULL && span.from <= last->before)
      last->before = MAX (last->before, span.before);
    else
      g_array_index (spans, GrDaySpan, n++) = span;
  }
  g_array_set_size (spans, n);
}

static gboolean
is_kept (const GArray *marks, const GrStockOut *stock_out)
{
  for (guint i = 0; i < marks->len; i++) {
    const GrDemandMark *mark = &g_array_index (marks, GrDemandMark, i);

    if (mark->kind == GR_MARK_STOCK_OUT && mark->item_id == stock_out->item_id &&
        mark->starts_on == stock_out->days.from)
      return !mark->is_set_aside;
  }
  return FALSE;
}

static void
add_choices (GHashTable *readings, const GArray *choices)
{
  for (guint i = 0; i < choices->len; i++) {
    const GrForecastChoice *choice = &g_array_index (choices, GrForecastChoice, i);
    GrHistoryReading *chosen = reading_of (readings, choice->item_id);

    chosen->from = choice->history_from;
    chosen->method = choice->method;
  }
}

/* Stock-outs say nothing of demand unless the owner keeps them, outliers only where the owner says so. */
static void
add_silent_days (GHashTable *readings, const GArray *stock_outs, const GArray *marks)
{
  GHashTableIter iter;
  gpointer reading;

  for (guint i = 0; i < stock_outs->len; i++) {
    const GrStockOut *stock_out = &g_array_index (stock_outs, GrStockOut, i);

    if (!is_kept (marks, stock_out))
      g_array_append_val (reading_of (readings, stock_out->item_id)->silent, stock_out->days);
  }
  for (guint i = 0; i < marks->len; i++) {
    const GrDemandMark *mark = &g_array_index (marks, GrDemandMark, i);
    GrDaySpan days = {mark->starts_on, mark->ends_before};

    if (mark->kind == GR_MARK_OUTLIER && mark->is_set_aside)
      g_array_append_val (reading_of (readings, mark->item_id)->silent, days);
  }
  g_hash_table_iter_init (&iter, readings);
  while (g_hash_table_iter_next (&iter, NULL, &reading))
    join_spans (((GrHistoryReading *) reading)->silent);
}

/* Every item that an event touches has a reading. */
static void
add_events (GHashTable *readings, GrEventBook *book, const GPtrArray *items)
{
  for (guint i = 0; i < items->len && !gr_event_book_is_empty (book); i++) {
    const GrItem *item = g_ptr_array_index (items, i);
    g_autoptr (GPtrArray) events = gr_event_book_of_item (book, item->id, item->family);

    if (events->len > 0)
      reading_of (readings, item->id)->events = g_steal_pointer (&events);
  }
}

static void
add_predecessors (GHashTable *readings, const GArray *predecessors)
{
  for (guint i = 0; i < predecessors->len; i++) {
    const GrPredecessor *row = &g_array_index (predecessors, GrPredecessor, i);
    GrHistoryReading *reading = reading_of (readings, row->item_id);

    reading->share = row->share_percent / 100.0;
    reading->predecessor = reading_of (readings, row->predecessor_id);
  }
}

/**
 * gr_history_readings_make:
 *
 * Returns: (transfer full) (element-type gint64 GrHistoryReading): by item number; items of which there is nothing to
 * say are missing. O(decisions + items).
 */
GHashTable *
gr_history_readings_make (const GrHistorySources *sources)
{
  GHashTable *readings = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) free_reading);

  add_choices (readings, sources->choices);
  add_silent_days (readings, sources->stock_outs, sources->marks);
  add_events (readings, sources->book, sources->items);
  add_predecessors (readings, sources->predecessors);
  return readings;
}

/**
 * gr_history_reading_begin:
 * @reading: (nullable): outlives the buckets' filling
 *
 * gr_demand_buckets_init() by the reading.
 */
void
gr_history_reading_begin (
    const GrHistoryReading *reading, GrDemandBuckets *buckets, GrGrain grain, GrDate first_sold_on, GrDate until)
{
  GrDate first = reading != NULL && reading->from != GR_DATE_NONE ? MAX (first_sold_on, MIN (reading->from, until))
                                                                  : first_sold_on;

  gr_demand_buckets_init (buckets, grain, first, until);
  gr_demand_buckets_leave_out (buckets, reading != NULL ? reading->silent : NULL);
}
