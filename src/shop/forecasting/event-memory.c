#include "event-memory.h"

#include "event-lessons.h"
#include "event-marks.h"
#include "shop/stock/item-history.h"
#include "shop/planning/plan-facts.h"

#include "forecast/influence/event-pool.h"
#include "store/sales/demand-store.h"

#include <math.h>

/* What an event of one name did to all, and to each family; @families by name. */
typedef struct {
  GrEventTally all;
  GHashTable *families;
} Total;

struct _GrEventMemory {
  GArray *rows;       /* GrEventEffectRow, in order of items */
  GHashTable *places; /* of an item's first row, counted from 1 */
  GHashTable *totals; /* Total, by the event's key */
};

/* One ordered reading of demand, past the items in the same order. */
typedef struct {
  const GrEventSources *sources;
  GrEventMemory *memory;
  guint next_facts;
  const GrPlanFacts *facts;  /* (nullable): of the item being read, where events touch it */
  const GrHistoryRule *rule; /* its own */
  GrDemandBuckets weeks;     /* filled from its first sale on */
  gint64 item_id;
} Reading;

static void
free_total (gpointer data)
{
  Total *total = data;

  g_hash_table_unref (total->families);
  g_free (total);
}

static GrEventMemory *
new_memory (void)
{
  GrEventMemory *memory = g_new0 (GrEventMemory, 1);

  memory->rows = gr_event_effect_rows_new();
  memory->places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  memory->totals = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_total);
  return memory;
}

void
gr_event_memory_free (GrEventMemory *memory)
{
  if (memory == NULL)
    return;
  g_array_unref (memory->rows);
  g_hash_table_unref (memory->places);
  g_hash_table_unref (memory->totals);
  g_free (memory);
}

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

/* @weeks: the item's own; finished and cleared */
static void
measure (const GrHistoryRule *rule, GrDemandBuckets *weeks, const GrShopDays *days, GArray *rows)
{
  g_auto (GrEventMarks) marks = {0};
  GrEventEvidence evidence[GR_N_EVENTS];
  gboolean is_added[GR_N_EVENTS] = {0};
  GrSeries series;

  gr_demand_buckets_finish (weeks);
  gr_event_marks_init (&marks, rule->events, GR_GRAIN_WEEK, weeks->start, (const int[]){(int) weeks->n, 0});
  if (marks.codes != NULL) {
    series = gr_demand_buckets_series (weeks);
    series.days = gr_shop_days_from (days, GR_GRAIN_WEEK, weeks->start, (int) weeks->n);
    gr_event_pool_gather (&series, marks.codes, evidence);
  }
  for (int i = 0; i < marks.n && marks.codes != NULL; i++) {
    int code = marks.codes[i];

    if (code != 0 && !is_added[code])
      append_row (rows, rule->item_id, marks.held[i], &evidence[code]);
    is_added[code] = TRUE;
  }
  gr_demand_buckets_clear (weeks);
}

static void
add_to_tally (GrEventTally *tally, const GrEventEffectRow *row, int sign)
{
  tally->actual_qty += sign * row->actual_qty;
  tally->expected_qty += sign * row->expected_qty;
  tally->n_weeks += sign * row->n_weeks;
  tally->n_items += sign;
}

static Total *
total_of (GrEventMemory *memory, const char *name)
{
  Total *total = g_hash_table_lookup (memory->totals, name);

  if (total == NULL) {
    total = g_new0 (Total, 1);
    total->families = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
    g_hash_table_insert (memory->totals, g_strdup (name), total);
  }
  return total;
}

static GrEventTally *
tally_of (Total *total, const char *family)
{
  GrEventTally *tally = g_hash_table_lookup (total->families, family);

  if (tally == NULL) {
    tally = g_new0 (GrEventTally, 1);
    g_hash_table_insert (total->families, g_strdup (family), tally);
  }
  return tally;
}

