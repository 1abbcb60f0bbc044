#include "fixture.h"

#include "domain/base/error.h"
#include "store/file/backup-target.h"
#include "store/file/backup.h"
#include "store/catalogue/item-store.h"
#include "store/file/query.h"
#include "store/catalogue/setting-store.h"
#include "store/file/shop-file.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define TEST(name, func) g_test_add (name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

static void
close_shop (Fixture *fixture)
{
  g_clear_pointer (&fixture->database, gr_database_close);
}

static void
poke (const char *path, gsize offset, const void *bytes, gsize n)
{
  FILE *file = g_fopen (path, "r+b");

  g_assert_nonnull (file);
  fseek (file, (long) offset, SEEK_SET);
  g_assert_cmpuint (fwrite (bytes, 1, n, file), ==, n);
  fclose (file);
}

/* The file is refused with @code, and not a byte of it changes. */
static void
assert_refused (const char *path, int code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL, *after = NULL;
  gsize n_before, n_after;

  g_assert_true (g_file_get_contents (path, &before, &n_before, NULL));
  g_assert_null (gr_shop_file_open (path, &error));
  g_assert_error (error, GR_ERROR, code);
  g_assert_true (g_file_get_contents (path, &after, &n_after, NULL));
  g_assert_cmpuint (n_after, ==, n_before);
  g_assert_true (memcmp (after, before, n_before) == 0);
}

static void
test_create_keeps_what_is_there (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GStatBuf info;

  g_assert_null (gr_shop_file_create (fixture->path, &error));
  g_assert_error (error, GR_ERROR, GR_ERROR_EXISTS);
  g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
}

static void
test_newer_is_refused (Fixture *fixture, gconstpointer data)
{
  close_shop (fixture);
  poke (fixture->path, 60, "\0\0\0\x63", 4);
  assert_refused (fixture->path, GR_ERROR_NEWER);
}

static void
test_foreign_is_refused (Fixture *fixture, gconstpointer data)
{
  close_shop (fixture);
  poke (fixture->path, 68, "\0\0\0\0", 4);
  assert_refused (fixture->path, GR_ERROR_NOT_A_SHOP);
  g_assert_true (g_file_set_contents (fixture->path, "item,quantity\nA,1\n", -1, NULL));
  assert_refused (fixture->path, GR_ERROR_NOT_A_SHOP);
  g_assert_true (g_file_set_contents (fixture->path, "", -1, NULL));
  assert_refused (fixture->path, GR_ERROR_NOT_A_SHOP);
}

static void
test_damaged_is_refused (Fixture *fixture, gconstpointer data)
{
  char junk[3000];

  close_shop (fixture);
  memset (junk, 0xa5, sizeof junk);
  poke (fixture->path, 100, junk, sizeof junk);
  assert_refused (fixture->path, GR_ERROR_DAMAGED);
}

static void
test_cut_off_is_refused (Fixture *fixture, gconstpointer data)
{
  close_shop (fixture);
  g_assert_cmpint (truncate (fixture->path, 8192), ==, 0);
  assert_refused (fixture->path, GR_ERROR_DAMAGED);
}

static void
test_missing_and_linked (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *link = g_build_filename (fixture->folder, "link.granary", NULL);

  g_assert_null (gr_shop_file_open ("/nonexistent/shop.granary", &error));
  g_assert_error (error, GR_ERROR, GR_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (gr_shop_file_open (link, &error));
  g_assert_error (error, GR_ERROR, GR_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_cmpint (symlink (fixture->path, link), ==, 0);
  g_assert_null (gr_shop_file_open (link, &error));
  g_assert_error (error, GR_ERROR, GR_ERROR_IO);
}

static void
test_transactions_do_not_nest (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (gr_database_begin (fixture->database, NULL));
  g_assert_false (gr_database_begin (fixture->database, &error));
  g_assert_error (error, GR_ERROR, GR_ERROR_REFUSED);
  gr_database_rollback (fixture->database);
  g_assert_false (gr_database_in_transaction (fixture->database));
}

static void
test_others_changes_are_noticed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GrDatabase) other = gr_database_open_again (fixture->database, TRUE, NULL);
  g_autofree char *name = NULL;

  g_assert_false (gr_database_changed_elsewhere (other));
  fixture_begin (fixture, "Name");
  g_assert_true (gr_setting_store_set (fixture->database, GR_SETTING_SHOP_NAME, "Deli", NULL));
  fixture_finish (fixture);
  g_assert_true (gr_database_changed_elsewhere (other));
  g_assert_false (gr_database_changed_elsewhere (other));
  g_assert_false (gr_database_changed_elsewhere (fixture->database));
  name = gr_setting_store_get (other, GR_SETTING_SHOP_NAME, NULL, NULL);
  g_assert_cmpstr (name, ==, "Deli");
}

