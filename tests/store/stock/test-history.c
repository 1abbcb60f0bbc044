#include "fixture.h"
#include "random-deed.h"

#include "store/stock/ledger-store.h"

#define TEST(name, func) g_test_add (name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

/* Undone all the way and redone, every state on the way comes back as it was. */
static void
test_there_and_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int());
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) deeds = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (states, fixture_dump (fixture));
  while (deeds->len < 120) {
    gint64 deed_id = random_deed (fixture->database, rand, &error);

    g_assert_no_error (error);
    if (deed_id == 0)
      continue;
    g_array_append_val (deeds, deed_id);
    g_ptr_array_add (states, fixture_dump (fixture));
  }
  fixture_assert_clean (fixture);
  for (guint i = deeds->len; i > 0; i--) {
    g_autofree char *now = NULL;

    fixture_undo (fixture, g_array_index (deeds, gint64, i - 1));
    now = fixture_dump (fixture);
    g_assert_cmpstr (now, ==, states->pdata[i - 1]);
  }
  fixture_assert_clean (fixture);
  for (guint i = 0; i < deeds->len; i++) {
    g_autoptr (GrDeed) next = NULL;
    g_autofree char *now = NULL;

    g_assert_true (gr_deed_next_redo (fixture->database, &next, NULL));
    g_assert_cmpint (next->id, ==, g_array_index (deeds, gint64, i));
    fixture_redo (fixture, next->id);
    now = fixture_dump (fixture);
    g_assert_cmpstr (now, ==, states->pdata[i + 1]);
  }
  fixture_assert_clean (fixture);
}

/* What is on hand in a counted place is what was counted and all that moved since: undos from the middle change nothing
 * of it. */
static const char astray_sql[] =
    "SELECT count (*) FROM last_count c WHERE c.counted_qty + coalesce ((SELECT sum (CASE WHEN m.to_id = "
    "c.location_id "
    "THEN m.qty ELSE -m.qty END) FROM move m WHERE m.item_id = c.item_id AND c.location_id IN (m.from_id, m.to_id) "
    "AND m.moved_on >= c.counted_on AND m.kind <> 'count'), 0) <> coalesce ((SELECT b.qty FROM balance b "
    "WHERE b.item_id = c.item_id AND b.location_id = c.location_id), 0)";

static void
test_undo_from_the_middle (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int());
  g_autoptr (GError) error = NULL;
  int n_undone = 0;

  for (int i = 0; i < 400; i++) {
    if (g_rand_int_range (rand, 0, 4) > 0)
      random_deed (fixture->database, rand, &error);
    else
      n_undone += random_undo (fixture->database, rand, &error) != 0;
    g_assert_no_error (error);
    if (i % 20 == 0)
      fixture_assert_clean (fixture);
    g_assert_cmpint (fixture_number (fixture, astray_sql), ==, 0);
  }
  g_assert_cmpint (n_undone, >, 10);
  fixture_assert_clean (fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/history/there-and-back", test_there_and_back);
  TEST ("/history/from-the-middle", test_undo_from_the_middle);
  return g_test_run();
}
