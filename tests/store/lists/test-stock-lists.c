#include "fixture.h"

#include "domain/trade/item.h"
#include "store/catalogue/family-store.h"
#include "store/catalogue/item-store.h"
#include "store/catalogue/supplier-store.h"
#include "store/lists/order-list.h"
#include "store/lists/plan-list.h"
#include "store/lists/stock-list.h"
#include "store/lists/stock-rows.h"
#include "store/lists/supplier-list.h"
#include "store/lists/today-list.h"
#include "store/orders/order-store.h"
#include "store/plans/plan-store.h"
#include "store/stock/location-store.h"

#include <math.h>

#define TEST(name, func) g_test_add (name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

#define TODAY 100

/* An item and what the plan says of it. */
typedef struct {
  const char *code, *description, *family;
  int on_hand;
  GrPrice unit_cost;
  GrStockHealth health;
  GrMoney money_at_risk;
  GrMoney excess_value;
  double days_of_supply;
  GrDate order_on;
} Given;

static gint64
add_item (Fixture *fixture, const Given *given)
{
  g_autoptr (GrItem) item = gr_item_new();
  g_autoptr (GError) error = NULL;

  item->code = g_strdup (given->code);
  item->description = g_strdup (given->description);
  item->family = g_strdup (given->family);
  item->unit_cost = given->unit_cost;
  item->unit_price = 2 * given->unit_cost;
  gr_item_store_save (fixture->database, item, &error);
  g_assert_no_error (error);
  if (given->on_hand != 0)
    fixture_count (fixture, item->id, GR_PLACE_SHOP, given->on_hand, 90);
  return item->id;
}

static void
add_plan (Fixture *fixture, const Given *given, gint64 item_id, gint64 supplier_id)
{
  GrPlanLine line = {.item_id = item_id,
      .supplier_id = supplier_id,
      .health = given->health,
      .money_at_risk = given->money_at_risk,
      .excess_value = given->excess_value,
      .days_of_supply = given->days_of_supply,
      .stock_out_on = GR_DATE_NONE};
  GrSuggestion suggestion = {.item_id = item_id,
      .supplier_id = supplier_id,
      .qty = 2000,
      .unit_price = 10000,
      .needed_on = 120,
      .order_on = given->order_on,
      .arrive_on = 110};
  g_autoptr (GError) error = NULL;

  gr_plan_store_add_line (fixture->database, &line, &error);
  g_assert_no_error (error);
  if (given->order_on != GR_DATE_NONE)
    gr_plan_store_add_suggestions (fixture->database, &suggestion, 1, &error);
  g_assert_no_error (error);
}

/* A line of an order of its own, in that state. */
static gint64
add_order (Fixture *fixture, GrOrderState state, gint64 supplier_id, gint64 item_id, int ordered, int cancelled)
{
  g_autoptr (GrPurchaseOrder) order = g_new0 (GrPurchaseOrder, 1);
  g_autoptr (GrPurchaseOrderLine) line = g_new0 (GrPurchaseOrderLine, 1);
  g_autoptr (GError) error = NULL;

  order->supplier_id = supplier_id;
  order->state = state;
  order->created_on = 90;
  order->expected_on = 95;
  order->approved_on = order->sent_on = order->closed_on = GR_DATE_NONE;
  gr_order_store_save (fixture->database, order, &error);
  g_assert_no_error (error);
  line->order_id = order->id;
  line->item_id = item_id;
  line->ordered_qty = gr_qty_from_units (ordered);
  line->cancelled_qty = gr_qty_from_units (cancelled);
  line->unit_price = 20000;
  line->expected_on = GR_DATE_NONE;
  gr_order_store_save_line (fixture->database, line, &error);
  g_assert_no_error (error);
  return line->id;
}

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
    Given given = {code, "", NULL, health + 1, 10000, health, 10 + health, 1, 5, health < 5 ? GR_DATE_NONE : TODAY};

    add_plan (fixture, &given, add_item (fixture, &given), supplier_id);
  }
  add_item (fixture, &(Given){"N", "", NULL, 1, 10000, 0, 0, 0, 0, 0});
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

