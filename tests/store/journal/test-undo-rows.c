#include "fixture.h"
#include "random-deed.h"

#include "domain/base/error.h"
#include "store/file/shop-file.h"
#include "store/file/query.h"
#include "store/journal/journal.h"

#include <gio/gio.h>

#define TEST(name, func) g_test_add (name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

/* Takes back every deed but the first, which made the shop. */
static int
undo_all (Fixture *fixture)
{
  int n = 0;

  for (;; n++) {
    g_autoptr (GrDeed) deed = NULL;
    g_autoptr (GError) error = NULL;

    gr_deed_next_undo (fixture->database, &deed, &error);
    g_assert_no_error (error);
    if (deed == NULL || deed->id == 1)
      return n;
    g_test_message ("undo %s", deed->title);
    fixture_undo (fixture, deed->id);
    fixture_assert_clean (fixture);
  }
}

static int
redo_all (Fixture *fixture)
{
  int n = 0;

  for (;; n++) {
    g_autoptr (GrDeed) deed = NULL;
    g_autoptr (GError) error = NULL;

    gr_deed_next_redo (fixture->database, &deed, &error);
    g_assert_no_error (error);
    if (deed == NULL)
      return n;
    g_test_message ("redo %s", deed->title);
    fixture_redo (fixture, deed->id);
    fixture_assert_clean (fixture);
  }
}

/* What an earlier version did, and took back, this one takes back and does again, deed by deed, to the same rows. */
static void
test_deeds_of_old_files (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = {
      "shop-version-1.granary",
      "shop-version-2.granary",
      "shop-version-3.granary",
      "shop-version-4.granary",
      "shop-version-5.granary",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *full = NULL, *none = NULL, *again = NULL, *none_again = NULL;
    int n_deeds;

    g_test_message ("%s", names[i]);
    fixture_open_old (fixture, names[i]);
    fixture_assert_clean (fixture);
    g_assert_cmpint (redo_all (fixture), ==, 3); /* those that were taken back in the old file */
    full = fixture_dump (fixture);
    n_deeds = undo_all (fixture);
    g_assert_cmpint (n_deeds, >, 30);
    g_assert_cmpint (fixture_number (fixture, "SELECT count (*) FROM item"), ==, 0);
    g_assert_cmpint (fixture_number (fixture, "SELECT count (*) FROM balance"), ==, 0);
    none = fixture_dump (fixture);
    g_assert_cmpint (redo_all (fixture), ==, n_deeds);
    again = fixture_dump (fixture);
    g_assert_cmpstr (again, ==, full);
    g_assert_cmpint (undo_all (fixture), ==, n_deeds);
    none_again = fixture_dump (fixture);
    g_assert_cmpstr (none_again, ==, none);
  }
}

/* The tables whose rows are booked, by their triggers. */
static GPtrArray *
journaled_tables (Fixture *fixture)
{
  GPtrArray *tables = g_ptr_array_new_with_free_func (g_free);
  GrQuery query = gr_query (fixture->database,
      "SELECT DISTINCT tbl_name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'journal%' ORDER BY 1", "");

  while (gr_query_next (&query))
    g_ptr_array_add (tables, gr_query_dup_text (&query, 0));
  g_assert_true (gr_query_end (&query, NULL));
  g_assert_cmpint (tables->len, >=, 16);
  return tables;
}

/* A step such as the next one may be: every table gets a column. */
static void
add_columns (Fixture *fixture)
{
  g_autoptr (GPtrArray) tables = journaled_tables (fixture);

  g_assert_true (gr_database_begin (fixture->database, NULL));
  g_assert_true (gr_journal_remove (fixture->database, NULL));
  for (guint i = 0; i < tables->len; i++) {
    g_autofree char *sql = g_strdup_printf ("ALTER TABLE %s ADD COLUMN added_later TEXT", (char *) tables->pdata[i]);

    g_assert_true (gr_query_script (fixture->database, sql, NULL));
  }
  g_assert_true (gr_journal_install (fixture->database, NULL));
  g_assert_true (gr_database_commit (fixture->database, NULL));
}

static void
test_deeds_from_before_a_step (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261128);
  g_autofree char *full = NULL, *again = NULL;
  g_autoptr (GError) error = NULL;
  int n_deeds = 0;

  for (int i = 0; i < 60; i++) {
    n_deeds += random_deed (fixture->database, rand, &error) != 0;
    g_assert_no_error (error);
  }
  add_columns (fixture);
  full = fixture_dump (fixture);
  g_assert_cmpint (undo_all (fixture), >=, n_deeds - 1);
  redo_all (fixture);
  again = fixture_dump (fixture);
  g_assert_cmpstr (again, ==, full);
}

/* What was put into a new column since is not taken away with the row that an old deed had added. */
static void
test_new_column_was_set_since (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 added, changed;

  fixture_begin (fixture, "New shop");
  fixture_add_item (fixture, "FIRST", "");
  fixture_finish (fixture);
  fixture_begin (fixture, "New item");
  fixture_add_item (fixture, "A1", "Apples");
  added = fixture_finish (fixture);
  add_columns (fixture);
  fixture_begin (fixture, "On the shelf");
  g_assert_true (gr_query_run (fixture->database, NULL, "UPDATE item SET added_later = 'top' WHERE code = 'A1'", ""));
  changed = fixture_finish (fixture);

  g_assert_false (fixture_try_undo (fixture, added, &error));
  g_assert_error (error, GR_ERROR, GR_ERROR_CONFLICT);
  g_assert_cmpstr (error->message, ==, "“New item” can’t be undone. Changed since: item A1 (by “On the shelf”).");
  fixture_undo (fixture, changed);
  fixture_undo (fixture, added);
  g_assert_cmpint (fixture_number (fixture, "SELECT count (*) FROM item"), ==, 1);
  fixture_redo (fixture, added);
  fixture_redo (fixture, changed);
  g_assert_cmpint (
      fixture_number (fixture, "SELECT count (*) FROM item WHERE code = 'A1' AND added_later = 'top'"), ==, 1);
}

/* A change from before the step puts back what it changed and leaves the new column as it was set since. */
static void
test_new_column_stays (Fixture *fixture, gconstpointer data)
{
  gint64 renamed;

  fixture_begin (fixture, "New item");
  fixture_add_item (fixture, "A1", "Apples");
  fixture_finish (fixture);
  fixture_begin (fixture, "Renamed");
  g_assert_true (gr_query_run (fixture->database, NULL, "UPDATE item SET description = 'Pears'", ""));
  renamed = fixture_finish (fixture);
  add_columns (fixture);
  fixture_begin (fixture, "On the shelf");
  g_assert_true (gr_query_run (fixture->database, NULL, "UPDATE item SET added_later = 'top'", ""));
  fixture_finish (fixture);
  fixture_undo (fixture, renamed);
  g_assert_cmpint (fixture_number (fixture, "SELECT description = 'Apples' AND added_later = 'top' FROM item"), ==, 1);
  fixture_redo (fixture, renamed);
  g_assert_cmpint (fixture_number (fixture, "SELECT description = 'Pears' AND added_later = 'top' FROM item"), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/undo-rows/old-files", test_deeds_of_old_files);
  TEST ("/undo-rows/before-a-step", test_deeds_from_before_a_step);
  TEST ("/undo-rows/column-set-since", test_new_column_was_set_since);
  TEST ("/undo-rows/column-stays", test_new_column_stays);
  return g_test_run();
}
