#include "known-events.h"

#include "load-recipe.h"
#include "shop/base/shop-private.h"

#include "demand/event/event-book.h"
#include "demand/event/event-marks.h"
#include "demand/history/demand-buckets.h"
#include "forecast/influence/events.h"
#include "store/sales/demand-store.h"
#include "store/plans/event-store.h"

#include <math.h>

/* The weeks of all that an event touches, and what each event did to them. */
typedef struct {
  GrEventMarks marks;
  GPtrArray *events;
  double ratios[GR_N_EVENTS];
  int counts[GR_N_EVENTS];
} Scope;

static void
free_scope (gpointer data)
{
  Scope *scope = data;

  gr_event_marks_clear (&scope->marks);
  g_ptr_array_unref (scope->events);
  g_free (scope);
}

/* @days: (element-type GrDemandDay): one a day */
static void
measure (Scope *scope, const GArray *days, GrDate until)
{
  GrDate first = days->len > 0 ? g_array_index (days, GrDemandDay, 0).sold_on : until;
  GrDemandBuckets weeks;

  gr_demand_buckets_init (&weeks, GR_GRAIN_WEEK, first, until);
  for (guint i = 0; i < days->len; i++) {
    const GrDemandDay *day = &g_array_index (days, GrDemandDay, i);

    gr_demand_buckets_add (&weeks, day->sold_on, day->sold_qty - day->returned_qty);
  }
  gr_demand_buckets_finish (&weeks);
  gr_event_marks_init (&scope->marks, scope->events, GR_GRAIN_WEEK, weeks.start, (const int[]){(int) weeks.n, 0});
  if (scope->marks.codes != NULL)
    gr_events_measure (weeks.values, (int) weeks.n, scope->marks.codes, scope->ratios, scope->counts);
  gr_demand_buckets_clear (&weeks);
}

static Scope *
find_scope (GrShop *shop, GHashTable *scopes, GrEventBook *book, const GrEvent *event, GError **error)
{
  g_autofree char *key =
      g_strdup_printf ("%" G_GINT64_FORMAT " %s", event->item_id, event->family != NULL ? event->family : "");
  Scope *scope = g_hash_table_lookup (scopes, key);
  g_autoptr (GArray) days = NULL;
  GrPastSpan span;

  if (scope != NULL)
    return scope;
  if (!gr_past_span_load (gr_shop_database (shop), gr_shop_today (shop), &span, error))
    return NULL;
  days = gr_demand_store_of_many (gr_shop_database (shop), event->item_id, event->family, error);
  if (days == NULL)
    return NULL;
  scope = g_new0 (Scope, 1);
  scope->events = gr_event_book_of_item (book, event->item_id, event->family);
  measure (scope, days, span.until);
  g_hash_table_insert (scopes, g_steal_pointer (&key), scope);
  return scope;
}

static GrEventRecord *
record_of (const Scope *scope, const GrEvent *event)
{
  GrEventRecord *record = g_new0 (GrEventRecord, 1);

  record->event = gr_event_copy (event);
  record->lift = NAN;
  for (int i = 0; i < scope->marks.n && scope->marks.codes != NULL; i++) {
    int code = scope->marks.codes[i];

    if (code == 0 || !gr_event_is_same (scope->marks.held[i], event))
      continue;
    record->n_weeks = scope->counts[code];
    record->lift = record->n_weeks > 0 ? scope->ratios[code] - 1 : NAN;
    break;
  }
  return record;
}

/**
 * gr_shop_event_records:
 *
 * All events with what they were measured to do: how the weeks of each name that are past compare, over all items that
 * it touches, to the weeks around. O(days of demand of all that events touch): a job for another thread in a big shop.
 *
 * Returns: (element-type GrEventRecord): latest first
 */
GPtrArray *
gr_shop_event_records (GrShop *shop, GError **error)
{
  GrDatabase *database = gr_shop_database (shop);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) gr_event_record_free);
  g_autoptr (GHashTable) scopes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_scope);
  g_autoptr (GrEventBook) book = gr_event_book_load (database, error);
  g_autoptr (GPtrArray) events = book != NULL ? gr_event_store_list (database, error) : NULL;

  if (events == NULL)
    return NULL;
  for (guint i = events->len; i > 0; i--) {
    const GrEvent *event = g_ptr_array_index (events, i - 1);
    const Scope *scope = find_scope (shop, scopes, book, event, error);

    if (scope == NULL)
      return NULL;
    g_ptr_array_add (records, record_of (scope, event));
  }
  return g_steal_pointer (&records);
}

GrEvent *
gr_shop_event (GrShop *shop, gint64 id, GError **error)
{
  return gr_event_store_by_id (gr_shop_database (shop), id, error);
}
