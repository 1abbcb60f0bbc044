#include "fixture.h"

#include "domain/base/error.h"
#include "domain/trade/item.h"
#include "store/catalogue/item-store.h"
#include "store/stock/ledger-store.h"
#include "store/stock/location-store.h"
#include "store/file/query.h"

#define TEST(name, func) g_test_add (name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

static void
test_deed_that_did_nothing_is_not_booked (Fixture *fixture, gconstpointer data)
{
  fixture_begin (fixture, "Nothing");
  g_assert_cmpint (fixture_finish (fixture), ==, 0);
  g_assert_cmpint (fixture_number (fixture, "SELECT count (*) FROM deed"), ==, 0);
}

static void
test_undo_and_redo_of_rows (Fixture *fixture, gconstpointer data)
{
  g_autofree char *empty = fixture_dump (fixture);
  g_autofree char *full = NULL, *undone = NULL, *redone = NULL;
  gint64 deed_id;

  fixture_begin (fixture, "New items");
  fixture_add_item (fixture, "A1", "Apples “red”, 1 kg\t\\ '");
  fixture_add_item (fixture, "B2", "Birnen – süß");
  deed_id = fixture_finish (fixture);
  full = fixture_dump (fixture);
  fixture_undo (fixture, deed_id);
  undone = fixture_dump (fixture);
  g_assert_cmpstr (undone, ==, empty);
  fixture_redo (fixture, deed_id);
  redone = fixture_dump (fixture);
  g_assert_cmpstr (redone, ==, full);
  fixture_assert_clean (fixture);
}

static void
test_undo_refuses_what_changed_since (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GrItem) item = NULL;
  g_autofree char *before = NULL, *after = NULL;
  gint64 first;

  fixture_begin (fixture, "New item");
  fixture_add_item (fixture, "A1", "Apples");
  first = fixture_finish (fixture);
  g_assert_true (gr_item_store_find (fixture->database, "A1", &item, NULL));
  item->unit_price = 40000;
  fixture_begin (fixture, "Dearer apples");
  g_assert_true (gr_item_store_save (fixture->database, item, NULL));
  fixture_finish (fixture);
  before = fixture_dump (fixture);
  g_assert_false (fixture_try_undo (fixture, first, &error));
  g_assert_error (error, GR_ERROR, GR_ERROR_CONFLICT);
  g_assert_cmpstr (error->message, ==, "“New item” can’t be undone. Changed since: item A1 (by “Dearer apples”).");
  after = fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
  g_assert_false (gr_database_in_transaction (fixture->database));
}

static void
test_undo_refuses_what_others_hang_on (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 item_id, first;

  fixture_begin (fixture, "New item");
  item_id = fixture_add_item (fixture, "A1", "Apples");
  first = fixture_finish (fixture);
  fixture_begin (fixture, "Sales");
  fixture_sell (fixture, item_id, 3, 100, "1");
  fixture_finish (fixture);
  g_assert_false (fixture_try_undo (fixture, first, &error));
  g_assert_error (error, GR_ERROR, GR_ERROR_CONFLICT);
  fixture_assert_clean (fixture);
}

static void
test_stack_is_linear (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 ids[3];

  for (int i = 0; i < 3; i++) {
    g_autofree char *code = g_strdup_printf ("A%d", i);

    fixture_begin (fixture, code);
    fixture_add_item (fixture, code, "");
    ids[i] = fixture_finish (fixture);
  }
  for (int i = 2; i >= 0; i--) {
    g_autoptr (GrDeed) next = NULL;

    g_assert_true (gr_deed_next_undo (fixture->database, &next, &error));
    g_assert_cmpint (next->id, ==, ids[i]);
    if (i > 0)
      fixture_undo (fixture, next->id);
  }
  for (int i = 1; i <= 2; i++) {
    g_autoptr (GrDeed) next = NULL;

    g_assert_true (gr_deed_next_redo (fixture->database, &next, &error));
    g_assert_cmpint (next->id, ==, ids[i]);
    if (i == 1)
      fixture_redo (fixture, next->id);
  }
  fixture_begin (fixture, "New");
  fixture_add_item (fixture, "new", "");
  fixture_finish (fixture);
  {
    g_autoptr (GrDeed) next = NULL;

    g_assert_true (gr_deed_next_redo (fixture->database, &next, &error));
    g_assert_null (next);
  }
}

