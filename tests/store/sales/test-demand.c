#include "fixture.h"

#include "domain/base/error.h"
#include "store/sales/demand-store.h"
#include "store/file/query.h"

#define TEST(name, func) g_test_add (name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

static gint64
add_one_item (Fixture *fixture)
{
  gint64 item_id;

  fixture_begin (fixture, "Item");
  item_id = fixture_add_item (fixture, "A", "Apples");
  fixture_finish (fixture);
  return item_id;
}

static GrSaleBatchSummary
add_lines (Fixture *fixture, const GrSaleLine *lines, gsize n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GrSaleBatch) batch = gr_sale_batch_begin (fixture->database, &error);
  GrSaleBatchSummary summary;
  gboolean is_duplicate;

  for (gsize i = 0; i < n; i++) {
    gr_sale_batch_add (batch, &lines[i], &is_duplicate, &error);
    g_assert_no_error (error);
  }
  gr_sale_batch_finish (batch, NULL, &summary, &error);
  g_assert_no_error (error);
  return summary;
}

static void
test_days_add_up (Fixture *fixture, gconstpointer data)
{
  gint64 item_id = add_one_item (fixture);
  GrSaleLine lines[] = {
      {item_id, 100, 3000, 19999, "1", 1},
      {item_id, 100, 1500, 19999, "1", 2},
      {item_id, 100, -1000, 20000, "2", 1},
      {item_id, 102, 1000, 5, "3", 1},
  };
  g_autoptr (GArray) days = NULL;
  GrDate first, last;
  const GrDemandDay *day;

  fixture_begin (fixture, "Sales");
  add_lines (fixture, lines, G_N_ELEMENTS (lines));
  fixture_finish (fixture);
  days = gr_demand_store_of_many (fixture->database, item_id, NULL, NULL);
  g_assert_cmpuint (days->len, ==, 2);
  day = &g_array_index (days, GrDemandDay, 0);
  g_assert_cmpint (day->sold_qty, ==, 4500);
  g_assert_cmpint (day->returned_qty, ==, 1000);
  g_assert_cmpint (day->revenue, ==, 600 + 300 - 200);
  g_assert_true (gr_demand_store_span (fixture->database, &first, &last, NULL));
  g_assert_cmpint (first, ==, 100);
  g_assert_cmpint (last, ==, 102);
  fixture_assert_clean (fixture);
}

static void
test_duplicates_by_number (Fixture *fixture, gconstpointer data)
{
  gint64 item_id = add_one_item (fixture);
  GrSaleLine first[] = {{item_id, 100, 1000, 10, "1", 1}, {item_id, 100, 1000, 10, "1", 2}};
  GrSaleLine second[] = {
      {item_id, 100, 1000, 10, "1", 2},
      {item_id, 100, 1000, 10, "1", 3},
      {item_id, 100, 1000, 10, "1", 3},
      {item_id, 100, 1000, 10, "2", 1},
  };
  GrSaleBatchSummary summary;

  fixture_begin (fixture, "First");
  add_lines (fixture, first, G_N_ELEMENTS (first));
  fixture_finish (fixture);
  fixture_begin (fixture, "Second");
  summary = add_lines (fixture, second, G_N_ELEMENTS (second));
  fixture_finish (fixture);
  g_assert_cmpint (summary.n_added, ==, 2);
  g_assert_cmpint (summary.n_duplicates, ==, 2);
}

/* Two equal lines in one file are two sales; the same file again brings none. */
static void
test_duplicates_by_content (Fixture *fixture, gconstpointer data)
{
  gint64 item_id = add_one_item (fixture);
  GrSaleLine lines[] = {
      {item_id, 100, 1000, 10, NULL, 0},
      {item_id, 100, 1000, 10, NULL, 0},
      {item_id, 100, 2000, 10, NULL, 0},
      {item_id, 100, 1000, 10, "7", 0},
      {item_id, 100, 1000, 10, NULL, 0},
  };
  GrSaleBatchSummary summary;
  gint64 first, second;

  fixture_begin (fixture, "First");
  summary = add_lines (fixture, lines, 4);
  g_assert_cmpint (summary.n_added, ==, 4);
  first = fixture_finish (fixture);
  fixture_begin (fixture, "Again");
  summary = add_lines (fixture, lines, 4);
  g_assert_cmpint (summary.n_added, ==, 0);
  g_assert_cmpint (fixture_finish (fixture), ==, 0);
  fixture_begin (fixture, "One more");
  summary = add_lines (fixture, lines, 5);
  g_assert_cmpint (summary.n_added, ==, 1);
  second = fixture_finish (fixture);
  fixture_undo (fixture, second);
  fixture_undo (fixture, first);
  fixture_begin (fixture, "After the undo");
  summary = add_lines (fixture, lines, 4);
  g_assert_cmpint (summary.n_added, ==, 4);
  fixture_finish (fixture);
  fixture_assert_clean (fixture);
}