static const Given three[] = {
    {"A", "pear", "Tea", 5, 100000, GR_HEALTH_OK, 5, 0, 7, GR_DATE_NONE},
    {"B", "Apple", NULL, 30, 10000, GR_HEALTH_POTENTIAL_STOCK_OUT, 20, 0, NAN, TODAY + 1},
    {"C", " ", "cakes", 10, 100, GR_HEALTH_POTENTIAL_STOCK_OUT, 50, 3, 3, TODAY},
};

/* The three, C on order from the second of two suppliers. */
static void
add_three (Fixture *fixture, gint64 item_ids[3], gint64 supplier_ids[2])
{
  fixture_begin (fixture, "Items");
  supplier_ids[0] = fixture_add_supplier (fixture, "Orchard");
  supplier_ids[1] = fixture_add_supplier (fixture, "Bakery");
  for (int i = 0; i < 3; i++) {
    g_autoptr (GrSupplierItem) terms = gr_supplier_item_new();

    item_ids[i] = add_item (fixture, &three[i]);
    add_plan (fixture, &three[i], item_ids[i], supplier_ids[i == 2]);
    terms->item_id = item_ids[i];
    terms->supplier_id = supplier_ids[i == 2];
    terms->is_preferred = TRUE;
    g_assert_true (gr_supplier_item_store_save (fixture->database, terms, NULL));
  }
  add_order (fixture, GR_ORDER_SENT, supplier_ids[1], item_ids[2], 25, 0);
  add_order (fixture, GR_ORDER_APPROVED, supplier_ids[0], item_ids[1], 4, 0);
  fixture_finish (fixture);
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

  add_three (fixture, item_ids, supplier_ids);
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

  add_three (fixture, item_ids, supplier_ids);
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

  add_three (fixture, item_ids, supplier_ids);
  fixture_begin (fixture, "Orders of A");
  add_order (fixture, GR_ORDER_DRAFT, supplier_ids[0], item_ids[0], 1, 0);
  add_order (fixture, GR_ORDER_APPROVED, supplier_ids[0], item_ids[0], 10, 4);
  add_order (fixture, GR_ORDER_SENT, supplier_ids[0], item_ids[0], 100, 0);
  line = add_order (fixture, GR_ORDER_PARTIALLY_RECEIVED, supplier_ids[0], item_ids[0], 5, 0);
  g_assert_true (gr_order_store_receive_line (
      fixture->database, line, fixture_place (fixture, GR_PLACE_WAREHOUSE), gr_qty_from_units (7), 95, NULL));
  add_order (fixture, GR_ORDER_RECEIVED, supplier_ids[0], item_ids[0], 1000, 0);
  add_order (fixture, GR_ORDER_CLOSED, supplier_ids[0], item_ids[0], 1000, 0);
  add_order (fixture, GR_ORDER_CANCELLED, supplier_ids[0], item_ids[0], 1000, 0);
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

static void
test_families (Fixture *fixture, gconstpointer data)
{
  static const GrPlanFamilyRow expected[] = {
      {0, (char *) "cakes", 1, 1, 1, 10, 50, 3, 200},
      {0, NULL, 1, 1, 0, 3000, 20, 0, 0},
      {0, (char *) "Tea", 1, 0, 0, 5000, 5, 0, 0},
  };
  gint64 item_ids[3], supplier_ids[2];
  g_autoptr (GPtrArray) rows = NULL;

  add_three (fixture, item_ids, supplier_ids);
  rows = gr_plan_list_families (fixture->database, TODAY, NULL);
  g_assert_cmpuint (rows->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < rows->len; i++) {
    const GrPlanFamilyRow *row = rows->pdata[i];
    gint64 id = 0;

    g_assert_cmpstr (row->name, ==, expected[i].name);
    if (row->name != NULL)
      g_assert_true (gr_family_store_find (fixture->database, row->name, &id, NULL));
    g_assert_cmpint (row->family_id, ==, id);
    g_assert_cmpint (row->n_items, ==, expected[i].n_items);
    g_assert_cmpint (row->n_exceptions, ==, expected[i].n_exceptions);
    g_assert_cmpint (row->n_suggestions, ==, expected[i].n_suggestions);
    g_assert_cmpint (row->stock_value, ==, expected[i].stock_value);
    g_assert_cmpint (row->money_at_risk, ==, expected[i].money_at_risk);
    g_assert_cmpint (row->excess_value, ==, expected[i].excess_value);
    g_assert_cmpint (row->suggested_value, ==, expected[i].suggested_value);
  }
}

/* By name; what is still to come of open orders, and the first of what is suggested. */
static void
test_suppliers (Fixture *fixture, gconstpointer data)
{
  gint64 item_ids[3], supplier_ids[2];
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) items = NULL;

  add_three (fixture, item_ids, supplier_ids);
  rows = gr_supplier_list (fixture->database, "", NULL);
  g_assert_cmpuint (rows->len, ==, 2);
  for (guint i = 0; i < rows->len; i++) {
    const GrSupplierRow *row = rows->pdata[i];

    g_assert_cmpint (row->supplier_id, ==, supplier_ids[i == 0]);
    g_assert_cmpstr (row->name, ==, i == 0 ? "Bakery" : "Orchard");
    g_assert_cmpint (row->n_items, ==, i == 0 ? 1 : 2);
    g_assert_cmpint (row->n_open_orders, ==, 1);
    g_assert_cmpint (row->open_value, ==, i == 0 ? 5000 : 800);
    g_assert_cmpint (row->n_suggestions, ==, 1);
    g_assert_cmpint (row->suggested_value, ==, 200);
    g_assert_cmpint (row->lead_time_days, ==, 7);
  }
  found = gr_supplier_list (fixture->database, "KER", NULL);
  g_assert_cmpuint (found->len, ==, 1);
  items = gr_supplier_list_items (fixture->database, supplier_ids[0], NULL);
  g_assert_cmpuint (items->len, ==, 2);
  for (guint i = 0; i < items->len; i++) {
    const GrSupplierItemRow *row = items->pdata[i];

    g_assert_cmpstr (row->item_code, ==, three[i].code);
    g_assert_cmpstr (row->item_description, ==, three[i].description);
    g_assert_cmpint (row->terms->id, >, 0);
    g_assert_cmpint (row->terms->supplier_id, ==, supplier_ids[0]);
    g_assert_cmpint (row->terms->item_id, ==, item_ids[i]);
    g_assert_cmpint (row->terms->lead_time_days, ==, -1);
    g_assert_true (row->terms->is_preferred);
  }
}

