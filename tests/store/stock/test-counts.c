#include "fixture.h"

#include "domain/base/error.h"
#include "store/file/query.h"
#include "store/stock/ledger-history.h"
#include "store/stock/ledger-store.h"
#include "store/stock/location-store.h"
#include "store/stock/stock-count-store.h"

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

static gint64
count (Fixture *fixture, gint64 item_id, GrPlaceRole place, int units, int day)
{
  fixture_begin (fixture, "Count");
  fixture_count (fixture, item_id, place, units, day);
  return fixture_finish (fixture);
}

static gint64
sell (Fixture *fixture, gint64 item_id, int units, int day, const char *invoice)
{
  fixture_begin (fixture, "Sales");
  fixture_sell (fixture, item_id, units, day, invoice);
  return fixture_finish (fixture);
}

/* More or less of it in the shop, out of nowhere. */
static gint64
adjust (Fixture *fixture, gint64 item_id, int units, int day)
{
  g_autoptr (GError) error = NULL;
  GrMove what = {.item_id = item_id, .to_id = fixture_place (fixture, GR_PLACE_SHOP), .moved_on = day};

  fixture_begin (fixture, "Adjust");
  gr_ledger_adjust (fixture->database, &what, gr_qty_from_units (units), &error);
  g_assert_no_error (error);
  return fixture_finish (fixture);
}

static int
lies (Fixture *fixture, gint64 item_id, GrPlaceRole place)
{
  g_autoptr (GPtrArray) balances = gr_ledger_balances (fixture->database, item_id, NULL);

  for (guint i = 0; i < balances->len; i++) {
    const GrBalance *balance = balances->pdata[i];

    if (balance->location_id == fixture_place (fixture, place))
      return (int) (balance->qty / GR_QTY_ONE);
  }
  return 0;
}

/* Who counts again on the same day was wrong before: the last count holds, and the day's sales come off it. */
static void
test_two_counts_on_one_day (Fixture *fixture, gconstpointer data)
{
  gint64 item_id = add_one_item (fixture);

  sell (fixture, item_id, 3, 100, "1");
  count (fixture, item_id, GR_PLACE_SHOP, 10, 100);
  g_assert_cmpint (fixture_on_hand (fixture, item_id), ==, 7);
  count (fixture, item_id, GR_PLACE_SHOP, 14, 100);
  g_assert_cmpint (fixture_on_hand (fixture, item_id), ==, 11);
  count (fixture, item_id, GR_PLACE_SHOP, 12, 100);
  g_assert_cmpint (fixture_on_hand (fixture, item_id), ==, 9);
  fixture_assert_clean (fixture);
}

/* The same number again moves nothing. */
static void
test_the_same_count_again (Fixture *fixture, gconstpointer data)
{
  gint64 item_id = add_one_item (fixture);
  gint64 n_moves;

  count (fixture, item_id, GR_PLACE_SHOP, 10, 100);
  n_moves = fixture_number (fixture, "SELECT count (*) FROM move");
  count (fixture, item_id, GR_PLACE_SHOP, 10, 100);
  g_assert_cmpint (fixture_number (fixture, "SELECT count (*) FROM move"), ==, n_moves);
  g_assert_cmpint (fixture_on_hand (fixture, item_id), ==, 10);
}

/* A count is of the morning: what the same day brought or took comes after it. */
static void
test_a_count_is_of_the_morning (Fixture *fixture, gconstpointer data)
{
  gint64 item_id = add_one_item (fixture);

  adjust (fixture, item_id, 8, 99);
  adjust (fixture, item_id, 5, 100);
  count (fixture, item_id, GR_PLACE_SHOP, 20, 100);
  g_assert_cmpint (fixture_on_hand (fixture, item_id), ==, 25);
  count (fixture, item_id, GR_PLACE_SHOP, 20, 101);
  g_assert_cmpint (fixture_on_hand (fixture, item_id), ==, 20);
  fixture_assert_clean (fixture);
}

/* A count of one place says nothing of another. */
static void
test_places_are_counted_apart (Fixture *fixture, gconstpointer data)
{
  gint64 item_id = add_one_item (fixture);

  count (fixture, item_id, GR_PLACE_SHOP, 10, 100);
  count (fixture, item_id, GR_PLACE_WAREHOUSE, 40, 105);
  count (fixture, item_id, GR_PLACE_SHOP, 12, 102); /* before the warehouse's, after its own */
  g_assert_cmpint (lies (fixture, item_id, GR_PLACE_SHOP), ==, 12);
  g_assert_cmpint (lies (fixture, item_id, GR_PLACE_WAREHOUSE), ==, 40);
  fixture_assert_clean (fixture);
}

