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
  g_autoptr (GrItemSet) all = gr_item_set_new_all();
  g_autoptr (GArray) rows = gr_event_effect_rows_new();
  g_autoptr (GError) error = NULL;

  add (rows, "fair", items->tea, 10);
  add (rows, "fair", items->coffee, 20);
  add (rows, "fair", items->bread, 40);
  add (rows, "feast", items->bread, 80);
  gr_database_begin (items->base.database, &error);
  gr_event_effect_store_replace (items->base.database, all, rows, &error);
  gr_database_commit (items->base.database, &error);
  g_assert_no_error (error);
}

static void
write_total_cb (const char *name, const char *family, const GrEventTally *tally, gpointer text)
{
  g_assert_cmpint (tally->actual_qty, ==, 2 * tally->expected_qty);
  g_assert_cmpint (tally->n_weeks, ==, 3 * tally->n_items);
  g_string_append_printf (
      text, "%s/%s:%g ", name, family != NULL ? family : "", gr_qty_to_double (tally->expected_qty));
}

/* @names: up to %NULL */
static void
assert_totals (Items *items, const char *const *names, const char *expected)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new();
  g_autoptr (GString) text = g_string_new (NULL);

  for (int i = 0; names[i] != NULL; i++)
    g_ptr_array_add (keys, (gpointer) names[i]);
  g_assert_true (gr_event_effect_store_totals (items->base.database, keys, write_total_cb, text, NULL));
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_families_are_told_apart (Items *items, gconstpointer data)
{
  assert_totals (items, (const char *const[]){"fair", NULL}, "");
  save (items);
  save (items); /* takes the place of the ones before */
  assert_totals (items, (const char *const[]){"fair", NULL}, "fair/:40 fair/Drinks:30 ");
  assert_totals (items, (const char *const[]){"lent", "feast", "fair", NULL}, "fair/:40 fair/Drinks:30 feast/:80 ");
  assert_totals (items, (const char *const[]){"a \"b\" \\c", NULL}, "");
}

static void
test_one_item_is_renewed (Items *items, gconstpointer data)
{
  g_autoptr (GArray) rows = gr_event_effect_rows_new();
  g_autoptr (GArray) own = NULL;
  g_autoptr (GrItemSet) coffee = gr_item_set_new_one (items->coffee);

  save (items);
  add (rows, "a \"b\" \\c", items->coffee, 5);
  g_assert_true (gr_database_begin (items->base.database, NULL));
  g_assert_true (gr_event_effect_store_replace (items->base.database, coffee, rows, NULL));
  g_assert_true (gr_database_commit (items->base.database, NULL));
  assert_totals (items, (const char *const[]){"fair", NULL}, "fair/:40 fair/Drinks:10 ");
  assert_totals (items, (const char *const[]){"a \"b\" \\c", NULL}, "a \"b\" \\c/Drinks:5 ");
  own = gr_event_effect_store_list (items->base.database, coffee, NULL);
  g_assert_cmpuint (own->len, ==, 1);
  g_assert_cmpint (g_array_index (own, GrEventEffectRow, 0).n_weeks, ==, 3);
}

#define TEST(path, function) g_test_add (path, Items, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/event-effect-store/others", test_families_are_told_apart);
  TEST ("/event-effect-store/item", test_one_item_is_renewed);
  return g_test_run();
}