static void
test_undo_and_redo_of_an_import (Fixture *fixture, gconstpointer data)
{
  gint64 item_id = add_one_item (fixture);
  g_autofree GrSaleLine *lines = g_new0 (GrSaleLine, 9000);
  g_autofree char *before = NULL, *after = NULL, *undone = NULL, *redone = NULL;
  gint64 deed_id;

  for (int i = 0; i < 9000; i++)
    lines[i] = (GrSaleLine){item_id, i / 3, i % 7 == 0 ? -1000 : 1000 + i, 12345, "1", i + 1};
  fixture_begin (fixture, "Stock and first sales");
  fixture_count (fixture, item_id, 4, 1000, 2500);
  add_lines (fixture, lines, 50);
  fixture_finish (fixture);
  before = fixture_dump (fixture);
  fixture_begin (fixture, "Import");
  add_lines (fixture, lines, 9000);
  deed_id = fixture_finish (fixture);
  after = fixture_dump (fixture);
  fixture_assert_clean (fixture);
  fixture_undo (fixture, deed_id);
  undone = fixture_dump (fixture);
  g_assert_cmpstr (undone, ==, before);
  fixture_assert_clean (fixture);
  fixture_redo (fixture, deed_id);
  redone = fixture_dump (fixture);
  g_assert_cmpstr (redone, ==, after);
  fixture_assert_clean (fixture);
}

static void
test_guards_are_up_again (Fixture *fixture, gconstpointer data)
{
  gint64 item_id = add_one_item (fixture);
  gint64 n_triggers = fixture_number (fixture, "SELECT count (*) FROM sqlite_schema WHERE type = 'trigger'");
  g_autofree GrSaleLine *lines = g_new0 (GrSaleLine, 5000);
  g_autoptr (GError) error = NULL;
  GrSaleBatch *batch;
  gboolean is_duplicate;

  for (int i = 0; i < 5000; i++)
    lines[i] = (GrSaleLine){item_id, i, 1000, 1, "1", i + 1};
  fixture_begin (fixture, "Left half way");
  batch = gr_sale_batch_begin (fixture->database, &error);
  for (int i = 0; i < 5000; i++)
    g_assert_true (gr_sale_batch_add (batch, &lines[i], &is_duplicate, &error));
  gr_sale_batch_free (batch);
  gr_deed_abandon (fixture->database);
  g_assert_cmpint (fixture_number (fixture, "SELECT count (*) FROM sale_line"), ==, 0);
  fixture_begin (fixture, "Whole");
  add_lines (fixture, lines, 5000);
  fixture_finish (fixture);
  g_assert_cmpint (
      fixture_number (fixture, "SELECT count (*) FROM sqlite_schema WHERE type = 'trigger'"), ==, n_triggers);
  g_assert_false (gr_query_run (fixture->database, &error,
      "INSERT INTO sale_line (batch_id, item_id, sold_on, qty, unit_price, line) VALUES (1, 1, 1, 1, 1, 1)", ""));
  g_assert_error (error, GR_ERROR, GR_ERROR_REFUSED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/demand/days", test_days_add_up);
  TEST ("/demand/by-number", test_duplicates_by_number);
  TEST ("/demand/by-content", test_duplicates_by_content);
  TEST ("/demand/undo", test_undo_and_redo_of_an_import);
  TEST ("/demand/guards", test_guards_are_up_again);
  return g_test_run();
}
