#include "fixture.h"
#include "random-deed.h"

#include "store/file/check.h"
#include "store/file/query.h"

#define TEST(name, func) g_test_add (name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

static void
fill (Fixture *fixture)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 150; i++) {
    random_deed (fixture->database, rand, &error);
    g_assert_no_error (error);
  }
  fixture_assert_clean (fixture);
}

static guint
count_wrong (Fixture *fixture, const char *part)
{
  g_autoptr (GPtrArray) findings = gr_check_run (fixture->database, NULL, NULL);
  guint n_wrong = 0;

  for (guint i = 0; i < findings->len; i++) {
    const GrCheckFinding *finding = findings->pdata[i];

    if (finding->is_proved)
      continue;
    n_wrong++;
    g_assert_nonnull (g_strrstr (finding->text, part));
  }
  return n_wrong;
}

/* What no program of ours can do: the triggers gone, a number changed behind the ledger's back. */
static void
test_each_part_finds_its_fault (Fixture *fixture, gconstpointer data)
{
  static const char *const faults[][3] = {
      {"UPDATE balance SET qty = qty + 1 WHERE (item_id, location_id) = (SELECT item_id, location_id FROM balance "
       "LIMIT 1)",
          "UPDATE balance SET qty = qty - 1 WHERE (item_id, location_id) = (SELECT item_id, location_id FROM balance "
          "LIMIT 1)",
          "The stock history does not add up"},
      {"UPDATE demand_day SET revenue = revenue + 1", "UPDATE demand_day SET revenue = revenue - 1",
          "Sales do not add up"},
      {"UPDATE purchase_order_line SET received_qty = received_qty + 1 WHERE id = (SELECT l.id FROM "
       "purchase_order_line l JOIN item i ON i.id = l.item_id AND i.is_stocked LIMIT 1)",
          "UPDATE purchase_order_line SET received_qty = received_qty - 1 WHERE id = (SELECT l.id FROM "
          "purchase_order_line l JOIN item i ON i.id = l.item_id AND i.is_stocked LIMIT 1)",
          "Quantity received"},
      {"UPDATE location SET id = 99 WHERE id = 4", "UPDATE location SET id = 4 WHERE id = 99", ""},
  };

  fill (fixture);
  g_assert_true (gr_query_script (fixture->database, "PRAGMA foreign_keys = OFF", NULL));
  {
    GrQuery query = gr_query (fixture->database, "SELECT name FROM sqlite_schema WHERE type = 'trigger'", "");
    g_autoptr (GString) drop = g_string_new (NULL);

    while (gr_query_next (&query))
      g_string_append_printf (drop, "DROP TRIGGER %s;", gr_query_text (&query, 0));
    g_assert_true (gr_query_end (&query, NULL));
    g_assert_true (gr_query_script (fixture->database, drop->str, NULL));
  }
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++) {
    g_autoptr (GError) error = NULL;

    gr_query_script (fixture->database, faults[i][0], &error);
    g_assert_no_error (error);
    g_assert_cmpuint (count_wrong (fixture, faults[i][2]), >=, 1);
    g_assert_true (gr_query_script (fixture->database, faults[i][1], NULL));
    g_assert_cmpuint (count_wrong (fixture, ""), ==, 0);
  }
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new();
  g_autoptr (GError) error = NULL;
  GrProgress progress = {.cancellable = cancellable};

  g_cancellable_cancel (cancellable);
  g_assert_null (gr_check_run (fixture->database, &progress, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (gr_database_in_transaction (fixture->database));
}

static gpointer
interrupt_cb (gpointer database)
{
  for (int i = 0; i < 100; i++) {
    g_usleep (2000);
    gr_database_interrupt (database);
  }
  return NULL;
}

static void
test_interrupt (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GThread *thread = g_thread_new ("interrupt", interrupt_cb, fixture->database);
  gint64 n = 0;

  g_assert_false (gr_query_int64 (fixture->database, &n, &error,
      "WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT count (*) FROM c", ""));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (thread);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/check/faults", test_each_part_finds_its_fault);
  TEST ("/check/cancel", test_cancel);
  TEST ("/check/interrupt", test_interrupt);
  return g_test_run();
}
