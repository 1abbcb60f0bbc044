#include "history-rules.h"

#include "event-book.h"

#include "store/plans/forecast-choice-store.h"
#include "store/catalogue/item-store.h"
#include "store/catalogue/predecessor-store.h"

/* Of items that take each other's places; a file with a ring of them is read up to here. */
#define MOST_PREDECESSORS 16

/* What the file says, of one item or of all: each in order of items. */
typedef struct {
  GPtrArray *choices; /* GrForecastChoiceRow */
  GArray *marks;      /* GrDemandMark */
  GArray *stock_outs; /* GrStockOut */
} Sources;

static void
clear_sources (Sources *sources)
{
  g_clear_pointer (&sources->choices, g_ptr_array_unref);
  g_clear_pointer (&sources->marks, g_array_unref);
  g_clear_pointer (&sources->stock_outs, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sources, clear_sources)

static GrHistoryRule *
new_rule (gint64 item_id)
{
  GrHistoryRule *rule = g_new0 (GrHistoryRule, 1);

  rule->item_id = item_id;
  rule->from = GR_DATE_NONE;
  rule->silent = g_array_new (FALSE, FALSE, sizeof (GrDaySpan));
  return rule;
}

void
gr_history_rule_free (GrHistoryRule *rule)
{
  if (rule == NULL)
    return;
  g_array_unref (rule->silent);
  g_clear_pointer (&rule->events, g_ptr_array_unref);
  gr_history_rule_free (rule->predecessor);
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

static GHashTable *
make_rules (const Sources *sources)
{
  GHashTable *rules = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) gr_history_rule_free);
  GHashTableIter iter;
  gpointer rule;

  for (guint i = 0; i < sources->choices->len; i++) {
    const GrForecastChoiceRow *choice = g_ptr_array_index (sources->choices, i);
    GrHistoryRule *chosen = rule_of (rules, choice->item_id);

    chosen->from = choice->history_from;
    if (choice->method == NULL || !gr_forecast_method_from_id (choice->method, &chosen->method))
      chosen->method = GR_METHOD_AUTOMATIC;
  }
  for (guint i = 0; i < sources->stock_outs->len; i++) {
    const GrStockOut *stock_out = &g_array_index (sources->stock_outs, GrStockOut, i);

    if (!is_kept (sources->marks, stock_out))
      g_array_append_val (rule_of (rules, stock_out->item_id)->silent, stock_out->days);
  }
  for (guint i = 0; i < sources->marks->len; i++) {
    const GrDemandMark *mark = &g_array_index (sources->marks, GrDemandMark, i);
    GrDaySpan days = {mark->starts_on, mark->ends_before};

    if (mark->kind == GR_MARK_OUTLIER && mark->is_set_aside)
      g_array_append_val (rule_of (rules, mark->item_id)->silent, days);
  }
  g_hash_table_iter_init (&iter, rules);
  while (g_hash_table_iter_next (&iter, NULL, &rule))
    join_spans (((GrHistoryRule *) rule)->silent);
  return rules;
}

static gboolean
load_decisions (Sources *sources, GrDatabase *database, gint64 item_id, GError **error)
{
  sources->choices = gr_forecast_choice_store_list (database, item_id, error);
  sources->marks = sources->choices != NULL ? gr_demand_mark_store_list (database, item_id, error) : NULL;
  return sources->marks != NULL;
}

/* Every item that an event touches has a rule. */
static gboolean
add_events (GHashTable *rules, GrDatabase *database, GError **error)
{
  g_autoptr (GrEventBook) book = gr_event_book_load (database, error);
  g_autoptr (GPtrArray) items = NULL;

  if (book == NULL || gr_event_book_is_empty (book))
    return book != NULL;
  items = gr_item_store_list (database, error);
  for (guint i = 0; items != NULL && i < items->len; i++) {
    const GrItem *item = g_ptr_array_index (items, i);
    g_autoptr (GPtrArray) events = gr_event_book_of_item (book, item->id, item->family);

    if (events->len > 0)
      rule_of (rules, item->id)->events = g_steal_pointer (&events);
  }
  return items != NULL;
}

static gboolean
add_events_of_item (GrHistoryRule *rule, GrDatabase *database, GError **error)
{
  g_autoptr (GrEventBook) book = gr_event_book_load (database, error);
  g_autoptr (GrItem) item = NULL;

  if (book == NULL || gr_event_book_is_empty (book))
    return book != NULL;
  item = gr_item_store_by_id (database, rule->item_id, error);
  if (item != NULL)
    rule->events = gr_event_book_of_item (book, item->id, item->family);
  return item != NULL;
}

static GrHistoryRule *load_one (GrDatabase *database, gint64 item_id, GrDate until, int n_later, GError **error);

/* @item_id: 0 for those of all items; @n_later: items that have taken its place */
static gboolean
add_predecessors (GHashTable *rules, GrDatabase *database, gint64 item_id, GrDate until, int n_later, GError **error)
{
  g_autoptr (GArray) rows = gr_predecessor_store_list (database, item_id, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++) {
    const GrPredecessor *row = &g_array_index (rows, GrPredecessor, i);
    GrHistoryRule *rule = rule_of (rules, row->item_id);

    rule->share = row->share_percent / 100.0;
    rule->predecessor = load_one (database, row->predecessor_id, until, n_later + 1, error);
    if (rule->predecessor == NULL)
      return FALSE;
  }
  return rows != NULL;
}

/**
 * gr_history_rules_load_all:
 * @until: the first day that is not history yet
 *
 * Returns: (element-type gint64 GrHistoryRule): by item number; items of which there is nothing to say are missing.
 *   O(moves + decisions).
 */
GHashTable *
gr_history_rules_load_all (GrDatabase *database, GrDate until, GError **error)
{
  g_auto (Sources) sources = {NULL};
  g_autoptr (GHashTable) rules = NULL;

  if (!load_decisions (&sources, database, 0, error))
    return NULL;
  sources.stock_outs = gr_stock_outs_of_all (database, until, error);
  if (sources.stock_outs == NULL)
    return NULL;
  rules = make_rules (&sources);
  if (!add_events (rules, database, error) || !add_predecessors (rules, database, 0, until, 0, error))
    return NULL;
  return g_steal_pointer (&rules);
}

static GrHistoryRule *
load_one (GrDatabase *database, gint64 item_id, GrDate until, int n_later, GError **error)
{
  g_auto (Sources) sources = {NULL};
  g_autoptr (GHashTable) rules = NULL;
  g_autoptr (GrHistoryRule) found = NULL;
  gpointer rule = NULL;

  if (!load_decisions (&sources, database, item_id, error))
    return NULL;
  sources.stock_outs = gr_stock_outs_of_item (database, item_id, until, error);
  if (sources.stock_outs == NULL)
    return NULL;
  rules = make_rules (&sources);
  if (n_later < MOST_PREDECESSORS && !add_predecessors (rules, database, item_id, until, n_later, error))
    return NULL;
  found = g_hash_table_steal_extended (rules, &item_id, NULL, &rule) ? rule : new_rule (item_id);
  return add_events_of_item (found, database, error) ? g_steal_pointer (&found) : NULL;
}

/**
 * gr_history_rule_load:
 *
 * Returns: (transfer full): one item's, and its predecessors'; %NULL only with @error set. O(their moves).
 */
GrHistoryRule *
gr_history_rule_load (GrDatabase *database, gint64 item_id, GrDate until, GError **error)
{
  return load_one (database, item_id, until, 0, error);
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