/* Sales from before a later count are part of what was counted: taken back, they bring nothing back to the shelf. */
static void
test_a_sale_before_a_later_count_stays (Fixture *fixture, gconstpointer data)
{
  gint64 item_id = add_one_item (fixture), sales;

  count (fixture, item_id, GR_PLACE_SHOP, 50, 90);
  fixture_begin (fixture, "Sales");
  fixture_sell (fixture, item_id, 5, 95, "1");
  fixture_sell (fixture, item_id, 4, 105, "2");
  fixture_sell (fixture, item_id, 2, 100, "3"); /* on the day of the count: after it */
  sales = fixture_finish (fixture);
  g_assert_cmpint (fixture_on_hand (fixture, item_id), ==, 39);
  count (fixture, item_id, GR_PLACE_SHOP, 30, 100);
  g_assert_cmpint (fixture_on_hand (fixture, item_id), ==, 24);
  fixture_undo (fixture, sales);
  g_assert_cmpint (fixture_on_hand (fixture, item_id), ==, 30);
  fixture_assert_clean (fixture);
  fixture_redo (fixture, sales);
  g_assert_cmpint (fixture_on_hand (fixture, item_id), ==, 24);
  fixture_assert_clean (fixture);
}

/* Without a later count all of them come back. */
static void
test_a_sale_after_the_count_comes_back (Fixture *fixture, gconstpointer data)
{
  gint64 item_id = add_one_item (fixture), sales;

  count (fixture, item_id, GR_PLACE_SHOP, 50, 90);
  sales = sell (fixture, item_id, 5, 90, "1");
  g_assert_cmpint (fixture_on_hand (fixture, item_id), ==, 45);
  fixture_undo (fixture, sales);
  g_assert_cmpint (fixture_on_hand (fixture, item_id), ==, 50);
  fixture_assert_clean (fixture);
}

/* A count elsewhere, or one that was there before the deed, is no reason to refuse. */
static void
test_only_a_later_count_of_the_place_refuses (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 item_id = add_one_item (fixture), deed;

  count (fixture, item_id, GR_PLACE_SHOP, 10, 90);
  deed = adjust (fixture, item_id, 5, 99);
  count (fixture, item_id, GR_PLACE_WAREHOUSE, 20, 100);
  fixture_undo (fixture, deed);
  g_assert_cmpint (lies (fixture, item_id, GR_PLACE_SHOP), ==, 10);
  fixture_redo (fixture, deed);
  count (fixture, item_id, GR_PLACE_SHOP, 20, 80); /* older than the one on record: no count at all */
  fixture_undo (fixture, deed);
  fixture_redo (fixture, deed);
  count (fixture, item_id, GR_PLACE_SHOP, 20, 101);
  g_assert_false (fixture_try_undo (fixture, deed, &error));
  g_assert_error (error, GR_ERROR, GR_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "item A "));
}

/* A count that is taken back leaves the one before it in force, and sales move from that. */
static void
test_the_count_before_comes_back (Fixture *fixture, gconstpointer data)
{
  gint64 item_id = add_one_item (fixture), second;

  count (fixture, item_id, GR_PLACE_SHOP, 50, 90);
  sell (fixture, item_id, 5, 95, "1");
  second = count (fixture, item_id, GR_PLACE_SHOP, 30, 100);
  sell (fixture, item_id, 1, 102, "2");
  sell (fixture, item_id, 2, 96, "3"); /* part of what was counted */
  g_assert_cmpint (fixture_on_hand (fixture, item_id), ==, 29);
  fixture_undo (fixture, second);
  g_assert_cmpint (fixture_on_hand (fixture, item_id), ==, 42);
  fixture_assert_clean (fixture);
  fixture_redo (fixture, second);
  g_assert_cmpint (fixture_on_hand (fixture, item_id), ==, 29);
  fixture_assert_clean (fixture);
}

/* Of all items at once as of each. */
static void
test_first_days_of_all (Fixture *fixture, gconstpointer data)
{
  gint64 counted = add_one_item (fixture), never, found;
  g_autoptr (GrItemSet) everything = NULL;
  g_autoptr (GArray) all = NULL;

  fixture_begin (fixture, "Items");
  never = fixture_add_item (fixture, "B", "");
  found = fixture_add_item (fixture, "C", "");
  fixture_finish (fixture);
  count (fixture, counted, GR_PLACE_SHOP, 4, 120);
  count (fixture, counted, GR_PLACE_WAREHOUSE, 4, 110);
  fixture_undo (fixture, adjust (fixture, counted, 3, 100)); /* it does not hold */
  adjust (fixture, found, 3, 130);
  sell (fixture, never, 2, 90, "1");
  everything = gr_item_set_new_all();
  all = gr_stock_count_store_first_days (fixture->database, everything, NULL);
  g_assert_cmpuint (all->len, ==, 2);
  for (guint i = 0; i < all->len; i++) {
    const GrFirstKnownDay *known = &g_array_index (all, GrFirstKnownDay, i);
    GrDate day;

    g_assert_true (gr_stock_count_store_first_day (fixture->database, known->item_id, &day, NULL));
    g_assert_cmpint (known->day, ==, day);
    g_assert_cmpint (known->item_id, ==, i == 0 ? counted : found);
    g_assert_cmpint (known->day, ==, i == 0 ? 110 : 130);
  }
}

