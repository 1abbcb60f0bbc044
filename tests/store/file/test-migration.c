#include "fixture.h"

#include "store/plans/event-store.h"
#include "store/catalogue/item-store.h"
#include "store/file/file-header.h"
#include "store/file/migration.h"
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

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/migration/old-shop", test_an_old_shop_is_brought_up_to_date);
  TEST ("/migration/same", test_old_and_new_are_the_same);
  return g_test_run();
}
