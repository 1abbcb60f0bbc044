#include "fixture.h"

#include "store/plans/event-effect-store.h"
#include "store/catalogue/family-store.h"

/* Tea and coffee are drinks; bread is of no family. */
typedef struct {
  Fixture base;
  gint64 tea, coffee, bread;
} Items;

static void
set_up (Items *items, gconstpointer data)
{
  GrFamily family = {.name = (char *) "Drinks"};

  fixture_set_up (&items->base, data);
  fixture_begin (&items->base, "Drinks");
  items->tea = fixture_add_item (&items->base, "TEA", "Tea");
  items->coffee = fixture_add_item (&items->base, "COFFEE", "Coffee");
  items->bread = fixture_add_item (&items->base, "BREAD", "Bread");
  g_assert_true (gr_family_store_save (items->base.database, &family, NULL));
  fixture_number (&items->base, "UPDATE item SET family_id = 1 WHERE code IN ('TEA', 'COFFEE') RETURNING id");
  fixture_finish (&items->base);
}

static void
tear_down (Items *items, gconstpointer data)
{
  fixture_assert_clean (&items->base);
  fixture_tear_down (&items->base, data);
}

static void
add (GArray *rows, const char *name, gint64 item_id, int units)
{
  GrEventEffectRow row = {g_strdup (name), item_id, gr_qty_from_units (2 * units), gr_qty_from_units (units), 3};

  g_array_append_val (rows, row);
}

static void
save (Items *items)
{
  g_autoptr (GArray) rows = gr_event_effect_rows_new();
  g_autoptr (GError) error = NULL;

  add (rows, "fair", items->tea, 10);
  add (rows, "fair", items->coffee, 20);
  add (rows, "fair", items->bread, 40);
  add (rows, "feast", items->bread, 80);
  gr_database_begin (items->base.database, &error);
  gr_event_effect_store_replace_all (items->base.database, rows, &error);
  gr_database_commit (items->base.database, &error);
  g_assert_no_error (error);
}

static void
assert_others (Items *items, const char *name, gint64 item_id, int family, int elsewhere)
{
  GrEventTally near_by, far;

  g_assert_true (gr_event_effect_store_others (items->base.database, name, item_id, &near_by, &far, NULL));
  g_assert_cmpint (near_by.expected_qty, ==, gr_qty_from_units (family));
  g_assert_cmpint (near_by.actual_qty, ==, gr_qty_from_units (2 * family));
  g_assert_cmpint (far.expected_qty, ==, gr_qty_from_units (elsewhere));
  g_assert_cmpint (near_by.n_weeks, ==, 3 * near_by.n_items);
  g_assert_cmpint (far.n_weeks, ==, 3 * far.n_items);
}

static void
test_others_are_told_apart (Items *items, gconstpointer data)
{
  assert_others (items, "fair", items->tea, 0, 0);
  save (items);
  save (items); /* takes the place of the ones before */
  assert_others (items, "fair", items->tea, 20, 40);
  assert_others (items, "fair", items->coffee, 10, 40);
  assert_others (items, "fair", items->bread, 0, 30);
  assert_others (items, "feast", items->tea, 0, 80);
  assert_others (items, "feast", items->bread, 0, 0);
  assert_others (items, "lent", items->tea, 0, 0);
}

static void
test_one_item_is_renewed (Items *items, gconstpointer data)
{
  g_autoptr (GArray) rows = gr_event_effect_rows_new();

  save (items);
  add (rows, "lent", items->coffee, 5);
  g_assert_true (gr_database_begin (items->base.database, NULL));
  g_assert_true (gr_event_effect_store_replace_item (items->base.database, items->coffee, rows, NULL));
  g_assert_true (gr_database_commit (items->base.database, NULL));
  assert_others (items, "fair", items->tea, 0, 40);
  assert_others (items, "lent", items->tea, 5, 0);
}

#define TEST(path, function) g_test_add (path, Items, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/event-effect-store/others", test_others_are_told_apart);
  TEST ("/event-effect-store/item", test_one_item_is_renewed);
  return g_test_run();
}