/* Days on which something moved, newest first; what came in and went out alike is a day without a change. */
static void
test_days_of_the_ledger (Fixture *fixture, gconstpointer data)
{
  gint64 item_id = add_one_item (fixture);
  g_autoptr (GPtrArray) rows = NULL;
  GrLedgerCursor cursor = {0};
  GrDate days[] = {89, 95, 200};
  GrQty stock[3];

  count (fixture, item_id, GR_PLACE_SHOP, 10, 90);
  sell (fixture, item_id, 4, 95, "1");
  sell (fixture, item_id, -1, 96, "2");
  rows = gr_ledger_history_rows (fixture->database, item_id, &cursor, 10, NULL);
  g_assert_cmpuint (rows->len, ==, 3);
  for (guint i = 0; i < rows->len; i++) {
    const GrLedgerRow *row = rows->pdata[i];
    static const int changes[] = {1000, -4000, 10000}, balances[] = {7000, 6000, 10000}, on[] = {96, 95, 90};
    static const GrMoveKind kinds[] = {GR_MOVE_RETURN, GR_MOVE_SALE, GR_MOVE_COUNT};
    static const char *const move_sql[] = {"SELECT id FROM move WHERE moved_on = 96",
        "SELECT id FROM move WHERE moved_on = 95", "SELECT id FROM move WHERE moved_on = 90"};

    g_assert_cmpint (row->change, ==, changes[i]);
    g_assert_cmpint (row->balance, ==, balances[i]);
    g_assert_cmpint (row->moved_on, ==, on[i]);
    g_assert_cmpint (row->kind, ==, kinds[i]);
    g_assert_cmpint (row->move_id, ==, fixture_number (fixture, move_sql[i]));
    g_assert_cmpint (row->deed_id, >, 0);
    g_assert_false (row->is_reversal);
  }
  g_assert_true (gr_ledger_history_day_ends (fixture->database, item_id, days, 3, stock, NULL));
  g_assert_cmpint (stock[0], ==, 0);
  g_assert_cmpint (stock[1], ==, 6000);
  g_assert_cmpint (stock[2], ==, 7000);
}

static void
test_kinds_of_moves (void)
{
  GrMoveKind read;

  for (int kind = 0; kind < GR_N_MOVE_KINDS; kind++) {
    g_assert_true (gr_move_kind_from_id (gr_move_kind_id ((GrMoveKind) kind), &read));
    g_assert_cmpint (read, ==, kind);
  }
  g_assert_false (gr_move_kind_from_id ("theft", &read));
  g_assert_false (gr_move_kind_from_id (NULL, &read));
}

/* Each count is a document; counts of before stay beside the last one, which rules, and rule again when it is undone.
 */
static void
test_counts_are_kept (Fixture *fixture, gconstpointer data)
{
  gint64 item_id = add_one_item (fixture), second;

  count (fixture, item_id, GR_PLACE_SHOP, 10, 100);
  second = count (fixture, item_id, GR_PLACE_SHOP, 7, 110);
  g_assert_cmpint (fixture_number (fixture, "SELECT count (*) FROM stock_count WHERE state = 'posted'"), ==, 2);
  g_assert_cmpint (fixture_number (fixture, "SELECT count (*) FROM last_count"), ==, 1);
  g_assert_cmpint (fixture_number (fixture, "SELECT counted_on FROM last_count"), ==, 110);
  g_assert_cmpint (fixture_number (fixture, "SELECT line_id FROM last_count"), ==,
      fixture_number (fixture, "SELECT max (line_id) FROM move WHERE line_kind = 'count'"));
  fixture_undo (fixture, second);
  g_assert_cmpint (fixture_number (fixture, "SELECT counted_on FROM last_count"), ==, 100);
  g_assert_cmpint (lies (fixture, item_id, GR_PLACE_SHOP), ==, 10);
  fixture_redo (fixture, second);
  g_assert_cmpint (fixture_number (fixture, "SELECT counted_on FROM last_count"), ==, 110);
  g_assert_cmpint (lies (fixture, item_id, GR_PLACE_SHOP), ==, 7);
  fixture_assert_clean (fixture);
}

