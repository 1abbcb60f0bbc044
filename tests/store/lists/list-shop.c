#include "list-shop.h"

#include "domain/trade/item.h"
#include "store/catalogue/item-store.h"
#include "store/catalogue/supplier-item-store.h"
#include "store/orders/order-store.h"
#include "store/plans/plan-store.h"
#include "store/stock/location-store.h"

#include <math.h>

gint64
list_add_item (Fixture *fixture, const ListItem *given)
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

void
list_add_plan (Fixture *fixture, const ListItem *given, gint64 item_id, gint64 supplier_id)
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
gint64
list_add_order (Fixture *fixture, GrOrderState state, gint64 supplier_id, gint64 item_id, int ordered, int cancelled)
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

const ListItem list_three[] = {
    {"A", "pear", "Tea", 5, 100000, GR_HEALTH_OK, 5, 0, 7, GR_DATE_NONE},
    {"B", "Apple", NULL, 30, 10000, GR_HEALTH_POTENTIAL_STOCK_OUT, 20, 0, NAN, TODAY + 1},
    {"C", " ", "cakes", 10, 100, GR_HEALTH_POTENTIAL_STOCK_OUT, 50, 3, 3, TODAY},
};

/* The three, C on order from the second of two suppliers. */
void
list_add_three (Fixture *fixture, gint64 item_ids[3], gint64 supplier_ids[2])
{
  fixture_begin (fixture, "Items");
  supplier_ids[0] = fixture_add_supplier (fixture, "Orchard");
  supplier_ids[1] = fixture_add_supplier (fixture, "Bakery");
  for (int i = 0; i < 3; i++) {
    g_autoptr (GrSupplierItem) terms = gr_supplier_item_new();

    item_ids[i] = list_add_item (fixture, &list_three[i]);
    list_add_plan (fixture, &list_three[i], item_ids[i], supplier_ids[i == 2]);
    terms->item_id = item_ids[i];
    terms->supplier_id = supplier_ids[i == 2];
    terms->is_preferred = TRUE;
    g_assert_true (gr_supplier_item_store_save (fixture->database, terms, NULL));
  }
  list_add_order (fixture, GR_ORDER_SENT, supplier_ids[1], item_ids[2], 25, 0);
  list_add_order (fixture, GR_ORDER_APPROVED, supplier_ids[0], item_ids[1], 4, 0);
  fixture_finish (fixture);
}
