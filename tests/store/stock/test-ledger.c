#include "fixture.h"

#include "domain/base/error.h"
#include "domain/trade/item.h"
#include "store/catalogue/item-store.h"
#include "store/stock/ledger-history.h"
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

static void
adjust (Fixture *fixture, gint64 item_id, int units, int day)
{
  g_autoptr (GError) error = NULL;
  GrMove what = {
      .item_id = item_id, .to_id = fixture_place (fixture, GR_PLACE_SHOP), .moved_on = day, .reason = "Broken"};

  gr_ledger_adjust (fixture->database, &what, gr_qty_from_units (units), &error);
  g_assert_no_error (error);
}

static void
test_sales_move_from_the_count_on (Fixture *fixture, gconstpointer data)
{
  gint64 item_id = add_one_item (fixture);

  fixture_begin (fixture, "Old sales");
  fixture_sell (fixture, item_id, 5, 99, "1");
  fixture_finish (fixture);
  g_assert_cmpint (fixture_on_hand (fixture, item_id), ==, 0);
  fixture_begin (fixture, "Count");
  fixture_count (fixture, item_id, GR_PLACE_SHOP, 20, 100);
  fixture_finish (fixture);
  g_assert_cmpint (fixture_on_hand (fixture, item_id), ==, 20);
  fixture_begin (fixture, "New sales");
  fixture_sell (fixture, item_id, 4, 100, "2");
  fixture_sell (fixture, item_id, -1, 101, "3");
  fixture_sell (fixture, item_id, 7, 98, "4");
  fixture_finish (fixture);
  g_assert_cmpint (fixture_on_hand (fixture, item_id), ==, 17);
  fixture_begin (fixture, "Second count");
  fixture_count (fixture, item_id, GR_PLACE_SHOP, 15, 101);
  fixture_finish (fixture);
  g_assert_cmpint (fixture_on_hand (fixture, item_id), ==, 16);
  fixture_assert_clean (fixture);
}

static void
test_outdated_count_is_left_out (Fixture *fixture, gconstpointer data)
{
  gint64 item_id = add_one_item (fixture);
  GrCountResult result;

  fixture_begin (fixture, "Count");
  fixture_count (fixture, item_id, GR_PLACE_SHOP, 20, 100);
  g_assert_true (gr_stock_count_store_take (
      fixture->database, item_id, fixture_place (fixture, GR_PLACE_SHOP), 5000, 90, &result, NULL));
  g_assert_cmpint (result, ==, GR_COUNT_OUTDATED);
  fixture_finish (fixture);
  g_assert_cmpint (fixture_on_hand (fixture, item_id), ==, 20);
}

static void
test_unstocked_items_move_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 item_id = add_one_item (fixture);
  g_autoptr (GrItem) item = gr_item_store_by_id (fixture->database, item_id, NULL);
  GrCountResult result;

  fixture_begin (fixture, "Stock and sales");
  fixture_count (fixture, item_id, GR_PLACE_SHOP, 20, 100);
  fixture_sell (fixture, item_id, 4, 100, "1");
  fixture_finish (fixture);
  item->is_stocked = FALSE;
  fixture_begin (fixture, "Not stocked");
  g_assert_true (gr_item_store_save (fixture->database, item, NULL));
  g_assert_false (gr_stock_count_store_take (
      fixture->database, item_id, fixture_place (fixture, GR_PLACE_SHOP), 1, 200, &result, &error));
  g_assert_error (error, GR_ERROR, GR_ERROR_REFUSED);
  fixture_sell (fixture, item_id, 2, 102, "2");
  fixture_finish (fixture);
  g_assert_cmpint (fixture_on_hand (fixture, item_id), ==, 20);
  item->is_stocked = TRUE;
  fixture_begin (fixture, "Stocked again");
  g_assert_true (gr_item_store_save (fixture->database, item, NULL));
  fixture_finish (fixture);
  g_assert_cmpint (fixture_on_hand (fixture, item_id), ==, 14);
  fixture_assert_clean (fixture);
}