/* What needs doing: worst in money first, of each kind no more than asked for. */
static void
test_today (Fixture *fixture, gconstpointer data)
{
  gint64 item_ids[3], supplier_ids[2], counts[GR_N_TODAY_KINDS];
  static const gint64 expected[GR_N_TODAY_KINDS] = {
      [GR_TODAY_STOCK_OUT] = 2,
      [GR_TODAY_LATE_DELIVERY] = 1,
      [GR_TODAY_ORDER_TO_PLACE] = 1,
      [GR_TODAY_DRAFT_TO_SEND] = 1,
      [GR_TODAY_NEGATIVE_STOCK] = 1,
  };
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) worst = NULL;
  int n_of_kind[GR_N_TODAY_KINDS] = {0};

  add_three (fixture, item_ids, supplier_ids);
  fixture_begin (fixture, "Sold what is not there");
  fixture_sell (fixture, item_ids[0], 9, 95, "1");
  fixture_finish (fixture);
  rows = gr_today_list (fixture->database, TODAY, 10, NULL);
  for (guint i = 0; i < rows->len; i++) {
    const GrTodayRow *row = rows->pdata[i];

    n_of_kind[row->kind]++;
    g_assert_true (i == 0 || ((GrTodayRow *) rows->pdata[i - 1])->money >= row->money);
    if (row->kind == GR_TODAY_STOCK_OUT) {
      g_assert_cmpint (row->item_id, ==, row->money == 50 ? item_ids[2] : item_ids[1]);
      g_assert_cmpint (row->supplier_id, ==, row->money == 50 ? supplier_ids[1] : supplier_ids[0]);
    } else if (row->kind == GR_TODAY_NEGATIVE_STOCK) {
      g_assert_cmpint (row->money, ==, 4000);
      g_assert_cmpint (row->item_id, ==, item_ids[0]);
      g_assert_cmpint (row->qty, ==, -4000);
    } else if (row->kind == GR_TODAY_LATE_DELIVERY) {
      g_assert_cmpint (row->money, ==, 5000);
      g_assert_cmpint (row->on, ==, 95);
      g_assert_cmpint (row->n, ==, 1);
    }
  }
  g_assert_true (gr_today_list_counts (fixture->database, TODAY, counts, NULL));
  for (int kind = 0; kind < GR_N_TODAY_KINDS; kind++) {
    g_assert_cmpint (counts[kind], ==, expected[kind]);
    g_assert_cmpint (n_of_kind[kind], ==, expected[kind]);
  }
  worst = gr_today_list (fixture->database, TODAY, 1, NULL);
  g_assert_cmpuint (worst->len, ==, GR_N_TODAY_KINDS);
  for (guint i = 0; i < worst->len; i++) {
    const GrTodayRow *row = worst->pdata[i];

    g_assert_true (row->kind != GR_TODAY_STOCK_OUT || row->money == 50);
  }
}

