#include "every-deed.h"

#include "expect.h"

#include "shop/catalogue/add-item.h"
#include "shop/catalogue/item-card.h"
#include "shop/catalogue/save-item.h"
#include "shop/catalogue/save-supplier.h"
#include "shop/catalogue/supplier-view.h"
#include "shop/forecasting/choose-forecast.h"
#include "shop/forecasting/known-events.h"
#include "shop/purchasing/accept-suggestions.h"
#include "shop/purchasing/order-view.h"
#include "shop/purchasing/orders.h"
#include "shop/stock/adjust-stock.h"
#include "store/stock/location-store.h"

/* By its number, which is given again where an order was taken back; 0 with an error. */
static gint64
find_order (const ShopFixture *fixture, const char *number, GError **error)
{
  g_autoptr (GrPurchaseOrder) order = gr_shop_order_by_number (fixture->shop, number, error);

  return order != NULL ? order->id : 0;
}

static gboolean
start_order (ShopFixture *fixture, GError **error)
{
  return gr_shop_new_order (fixture->shop, fixture->mill, error) != 0;
}

static gboolean
put_on_order (ShopFixture *fixture, GError **error)
{
  gint64 order = find_order (fixture, "PO-0001", error);

  return order != 0 &&
         gr_shop_set_order_line (fixture->shop, order, fixture->steady[0], gr_qty_from_units (36), NULL, error);
}

static gboolean
put_another (ShopFixture *fixture, GError **error)
{
  gint64 order = find_order (fixture, "PO-0001", error);

  return order != 0 &&
         gr_shop_set_order_line (fixture->shop, order, fixture->steady[1], gr_qty_from_units (48), NULL, error);
}

static gboolean
change_price (ShopFixture *fixture, GError **error)
{
  gint64 order = find_order (fixture, "PO-0001", error);
  GrPrice price = 9900;

  return order != 0 &&
         gr_shop_set_order_line (fixture->shop, order, fixture->steady[1], gr_qty_from_units (60), &price, error);
}

static gboolean
take_off (ShopFixture *fixture, GError **error)
{
  gint64 order = find_order (fixture, "PO-0001", error);

  return order != 0 && gr_shop_set_order_line (fixture->shop, order, fixture->steady[1], 0, NULL, error);
}

static gboolean
approve (ShopFixture *fixture, GError **error)
{
  gint64 order = find_order (fixture, "PO-0001", error);

  return order != 0 && gr_shop_approve_order (fixture->shop, order, error);
}

static gboolean
reopen (ShopFixture *fixture, GError **error)
{
  gint64 order = find_order (fixture, "PO-0001", error);

  return order != 0 && gr_shop_reopen_order (fixture->shop, order, error);
}

static gboolean
hold (ShopFixture *fixture, GError **error)
{
  gint64 order = find_order (fixture, "PO-0001", error);

  return order != 0 && gr_shop_hold_order (fixture->shop, order, TRUE, error);
}

static gboolean
let_go (ShopFixture *fixture, GError **error)
{
  gint64 order = find_order (fixture, "PO-0001", error);

  return order != 0 && gr_shop_hold_order (fixture->shop, order, FALSE, error);
}

static gboolean
send_off (ShopFixture *fixture, GError **error)
{
  gint64 order = find_order (fixture, "PO-0001", error);

  return order != 0 && gr_shop_send_order (fixture->shop, order, error);
}

static gboolean
receive_part (ShopFixture *fixture, GError **error)
{
  gint64 order = find_order (fixture, "PO-0001", error);
  g_autoptr (GPtrArray) lines = order != 0 ? gr_shop_order_lines (fixture->shop, order, error) : NULL;
  GrReceiptLine line = {0, gr_qty_from_units (10)};

  if (lines == NULL)
    return FALSE;
  line.line_id = ((GrPurchaseOrderLine *) lines->pdata[0])->id;
  return gr_shop_receive_order (
      fixture->shop, order, shop_fixture_place (fixture, GR_PLACE_SHOP), &line, 1, FALSE, error);
}