static void
test_read_only_refuses (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GrDatabase) other = gr_database_open_again (fixture->database, TRUE, NULL);
  GrDeedHead head = {.kind = "test", .title = "No", .who = "tester"};
  g_autoptr (GError) error = NULL;

  g_assert_false (gr_deed_begin (other, &head, &error));
  g_assert_error (error, GR_ERROR, GR_ERROR_IO);
}

static void
test_nested_use_of_a_statement (Fixture *fixture, gconstpointer data)
{
  static const char sql[] = "SELECT id FROM location ORDER BY id";
  GrQuery outer = gr_query (fixture->database, sql, "");
  int n = 0;

  while (gr_query_next (&outer)) {
    GrQuery inner = gr_query (fixture->database, sql, "");

    while (gr_query_next (&inner))
      n++;
    g_assert_true (gr_query_end (&inner, NULL));
  }
  g_assert_true (gr_query_end (&outer, NULL));
  g_assert_cmpint (n, ==, 25);
}

static void
test_full_disk_changes_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GrItem) item = gr_item_new();
  g_autofree char *before = fixture_dump (fixture);
  g_autofree char *after = NULL;
  gint64 n_pages = fixture_number (fixture, "PRAGMA page_count");
  g_autofree char *limit = g_strdup_printf ("PRAGMA max_page_count = %d", (int) n_pages + 3);

  g_assert_true (gr_query_script (fixture->database, limit, NULL));
  fixture_begin (fixture, "Too much");
  for (int i = 0; error == NULL && i < 10000; i++) {
    item->id = 0;
    g_free (item->code);
    item->code = g_strdup_printf ("item %d", i);
    gr_item_store_save (fixture->database, item, &error);
  }
  g_assert_error (error, GR_ERROR, GR_ERROR_IO);
  g_assert_cmpstr (error->message, ==, "The disk is full. Nothing was changed.");
  gr_deed_abandon (fixture->database);
  after = fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
  fixture_assert_clean (fixture);
}

static void
test_busy_says_so (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GrDatabase) other = gr_database_open_again (fixture->database, FALSE, NULL);
  GrDeedHead head = {.kind = "test", .title = "Second", .who = "tester"};

  g_assert_true (gr_query_script (other, "PRAGMA busy_timeout = 20", NULL));
  fixture_begin (fixture, "First");
  g_assert_false (gr_deed_begin (other, &head, &error));
  g_assert_error (error, GR_ERROR, GR_ERROR_BUSY);
  gr_deed_abandon (fixture->database);
  g_assert_true (gr_deed_begin (other, &head, NULL));
  gr_deed_abandon (other);
}

/* A reader sees one moment, whatever is written meanwhile. */
static void
test_readers_see_one_moment (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GrDatabase) reader = gr_database_open_again (fixture->database, TRUE, NULL);
  gint64 n = -1;

  g_assert_true (gr_database_begin_reading (reader, NULL));
  g_assert_true (gr_query_int64 (reader, &n, NULL, "SELECT count (*) FROM item", ""));
  g_assert_cmpint (n, ==, 0);
  fixture_begin (fixture, "Item");
  fixture_add_item (fixture, "A", "");
  fixture_finish (fixture);
  g_assert_true (gr_query_int64 (reader, &n, NULL, "SELECT count (*) FROM item", ""));
  g_assert_cmpint (n, ==, 0);
  gr_database_rollback (reader);
  g_assert_true (gr_query_int64 (reader, &n, NULL, "SELECT count (*) FROM item", ""));
  g_assert_cmpint (n, ==, 1);
}

