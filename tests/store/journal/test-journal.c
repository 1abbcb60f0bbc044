#include "fixture.h"

#include "domain/base/error.h"
#include "store/journal/journal.h"
#include "store/journal/noun-table.h"
#include "store/journal/row-image.h"
#include "store/file/query.h"

#define TEST(name, func) g_test_add (name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

static char *
read_text (Fixture *fixture, const char *sql)
{
  GrQuery query = gr_query (fixture->database, sql, "");
  char *text = gr_query_next (&query) ? gr_query_dup_text (&query, 0) : NULL;

  g_assert_true (gr_query_end (&query, NULL));
  return text;
}

/* Images are our own JSON: SQLite's parser reads it back to the very values. */
static void
test_images_are_exact (Fixture *fixture, gconstpointer data)
{
  static const char *const values[] = {"1", "-9223372036854775808", "0.1", "1e308", "5e-324", "0.30000000000000004",
      "1.0", "'plain'", "'quote \" and \\ and ''single'''", "char (1, 9, 10, 13, 31)", "'Größe – 日本'", "''", "NULL"};

  for (guint i = 0; i < G_N_ELEMENTS (values); i++) {
    g_autofree char *sql = g_strdup_printf ("SELECT json_valid (json_object ('v', %s)) AND "
                                            "json_object ('v', %s) ->> '$.v' IS %s AND "
                                            "typeof (json_object ('v', %s) ->> '$.v') = typeof (%s)",
        values[i], values[i], values[i], values[i], values[i]);
    sqlite3_stmt *statement = NULL;

    g_test_message ("%s", values[i]);
    g_assert_cmpint (
        sqlite3_prepare_v2 (gr_database_handle (fixture->database), sql, -1, &statement, NULL), ==, SQLITE_OK);
    g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
    g_assert_cmpint (sqlite3_column_int (statement, 0), ==, 1);
    sqlite3_finalize (statement);
  }
}

static void
test_every_change_is_booked (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL, *after = NULL;

  fixture_begin (fixture, "Changes");
  g_assert_true (gr_query_run (fixture->database, NULL, "INSERT INTO family (name) VALUES ('Tea')", ""));
  g_assert_true (gr_query_run (fixture->database, NULL, "UPDATE family SET service_level = 0.95", ""));
  g_assert_true (gr_query_run (fixture->database, NULL, "UPDATE family SET service_level = 0.95", ""));
  g_assert_true (gr_query_run (fixture->database, NULL, "DELETE FROM family", ""));
  fixture_finish (fixture);
  g_assert_cmpint (fixture_number (fixture, "SELECT count (*) FROM deed_change"), ==, 3);
  before = read_text (fixture, "SELECT before FROM deed_change WHERE id = 2");
  after = read_text (fixture, "SELECT after FROM deed_change WHERE id = 2");
  g_assert_cmpstr (before, ==, "{\"id\":1,\"name\":\"Tea\",\"service_level\":null}");
  g_assert_cmpstr (after, ==, "{\"id\":1,\"name\":\"Tea\",\"service_level\":0.95}");
}

static void
test_put_back_by_image (Fixture *fixture, gconstpointer data)
{
  static const char image[] = "{\"id\":7,\"name\":\"Tea \\\"green\\\"\",\"service_level\":0.30000000000000004}";
  g_autoptr (GrRowImages) images = gr_row_images_new (fixture->database);
  const GrRowImage *rows = gr_row_images_find (images, "family", image, NULL);
  g_autofree char *name = NULL;

  g_assert_nonnull (rows);
  g_assert_true (rows->is_whole);
  fixture_begin (fixture, "By hand");
  g_assert_true (gr_query_run (fixture->database, NULL, rows->insert, "t", image));
  name = read_text (fixture, "SELECT name FROM family WHERE id = 7");
  g_assert_cmpstr (name, ==, "Tea \"green\"");
  {
    GrQuery query = gr_query (fixture->database, rows->read, "t", "7");

    g_assert_true (gr_query_next (&query));
    g_assert_cmpstr (gr_query_text (&query, 0), ==, image);
    g_assert_true (gr_query_end (&query, NULL));
  }
  g_assert_true (gr_query_run (fixture->database, NULL, rows->remove, "t", "7"));
  fixture_finish (fixture);
}

/* Keys that are gone and columns that came since are no difference. */
static void
test_image_of_another_schema (Fixture *fixture, gconstpointer data)
{
  static const char image[] = "{\"id\":7,\"name\":\"Tea\",\"aisle\":4}", other[] = "{\"id\":7,\"name\":\"Coffee\"}";
  g_autoptr (GrRowImages) images = gr_row_images_new (fixture->database);
  const GrRowImage *rows = gr_row_images_find (images, "family", image, NULL);
  gint64 is_as = -1;

  g_assert_nonnull (rows);
  g_assert_false (rows->is_whole);
  fixture_begin (fixture, "By hand");
  g_assert_true (gr_query_run (fixture->database, NULL, rows->insert, "t", image));
  g_assert_true (gr_query_run (fixture->database, NULL, "UPDATE family SET service_level = 0.9", ""));
  g_assert_true (gr_query_int64 (fixture->database, &is_as, NULL, rows->is_as, "t", image));
  g_assert_cmpint (is_as, ==, 1);
  g_assert_true (gr_query_int64 (fixture->database, &is_as, NULL, rows->is_as, "t", other));
  g_assert_cmpint (is_as, ==, 0);
  g_assert_true (gr_query_run (fixture->database, NULL, rows->overwrite, "t", other));
  g_assert_cmpint (
      fixture_number (fixture, "SELECT name = 'Coffee' AND service_level = 0.9 FROM family WHERE id = 7"), ==, 1);
  fixture_finish (fixture);
}