static gboolean
receive_too_much (ShopFixture *fixture, GError **error)
{
  gint64 order = find_order (fixture, "PO-0001", error);
  g_autoptr (GPtrArray) lines = order != 0 ? gr_shop_order_lines (fixture->shop, order, error) : NULL;
  GrReceiptLine line = {0, gr_qty_from_units (50)};

  if (lines == NULL)
    return FALSE;
  line.line_id = ((GrPurchaseOrderLine *) lines->pdata[0])->id;
  return gr_shop_receive_order (fixture->shop, order, 0, &line, 1, TRUE, error);
}

static gboolean
receive_rest (ShopFixture *fixture, GError **error)
{
  gint64 order = find_order (fixture, "PO-0001", error);

  return order != 0 && gr_shop_receive_remaining (fixture->shop, order, 0, error);
}

static gboolean
close_order (ShopFixture *fixture, GError **error)
{
  gint64 order = find_order (fixture, "PO-0001", error);

  return order != 0 && gr_shop_close_order (fixture->shop, order, error);
}

static gboolean
accept_all (ShopFixture *fixture, GError **error)
{
  GrSuggestionChoice all = {0};
  GrAcceptOutcome outcome;

  if (!gr_shop_accept_suggestions (fixture->shop, &all, &outcome, error))
    return FALSE;
  gr_accept_outcome_clear (&outcome);
  return TRUE;
}

static gboolean
cancel (ShopFixture *fixture, GError **error)
{
  gint64 order = find_order (fixture, "PO-0002", error);

  return order != 0 && gr_shop_cancel_order (fixture->shop, order, error);
}

static GrItem *
item_of (const ShopFixture *fixture, gint64 item_id, GError **error)
{
  g_autoptr (GrItemCard) card = gr_shop_item_card (fixture->shop, item_id, error);

  return card != NULL ? gr_item_copy (card->item) : NULL;
}

static gboolean
count (ShopFixture *fixture, GError **error)
{
  return gr_shop_adjust_stock (fixture->shop, fixture->steady[0], shop_fixture_place (fixture, GR_PLACE_WAREHOUSE),
      gr_qty_from_units (70), "Found", error);
}

static gboolean
count_none (ShopFixture *fixture, GError **error)
{
  return gr_shop_adjust_stock (
      fixture->shop, fixture->steady[3], shop_fixture_place (fixture, GR_PLACE_WAREHOUSE), 0, "Burnt", error);
}

static gboolean
count_elsewhere (ShopFixture *fixture, GError **error)
{
  return gr_shop_adjust_stock (fixture->shop, fixture->steady[2], shop_fixture_place (fixture, GR_PLACE_SHOP),
      gr_qty_from_units (25), NULL, error);
}

static gboolean
add_item (ShopFixture *fixture, GError **error)
{
  g_autoptr (GrItem) item = gr_item_new();

  item->code = g_strdup ("NEW");
  item->description = g_strdup ("Not seen before");
  item->family = g_strdup ("Cakes");
  return shop_save_item (fixture->shop, item, error) != 0;
}

static gboolean
add_whole_item (ShopFixture *fixture, GError **error)
{
  g_autoptr (GrItem) item = gr_item_new();
  GrNewItem whole = GR_NEW_ITEM (item);

  item->code = g_strdup ("WHOLE");
  item->family = g_strdup ("Jelly");
  item->unit_cost = 21500;
  whole.supplier = "Orchard";
  whole.lead_time_days = 9;
  whole.order_multiple = 6 * GR_QTY_ONE;
  whole.barcode = "96385074";
  whole.opening_stock = 7 * GR_QTY_ONE;
  return gr_shop_add_item (fixture->shop, &whole, error) != 0;
}

static gboolean
change_level (ShopFixture *fixture, GError **error)
{
  g_autoptr (GrItem) item = item_of (fixture, fixture->steady[0], error);

  if (item == NULL)
    return FALSE;
  item->service_level = 0.995;
  return shop_save_item (fixture->shop, item, error) != 0;
}

static gboolean
discontinue (ShopFixture *fixture, GError **error)
{
  g_autoptr (GrItem) item = item_of (fixture, fixture->steady[1], error);

  if (item == NULL)
    return FALSE;
  item->status = GR_ITEM_DISCONTINUED;
  return shop_save_item (fixture->shop, item, error) != 0;
}

