#include "list-shop.h"

#include "store/catalogue/family-store.h"
#include "store/lists/order-list.h"
#include "store/lists/plan-list.h"
#include "store/lists/supplier-list.h"
#include "store/lists/today-list.h"

#define TEST(name, func) g_test_add (name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

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

  list_add_three (fixture, item_ids, supplier_ids);
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

  list_add_three (fixture, item_ids, supplier_ids);
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

    g_assert_cmpstr (row->item_code, ==, list_three[i].code);
    g_assert_cmpstr (row->item_description, ==, list_three[i].description);
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

  list_add_three (fixture, item_ids, supplier_ids);
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

  list_add_three (fixture, item_ids, supplier_ids);
  fixture_begin (fixture, "Cancelled");
  list_add_order (fixture, GR_ORDER_CANCELLED, supplier_ids[0], item_ids[0], 5, 0);
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
  TEST ("/shop-lists/families", test_families);
  TEST ("/shop-lists/suppliers", test_suppliers);
  TEST ("/shop-lists/today", test_today);
  TEST ("/shop-lists/order-filters", test_order_filters);
  return g_test_run();
}