/* Adds up the rows from @from on, which are one item's. */
static void
add_up (GrEventMemory *memory, const GrItem *item, guint from)
{
  if (memory->rows->len > from)
    g_hash_table_insert (memory->places, g_memdup2 (&item->id, sizeof item->id), GUINT_TO_POINTER (from + 1));
  for (guint i = from; i < memory->rows->len; i++) {
    const GrEventEffectRow *row = &g_array_index (memory->rows, GrEventEffectRow, i);
    Total *total = total_of (memory, row->name);

    add_to_tally (&total->all, row, 1);
    if (item->family != NULL)
      add_to_tally (tally_of (total, item->family), row, 1);
  }
}

static void
finish_item (Reading *reading)
{
  guint from = reading->memory->rows->len;

  if (reading->weeks.values == NULL)
    return;
  measure (reading->rule, &reading->weeks, reading->sources->days, reading->memory->rows);
  add_up (reading->memory, reading->facts->item, from);
}

static gboolean
has_past_events (const GrHistoryRule *rule, GrDate until)
{
  return rule != NULL && rule->events != NULL && rule->events->len > 0 &&
         ((const GrEvent *) g_ptr_array_index (rule->events, 0))->starts_on < until;
}

static void
begin_item (Reading *reading, gint64 item_id)
{
  const GrEventSources *sources = reading->sources;

  reading->item_id = item_id;
  reading->facts = NULL;
  reading->rule = g_hash_table_lookup (sources->histories, &item_id);
  if (!has_past_events (reading->rule, sources->until))
    return;
  for (; reading->next_facts < sources->facts->len; reading->next_facts++) {
    const GrPlanFacts *facts = g_ptr_array_index (sources->facts, reading->next_facts);

    if (facts->item->id < item_id)
      continue;
    reading->facts = facts->item->id == item_id ? facts : NULL;
    return;
  }
}

/* History begins with a sale, not with a return. */
static void
add_day (GrDemandBuckets *weeks, const GrHistoryRule *rule, const GrDemandDay *day, GrDate until)
{
  if (weeks->values == NULL && day->sold_qty == 0)
    return;
  if (weeks->values == NULL)
    gr_history_rule_begin (rule, weeks, GR_GRAIN_WEEK, day->sold_on, until);
  gr_demand_buckets_add (weeks, day->sold_on, day->sold_qty - day->returned_qty);
}

static gboolean
take_day_cb (const GrDemandDay *day, gpointer data)
{
  Reading *reading = data;

  if (reading->item_id != day->item_id) {
    finish_item (reading);
    begin_item (reading, day->item_id);
  }
  if (reading->facts != NULL)
    add_day (&reading->weeks, reading->rule, day, reading->sources->until);
  return TRUE;
}

static gboolean
is_anything_past (const GrEventSources *sources)
{
  GHashTableIter iter;
  gpointer rule;

  g_hash_table_iter_init (&iter, sources->histories);
  while (g_hash_table_iter_next (&iter, NULL, &rule))
    if (has_past_events (rule, sources->until))
      return TRUE;
  return FALSE;
}

/**
 * gr_event_memory_measure:
 *
 * What events did to each item in whole weeks, so that a day's sales change nothing in it: what the item sold itself,
 * with the stock-outs and the days that the owner has set aside left out. O(days of demand), nothing where there was no
 * event yet.
 */
GrEventMemory *
gr_event_memory_measure (GrDatabase *database, const GrEventSources *sources, GError **error)
{
  g_autoptr (GrEventMemory) memory = new_memory();
  Reading reading = {.sources = sources, .memory = memory};
  gboolean is_read;

  if (!is_anything_past (sources))
    return g_steal_pointer (&memory);
  is_read = gr_demand_store_each (database, G_MININT32 + 1, sources->until, take_day_cb, &reading, error);
  if (is_read)
    finish_item (&reading);
  gr_demand_buckets_clear (&reading.weeks);
  return is_read ? g_steal_pointer (&memory) : NULL;
}

/* (nullable): what the event did to the item itself */
static const GrEventEffectRow *
own_row (const GrEventMemory *memory, gint64 item_id, const char *name)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (memory->places, &item_id));

  for (guint i = place; place > 0 && i <= memory->rows->len; i++) {
    const GrEventEffectRow *row = &g_array_index (memory->rows, GrEventEffectRow, i - 1);

    if (row->item_id != item_id)
      break;
    if (g_str_equal (row->name, name))
      return row;
  }
  return NULL;
}