static gboolean
stop_stocking (ShopFixture *fixture, GError **error)
{
  g_autoptr (GrItem) item = item_of (fixture, fixture->steady[2], error);

  if (item == NULL)
    return FALSE;
  item->is_stocked = FALSE;
  return shop_save_item (fixture->shop, item, error) != 0;
}

static gboolean
change_cost (ShopFixture *fixture, GError **error)
{
  g_autoptr (GrItem) item = item_of (fixture, fixture->steady[3], error);

  if (item == NULL)
    return FALSE;
  item->unit_cost = 20000;
  item->unit_price = 40000;
  return shop_save_item (fixture->shop, item, error) != 0;
}

static gboolean
add_barcode (ShopFixture *fixture, GError **error)
{
  return gr_shop_add_barcode (fixture->shop, fixture->steady[0], "4006381333931", 12 * GR_QTY_ONE, error);
}

static gboolean
change_barcode (ShopFixture *fixture, GError **error)
{
  return gr_shop_add_barcode (fixture->shop, fixture->steady[0], "4006381333931", 6 * GR_QTY_ONE, error);
}

static gboolean
remove_barcode (ShopFixture *fixture, GError **error)
{
  return gr_shop_remove_barcode (fixture->shop, "4006381333931", error);
}

static gboolean
buy_elsewhere (ShopFixture *fixture, GError **error)
{
  g_autoptr (GrSupplierItem) terms = gr_supplier_item_new();

  terms->item_id = fixture->steady[0];
  terms->supplier_id = fixture->dairy;
  terms->unit_price = 10000;
  terms->lead_time_days = 30;
  terms->lead_time_sd_days = 4;
  terms->is_preferred = TRUE;
  return gr_shop_save_terms (fixture->shop, terms, error);
}

static gboolean
remove_terms (ShopFixture *fixture, GError **error)
{
  g_autoptr (GrItemCard) card = gr_shop_item_card (fixture->shop, fixture->steady[0], error);

  return card != NULL &&
         gr_shop_remove_terms (fixture->shop, ((GrItemTerms *) card->terms->pdata[0])->terms->id, error);
}

static gboolean
slow_down (ShopFixture *fixture, GError **error)
{
  g_autoptr (GrSupplier) supplier = gr_shop_supplier (fixture->shop, fixture->dairy, error);

  if (supplier == NULL)
    return FALSE;
  supplier->lead_time_days = 20;
  return gr_shop_save_supplier (fixture->shop, supplier, error) != 0;
}

static gboolean
add_supplier (ShopFixture *fixture, GError **error)
{
  g_autoptr (GrSupplier) supplier = gr_supplier_new();

  supplier->name = g_strdup ("Market");
  return gr_shop_save_supplier (fixture->shop, supplier, error) != 0;
}

static gboolean
raise_family (ShopFixture *fixture, GError **error)
{
  return gr_shop_set_service_level (fixture->shop, "Milk", 0.99, error);
}

static gboolean
lower_shop (ShopFixture *fixture, GError **error)
{
  return gr_shop_set_service_level (fixture->shop, NULL, 0.8, error);
}

static gboolean
rename_shop (ShopFixture *fixture, GError **error)
{
  return gr_shop_rename (fixture->shop, "Corner shop & sons", "USD", error);
}

static gboolean
choose_method (ShopFixture *fixture, GError **error)
{
  GrForecastChoice choice = {fixture->steady[0], GR_METHOD_SES, GR_DATE_NONE};

  return gr_shop_set_forecast_choice (fixture->shop, &choice, error);
}

static gboolean
choose_history (ShopFixture *fixture, GError **error)
{
  GrForecastChoice choice = {fixture->steady[0], GR_METHOD_AUTOMATIC, fixture->today - 200};

  return gr_shop_set_forecast_choice (fixture->shop, &choice, error);
}

static gboolean
set_aside (ShopFixture *fixture, GError **error)
{
  return gr_shop_decide_day (fixture->shop, fixture->steady[1], fixture->today - 30, TRUE, error);
}

