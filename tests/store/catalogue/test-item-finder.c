/* Finding and ordering items by what they are called, from memory that follows the file. */
#include "../fixture.h"
#include "../random-deed.h"
#include "domain/trade/barcode.h"
#include "store/catalogue/barcode-store.h"
#include "store/catalogue/item-finder.h"
#include "store/catalogue/item-store.h"
#include "store/file/query.h"
#include "store/file/shop-file.h"

#include <locale.h>

#define N_DEEDS 150

/* The codes of what is found, in the order in which they came in. */
static char *
find_in (GrDatabase *database, const char *words, gboolean *is_similar)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GrFoundItems) found = gr_item_finder_find (database, words, &error);
  GString *text = g_string_new (NULL);
  GrQuery query = gr_query (database, "SELECT id, code FROM item ORDER BY id", "");

  g_assert_no_error (error);
  *is_similar = gr_found_items_is_similar (found);
  while (gr_query_next (&query))
    if (gr_found_items_has (found, gr_query_id (&query, 0)))
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", gr_query_text (&query, 1));
  g_assert_true (gr_query_end (&query, NULL));
  return g_string_free (text, FALSE);
}

static void
assert_found (Fixture *fixture, const char *words, const char *codes)
{
  gboolean is_similar;
  g_autofree char *found = find_in (fixture->database, words, &is_similar);

  g_assert_cmpstr (found, ==, codes);
  g_assert_false (is_similar);
}

static void
assert_similar (Fixture *fixture, const char *words, const char *codes)
{
  gboolean is_similar;
  g_autofree char *found = find_in (fixture->database, words, &is_similar);

  g_assert_cmpstr (found, ==, codes);
  g_assert_true (is_similar);
}

static void
add_barcode (Fixture *fixture, gint64 item_id, const char *code)
{
  GrBarcode barcode = {.code = (char *) code, .item_id = item_id, .qty = 1000};

  g_assert_true (gr_barcode_store_save (fixture->database, &barcode, NULL));
}

static gint64
fill (Fixture *fixture)
{
  gint64 first;

  fixture_begin (fixture, "Items");
  first = fixture_add_item (fixture, "A2", "Café crème");
  fixture_add_item (fixture, "a10", "Ökobrot 5% %_");
  fixture_add_item (fixture, "B1", "ŁÓDŹ Straße");
  fixture_add_item (fixture, "C1", "Apple juice");
  add_barcode (fixture, first, "4006381333931");
  fixture_finish (fixture);
  return first;
}

static void
test_finds_in_any_writing (Fixture *fixture, gconstpointer data)
{
  fill (fixture);
  assert_found (fixture, "cafe", "A2");
  assert_found (fixture, "CAFÉ", "A2");
  assert_found (fixture, "Cafe\xcc\x81", "A2");
  assert_found (fixture, "lodz strasse", "B1");
  assert_found (fixture, "ö", "a10 B1");
  assert_found (fixture, "Ö", "a10 B1");
  assert_found (fixture, "oko", "a10");
  assert_found (fixture, "5%", "a10");
  assert_found (fixture, "%_", "a10");
  assert_found (fixture, "381333", "A2");
  assert_found (fixture, "a1", "a10");
}

static void
test_every_word_has_to_be_there (Fixture *fixture, gconstpointer data)
{
  fill (fixture);
  assert_found (fixture, "juice apple", "C1");
  assert_found (fixture, " \t", "A2 a10 B1 C1");
  assert_found (fixture, NULL, "A2 a10 B1 C1");
  assert_found (fixture, "juice cafe", "");
}

/* Words do not run over from one text into the next. */
static void
test_texts_are_apart (Fixture *fixture, gconstpointer data)
{
  fill (fixture);
  assert_found (fixture, "a2cafe", "");
  assert_found (fixture, "creme4006", "");
}

