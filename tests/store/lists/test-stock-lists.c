#include "list-shop.h"

#include "domain/trade/item.h"
#include "store/catalogue/item-store.h"
#include "store/catalogue/supplier-store.h"
#include "store/lists/stock-list.h"
#include "store/lists/stock-rows.h"
#include "store/orders/order-store.h"
#include "store/plans/plan-store.h"
#include "store/stock/location-store.h"

#include <math.h>

#define TEST(name, func) g_test_add (name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

static char *
codes_of (Fixture *fixture, const GrStockFilter *filter)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = gr_stock_list_ids (fixture->database, filter, &error);
  g_autoptr (GPtrArray) rows = NULL;
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  rows = gr_stock_rows_read (fixture->database, (const gint64 *) (gconstpointer) ids->data, ids->len, 0, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++)
    g_string_append (text, ((GrStockRow *) rows->pdata[i])->code);
  return g_string_free (text, FALSE);
}

static void
assert_codes (Fixture *fixture, const GrStockFilter *filter, const char *expected)
{
  g_autofree char *found = codes_of (fixture, filter);

  g_assert_cmpstr (found, ==, expected);
}

/* One item of each health, named by its number, and N that was never planned. */
static void
test_exceptions_hold_what_is_wrong (Fixture *fixture, gconstpointer data)
{
  GrStockFilter filter = GR_STOCK_FILTER_ALL;
  GrStockTotals totals;
  gint64 supplier_id;

  fixture_begin (fixture, "Items");
  supplier_id = fixture_add_supplier (fixture, "Market");
  for (int health = 0; health < GR_N_HEALTHS; health++) {
    char code[] = {(char) ('0' + health), '\0'};
    ListItem given = {code, "", NULL, health + 1, 10000, health, 10 + health, 1, 5, health < 5 ? GR_DATE_NONE : TODAY};

    list_add_plan (fixture, &given, list_add_item (fixture, &given), supplier_id);
  }
  list_add_item (fixture, &(ListItem){"N", "", NULL, 1, 10000, 0, 0, 0, 0, 0});
  fixture_finish (fixture);

  filter.due_by = TODAY;
  assert_codes (fixture, &filter, "0123456N");
  for (int health = 0; health < GR_N_HEALTHS; health++) {
    char expected[] = {(char) ('0' + health), health == GR_HEALTH_NONE ? 'N' : '\0', '\0'};

    filter.health = health;
    assert_codes (fixture, &filter, expected);
    g_assert_true (gr_stock_list_totals (fixture->database, &filter, &totals, NULL));
    g_assert_cmpint (totals.n_items, ==, strlen (expected));
    g_assert_cmpint (totals.money_at_risk, ==, 10 + health);
    /* How many there are of each, whatever is asked for. */
    for (int other = 0; other < GR_N_HEALTHS; other++)
      g_assert_cmpint (totals.n_by_health[other], ==, other == GR_HEALTH_NONE ? 2 : 1);
    g_assert_cmpint (totals.n_due, ==, 2);
  }
  filter.health = -1;
  filter.only_exceptions = TRUE;
  assert_codes (fixture, &filter, "0123");
  g_assert_true (gr_stock_list_totals (fixture->database, &filter, &totals, NULL));
  g_assert_cmpint (totals.n_items, ==, 4);
  g_assert_cmpint (totals.money_at_risk, ==, 10 + 11 + 12 + 13);
  g_assert_cmpint (totals.excess_value, ==, 4);
  g_assert_cmpint (totals.stock_value, ==, 100 * (1 + 2 + 3 + 4));
  g_assert_cmpint (totals.n_by_health[GR_HEALTH_OK], ==, 1);
  filter.only_exceptions = FALSE;
  filter.only_due = TRUE;
  assert_codes (fixture, &filter, "56");
  filter.due_by = TODAY - 1;
  assert_codes (fixture, &filter, "");
  fixture_assert_clean (fixture);
}

/* What has no value comes last either way. */
static void
test_orders_of_the_list (Fixture *fixture, gconstpointer data)
{
  static const char *const expected[GR_N_STOCK_SORTS][2] = {
      [GR_STOCK_SORT_CODE] = {"ABC", "CBA"},
      [GR_STOCK_SORT_DESCRIPTION] = {"BAC", "ABC"},
      [GR_STOCK_SORT_FAMILY] = {"CAB", "ACB"},
      [GR_STOCK_SORT_ON_HAND] = {"ACB", "BCA"},
      [GR_STOCK_SORT_ON_ORDER] = {"ABC", "CBA"},
      [GR_STOCK_SORT_AVAILABLE] = {"ACB", "BCA"},
      [GR_STOCK_SORT_PROJECTED] = {"ABC", "CBA"},
      [GR_STOCK_SORT_DAYS_OF_SUPPLY] = {"CAB", "ACB"},
      [GR_STOCK_SORT_VALUE] = {"CBA", "ABC"},
      [GR_STOCK_SORT_HEALTH] = {"CBA", "ABC"},
      [GR_STOCK_SORT_MONEY_AT_RISK] = {"ABC", "CBA"},
      [GR_STOCK_SORT_URGENCY] = {"ABC", "CBA"},
  };
  gint64 item_ids[3], supplier_ids[2];

  list_add_three (fixture, item_ids, supplier_ids);
  for (int sort = 0; sort < GR_N_STOCK_SORTS; sort++)
    for (int way = 0; way < 2; way++) {
      GrStockFilter filter = GR_STOCK_FILTER_ALL;
      g_autofree char *found = NULL;

      filter.sort = (GrStockSort) sort;
      filter.is_descending = way;
      found = codes_of (fixture, &filter);
      if (g_strcmp0 (found, expected[sort][way]) != 0)
        g_test_message ("sort %d, way %d", sort, way);
      g_assert_cmpstr (found, ==, expected[sort][way]);
    }
}