/* Due on the day itself is not late. */
static void
test_order_filters (Fixture *fixture, gconstpointer data)
{
  gint64 item_ids[3], supplier_ids[2], counts[GR_N_ORDER_STATES];
  struct {
    GrOrderFilter filter;
    guint n;
  } cases[] = {
      {{.state = -1, .late_on = GR_DATE_NONE}, 3},
      {{.search = "", .state = -1, .late_on = GR_DATE_NONE}, 3},
      {{.search = "po-0002", .state = -1, .late_on = GR_DATE_NONE}, 1},
      {{.search = "nothing", .state = -1, .late_on = GR_DATE_NONE}, 0},
      {{.state = GR_ORDER_SENT, .late_on = GR_DATE_NONE}, 1},
      {{.state = GR_ORDER_DRAFT, .late_on = GR_DATE_NONE}, 0},
      {{.state = -1, .only_open = TRUE, .late_on = GR_DATE_NONE}, 2},
      {{.state = -1, .late_on = 95}, 0},
      {{.state = -1, .late_on = 96}, 1},
      {{.state = -1, .supplier_id = 1, .late_on = GR_DATE_NONE}, 2},
      {{.state = -1, .item_id = 3, .late_on = GR_DATE_NONE}, 1},
  };
  GrOrderFilter all = GR_ORDER_FILTER_ALL;
  g_autoptr (GPtrArray) newest = NULL;

  add_three (fixture, item_ids, supplier_ids);
  fixture_begin (fixture, "Cancelled");
  add_order (fixture, GR_ORDER_CANCELLED, supplier_ids[0], item_ids[0], 5, 0);
  fixture_finish (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GPtrArray) found = gr_order_list (fixture->database, &cases[i].filter, -1, NULL);

    if (found->len != cases[i].n)
      g_test_message ("filter %d", (int) i);
    g_assert_cmpuint (found->len, ==, cases[i].n);
  }
  newest = gr_order_list (fixture->database, &all, 1, NULL);
  g_assert_cmpuint (newest->len, ==, 1);
  g_assert_cmpstr (((GrPurchaseOrder *) newest->pdata[0])->number, ==, "PO-0003");
  g_assert_true (gr_order_list_counts (fixture->database, counts, NULL));
  for (int state = 0; state < GR_N_ORDER_STATES; state++)
    g_assert_cmpint (
        counts[state], ==, state == GR_ORDER_SENT || state == GR_ORDER_APPROVED || state == GR_ORDER_CANCELLED ? 1 : 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/stock-lists/exceptions", test_exceptions_hold_what_is_wrong);
  TEST ("/stock-lists/orders", test_orders_of_the_list);
  TEST ("/stock-lists/filters", test_filters);
  TEST ("/stock-lists/row", test_what_a_row_says);
  TEST ("/stock-lists/families", test_families);
  TEST ("/stock-lists/suppliers", test_suppliers);
  TEST ("/stock-lists/today", test_today);
  TEST ("/stock-lists/order-filters", test_order_filters);
  return g_test_run();
}