static void
test_a_slip_is_forgiven_where_nothing_else_is_found (Fixture *fixture, gconstpointer data)
{
  fill (fixture);
  assert_similar (fixture, "aple", "C1");
  assert_similar (fixture, "aplpe juice", "C1");
  assert_similar (fixture, "cefe", "A2");
  assert_similar (fixture, "paple", "C1");
  assert_similar (fixture, "bpple", "C1");
  assert_similar (fixture, "xjuice", "C1");
  assert_found (fixture, "apl", ""); /* too short to be one */
  assert_found (fixture, "xxxxxx", "");
  fixture_begin (fixture, "The typo itself");
  fixture_add_item (fixture, "D1", "Aple");
  fixture_finish (fixture);
  assert_found (fixture, "aple", "D1");
}

static void
test_follows_changes_and_undo (Fixture *fixture, gconstpointer data)
{
  gint64 first = fill (fixture), deed_id;
  g_autoptr (GrItem) item = NULL;

  assert_found (fixture, "tea", "");
  item = gr_item_store_by_id (fixture->database, first, NULL);
  g_free (item->description);
  item->description = g_strdup ("Tea");
  fixture_begin (fixture, "Description");
  g_assert_true (gr_item_store_save (fixture->database, item, NULL));
  deed_id = fixture_finish (fixture);
  assert_found (fixture, "tea", "A2");
  assert_found (fixture, "creme", "");
  fixture_undo (fixture, deed_id);
  assert_found (fixture, "tea", "");
  assert_found (fixture, "creme", "A2");
  fixture_redo (fixture, deed_id);
  assert_found (fixture, "tea", "A2");
}

/* What is being done may be abandoned, so it is not found yet, and leaves nothing behind. */
static void
test_waits_for_the_end_of_a_deed (Fixture *fixture, gconstpointer data)
{
  fixture_begin (fixture, "Abandoned");
  fixture_add_item (fixture, "X1", "Never");
  assert_found (fixture, "never", "X1"); /* nothing was known before */
  gr_deed_abandon (fixture->database);
  assert_found (fixture, "never", "");
  fill (fixture);
  assert_found (fixture, "cafe", "A2");
  fixture_begin (fixture, "Abandoned");
  fixture_add_item (fixture, "X1", "Never");
  assert_found (fixture, "never", "");
  gr_deed_abandon (fixture->database);
  assert_found (fixture, "never", "");
}

static char *
order_of (GrDatabase *database, GrItemOrder order)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ranks = gr_item_finder_ranks (database, order, &error);
  g_autoptr (GPtrArray) codes = g_ptr_array_new_with_free_func (g_free);
  GrQuery query = gr_query (database, "SELECT id, code FROM item", "");

  g_assert_no_error (error);
  while (gr_query_next (&query)) {
    guint32 rank = g_array_index (ranks, guint32, gr_query_id (&query, 0));

    if (rank == G_MAXUINT32)
      continue;
    if (rank >= codes->len)
      g_ptr_array_set_size (codes, (int) rank + 1);
    g_assert_null (codes->pdata[rank]);
    codes->pdata[rank] = gr_query_dup_text (&query, 1);
  }
  g_assert_true (gr_query_end (&query, NULL));
  for (guint i = codes->len; i > 0; i--)
    if (codes->pdata[i - 1] == NULL)
      g_ptr_array_remove_index (codes, i - 1); /* of those without a text */
  g_ptr_array_add (codes, NULL);
  return g_strjoinv (" ", (char **) codes->pdata);
}

static void
assert_order (Fixture *fixture, GrItemOrder order, const char *expected)
{
  g_autofree char *codes = order_of (fixture->database, order);

  g_assert_cmpstr (codes, ==, expected);
}