/* As gr_event_effect_store_others() would tell. */
static GrEventLesson
lesson_of (const GrEventMemory *memory, const GrItem *item, const char *name, const Total *total)
{
  const GrEventTally *family = item->family != NULL ? g_hash_table_lookup (total->families, item->family) : NULL;
  const GrEventEffectRow *own = own_row (memory, item->id, name);
  GrEventLesson lesson = {.elsewhere = total->all};

  if (family != NULL) {
    lesson.family = *family;
    lesson.elsewhere.actual_qty -= family->actual_qty;
    lesson.elsewhere.expected_qty -= family->expected_qty;
    lesson.elsewhere.n_weeks -= family->n_weeks;
    lesson.elsewhere.n_items -= family->n_items;
  }
  if (own != NULL)
    add_to_tally (family != NULL ? &lesson.family : &lesson.elsewhere, own, -1);
  return lesson;
}

/**
 * gr_event_memory_lessons:
 * @events: (nullable) (element-type GrEvent): those that touch the item
 *
 * Returns: (transfer full) (element-type GrEventLesson): what they did to others, without those that nobody knows
 *   anything of; what gr_event_lessons_load() reads from the file once it is saved
 */
GArray *
gr_event_memory_lessons (const GrEventMemory *memory, const GrItem *item, const GPtrArray *events)
{
  GArray *lessons = gr_event_lessons_new();
  g_autoptr (GPtrArray) names = g_hash_table_size (memory->totals) > 0 ? gr_event_names (events) : NULL;

  for (guint i = 0; names != NULL && i < names->len; i++) {
    const Total *total = g_hash_table_lookup (memory->totals, names->pdata[i]);
    GrEventLesson lesson;

    if (total == NULL)
      continue;
    lesson = lesson_of (memory, item, names->pdata[i], total);
    if (lesson.family.n_items + lesson.elsewhere.n_items == 0)
      continue;
    lesson.name = g_strdup (names->pdata[i]);
    g_array_append_val (lessons, lesson);
  }
  return lessons;
}

/**
 * gr_event_memory_save:
 *
 * Inside a transaction.
 */
gboolean
gr_event_memory_save (const GrEventMemory *memory, GrDatabase *database, GError **error)
{
  return gr_event_effect_store_replace_all (database, memory->rows, error);
}

/* @sold: (element-type GrDemandDay): the item's days */
static void
measure_item (const GrHistoryRule *rule, const GArray *sold, const GrEventSources *sources, GArray *rows)
{
  GrDemandBuckets weeks = {0};

  for (guint i = 0; i < sold->len; i++)
    add_day (&weeks, rule, &g_array_index (sold, GrDemandDay, i), sources->until);
  if (weeks.values != NULL)
    measure (rule, &weeks, sources->days, rows);
}

/**
 * gr_event_memory_renew:
 * @rule: of the item
 *
 * Measures anew what events did to one item, for others to learn from. Inside a transaction. O(days it was sold on).
 */
gboolean
gr_event_memory_renew (GrDatabase *database, const GrHistoryRule *rule, GrDate today, GError **error)
{
  g_autoptr (GArray) rows = gr_event_effect_rows_new();
  g_autoptr (GArray) sold = NULL;
  g_autoptr (GrShopDays) days = NULL;
  GrEventSources sources = {0};

  if (!gr_history_find_end (database, today, &sources.until, error))
    return FALSE;
  if (has_past_events (rule, sources.until)) {
    sources.days = days = gr_shop_days_load (database, sources.until, error);
    sold =
        days != NULL ? gr_demand_store_of_item (database, rule->item_id, G_MININT32 + 1, sources.until, error) : NULL;
    if (sold == NULL)
      return FALSE;
    measure_item (rule, sold, &sources, rows);
  }
  return gr_event_effect_store_replace_item (database, rule->item_id, rows, error);
}