static void
test_rows_read_back_to_nothing (Fixture *fixture, gconstpointer data)
{
  gint64 item_id = add_one_item (fixture);
  GrDate days[] = {99, 100, 101, 102, 103};
  GrQty stock[G_N_ELEMENTS (days)];
  GrLedgerCursor cursor = {0};
  int n_rows = 0;

  fixture_begin (fixture, "All");
  fixture_count (fixture, item_id, GR_PLACE_SHOP, 20, 100);
  fixture_sell (fixture, item_id, 4, 100, "1");
  adjust (fixture, item_id, -3, 102);
  fixture_finish (fixture);
  for (;;) {
    g_autoptr (GPtrArray) rows = gr_ledger_history_rows (fixture->database, item_id, &cursor, 2, NULL);

    for (guint i = 0; i < rows->len; i++, n_rows++) {
      const GrLedgerRow *row = rows->pdata[i];

      g_assert_cmpstr (row->deed_title, ==, "All");
      if (n_rows == 0) {
        g_assert_cmpint (row->balance, ==, 13000);
        g_assert_cmpint (row->change, ==, -3000);
        g_assert_cmpstr (row->reason, ==, "Broken");
      }
    }
    if (rows->len < 2)
      break;
  }
  g_assert_cmpint (n_rows, ==, 3);
  g_assert_cmpint (cursor.balance, ==, 0);
  g_assert_true (gr_ledger_history_day_ends (fixture->database, item_id, days, G_N_ELEMENTS (days), stock, NULL));
  g_assert_cmpint (stock[0], ==, 0);
  g_assert_cmpint (stock[1], ==, 16000);
  g_assert_cmpint (stock[2], ==, 16000);
  g_assert_cmpint (stock[3], ==, 13000);
  g_assert_cmpint (stock[4], ==, 13000);
}

static void
test_undo_refuses_across_a_count (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 item_id = add_one_item (fixture);
  gint64 deed_id;

  fixture_begin (fixture, "Adjust");
  adjust (fixture, item_id, 10, 99);
  deed_id = fixture_finish (fixture);
  fixture_begin (fixture, "Big count");
  fixture_count (fixture, item_id, GR_PLACE_SHOP, 20, 100);
  fixture_finish (fixture);
  g_assert_false (fixture_try_undo (fixture, deed_id, &error));
  g_assert_error (error, GR_ERROR, GR_ERROR_CONFLICT);
  g_assert_nonnull (g_strrstr (error->message, "Big count"));
}

/* An import of sales taken back after a count posted its lines: the count stands, the lines move nothing. */
static void
test_sales_taken_back_from_under_a_count (Fixture *fixture, gconstpointer data)
{
  gint64 item_id = add_one_item (fixture);
  gint64 sales;

  fixture_begin (fixture, "Sales");
  fixture_sell (fixture, item_id, 4, 105, "1");
  sales = fixture_finish (fixture);
  fixture_begin (fixture, "Count");
  fixture_count (fixture, item_id, GR_PLACE_SHOP, 20, 100);
  fixture_finish (fixture);
  g_assert_cmpint (fixture_on_hand (fixture, item_id), ==, 16);
  fixture_undo (fixture, sales);
  g_assert_cmpint (fixture_on_hand (fixture, item_id), ==, 20);
  fixture_assert_clean (fixture);
  fixture_redo (fixture, sales);
  g_assert_cmpint (fixture_on_hand (fixture, item_id), ==, 16);
  fixture_assert_clean (fixture);
}

static GrDate
first_day (Fixture *fixture, gint64 item_id)
{
  GrDate day;

  g_assert_true (gr_stock_count_store_first_day (fixture->database, item_id, &day, NULL));
  return day;
}

static void
test_first_day_of_what_holds (Fixture *fixture, gconstpointer data)
{
  gint64 item_id = add_one_item (fixture);
  gint64 deed_id;

  g_assert_cmpint (first_day (fixture, item_id), ==, GR_DATE_NONE);
  fixture_begin (fixture, "Nothing there");
  fixture_count (fixture, item_id, GR_PLACE_SHOP, 0, 100);
  deed_id = fixture_finish (fixture);
  g_assert_cmpint (first_day (fixture, item_id), ==, 100);
  fixture_undo (fixture, deed_id);
  g_assert_cmpint (first_day (fixture, item_id), ==, GR_DATE_NONE);
  fixture_begin (fixture, "Found");
  adjust (fixture, item_id, 5, 90);
  deed_id = fixture_finish (fixture);
  g_assert_cmpint (first_day (fixture, item_id), ==, 90);
  fixture_undo (fixture, deed_id);
  fixture_redo (fixture, deed_id);
  g_assert_cmpint (first_day (fixture, item_id), ==, 90);
  fixture_undo (fixture, deed_id);
  g_assert_cmpint (first_day (fixture, item_id), ==, GR_DATE_NONE);
}

