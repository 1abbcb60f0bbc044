#include "event-memory.h"

#include "event-lessons.h"

#include "domain/trade/item.h"

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

static void
free_total (gpointer data)
{
  Total *total = data;

  g_hash_table_unref (total->families);
  g_free (total);
}

/**
 * gr_event_memory_new:
 * @rows: (transfer full) (element-type GrEventEffectRow): what events did to the items that will ask, each item's
 *   together
 *
 * Returns: (transfer full): without what events did to others
 */
GrEventMemory *
gr_event_memory_new (GArray *rows)
{
  GrEventMemory *memory = g_new (GrEventMemory, 1);

  memory->rows = rows;
  memory->places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  memory->totals = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_total);
  for (guint i = 0; i < rows->len; i++) {
    const GrEventEffectRow *row = &g_array_index (rows, GrEventEffectRow, i);

    if (!g_hash_table_contains (memory->places, &row->item_id))
      g_hash_table_insert (memory->places, g_memdup2 (&row->item_id, sizeof row->item_id), GUINT_TO_POINTER (i + 1));
  }
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

/**
 * gr_event_memory_rows:
 *
 * Returns: (transfer none) (element-type GrEventEffectRow): what it was made from
 */
const GArray *
gr_event_memory_rows (const GrEventMemory *memory)
{
  return memory->rows;
}

static void
add_tally (GrEventTally *sum, const GrEventTally *tally, int sign)
{
  sum->actual_qty += sign * tally->actual_qty;
  sum->expected_qty += sign * tally->expected_qty;
  sum->n_weeks += sign * tally->n_weeks;
  sum->n_items += sign * tally->n_items;
}

static GrEventTally
tally_of_row (const GrEventEffectRow *row)
{
  return (GrEventTally){row->actual_qty, row->expected_qty, row->n_weeks, 1};
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

/**
 * gr_event_memory_add:
 * @name: the event's key
 * @family: (nullable): a family's name
 * @tally: what it did to items of that family, or of none; the asking ones among them
 */
void
gr_event_memory_add (GrEventMemory *memory, const char *name, const char *family, const GrEventTally *tally)
{
  Total *total = total_of (memory, name);

  add_tally (&total->all, tally, 1);
  if (family != NULL)
    add_tally (tally_of (total, family), tally, 1);
}

/**
 * gr_event_memory_add_up:
 * @items: (element-type GrItem): all of the shop, in order of numbers
 *
 * gr_event_memory_add() of its own rows, where they are those of all items. O(items + rows).
 */
void
gr_event_memory_add_up (GrEventMemory *memory, const GPtrArray *items)
{
  guint at = 0;

  for (guint i = 0; i < items->len; i++) {
    const GrItem *item = g_ptr_array_index (items, i);

    for (; at < memory->rows->len; at++) {
      const GrEventEffectRow *row = &g_array_index (memory->rows, GrEventEffectRow, at);
      GrEventTally tally = tally_of_row (row);

      if (row->item_id != item->id)
        break;
      gr_event_memory_add (memory, row->name, item->family, &tally);
    }
  }
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

/* What it did to others: all but the item itself. */
static GrEventLesson
lesson_of (const GrEventMemory *memory, const GrItem *item, const char *name, const Total *total)
{
  const GrEventTally *family = item->family != NULL ? g_hash_table_lookup (total->families, item->family) : NULL;
  const GrEventEffectRow *own = own_row (memory, item->id, name);
  GrEventLesson lesson = {.elsewhere = total->all};

  if (family != NULL) {
    lesson.family = *family;
    add_tally (&lesson.elsewhere, family, -1);
  }
  if (own != NULL) {
    GrEventTally tally = tally_of_row (own);

    add_tally (family != NULL ? &lesson.family : &lesson.elsewhere, &tally, -1);
  }
  return lesson;
}

/**
 * gr_event_memory_lessons:
 * @events: (nullable) (element-type GrEvent): those that touch the item
 *
 * Returns: (transfer full) (element-type GrEventLesson): what they did to others, without those that nobody knows
 *   anything of
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
