#include "demand/event/event-lessons.h"
#include "demand/event/event-memory.h"

static void
add_row (GArray *rows, const char *name, gint64 item_id, int units)
{
  GrEventEffectRow row = {g_strdup (name), item_id, gr_qty_from_units (2 * units), gr_qty_from_units (units), 3};

  g_array_append_val (rows, row);
}

static GrItem *
new_item (gint64 id, const char *family)
{
  GrItem *item = gr_item_new();

  item->id = id;
  item->family = g_strdup (family);
  return item;
}

static GPtrArray *
new_items (void)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) gr_item_free);

  g_ptr_array_add (items, new_item (1, "Drinks"));
  g_ptr_array_add (items, new_item (2, "Drinks"));
  g_ptr_array_add (items, new_item (3, NULL));
  return items;
}

static GPtrArray *
new_fair (void)
{
  GPtrArray *events = g_ptr_array_new_with_free_func ((GDestroyNotify) gr_event_free);
  GrEvent *event = gr_event_new();

  event->name = g_strdup ("Fair");
  g_ptr_array_add (events, event);
  return events;
}

static void
assert_lesson (const GrEventMemory *memory, const GrItem *item, int family, int elsewhere)
{
  g_autoptr (GPtrArray) events = new_fair();
  g_autoptr (GArray) lessons = gr_event_memory_lessons (memory, item, events);
  const GrEventLesson *lesson = gr_event_lessons_find (lessons, events->pdata[0]);

  g_assert_nonnull (lesson);
  g_assert_cmpint (lesson->family.expected_qty, ==, gr_qty_from_units (family));
  g_assert_cmpint (lesson->elsewhere.expected_qty, ==, gr_qty_from_units (elsewhere));
  g_assert_cmpint (lesson->elsewhere.n_weeks, ==, 3 * lesson->elsewhere.n_items);
}

/* Nobody learns from itself; items without a family are no family. */
static void
test_others_are_told_apart (void)
{
  g_autoptr (GPtrArray) items = new_items(), other = g_ptr_array_new();
  GArray *rows = gr_event_effect_rows_new();
  g_autoptr (GrEventMemory) memory = NULL;
  g_autoptr (GArray) none = NULL;

  add_row (rows, "fair", 1, 10);
  add_row (rows, "fair", 2, 20);
  add_row (rows, "fair", 3, 40);
  memory = gr_event_memory_new (rows);
  gr_event_memory_add_up (memory, items);
  assert_lesson (memory, items->pdata[0], 20, 40);
  assert_lesson (memory, items->pdata[1], 10, 40);
  assert_lesson (memory, items->pdata[2], 0, 30);
  none = gr_event_memory_lessons (memory, items->pdata[0], other);
  g_assert_cmpuint (none->len, ==, 0);
}

/* The same comes of totals that the item itself is among, and of what it is measured to have done since. */
static void
test_totals_stand_for_all_others (void)
{
  g_autoptr (GPtrArray) items = new_items();
  g_autoptr (GPtrArray) events = new_fair();
  GArray *rows = gr_event_effect_rows_new();
  GrEventTally drinks = {gr_qty_from_units (60), gr_qty_from_units (30), 6, 2};
  GrEventTally old = {-gr_qty_from_units (20), -gr_qty_from_units (10), -3, -1};
  GrEventTally new = {gr_qty_from_units (50), gr_qty_from_units (25), 3, 1};
  g_autoptr (GrEventMemory) memory = NULL;

  add_row (rows, "fair", 1, 25);
  memory = gr_event_memory_new (rows);
  gr_event_memory_add (memory, "fair", "Drinks", &drinks);
  gr_event_memory_add (memory, "fair", "Drinks", &old);
  gr_event_memory_add (memory, "fair", "Drinks", &new);
  assert_lesson (memory, items->pdata[0], 20, 0);
  assert_lesson (memory, items->pdata[2], 0, 45);
}

/* What only the item itself knows of teaches it nothing. */
static void
test_nothing_is_learnt_alone (void)
{
  g_autoptr (GPtrArray) items = new_items();
  g_autoptr (GPtrArray) events = new_fair();
  GArray *rows = gr_event_effect_rows_new();
  g_autoptr (GrEventMemory) memory = NULL;
  g_autoptr (GArray) lessons = NULL;

  add_row (rows, "fair", 1, 10);
  memory = gr_event_memory_new (rows);
  gr_event_memory_add_up (memory, items);
  lessons = gr_event_memory_lessons (memory, items->pdata[0], events);
  g_assert_cmpuint (lessons->len, ==, 0);
  assert_lesson (memory, items->pdata[1], 10, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/event-memory/apart", test_others_are_told_apart);
  g_test_add_func ("/event-memory/totals", test_totals_stand_for_all_others);
  g_test_add_func ("/event-memory/alone", test_nothing_is_learnt_alone);
  return g_test_run();
}