static void
test_unknown_table (Fixture *fixture, gconstpointer data)
{
  static const char *const tables[] = {"move", "no_such_table", "deed"};

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++) {
    g_autoptr (GrRowImages) images = gr_row_images_new (fixture->database);
    g_autoptr (GError) error = NULL;

    g_assert_null (gr_row_images_find (images, tables[i], "{\"id\":1}", &error));
    g_assert_error (error, GR_ERROR, GR_ERROR_DAMAGED);
  }
}

/* The triggers are drawn from the tables: taken down and put up, they are the same. */
static void
test_install_again (Fixture *fixture, gconstpointer data)
{
  static const char all[] = "SELECT group_concat (sql) FROM (SELECT sql FROM sqlite_schema WHERE type = 'trigger' "
                            "AND name LIKE 'journal%' ORDER BY name)";
  g_autofree char *before = read_text (fixture, all);
  g_autofree char *after = NULL;

  g_assert_true (gr_journal_remove (fixture->database, NULL));
  g_assert_cmpint (fixture_number (fixture, "SELECT count (*) FROM sqlite_schema WHERE type = 'trigger'"), ==, 0);
  g_assert_true (gr_journal_install (fixture->database, NULL));
  after = read_text (fixture, all);
  g_assert_cmpstr (after, ==, before);
}

/* A table that nobody thought of would change outside deeds, or by deeds that cannot be taken back. */
static void
test_every_table_is_a_noun_or_says_why (Fixture *fixture, gconstpointer data)
{
  static const char *const others[] = {
      "deed",
      "deed_change",
      "open_deed", /* the journal itself */
      "move",
      "sale_line", /* added to only; guards.sql */
      "balance",
      "demand_day", /* kept with what they follow from */
      "forecast",
      "forecast_point",
      "season",
      "season_index", /* made anew at any time */
      "event_effect",
      "plan",
      "plan_pending",
      "plan_line",
      "plan_suggestion",
  };
  gsize n_tables;
  const GrNounTable *tables = gr_noun_tables (&n_tables);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  GrQuery query;

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_hash_table_add (known, (gpointer) others[i]);
  for (gsize i = 0; i < n_tables; i++) {
    g_autofree char *sql = g_strdup_printf (
        "SELECT count (*) FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = '%s' AND name LIKE 'journal%%'",
        tables[i].table);

    g_assert_cmpint (
        fixture_number (fixture, g_intern_string (sql)), ==, gr_noun_table_is_journaled (&tables[i]) ? 3 : 0);
    g_assert_cmpint (tables[i].nouns, !=, GR_NOUN_NONE);
    g_assert_true (gr_noun_table_find (tables[i].table) == &tables[i]);
    g_assert_true (gr_noun_table_is_journaled (&tables[i]) != g_hash_table_contains (known, tables[i].table));
    g_hash_table_add (known, (gpointer) tables[i].table);
  }
  query = gr_query (fixture->database,
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' "
      "UNION SELECT tbl_name FROM sqlite_schema WHERE type = 'trigger'",
      "");
  while (gr_query_next (&query)) {
    g_test_message ("%s", gr_query_text (&query, 0));
    g_assert_true (g_hash_table_contains (known, gr_query_text (&query, 0)));
  }
  g_assert_true (gr_query_end (&query, NULL));
}

/* What people are told of a row, and whose items it is, are sound SQL for every noun. */
static void
test_every_noun_can_be_told (Fixture *fixture, gconstpointer data)
{
  static const char image[] =
      "{\"id\":7,\"item_id\":1,\"code\":\"A1\",\"name\":\"A1\",\"key\":\"A1\",\"number\":\"A1\"}";
  gsize n_tables;
  const GrNounTable *tables = gr_noun_tables (&n_tables);

  fixture_begin (fixture, "New item");
  fixture_add_item (fixture, "A1", "Apples");
  fixture_finish (fixture);
  for (gsize i = 0; i < n_tables; i++) {
    g_autofree char *label = NULL;

    if (tables[i].items_sql != NULL)
      g_assert_true (gr_query_run (fixture->database, NULL, tables[i].items_sql, "l", (gint64) 1));
    if (!gr_noun_table_is_journaled (&tables[i]))
      continue;
    label = gr_noun_table_describe (fixture->database, &tables[i], "7", image);
    g_assert_true (g_str_has_prefix (label, tables[i].name));
    g_assert_true (g_str_has_suffix (label, " A1") || g_str_has_suffix (label, " 7"));
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/journal/images", test_images_are_exact);
  TEST ("/journal/changes", test_every_change_is_booked);
  TEST ("/journal/put-back", test_put_back_by_image);
  TEST ("/journal/other-schema", test_image_of_another_schema);
  TEST ("/journal/unknown", test_unknown_table);
  TEST ("/journal/again", test_install_again);
  TEST ("/journal/nouns", test_every_table_is_a_noun_or_says_why);
  TEST ("/journal/told", test_every_noun_can_be_told);
  return g_test_run();
}
