#include "history-rules.h"

#include "stock-outs.h"

#include "domain/plan/demand-mark.h"
#include "domain/plan/forecast-choice.h"
#include "domain/trade/item.h"
#include "domain/trade/predecessor.h"

static GrHistoryRule *
new_rule (gint64 item_id)
{
  GrHistoryRule *rule = g_new0 (GrHistoryRule, 1);

  rule->item_id = item_id;
  rule->from = GR_DATE_NONE;
  rule->silent = g_array_new (FALSE, FALSE, sizeof (GrDaySpan));
  return rule;
}

static void
free_rule (GrHistoryRule *rule)
{
  g_array_unref (rule->silent);
  g_clear_pointer (&rule->events, g_ptr_array_unref);
  g_free (rule);
}

static GrHistoryRule *
rule_of (GHashTable *rules, gint64 item_id)
{
  GrHistoryRule *rule = g_hash_table_lookup (rules, &item_id);

  if (rule == NULL) {
    rule = new_rule (item_id);
    g_hash_table_insert (rules, &rule->item_id, rule);
  }
  return rule;
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
add_choices (GHashTable *rules, const GArray *choices)
{
  for (guint i = 0; i < choices->len; i++) {
    const GrForecastChoice *choice = &g_array_index (choices, GrForecastChoice, i);
    GrHistoryRule *chosen = rule_of (rules, choice->item_id);

    chosen->from = choice->history_from;
    chosen->method = choice->method;
  }
}

/* Stock-outs say nothing of demand unless the owner keeps them, outliers only where the owner says so. */
static void
add_silent_days (GHashTable *rules, const GArray *stock_outs, const GArray *marks)
{
  GHashTableIter iter;
  gpointer rule;

  for (guint i = 0; i < stock_outs->len; i++) {
    const GrStockOut *stock_out = &g_array_index (stock_outs, GrStockOut, i);

    if (!is_kept (marks, stock_out))
      g_array_append_val (rule_of (rules, stock_out->item_id)->silent, stock_out->days);
  }
  for (guint i = 0; i < marks->len; i++) {
    const GrDemandMark *mark = &g_array_index (marks, GrDemandMark, i);
    GrDaySpan days = {mark->starts_on, mark->ends_before};

    if (mark->kind == GR_MARK_OUTLIER && mark->is_set_aside)
      g_array_append_val (rule_of (rules, mark->item_id)->silent, days);
  }
  g_hash_table_iter_init (&iter, rules);
  while (g_hash_table_iter_next (&iter, NULL, &rule))
    join_spans (((GrHistoryRule *) rule)->silent);
}

/* Every item that an event touches has a rule. */
static void
add_events (GHashTable *rules, GrEventBook *book, const GPtrArray *items)
{
  for (guint i = 0; i < items->len && !gr_event_book_is_empty (book); i++) {
    const GrItem *item = g_ptr_array_index (items, i);
    g_autoptr (GPtrArray) events = gr_event_book_of_item (book, item->id, item->family);

    if (events->len > 0)
      rule_of (rules, item->id)->events = g_steal_pointer (&events);
  }
}

static void
add_predecessors (GHashTable *rules, const GArray *predecessors)
{
  for (guint i = 0; i < predecessors->len; i++) {
    const GrPredecessor *row = &g_array_index (predecessors, GrPredecessor, i);
    GrHistoryRule *rule = rule_of (rules, row->item_id);

    rule->share = row->share_percent / 100.0;
    rule->predecessor = rule_of (rules, row->predecessor_id);
  }
}

/**
 * gr_history_rules_make:
 *
 * Returns: (transfer full) (element-type gint64 GrHistoryRule): by item number; items of which there is nothing to say
 *   are missing. O(decisions + items).
 */
GHashTable *
gr_history_rules_make (const GrHistorySources *sources)
{
  GHashTable *rules = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) free_rule);

  add_choices (rules, sources->choices);
  add_silent_days (rules, sources->stock_outs, sources->marks);
  add_events (rules, sources->book, sources->items);
  add_predecessors (rules, sources->predecessors);
  return rules;
}

/**
 * gr_history_rule_begin:
 * @rule: (nullable): outlives the buckets' filling
 *
 * gr_demand_buckets_init() by the rule.
 */
void
gr_history_rule_begin (
    const GrHistoryRule *rule, GrDemandBuckets *buckets, GrGrain grain, GrDate first_sold_on, GrDate until)
{
  GrDate first =
      rule != NULL && rule->from != GR_DATE_NONE ? MAX (first_sold_on, MIN (rule->from, until)) : first_sold_on;

  gr_demand_buckets_init (buckets, grain, first, until);
  gr_demand_buckets_leave_out (buckets, rule != NULL ? rule->silent : NULL);
}