static void
test_backup_is_whole (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "copy.granary", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GrDatabase) copy = NULL;
  g_autoptr (GrItem) item = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new();
  GrProgress cancelled = {.cancellable = cancellable};

  fixture_begin (fixture, "Item");
  fixture_add_item (fixture, "A", "Apples");
  fixture_finish (fixture);
  g_cancellable_cancel (cancellable);
  g_assert_false (gr_backup_write (fixture->database, path, &cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_true (gr_backup_write (fixture->database, path, NULL, &error));
  g_assert_no_error (error);
  copy = gr_shop_file_open (path, &error);
  g_assert_no_error (error);
  gr_item_store_find (copy, "A", &item, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (item->description, ==, "Apples");
}

/* Permissions bind everyone but the superuser, who lends them to nobody for a while. */
static void
become (Fixture *fixture, gboolean is_reader)
{
  g_chmod (fixture->path, is_reader ? 0444 : 0600);
  g_chmod (fixture->folder, is_reader ? 0555 : 0700);
  if (getuid() == 0)
    g_assert_cmpint (seteuid (is_reader ? 65534 : 0), ==, 0);
}

static void
test_read_only_file_is_read (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GrDatabase *reader;
  gint64 n;

  fixture_begin (fixture, "Item");
  fixture_add_item (fixture, "A", "Apples");
  fixture_finish (fixture);
  g_clear_pointer (&fixture->database, gr_database_close);
  become (fixture, TRUE);
  reader = gr_shop_file_open (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_true (gr_database_is_read_only (reader));
  g_assert_nonnull (strstr (gr_database_warning (reader), "reading only"));
  g_assert_true (gr_query_int64 (reader, &n, NULL, "SELECT count (*) FROM item", ""));
  g_assert_cmpint (n, ==, 1);
  g_assert_false (gr_database_begin (reader, &error));
  g_assert_error (error, GR_ERROR, GR_ERROR_REFUSED);
  gr_database_close (reader);
  if (getuid() == 0)
    g_assert_cmpint (seteuid (0), ==, 0);
  become (fixture, FALSE);
  fixture->database = gr_shop_file_open (fixture->path, NULL);
  g_assert_false (gr_database_is_read_only (fixture->database));
}

static void
assert_replaces (Fixture *fixture, const char *path, gboolean is_replaced)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (gr_backup_target_check (fixture->database, path, &error), ==, is_replaced);
  if (is_replaced)
    g_assert_no_error (error);
  else
    g_assert_error (error, GR_ERROR, GR_ERROR_REFUSED);
}

/* An older state of the shop loses nothing by being replaced; everything else may be somebody's only copy. */
static void
test_backup_replaces_backups_only (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "copy?#%.granary", NULL);
  Fixture other;

  assert_replaces (fixture, path, TRUE);
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  assert_replaces (fixture, path, TRUE);
  g_assert_true (g_file_set_contents (path, "Dear shop", -1, NULL));
  assert_replaces (fixture, path, FALSE);
  g_assert_true (gr_backup_write (fixture->database, path, NULL, NULL));
  assert_replaces (fixture, path, TRUE);
  fixture_begin (fixture, "Item");
  fixture_add_item (fixture, "A", "Apples");
  fixture_finish (fixture);
  assert_replaces (fixture, path, TRUE);
  fixture_set_up (&other, NULL);
  fixture_begin (&other, "Other");
  fixture_add_item (&other, "B", "Pears");
  fixture_finish (&other);
  g_assert_true (gr_backup_write (other.database, path, NULL, NULL));
  assert_replaces (fixture, path, FALSE);
  assert_replaces (fixture, other.path, FALSE);
  fixture_tear_down (&other, NULL);
  g_assert_true (gr_backup_write (fixture->database, path, NULL, NULL));
  other.database = gr_shop_file_open (path, NULL);
  fixture_begin (&other, "Worked in since");
  fixture_add_item (&other, "C", "Plums");
  fixture_finish (&other);
  gr_database_close (other.database);
  assert_replaces (fixture, path, FALSE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/database/create", test_create_keeps_what_is_there);
  TEST ("/database/newer", test_newer_is_refused);
  TEST ("/database/foreign", test_foreign_is_refused);
  TEST ("/database/damaged", test_damaged_is_refused);
  TEST ("/database/cut-off", test_cut_off_is_refused);
  TEST ("/database/missing", test_missing_and_linked);
  TEST ("/database/nesting", test_transactions_do_not_nest);
  TEST ("/database/elsewhere", test_others_changes_are_noticed);
  TEST ("/database/read-only", test_read_only_refuses);
  TEST ("/database/nested-statement", test_nested_use_of_a_statement);
  TEST ("/database/full-disk", test_full_disk_changes_nothing);
  TEST ("/database/busy", test_busy_says_so);
  TEST ("/database/one-moment", test_readers_see_one_moment);
  TEST ("/database/backup", test_backup_is_whole);
  TEST ("/database/backup-target", test_backup_replaces_backups_only);
  TEST ("/database/read-only-file", test_read_only_file_is_read);
  return g_test_run();
}
