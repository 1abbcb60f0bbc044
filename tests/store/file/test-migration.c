#include "fixture.h"

#include "store/plans/event-store.h"
#include "store/catalogue/item-store.h"
#include "store/file/file-header.h"
#include "store/file/migration.h"
#include "store/file/query.h"
#include "store/file/shop-file.h"

#include <gio/gio.h>
#include <sqlite3.h>

#define TEST(name, func) g_test_add (name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

static void
run (sqlite3 *file, const char *sql)
{
  char *message = NULL;

  sqlite3_exec (file, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
}

/* A shop as the first version of the program left it, with an item and its sale in it. */
static void
write_first_version (const char *path)
{
  g_autoptr (GBytes) schema =
      g_resources_lookup_data ("/org/granary/schema/0001-first-shop.sql", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  sqlite3 *file = NULL;

  g_assert_nonnull (schema);
  g_assert_cmpint (sqlite3_open (path, &file), ==, SQLITE_OK);
  run (file, g_bytes_get_data (schema, NULL));
  run (file, "INSERT INTO item (code, description) VALUES ('OLD', 'Here since the first version');"
             "INSERT INTO demand_day VALUES (1, 100, 5000, 0, 1250);"
             "PRAGMA user_version = 1; PRAGMA application_id = " G_STRINGIFY (GR_APPLICATION_ID) ";");
  sqlite3_close (file);
}

static void
test_an_old_shop_is_brought_up_to_date (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "old.granary", NULL);
  g_autofree char *backup = g_strconcat (path, ".version-1.backup", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GrDatabase) old = NULL;
  g_autoptr (GrEvent) event = gr_event_new();
  GrDatabase *fresh = fixture->database;
  gint64 deed;

  write_first_version (path);
  old = gr_shop_file_open (path, &error);
  g_assert_no_error (error);
  fixture->database = old;
  g_assert_cmpint (fixture_number (fixture, "PRAGMA user_version"), ==, GR_SCHEMA_VERSION);
  g_assert_true (g_file_test (backup, G_FILE_TEST_EXISTS));
  g_assert_cmpint (fixture_number (fixture, "SELECT count (*) FROM item WHERE code = 'OLD'"), ==, 1);
  g_assert_cmpint (fixture_number (fixture, "SELECT sold_qty FROM demand_day"), ==, 5000);

  /* What is new can be used, is booked, and can be taken back. */
  event->name = g_strdup ("Fair");
  event->starts_on = 200;
  event->ends_before = 203;
  fixture_begin (fixture, "Fair");
  g_assert_true (gr_event_store_save (old, event, NULL));
  deed = fixture_finish (fixture);
  g_assert_cmpint (fixture_number (fixture, "SELECT count (*) FROM event"), ==, 1);
  fixture_undo (fixture, deed);
  g_assert_cmpint (fixture_number (fixture, "SELECT count (*) FROM event"), ==, 0);
  fixture->database = fresh;
}

/* An old file brought up to date and a new one have the same tables. */
static void
test_old_and_new_are_the_same (Fixture *fixture, gconstpointer data)
{
  static const char sql[] = "SELECT total (length (name) * 31 + coalesce (length (sql), 0)) FROM sqlite_schema";
  g_autofree char *path = g_build_filename (fixture->folder, "old.granary", NULL);
  g_autoptr (GrDatabase) old = NULL;
  GrDatabase *fresh = fixture->database;
  gint64 in_old, in_new = fixture_number (fixture, sql);

  write_first_version (path);
  old = gr_shop_file_open (path, NULL);
  g_assert_nonnull (old);
  fixture->database = old;
  in_old = fixture_number (fixture, sql);
  fixture->database = fresh;
  g_assert_cmpint (in_old, ==, in_new);
}

/* Counts become documents, places have roles and moves name the line that they come of: nothing else is another. */
static void
test_documents (Fixture *fixture, gconstpointer data)
{
  fixture_open_old (fixture, "shop-version-5.granary");
  fixture_assert_clean (fixture);
  g_assert_cmpint (fixture_number (fixture, "SELECT count (*) FROM pragma_foreign_key_check"), ==, 0);

  /* What ruled in the old file rules, and what it had written over is there again. */
  g_assert_cmpint (fixture_number (fixture, "SELECT count (*) FROM last_count"), ==, 14);
  g_assert_cmpint (fixture_number (fixture, "SELECT sum (counted_qty) FROM last_count"), ==, 788000);
  g_assert_cmpint (fixture_number (fixture, "SELECT sum (counted_on) FROM last_count"), ==, 211943);
  g_assert_cmpint (fixture_number (fixture, "SELECT count (*) FROM stock_count WHERE state = 'posted'"), ==, 5);
  g_assert_cmpint (fixture_number (fixture, "SELECT count (*) FROM stock_count_line"), ==, 24);

  g_assert_cmpint (
      fixture_number (fixture, "SELECT count (*) FROM location WHERE (name IS NULL) = (role IS NOT NULL)"), ==, 6);
  g_assert_cmpint (fixture_number (fixture, "SELECT count (*) FROM move WHERE kind IN ('sale', 'return') AND "
                                            "line_kind IS NOT 'sale'"),
      ==, 0);
  g_assert_cmpint (
      fixture_number (fixture, "SELECT count (*) FROM move WHERE kind = 'receipt' AND line_kind IS NOT 'order'"), ==,
      0);
  g_assert_cmpint (
      fixture_number (fixture, "SELECT count (*) FROM move m WHERE kind = 'count' AND NOT EXISTS (SELECT 1 "
                               "FROM stock_count_line l WHERE m.line_kind = 'count' AND l.id = m.line_id "
                               "AND l.item_id = m.item_id)"),
      ==, 0);
  g_assert_cmpint (fixture_number (fixture, "SELECT count (*) FROM working_line"), ==, 9);
  g_assert_cmpint (fixture_number (fixture, "SELECT count (*) FROM plan WHERE kind = 'working'"), ==, 1);
}

/* Numbers of rows that are gone are not given again: the journal and the ledger still mean the old ones. */
static void
test_numbers_are_not_given_twice (Fixture *fixture, gconstpointer data)
{
  gint64 item_id, last;

  fixture_open_old (fixture, "shop-version-5.granary");
  last = fixture_number (
      fixture, "SELECT max (cast (row_id AS INTEGER)) FROM deed_change WHERE table_name = 'stock_count_line'");
  item_id = fixture_number (fixture, "SELECT min (id) FROM item");
  fixture_begin (fixture, "Count");
  fixture_count (fixture, item_id, GR_PLACE_SHOP, 5, 16000);
  fixture_finish (fixture);
  g_assert_cmpint (fixture_number (fixture, "SELECT max (id) FROM stock_count_line"), >, last);
}

static gpointer
open_it (gpointer path)
{
  return gr_shop_file_open (path, NULL);
}

/* Whoever comes second finds the step taken, and the copy of before is of before. */
static void
test_two_programs_at_once (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "old.granary", NULL);
  g_autofree char *backup = g_strconcat (path, ".version-1.backup", NULL);
  GThread *threads[4];
  sqlite3 *copy = NULL;
  sqlite3_stmt *version = NULL;

  write_first_version (path);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("open", open_it, path);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++) {
    GrDatabase *opened = g_thread_join (threads[i]);
    gint64 found = 0;

    g_assert_nonnull (opened);
    g_assert_true (gr_query_int64 (opened, &found, NULL, "PRAGMA user_version", ""));
    g_assert_cmpint (found, ==, GR_SCHEMA_VERSION);
    gr_database_close (opened);
  }
  g_assert_cmpint (sqlite3_open (backup, &copy), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (copy, "PRAGMA user_version", -1, &version, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (version), ==, SQLITE_ROW);
  g_assert_cmpint (sqlite3_column_int (version, 0), ==, 1);
  sqlite3_finalize (version);
  sqlite3_close (copy);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/migration/old-shop", test_an_old_shop_is_brought_up_to_date);
  TEST ("/migration/same", test_old_and_new_are_the_same);
  TEST ("/migration/documents", test_documents);
  TEST ("/migration/numbers", test_numbers_are_not_given_twice);
  TEST ("/migration/two-at-once", test_two_programs_at_once);
  return g_test_run();
}