static void
test_filters (Fixture *fixture, gconstpointer data)
{
  GrStockFilter filter = GR_STOCK_FILTER_ALL;
  gint64 item_ids[3], supplier_ids[2], family_id;
  g_autoptr (GrItem) item = NULL;

  list_add_three (fixture, item_ids, supplier_ids);
  filter.supplier_id = supplier_ids[0];
  assert_codes (fixture, &filter, "AB");
  filter = GR_STOCK_FILTER_ALL;
  g_assert_true (gr_family_store_find (fixture->database, "cakes", &family_id, NULL));
  filter.family_id = family_id;
  assert_codes (fixture, &filter, "C");
  filter = GR_STOCK_FILTER_ALL;
  item = gr_item_store_by_id (fixture->database, item_ids[0], NULL);
  item->status = GR_ITEM_DISCONTINUED;
  fixture_begin (fixture, "Discontinue");
  g_assert_true (gr_item_store_save (fixture->database, item, NULL));
  /* Nothing of B lies in the warehouse, but it was counted there. */
  fixture_count (fixture, item_ids[1], GR_PLACE_WAREHOUSE, 0, 91);
  fixture_finish (fixture);
  filter.status = GR_ITEM_DISCONTINUED;
  assert_codes (fixture, &filter, "A");
  filter.status = GR_ITEM_ACTIVE;
  assert_codes (fixture, &filter, "BC");
  filter = GR_STOCK_FILTER_ALL;
  filter.location_id = fixture_place (fixture, GR_PLACE_WAREHOUSE);
  assert_codes (fixture, &filter, "B");
}

static GrStockRow *
row_of (GPtrArray *rows, guint i)
{
  return rows->pdata[i];
}

/* Approved, sent and partly received orders, less what was cancelled; what came too much of one line takes nothing off
 * another. */
static void
test_what_a_row_says (Fixture *fixture, gconstpointer data)
{
  gint64 item_ids[3], supplier_ids[2], wanted[] = {0, 4711, 0}, line;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) there = NULL;
  const GrStockRow *row;

  list_add_three (fixture, item_ids, supplier_ids);
  fixture_begin (fixture, "Orders of A");
  list_add_order (fixture, GR_ORDER_DRAFT, supplier_ids[0], item_ids[0], 1, 0);
  list_add_order (fixture, GR_ORDER_APPROVED, supplier_ids[0], item_ids[0], 10, 4);
  list_add_order (fixture, GR_ORDER_SENT, supplier_ids[0], item_ids[0], 100, 0);
  line = list_add_order (fixture, GR_ORDER_PARTIALLY_RECEIVED, supplier_ids[0], item_ids[0], 5, 0);
  g_assert_true (gr_order_store_receive_line (
      fixture->database, line, fixture_place (fixture, GR_PLACE_WAREHOUSE), gr_qty_from_units (7), 95, NULL));
  list_add_order (fixture, GR_ORDER_RECEIVED, supplier_ids[0], item_ids[0], 1000, 0);
  list_add_order (fixture, GR_ORDER_CLOSED, supplier_ids[0], item_ids[0], 1000, 0);
  list_add_order (fixture, GR_ORDER_CANCELLED, supplier_ids[0], item_ids[0], 1000, 0);
  fixture_finish (fixture);
  wanted[0] = item_ids[2];
  wanted[2] = item_ids[0];
  rows = gr_stock_rows_read (fixture->database, wanted, 3, 0, NULL);
  g_assert_cmpuint (rows->len, ==, 2); /* in the order asked for; there is no 4711 */
  g_assert_cmpint (row_of (rows, 0)->item_id, ==, item_ids[2]);
  row = row_of (rows, 1);
  g_assert_cmpint (row->item_id, ==, item_ids[0]);
  g_assert_cmpstr (row->code, ==, "A");
  g_assert_cmpstr (row->description, ==, "pear");
  g_assert_cmpstr (row->family, ==, "Tea");
  g_assert_cmpstr (row->unit, ==, "pcs");
  g_assert_cmpint (row->status, ==, GR_ITEM_ACTIVE);
  g_assert_true (row->is_stocked);
  g_assert_cmpint (row->on_hand, ==, 12000);
  g_assert_cmpint (row->available, ==, 12000);
  g_assert_cmpint (row->on_order, ==, 106000);
  g_assert_cmpint (row->in_draft, ==, 1000);
  g_assert_cmpint (row->projected, ==, 118000);
  g_assert_cmpfloat (row->days_of_supply, ==, 7);
  g_assert_cmpint (row->stock_out_on, ==, GR_DATE_NONE);
  g_assert_cmpint (row->health, ==, GR_HEALTH_OK);
  g_assert_cmpint (row->money_at_risk, ==, 5);
  g_assert_cmpint (row->unit_cost, ==, 100000);
  g_assert_cmpint (row->unit_price, ==, 200000);
  g_assert_cmpint (row->value, ==, 12000);
  there = gr_stock_rows_read (fixture->database, item_ids, 1, fixture_place (fixture, GR_PLACE_WAREHOUSE), NULL);
  g_assert_cmpint (row_of (there, 0)->on_hand, ==, 7000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/stock-lists/exceptions", test_exceptions_hold_what_is_wrong);
  TEST ("/stock-lists/orders", test_orders_of_the_list);
  TEST ("/stock-lists/filters", test_filters);
  TEST ("/stock-lists/row", test_what_a_row_says);
  return g_test_run();
}