static void
test_undone_and_cleared_stays_cleared (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GrDeed) next = NULL;
  gint64 first, second;

  fixture_begin (fixture, "First");
  fixture_add_item (fixture, "A", "");
  first = fixture_finish (fixture);
  fixture_undo (fixture, first);
  fixture_begin (fixture, "Second");
  fixture_add_item (fixture, "B", "");
  second = fixture_finish (fixture);
  fixture_undo (fixture, second);
  g_assert_true (gr_deed_next_redo (fixture->database, &next, NULL));
  g_assert_cmpint (next->id, ==, second);
}

static void
test_nothing_changes_outside_a_deed (Fixture *fixture, gconstpointer data)
{
  static const char *const attempts[] = {
      "INSERT INTO item (code) VALUES ('X')",
      "UPDATE item SET description = 'changed'",
      "DELETE FROM item",
      "INSERT INTO setting (key, value) VALUES ('a', 'b')",
      "INSERT INTO move (deed_id, item_id, from_id, to_id, qty, moved_on, kind) VALUES (1, 1, 3, 4, 1, 1, 'count')",
      "UPDATE move SET qty = 5",
      "DELETE FROM move",
      "UPDATE balance SET qty = 5",
      "DELETE FROM demand_day",
      "DELETE FROM sale_line",
      "UPDATE sale_line SET qty = 7",
      "DELETE FROM sale_batch",
      "DELETE FROM deed_change",
  };
  sqlite3 *bare = NULL;
  gint64 item_id;

  fixture_begin (fixture, "Stock");
  item_id = fixture_add_item (fixture, "A", "");
  fixture_count (fixture, item_id, GR_PLACE_SHOP, 10, 50);
  fixture_sell (fixture, item_id, 2, 50, "1");
  fixture_finish (fixture);
  g_assert_cmpint (sqlite3_open (fixture->path, &bare), ==, SQLITE_OK);
  for (guint i = 0; i < G_N_ELEMENTS (attempts); i++) {
    g_test_message ("%s", attempts[i]);
    g_assert_cmpint (sqlite3_exec (bare, attempts[i], NULL, NULL, NULL), ==, SQLITE_CONSTRAINT);
  }
  sqlite3_close (bare);
  fixture_assert_clean (fixture);
}

static void
test_history_of_a_row (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GrItem) item = NULL;
  gint64 item_id;

  fixture_begin (fixture, "New");
  item_id = fixture_add_item (fixture, "A", "");
  fixture_finish (fixture);
  item = gr_item_store_by_id (fixture->database, item_id, NULL);
  item->service_level = 0.973;
  fixture_begin (fixture, "Level");
  g_assert_true (gr_item_store_save (fixture->database, item, NULL));
  fixture_finish (fixture);
  changes = gr_deed_row_history (fixture->database, "item", item_id, NULL);
  g_assert_cmpuint (changes->len, ==, 2);
  g_assert_cmpstr (((GrDeedChange *) changes->pdata[0])->deed_title, ==, "Level");
  g_assert_null (((GrDeedChange *) changes->pdata[1])->before);
  g_assert_nonnull (g_strrstr (((GrDeedChange *) changes->pdata[0])->after, "0.973"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/deed/nothing", test_deed_that_did_nothing_is_not_booked);
  TEST ("/deed/rows", test_undo_and_redo_of_rows);
  TEST ("/deed/changed-since", test_undo_refuses_what_changed_since);
  TEST ("/deed/hangs-on", test_undo_refuses_what_others_hang_on);
  TEST ("/deed/stack", test_stack_is_linear);
  TEST ("/deed/cleared", test_undone_and_cleared_stays_cleared);
  TEST ("/deed/outside", test_nothing_changes_outside_a_deed);
  TEST ("/deed/history", test_history_of_a_row);
  return g_test_run();
}
