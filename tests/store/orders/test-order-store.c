#include "fixture.h"

#include "domain/base/error.h"
#include "store/stock/ledger-history.h"
#include "store/stock/location-store.h"
#include "store/lists/order-list.h"
#include "store/orders/order-store.h"
#include "store/lists/supplier-list.h"
#include "store/catalogue/supplier-store.h"
#include "store/lists/today-list.h"

#define TEST(name, func) g_test_add (name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

typedef struct {
  gint64 item_id;
  gint64 supplier_id;
  gint64 order_id;
  gint64 line_id;
  gint64 deed_id;
} Order;

static Order
add_order (Fixture *fixture, GrOrderState state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GrPurchaseOrder) order = g_new0 (GrPurchaseOrder, 1);
  g_autoptr (GrPurchaseOrderLine) line = g_new0 (GrPurchaseOrderLine, 1);
  Order made;

  fixture_begin (fixture, "Order");
  made.item_id = fixture_add_item (fixture, "A", "Apples");
  made.supplier_id = fixture_add_supplier (fixture, "Orchard & Sons");
  order->supplier_id = made.supplier_id;
  order->state = state;
  order->created_on = 100;
  order->expected_on = 110;
  order->approved_on = order->sent_on = order->closed_on = GR_DATE_NONE;
  gr_order_store_save (fixture->database, order, &error);
  g_assert_no_error (error);
  line->order_id = made.order_id = order->id;
  line->item_id = made.item_id;
  line->ordered_qty = gr_qty_from_units (10);
  line->unit_price = 12345;
  line->expected_on = GR_DATE_NONE;
  gr_order_store_save_line (fixture->database, line, &error);
  g_assert_no_error (error);
  made.line_id = line->id;
  made.deed_id = fixture_finish (fixture);
  return made;
}

static void
test_values_and_numbers (Fixture *fixture, gconstpointer data)
{
  Order made = add_order (fixture, GR_ORDER_DRAFT);
  g_autoptr (GrPurchaseOrder) order = gr_order_store_by_number (fixture->database, "PO-0001", NULL);
  g_autofree char *next = gr_order_store_next_number (fixture->database, NULL);
  g_autoptr (GrItemSet) items = gr_item_set_new_one (made.item_id);
  g_autoptr (GArray) coming = gr_order_store_on_order (fixture->database, items, NULL);
  gint64 draft;

  g_assert_nonnull (order);
  g_assert_cmpstr (order->supplier_name, ==, "Orchard & Sons");
  g_assert_cmpint (order->n_lines, ==, 1);
  g_assert_cmpint (order->value, ==, 1235); /* 10 x 1.2345, half away from zero */
  g_assert_cmpint (order->open_value, ==, 1235);
  g_assert_cmpint (order->sent_on, ==, GR_DATE_NONE);
  g_assert_cmpstr (next, ==, "PO-0002");
  g_assert_true (gr_order_store_open_draft (fixture->database, made.supplier_id, &draft, NULL));
  g_assert_cmpint (draft, ==, made.order_id);
  g_assert_cmpuint (coming->len, ==, 1);
  g_assert_cmpint (g_array_index (coming, GrOnOrder, 0).qty, ==, 10000);
  g_assert_cmpint (g_array_index (coming, GrOnOrder, 0).expected_on, ==, 110);
}

static void
test_receipts_and_their_undo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  Order made = add_order (fixture, GR_ORDER_SENT);
  g_autoptr (GPtrArray) rows = NULL, lines = NULL;
  GrLedgerCursor cursor = {0};
  gint64 deed_id;

  fixture_begin (fixture, "Receipt");
  gr_order_store_receive_line (
      fixture->database, made.line_id, fixture_place (fixture, GR_PLACE_WAREHOUSE), 4000, 105, &error);
  g_assert_no_error (error);
  deed_id = fixture_finish (fixture);
  g_assert_cmpint (fixture_on_hand (fixture, made.item_id), ==, 4);
  rows = gr_ledger_history_rows (fixture->database, made.item_id, &cursor, 10, NULL);
  g_assert_cmpstr (((GrLedgerRow *) rows->pdata[0])->order_number, ==, "PO-0001");
  /* At the order's price, whatever the item's cost. */
  g_assert_cmpint (fixture_number (fixture, "SELECT unit_cost FROM move WHERE kind = 'receipt'"), ==, 12345);
  fixture_assert_clean (fixture);
  fixture_undo (fixture, deed_id);
  g_assert_cmpint (fixture_on_hand (fixture, made.item_id), ==, 0);
  lines = gr_order_store_lines (fixture->database, made.order_id, NULL);
  g_assert_cmpint (((GrPurchaseOrderLine *) lines->pdata[0])->received_qty, ==, 0);
  fixture_assert_clean (fixture);
  fixture_redo (fixture, deed_id);
  fixture_assert_clean (fixture);
  fixture_undo (fixture, deed_id);
  fixture_undo (fixture, made.deed_id);
  g_assert_cmpint (fixture_number (fixture, "SELECT count (*) FROM item"), ==, 0);
  g_assert_cmpint (fixture_number (fixture, "SELECT count (*) FROM balance"), ==, 0);
  fixture_assert_clean (fixture);
}