static void
test_orders_as_the_locale_does (Fixture *fixture, gconstpointer data)
{
  fixture_begin (fixture, "Items");
  fixture_add_item (fixture, "A10", "Zimt");
  fixture_add_item (fixture, "A2", "Äpfel");
  fixture_add_item (fixture, "b1", "Item 10");
  fixture_add_item (fixture, "C1", "Item 2");
  fixture_add_item (fixture, "D1", "");
  fixture_finish (fixture);
  g_assert_nonnull (setlocale (LC_COLLATE, "de_DE.UTF-8"));
  assert_order (fixture, GR_ITEM_BY_CODE, "A2 A10 b1 C1 D1");
  assert_order (fixture, GR_ITEM_BY_DESCRIPTION, "A2 C1 b1 A10");
  fixture_begin (fixture, "One between");
  fixture_add_item (fixture, "A3", "Item 3");
  fixture_finish (fixture);
  assert_order (fixture, GR_ITEM_BY_CODE, "A2 A3 A10 b1 C1 D1");
  assert_order (fixture, GR_ITEM_BY_DESCRIPTION, "A2 C1 A3 b1 A10");
  setlocale (LC_COLLATE, "C.UTF-8");
}

static void
assert_same (GrDatabase *a, GrDatabase *b)
{
  static const char *const words[] = {"a", "1", "item", "ite x"};

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++) {
    gboolean left_is_similar, right_is_similar;
    g_autofree char *left = find_in (a, words[i], &left_is_similar);
    g_autofree char *right = find_in (b, words[i], &right_is_similar);

    g_assert_cmpstr (left, ==, right);
    g_assert_cmpint (left_is_similar, ==, right_is_similar);
  }
  for (int order = GR_ITEM_BY_CODE; order <= GR_ITEM_BY_DESCRIPTION; order++) {
    g_autofree char *left = order_of (a, order);
    g_autofree char *right = order_of (b, order);

    g_assert_cmpstr (left, ==, right);
  }
}

/* Whatever is done and taken back, by whom ever: what was followed is what one who opens the file reads. */
static void
test_follows_any_history (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  g_autoptr (GrDatabase) other = gr_shop_file_open (fixture->path, NULL);

  fill (fixture);
  for (int i = 0; i < N_DEEDS; i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GrDatabase) fresh = NULL;

    if (i % 4 == 3)
      random_undo (fixture->database, rand, &error);
    else
      random_deed (fixture->database, rand, &error);
    if (i % 10 != 9)
      continue;
    fresh = gr_shop_file_open (fixture->path, &error);
    g_assert_nonnull (fresh);
    assert_same (fixture->database, fresh);
    assert_same (other, fresh);
  }
}

/* Connections that are opened from one another know together. */
static void
test_connections_share (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GrDatabase) other = NULL;
  gboolean is_similar;

  gr_item_finder_prepare (fixture->database);
  other = gr_database_open_again (fixture->database, FALSE, NULL);
  fill (fixture);
  {
    g_autofree char *found = find_in (other, "cafe", &is_similar);
    guint64 n_before = gr_database_n_statements (fixture->database);
    g_autoptr (GrFoundItems) again = gr_item_finder_find (fixture->database, "cafe", NULL);

    g_assert_cmpstr (found, ==, "A2");
    g_assert_nonnull (again);
    g_assert_cmpuint (gr_database_n_statements (fixture->database) - n_before, ==, 1);
  }
}

#define TEST(path, test) g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/item-finder/finds-in-any-writing", test_finds_in_any_writing);
  TEST ("/item-finder/every-word-has-to-be-there", test_every_word_has_to_be_there);
  TEST ("/item-finder/texts-are-apart", test_texts_are_apart);
  TEST ("/item-finder/a-slip-is-forgiven", test_a_slip_is_forgiven_where_nothing_else_is_found);
  TEST ("/item-finder/follows-changes-and-undo", test_follows_changes_and_undo);
  TEST ("/item-finder/waits-for-the-end-of-a-deed", test_waits_for_the_end_of_a_deed);
  TEST ("/item-finder/orders-as-the-locale-does", test_orders_as_the_locale_does);
  TEST ("/item-finder/follows-any-history", test_follows_any_history);
  TEST ("/item-finder/connections-share", test_connections_share);
  return g_test_run();
}
