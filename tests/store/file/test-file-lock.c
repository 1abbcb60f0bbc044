#include "fixture.h"

#include "store/file/query.h"
#include "store/file/shop-file.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#define TEST(name, func) g_test_add (name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

/* What GTK's file chooser and GIO do to tell the kind of a file. */
static void
look_at (const char *path)
{
  char bytes[16];
  int file = open (path, O_RDONLY | O_CLOEXEC);

  g_assert_cmpint (file, >=, 0);
  g_assert_cmpint (read (file, bytes, sizeof bytes), >, 0);
  close (file);
}

static void
add_item (Fixture *fixture, const char *code, const char *description)
{
  fixture_begin (fixture, description);
  fixture_add_item (fixture, code, description);
  fixture_finish (fixture);
}

/* Another process comes, reads and goes. */
static void
visit (const char *path)
{
  int status = 0;
  const char *const argv[] = {"sqlite3", path, "SELECT count (*) FROM deed", NULL};

  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL,
      NULL, NULL, &status, NULL));
  g_assert_cmpint (status, ==, 0);
}

/* The log of a shop that is open stays, though the program itself looked at the files. */
static void
test_visitor_leaves_log (Fixture *fixture, gconstpointer data)
{
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *index = g_strconcat (fixture->path, "-shm", NULL);
  g_autoptr (GError) error = NULL;
  gint64 n = 0;

  g_clear_pointer (&fixture->database, gr_database_close);
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  fixture->database = gr_shop_file_open (fixture->path, &error);
  g_assert_no_error (error);
  add_item (fixture, "A-1", "Before");
  look_at (fixture->path);
  look_at (log);
  look_at (index);
  visit (fixture->path);
  g_assert_true (g_file_test (log, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (index, G_FILE_TEST_EXISTS));
  add_item (fixture, "A-2", "After");
  g_clear_pointer (&fixture->database, gr_database_close);
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  fixture->database = gr_shop_file_open (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_true (gr_query_int64 (fixture->database, &n, &error, "SELECT count (*) FROM item", ""));
  g_assert_cmpint (n, ==, 2);
}

/* A further connection that goes away takes nothing with it. */
static void
test_further_connection (Fixture *fixture, gconstpointer data)
{
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  GrDatabase *other = gr_database_open_again (fixture->database, TRUE, NULL);

  g_assert_nonnull (other);
  add_item (fixture, "A-1", "One");
  look_at (fixture->path);
  gr_database_close (other);
  visit (fixture->path);
  g_assert_true (g_file_test (log, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/file-lock/visitor-leaves-log", test_visitor_leaves_log);
  TEST ("/file-lock/further-connection", test_further_connection);
  return g_test_run();
}