/* Two places: sales leave the one where more was counted, and move over when a count says otherwise. */
static void
test_sales_leave_the_fuller_place (Fixture *fixture, gconstpointer data)
{
  gint64 item_id = add_one_item (fixture);
  g_autoptr (GPtrArray) balances = NULL;

  fixture_begin (fixture, "All");
  fixture_count (fixture, item_id, GR_PLACE_SHOP, 10, 100);
  fixture_sell (fixture, item_id, 4, 103, "1");
  fixture_count (fixture, item_id, GR_PLACE_WAREHOUSE, 50, 102);
  fixture_sell (fixture, item_id, 3, 101, "2");
  fixture_finish (fixture);
  balances = gr_ledger_balances (fixture->database, item_id, NULL);
  g_assert_cmpuint (balances->len, ==, 2);
  g_assert_cmpint (((GrBalance *) balances->pdata[0])->qty, ==, 10000);
  g_assert_cmpint (((GrBalance *) balances->pdata[0])->counted_on, ==, 100);
  g_assert_cmpint (((GrBalance *) balances->pdata[1])->qty, ==, 46000);
  fixture_assert_clean (fixture);
}

typedef struct {
  gboolean is_count;
  int item;
  int location;
  int units;
  int day;
} Event;

static void
play (Fixture *fixture, const gint64 *items, const Event *event, int number)
{
  g_autofree char *invoice = g_strdup_printf ("%d", number);

  fixture_begin (fixture, event->is_count ? "Count" : "Sales");
  if (event->is_count)
    fixture_count (fixture, items[event->item], event->location, event->units, event->day);
  else
    fixture_sell (fixture, items[event->item], event->units, event->day, invoice);
  fixture_finish (fixture);
}

/* Counts and sales in any order come to the same balances. Days of counts in a place differ, so that there is a last
 * one. */
static void
test_order_of_imports_does_not_matter (void)
{
  for (int round = 0; round < 8; round++) {
    g_autofree char *first = NULL;
    Event events[14];
    int order[G_N_ELEMENTS (events)];

    for (int i = 0; i < (int) G_N_ELEMENTS (events); i++) {
      order[i] = i;
      events[i] =
          (Event){i % 3 == 0, g_test_rand_int_range (0, 2), g_test_rand_bit() ? GR_PLACE_SHOP : GR_PLACE_WAREHOUSE,
              g_test_rand_int_range (1, 50), i % 3 == 0 ? 100 + i : g_test_rand_int_range (95, 115)};
    }
    for (int turn = 0; turn < 3; turn++) {
      Fixture fixture;
      gint64 items[2];
      g_autoptr (GString) text = g_string_new (NULL);

      fixture_set_up (&fixture, NULL);
      fixture_begin (&fixture, "Items");
      items[0] = fixture_add_item (&fixture, "A", "");
      items[1] = fixture_add_item (&fixture, "B", "");
      fixture_finish (&fixture);
      for (int i = 0; i < (int) G_N_ELEMENTS (events); i++)
        play (&fixture, items, &events[order[i]], order[i]);
      for (int i = 0; i < 2; i++) {
        g_autoptr (GPtrArray) balances = gr_ledger_balances (fixture.database, items[i], NULL);

        for (guint k = 0; k < balances->len; k++) {
          const GrBalance *balance = balances->pdata[k];

          g_string_append_printf (text, "%d %s %d\n", i, balance->location_name, (int) balance->qty);
        }
      }
      fixture_assert_clean (&fixture);
      if (first == NULL)
        first = g_strdup (text->str);
      g_assert_cmpstr (text->str, ==, first);
      fixture_tear_down (&fixture, NULL);
      for (int i = (int) G_N_ELEMENTS (order) - 1; i > 0; i--) {
        int other = g_test_rand_int_range (0, i + 1);
        int kept = order[i];

        order[i] = order[other];
        order[other] = kept;
      }
    }
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/ledger/from-count", test_sales_move_from_the_count_on);
  TEST ("/ledger/outdated", test_outdated_count_is_left_out);
  TEST ("/ledger/unstocked", test_unstocked_items_move_nothing);
  TEST ("/ledger/rows", test_rows_read_back_to_nothing);
  TEST ("/ledger/across-count", test_undo_refuses_across_a_count);
  TEST ("/ledger/under-count", test_sales_taken_back_from_under_a_count);
  TEST ("/ledger/first-day", test_first_day_of_what_holds);
  TEST ("/ledger/fuller-place", test_sales_leave_the_fuller_place);
  g_test_add_func ("/ledger/any-order", test_order_of_imports_does_not_matter);
  return g_test_run();
}
