#include "fixture.h"

#include "store/catalogue/family-store.h"
#include "store/file/query.h"
#include "store/plans/season-store.h"

static gint64
add_family (Fixture *fixture, const char *name)
{
  GrFamily family = {.name = (char *) name};

  fixture_begin (fixture, "Family");
  g_assert_true (gr_family_store_save (fixture->database, &family, NULL));
  fixture_finish (fixture);
  return family.id;
}

static GrSeasonRow *
new_row (const char *family, double peak, GrDate judged_from)
{
  GrSeasonRow *row = gr_season_row_new (family);

  row->n_items = (int) (10 * peak);
  row->judged_from = judged_from;
  row->now[GR_GRAIN_MONTH][11] = peak;
  row->now[GR_GRAIN_WEEK][51] = peak + 1;
  row->past[GR_GRAIN_MONTH][11] = peak / 2;
  return row;
}

static void
save (Fixture *fixture, GPtrArray *rows)
{
  g_autoptr (GError) error = NULL;

  gr_database_begin (fixture->database, &error);
  gr_season_store_replace_all (fixture->database, rows, &error);
  gr_database_commit (fixture->database, &error);
  g_assert_no_error (error);
}

static void
save_two (Fixture *fixture)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) gr_season_row_free);

  g_ptr_array_add (rows, new_row (NULL, 2, GR_DATE_NONE));
  g_ptr_array_add (rows, new_row ("Toys", 3, 1234));
  g_ptr_array_add (rows, new_row ("Gone", 4, 1234)); /* no such family any more */
  save (fixture, rows);
}

/* The family's, or where it has none, the shop's, which comes first. */
static GrSeasonRow *
find (Fixture *fixture, const char *family)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = gr_season_store_list (fixture->database, &error);
  guint found = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++)
    if (family != NULL && g_strcmp0 (((GrSeasonRow *) rows->pdata[i])->family, family) == 0)
      found = i;
  g_ptr_array_set_free_func (rows, NULL);
  for (guint i = 0; i < rows->len; i++)
    if (i != found)
      gr_season_row_free (rows->pdata[i]);
  return rows->len > 0 ? rows->pdata[found] : NULL;
}

static void
test_a_season_comes_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GrSeasonRow) toys = NULL;

  add_family (fixture, "Toys");
  save_two (fixture);
  save_two (fixture); /* takes the place of the ones before */
  toys = find (fixture, "Toys");
  g_assert_cmpstr (toys->family, ==, "Toys");
  g_assert_cmpint (toys->n_items, ==, 30);
  g_assert_cmpint (toys->judged_from, ==, 1234);
  g_assert_cmpfloat (toys->now[GR_GRAIN_MONTH][11], ==, 3);
  g_assert_cmpfloat (toys->now[GR_GRAIN_WEEK][51], ==, 4);
  g_assert_cmpfloat (toys->past[GR_GRAIN_MONTH][11], ==, 1.5);
  g_assert_cmpfloat (toys->now[GR_GRAIN_MONTH][0], ==, 1);
  g_assert_cmpint (fixture_number (fixture, "SELECT count (*) FROM season"), ==, 2);
  g_assert_cmpint (fixture_number (fixture, "SELECT count (*) FROM season_index"), ==, 2 * (52 + 12));
}

static void
test_others_go_by_the_shop (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GrSeasonRow) none = NULL;
  g_autoptr (GrSeasonRow) unknown = NULL;

  g_assert_null (find (fixture, NULL));
  add_family (fixture, "Toys");
  save_two (fixture);
  none = find (fixture, NULL);
  unknown = find (fixture, "Books");
  g_assert_null (none->family);
  g_assert_cmpfloat (none->now[GR_GRAIN_MONTH][11], ==, 2);
  g_assert_cmpint (none->judged_from, ==, GR_DATE_NONE);
  g_assert_cmpfloat (none->past[GR_GRAIN_MONTH][11], ==, 1); /* there was none */
  g_assert_cmpfloat (unknown->now[GR_GRAIN_MONTH][11], ==, 2);
}

static void
test_a_family_takes_its_season_along (Fixture *fixture, gconstpointer data)
{
  gint64 id = add_family (fixture, "Toys");

  save_two (fixture);
  fixture_begin (fixture, "No toys");
  g_assert_true (gr_query_run (fixture->database, NULL, "DELETE FROM family WHERE id = ?1", "l", id));
  fixture_finish (fixture);
  g_assert_cmpint (fixture_number (fixture, "SELECT count (*) FROM season"), ==, 1);
  g_assert_cmpint (fixture_number (fixture, "SELECT count (*) FROM season_index"), ==, 52 + 12);
}

#define TEST(path, function) g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/season-store/back", test_a_season_comes_back);
  TEST ("/season-store/shop", test_others_go_by_the_shop);
  TEST ("/season-store/family", test_a_family_takes_its_season_along);
  return g_test_run();
}