static void
test_lists (Fixture *fixture, gconstpointer data)
{
  Order made = add_order (fixture, GR_ORDER_SENT);
  GrOrderFilter filter = GR_ORDER_FILTER_ALL;
  gint64 counts[GR_N_ORDER_STATES];
  g_autoptr (GPtrArray) found = NULL, late = NULL, none = NULL, suppliers = NULL, today = NULL;

  filter.search = "orchard";
  found = gr_order_list (fixture->database, &filter, 10, NULL);
  g_assert_cmpuint (found->len, ==, 1);
  filter = GR_ORDER_FILTER_ALL;
  filter.late_on = 110;
  none = gr_order_list (fixture->database, &filter, 10, NULL);
  g_assert_cmpuint (none->len, ==, 0);
  filter.late_on = 111;
  filter.item_id = made.item_id;
  late = gr_order_list (fixture->database, &filter, 10, NULL);
  g_assert_cmpuint (late->len, ==, 1);
  g_assert_true (gr_order_list_counts (fixture->database, counts, NULL));
  g_assert_cmpint (counts[GR_ORDER_SENT], ==, 1);
  suppliers = gr_supplier_list (fixture->database, "& s", NULL);
  g_assert_cmpuint (suppliers->len, ==, 1);
  g_assert_cmpint (((GrSupplierRow *) suppliers->pdata[0])->open_value, ==, 1235);
  today = gr_today_list (fixture->database, 120, 10, NULL);
  g_assert_cmpuint (today->len, ==, 1);
  g_assert_cmpint (((GrTodayRow *) today->pdata[0])->kind, ==, GR_TODAY_LATE_DELIVERY);
  g_assert_cmpint (((GrTodayRow *) today->pdata[0])->money, ==, 1235);
}

static void
test_one_supplier_is_preferred (Fixture *fixture, gconstpointer data)
{
  Order made = add_order (fixture, GR_ORDER_DRAFT);
  g_autoptr (GrSupplierItem) first = gr_supplier_item_new();
  g_autoptr (GrSupplierItem) second = gr_supplier_item_new();
  g_autoptr (GrSupplierItem) chosen = NULL;
  g_autoptr (GrItemSet) items = gr_item_set_new_one (made.item_id);
  g_autoptr (GHashTable) all = NULL;

  fixture_begin (fixture, "Terms");
  first->item_id = second->item_id = made.item_id;
  first->supplier_id = made.supplier_id;
  second->supplier_id = fixture_add_supplier (fixture, "Other");
  first->is_preferred = second->is_preferred = TRUE;
  g_assert_true (gr_supplier_item_store_save (fixture->database, first, NULL));
  g_assert_true (gr_supplier_item_store_save (fixture->database, second, NULL));
  fixture_finish (fixture);
  g_assert_true (gr_supplier_item_store_preferred (fixture->database, made.item_id, &chosen, NULL));
  g_assert_cmpint (chosen->id, ==, second->id);
  g_assert_cmpint (chosen->lead_time_days, ==, -1);
  all = gr_supplier_item_store_all_preferred (fixture->database, items, NULL);
  g_assert_cmpint (((GrSupplierItem *) g_hash_table_lookup (all, &made.item_id))->id, ==, second->id);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/order-store/values", test_values_and_numbers);
  TEST ("/order-store/receipts", test_receipts_and_their_undo);
  TEST ("/order-store/lists", test_lists);
  TEST ("/order-store/preferred", test_one_supplier_is_preferred);
  return g_test_run();
}