/* A sheet that is not posted says nothing yet. */
static void
test_open_sheets_do_not_rule (Fixture *fixture, gconstpointer data)
{
  gint64 item_id = add_one_item (fixture);

  count (fixture, item_id, GR_PLACE_SHOP, 10, 100);
  fixture_begin (fixture, "A sheet");
  g_assert_true (gr_query_run (fixture->database, NULL,
      "INSERT INTO stock_count (location_id, state, opened_on) VALUES (?1, 'open', 120)", "l",
      fixture_place (fixture, GR_PLACE_SHOP)));
  g_assert_true (gr_query_run (fixture->database, NULL,
      "INSERT INTO stock_count_line (count_id, item_id, counted_on, counted_qty) "
      "SELECT id, ?1, 120, 1000 FROM stock_count WHERE state = 'open'",
      "l", item_id));
  fixture_finish (fixture);
  g_assert_cmpint (fixture_number (fixture, "SELECT counted_on FROM last_count"), ==, 100);
}

/* What one deed counts in a place is one document, and an item that its sheet names twice is one line, as said last. */
static void
test_a_deed_is_a_sheet_a_place (Fixture *fixture, gconstpointer data)
{
  gint64 first = add_one_item (fixture), second;

  fixture_begin (fixture, "Sheet");
  second = fixture_add_item (fixture, "B", "Pears");
  fixture_count (fixture, first, GR_PLACE_SHOP, 10, 100);
  fixture_count (fixture, second, GR_PLACE_SHOP, 20, 100);
  fixture_count (fixture, second, GR_PLACE_SHOP, 21, 101);
  fixture_count (fixture, first, GR_PLACE_WAREHOUSE, 30, 100);
  fixture_finish (fixture);
  g_assert_cmpint (fixture_number (fixture, "SELECT count (*) FROM stock_count"), ==, 2);
  g_assert_cmpint (fixture_number (fixture, "SELECT count (*) FROM stock_count_line"), ==, 3);
  g_assert_cmpint (lies (fixture, second, GR_PLACE_SHOP), ==, 21);
  g_assert_cmpint (lies (fixture, first, GR_PLACE_WAREHOUSE), ==, 30);
  fixture_assert_clean (fixture);
}

/* Built-in places are found by their names of today, whatever number they have; an owner's name wins over them. */
static void
test_places_by_name (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 id = 0, own = 0;

  g_assert_true (gr_location_store_find (fixture->database, "WAREHOUSE", &id, NULL));
  g_assert_cmpint (id, ==, fixture_place (fixture, GR_PLACE_WAREHOUSE));
  g_assert_true (gr_location_store_find (fixture->database, "Suppliers", &id, NULL));
  g_assert_cmpint (id, ==, 0); /* no place of the shop's own */
  fixture_begin (fixture, "Place");
  g_assert_false (gr_location_store_add (fixture->database, "shop", &own, &error));
  g_assert_error (error, GR_ERROR, GR_ERROR_EXISTS);
  g_assert_true (
      gr_query_run (fixture->database, NULL, "UPDATE location SET name = 'Lager' WHERE role = 'warehouse'", ""));
  g_assert_true (gr_location_store_find (fixture->database, "lager", &id, NULL));
  g_assert_cmpint (id, ==, fixture_place (fixture, GR_PLACE_WAREHOUSE));
  g_assert_true (gr_location_store_find (fixture->database, "warehouse", &id, NULL));
  g_assert_cmpint (id, ==, 0); /* it has another name now */
  fixture_finish (fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/counts/same-day", test_two_counts_on_one_day);
  TEST ("/counts/again", test_the_same_count_again);
  TEST ("/counts/morning", test_a_count_is_of_the_morning);
  TEST ("/counts/apart", test_places_are_counted_apart);
  TEST ("/counts/earlier-sale", test_a_sale_before_a_later_count_stays);
  TEST ("/counts/later-sale", test_a_sale_after_the_count_comes_back);
  TEST ("/counts/refuses", test_only_a_later_count_of_the_place_refuses);
  TEST ("/counts/before", test_the_count_before_comes_back);
  TEST ("/counts/first-days", test_first_days_of_all);
  TEST ("/counts/ledger", test_days_of_the_ledger);
  g_test_add_func ("/counts/kinds", test_kinds_of_moves);
  TEST ("/counts/kept", test_counts_are_kept);
  TEST ("/counts/open-sheets", test_open_sheets_do_not_rule);
  TEST ("/counts/sheets", test_a_deed_is_a_sheet_a_place);
  TEST ("/counts/places", test_places_by_name);
  return g_test_run();
}