static gboolean
succeed (ShopFixture *fixture, GError **error)
{
  GrPredecessorChoice choice = {.item_id = fixture->steady[3], .share_percent = 50};
  gint64 young = gr_shop_find_item (fixture->shop, "YOUNG", NULL, error);

  return young != 0 && gr_shop_set_predecessor (fixture->shop, young, &choice, error);
}

static gboolean
add_event (ShopFixture *fixture, GError **error)
{
  g_autoptr (GrEvent) event = gr_event_new();

  event->name = g_strdup ("Fair");
  event->item_id = fixture->steady[3];
  event->starts_on = fixture->today + 14;
  event->ends_before = fixture->today + 21;
  event->lift_percent = 80;
  return gr_shop_save_event (fixture->shop, event, NULL, error) == 1;
}

static gboolean
move_event (ShopFixture *fixture, GError **error)
{
  g_autoptr (GrEvent) event = gr_shop_event (fixture->shop, 1, error);

  if (event == NULL)
    return FALSE;
  event->starts_on += 14;
  event->ends_before += 14;
  return gr_shop_save_event (fixture->shop, event, NULL, error) == 1;
}

static gboolean
remove_event (ShopFixture *fixture, GError **error)
{
  return gr_shop_remove_event (fixture->shop, 1, NULL, error);
}

/* An order from its beginning to its end. */
const ShopDeed shop_deeds_of_orders[] = {
    {"new order", start_order},
    {"line", put_on_order},
    {"another line", put_another},
    {"its quantity and price", change_price},
    {"taken off", take_off},
    {"another line again", put_another},
    {"approve", approve},
    {"reopen", reopen},
    {"approve again", approve},
    {"hold", hold},
    {"off hold", let_go},
    {"send", send_off},
    {"receive a part", receive_part},
    {"receive too much", receive_too_much},
    {"close without the rest", close_order},
    {"accept", accept_all},
    {"cancel", cancel},
    {NULL, NULL},
};

/* Of an order that shop_deeds_send_one() made. */
const ShopDeed shop_deeds_of_receipts[] = {
    {"receive a part", receive_part},
    {"receive the rest", receive_rest},
    {"close", close_order},
    {NULL, NULL},
};

/* Items, suppliers and the shop itself. */
const ShopDeed shop_deeds_of_catalogue[] = {
    {"count", count},
    {"count to nothing", count_none},
    {"count in another place", count_elsewhere},
    {"new item", add_item},
    {"new item with its supplier, barcode and stock", add_whole_item},
    {"its service level", change_level},
    {"discontinued", discontinue},
    {"no longer stocked", stop_stocking},
    {"cost and price", change_cost},
    {"barcode", add_barcode},
    {"its quantity", change_barcode},
    {"no barcode", remove_barcode},
    {"terms of another", buy_elsewhere},
    {"no terms", remove_terms},
    {"lead time", slow_down},
    {"new supplier", add_supplier},
    {"service level of a family", raise_family},
    {"service level of the shop", lower_shop},
    {"name and currency", rename_shop},
    {NULL, NULL},
};

/* What the owner decides about forecasts, of a shop with an item YOUNG. */
const ShopDeed shop_deeds_of_forecasts[] = {
    {"method", choose_method},
    {"history", choose_history},
    {"days set aside", set_aside},
    {"predecessor", succeed},
    {"event", add_event},
    {"its days", move_event},
    {"no event", remove_event},
    {NULL, NULL},
};

/* An order for two items of the mill, sent. */
void
shop_deeds_send_one (ShopFixture *fixture)
{
  EXPECT (start_order (fixture, ERR));
  EXPECT (put_on_order (fixture, ERR));
  EXPECT (put_another (fixture, ERR));
  EXPECT (approve (fixture, ERR));
  EXPECT (send_off (fixture, ERR));
}

/* An item that has been sold for nine weeks only. */
void
shop_deeds_add_young (ShopFixture *fixture)
{
  g_autoptr (GrItem) young = gr_item_new();
  gint64 id = 0;

  young->code = g_strdup ("YOUNG");
  young->description = g_strdup ("Takes the place of A-4");
  EXPECT ((id = shop_save_item (fixture->shop, young, ERR)) != 0);
  for (int week = 1; week < 10; week++)
    shop_fixture_sell (fixture, id, fixture->today - 7 * week, 10 + week);
}
