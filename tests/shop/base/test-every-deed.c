#include "expect.h"
#include "forecast-words.h"
#include "shop-words.h"

#include "shop/base/undo-deed.h"
#include "shop/catalogue/item-card.h"
#include "shop/catalogue/save-item.h"
#include "shop/catalogue/save-supplier.h"
#include "shop/catalogue/supplier-view.h"
#include "shop/forecasting/forecast-choice.h"
#include "shop/forecasting/known-events.h"
#include "shop/purchasing/accept-suggestions.h"
#include "shop/purchasing/orders.h"
#include "shop/stock/adjust-stock.h"
#include "store/stock/location-store.h"

/* A deed of a history: it goes by what the ones before it left. */
typedef struct {
  const char *name;
  void (*act) (ShopFixture *fixture);
} Deed;

static void
assert_same (const char *deed, const char *when, const char *now, const char *then)
{
  if (g_strcmp0 (now, then) != 0)
    g_test_message ("%s, %s", deed, when);
  g_assert_cmpstr (now, ==, then);
}

/* What the owner decided about forecasts. */
static char *
read_choices (const ShopFixture *fixture)
{
  g_autoptr (GArray) items = shop_fixture_items (fixture);
  g_autoptr (GPtrArray) events = gr_shop_event_records (fixture->shop, NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++) {
    gint64 item_id = g_array_index (items, gint64, i);
    g_auto (GrPredecessorChoice) before = {0};
    g_autoptr (GArray) findings = gr_shop_demand_findings (fixture->shop, item_id, NULL);
    GrForecastChoice choice;

    EXPECT (gr_shop_forecast_choice (fixture->shop, item_id, &choice, ERR));
    EXPECT (gr_shop_predecessor (fixture->shop, item_id, &before, ERR));
    g_string_append_printf (text, "%d: method %d from %d, after %s %d\n", (int) item_id, (int) choice.method,
        (int) choice.history_from, before.code, before.share_percent);
    for (guint k = 0; k < findings->len; k++) {
      const GrDemandFinding *found = &g_array_index (findings, GrDemandFinding, k);

      g_string_append_printf (text, "  %d %d-%d aside %d decided %d\n", (int) found->mark.kind,
          (int) found->mark.starts_on, (int) found->mark.ends_before, found->mark.is_set_aside, found->is_decided);
    }
  }
  for (guint i = 0; i < events->len; i++) {
    const GrEvent *event = ((GrEventRecord *) events->pdata[i])->event;

    g_string_append_printf (text, "%s %d %d-%d %d\n", event->name, (int) event->item_id, (int) event->starts_on,
        (int) event->ends_before, event->lift_percent);
  }
  return g_string_free (text, FALSE);
}

static char *
read_all (const ShopFixture *fixture)
{
  g_autofree char *books = shop_fixture_books_text (fixture);
  g_autofree char *choices = read_choices (fixture);
  g_autofree char *forecasts = shop_fixture_forecasts_text (fixture);

  return g_strconcat (books, choices, forecasts, NULL);
}

/* What a deed leaves is what a whole run of the plan makes of it; undo brings back what a person saw before it, redo
 * what they saw after it. Each is one deed, and undo and redo name it. */
static void
try_deed (ShopFixture *fixture, const Deed *deed)
{
  g_autofree char *before = read_all (fixture);
  g_autofree char *after = NULL;
  g_autofree char *planned = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autofree char *title = NULL;
  g_autofree char *undo_title = NULL;
  g_autofree char *redo_title = NULL;
  int n_deeds = shop_fixture_n_deeds (fixture);

  deed->act (fixture);
  g_assert_cmpint (shop_fixture_n_deeds (fixture), ==, n_deeds + 1);
  title = shop_fixture_last_title (fixture);
  after = read_all (fixture);
  if (g_str_equal (after, before))
    g_test_message ("%s", deed->name);
  g_assert_cmpstr (after, !=, before);
  shop_fixture_plan (fixture);
  planned = read_all (fixture);
  assert_same (deed->name, "planned as a whole", planned, after);
  EXPECT (gr_shop_undo (fixture->shop, &undo_title, NULL, ERR));
  g_assert_cmpstr (undo_title, ==, title);
  undone = read_all (fixture);
  assert_same (deed->name, "undone", undone, before);
  EXPECT (gr_shop_redo (fixture->shop, &redo_title, NULL, ERR));
  g_assert_cmpstr (redo_title, ==, title);
  redone = read_all (fixture);
  assert_same (deed->name, "redone", redone, after);
}

static void
try_all (ShopFixture *fixture, const Deed *deeds, gsize n)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *back = NULL;
  g_autofree char *forth = NULL;

  shop_fixture_plan (fixture);
  first = read_all (fixture);
  for (gsize i = 0; i < n; i++)
    try_deed (fixture, &deeds[i]);
  last = read_all (fixture);
  for (gsize i = 0; i < n; i++)
    EXPECT (gr_shop_undo (fixture->shop, NULL, NULL, ERR));
  back = read_all (fixture);
  assert_same ("all", "undone", back, first);
  for (gsize i = 0; i < n; i++)
    EXPECT (gr_shop_redo (fixture->shop, NULL, NULL, ERR));
  forth = read_all (fixture);
  assert_same ("all", "redone", forth, last);
  shop_fixture_check (fixture);
}

static void
start_order (ShopFixture *fixture)
{
  EXPECT (gr_shop_new_order (fixture->shop, fixture->mill, ERR) == 1);
}

static void
put_on_order (ShopFixture *fixture)
{
  EXPECT (gr_shop_set_order_line (fixture->shop, 1, fixture->steady[0], gr_qty_from_units (36), NULL, ERR));
}

static void
put_another (ShopFixture *fixture)
{
  EXPECT (gr_shop_set_order_line (fixture->shop, 1, fixture->steady[1], gr_qty_from_units (48), NULL, ERR));
}

static void
change_price (ShopFixture *fixture)
{
  GrPrice price = 9900;

  EXPECT (gr_shop_set_order_line (fixture->shop, 1, fixture->steady[1], gr_qty_from_units (60), &price, ERR));
}

static void
take_off (ShopFixture *fixture)
{
  EXPECT (gr_shop_set_order_line (fixture->shop, 1, fixture->steady[1], 0, NULL, ERR));
}

static void
approve (ShopFixture *fixture)
{
  EXPECT (gr_shop_approve_order (fixture->shop, 1, ERR));
}

static void
reopen (ShopFixture *fixture)
{
  EXPECT (gr_shop_reopen_order (fixture->shop, 1, ERR));
}

static void
hold (ShopFixture *fixture)
{
  EXPECT (gr_shop_hold_order (fixture->shop, 1, TRUE, ERR));
}

static void
let_go (ShopFixture *fixture)
{
  EXPECT (gr_shop_hold_order (fixture->shop, 1, FALSE, ERR));
}

static void
send_off (ShopFixture *fixture)
{
  EXPECT (gr_shop_send_order (fixture->shop, 1, ERR));
}

static void
receive_part (ShopFixture *fixture)
{
  GrReceiptLine line = {shop_fixture_line (fixture, 1, fixture->steady[0]).id, gr_qty_from_units (10)};

  EXPECT (gr_shop_receive_order (fixture->shop, 1, GR_LOCATION_SHOP, &line, 1, FALSE, ERR));
}

static void
receive_too_much (ShopFixture *fixture)
{
  GrReceiptLine line = {shop_fixture_line (fixture, 1, fixture->steady[0]).id, gr_qty_from_units (50)};

  EXPECT (gr_shop_receive_order (fixture->shop, 1, 0, &line, 1, TRUE, ERR));
}

static void
receive_rest (ShopFixture *fixture)
{
  EXPECT (gr_shop_receive_remaining (fixture->shop, 1, 0, ERR));
}

static void
close_order (ShopFixture *fixture)
{
  EXPECT (gr_shop_close_order (fixture->shop, 1, ERR));
}

static void
accept_all (ShopFixture *fixture)
{
  GrSuggestionChoice all = {0};
  GrAcceptOutcome outcome;

  EXPECT (gr_shop_accept_suggestions (fixture->shop, &all, &outcome, ERR));
  gr_accept_outcome_clear (&outcome);
}

static void
cancel (ShopFixture *fixture)
{
  EXPECT (gr_shop_cancel_order (fixture->shop, shop_fixture_n_orders (fixture), ERR));
}

static void
test_orders (ShopFixture *fixture, gconstpointer data)
{
  static const Deed deeds[] = {
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
  };

  try_all (fixture, deeds, G_N_ELEMENTS (deeds));
}

static void
test_receipts (ShopFixture *fixture, gconstpointer data)
{
  static const Deed deeds[] = {
      {"receive a part", receive_part},
      {"receive the rest", receive_rest},
      {"close", close_order},
  };

  start_order (fixture);
  put_on_order (fixture);
  put_another (fixture);
  approve (fixture);
  send_off (fixture);
  try_all (fixture, deeds, G_N_ELEMENTS (deeds));
}

static GrItem *
item_of (const ShopFixture *fixture, gint64 item_id)
{
  g_autoptr (GrItemCard) card = gr_shop_item_card (fixture->shop, item_id, NULL);

  return gr_item_copy (card->item);
}

static void
count (ShopFixture *fixture)
{
  EXPECT (gr_shop_adjust_stock (
      fixture->shop, fixture->steady[0], GR_LOCATION_WAREHOUSE, gr_qty_from_units (70), "Found", ERR));
}

static void
count_none (ShopFixture *fixture)
{
  EXPECT (gr_shop_adjust_stock (fixture->shop, fixture->steady[3], GR_LOCATION_WAREHOUSE, 0, "Burnt", ERR));
}

static void
count_elsewhere (ShopFixture *fixture)
{
  EXPECT (
      gr_shop_adjust_stock (fixture->shop, fixture->steady[2], GR_LOCATION_SHOP, gr_qty_from_units (25), NULL, ERR));
}

static void
add_item (ShopFixture *fixture)
{
  g_autoptr (GrItem) item = gr_item_new();

  item->code = g_strdup ("NEW");
  item->description = g_strdup ("Not seen before");
  item->family = g_strdup ("Cakes");
  EXPECT (gr_shop_save_item (fixture->shop, item, ERR) != 0);
}

static void
change_level (ShopFixture *fixture)
{
  g_autoptr (GrItem) item = item_of (fixture, fixture->steady[0]);

  item->service_level = 0.995;
  EXPECT (gr_shop_save_item (fixture->shop, item, ERR) != 0);
}

static void
discontinue (ShopFixture *fixture)
{
  g_autoptr (GrItem) item = item_of (fixture, fixture->steady[1]);

  item->status = GR_ITEM_DISCONTINUED;
  EXPECT (gr_shop_save_item (fixture->shop, item, ERR) != 0);
}

static void
stop_stocking (ShopFixture *fixture)
{
  g_autoptr (GrItem) item = item_of (fixture, fixture->steady[2]);

  item->is_stocked = FALSE;
  EXPECT (gr_shop_save_item (fixture->shop, item, ERR) != 0);
}

static void
change_cost (ShopFixture *fixture)
{
  g_autoptr (GrItem) item = item_of (fixture, fixture->steady[3]);

  item->unit_cost = 20000;
  item->unit_price = 40000;
  EXPECT (gr_shop_save_item (fixture->shop, item, ERR) != 0);
}

static void
add_barcode (ShopFixture *fixture)
{
  EXPECT (gr_shop_add_barcode (fixture->shop, fixture->steady[0], "4006381333931", 12 * GR_QTY_ONE, ERR));
}

static void
change_barcode (ShopFixture *fixture)
{
  EXPECT (gr_shop_add_barcode (fixture->shop, fixture->steady[0], "4006381333931", 6 * GR_QTY_ONE, ERR));
}

static void
remove_barcode (ShopFixture *fixture)
{
  EXPECT (gr_shop_remove_barcode (fixture->shop, "4006381333931", ERR));
}

static void
buy_elsewhere (ShopFixture *fixture)
{
  g_autoptr (GrSupplierItem) terms = gr_supplier_item_new();

  terms->item_id = fixture->steady[0];
  terms->supplier_id = fixture->dairy;
  terms->unit_price = 10000;
  terms->lead_time_days = 30;
  terms->lead_time_sd_days = 4;
  terms->is_preferred = TRUE;
  EXPECT (gr_shop_save_terms (fixture->shop, terms, ERR));
}

static void
remove_terms (ShopFixture *fixture)
{
  g_autoptr (GrItemCard) card = gr_shop_item_card (fixture->shop, fixture->steady[0], NULL);

  EXPECT (gr_shop_remove_terms (fixture->shop, ((GrItemTerms *) card->terms->pdata[0])->terms->id, ERR));
}

static void
slow_down (ShopFixture *fixture)
{
  g_autoptr (GrSupplier) supplier = gr_shop_supplier (fixture->shop, fixture->dairy, NULL);

  supplier->lead_time_days = 20;
  EXPECT (gr_shop_save_supplier (fixture->shop, supplier, ERR) != 0);
}

static void
add_supplier (ShopFixture *fixture)
{
  g_autoptr (GrSupplier) supplier = gr_supplier_new();

  supplier->name = g_strdup ("Market");
  EXPECT (gr_shop_save_supplier (fixture->shop, supplier, ERR) != 0);
}

static void
raise_family (ShopFixture *fixture)
{
  EXPECT (gr_shop_set_service_level (fixture->shop, "Milk", 0.99, ERR));
}

static void
lower_shop (ShopFixture *fixture)
{
  EXPECT (gr_shop_set_service_level (fixture->shop, NULL, 0.8, ERR));
}

static void
rename_shop (ShopFixture *fixture)
{
  EXPECT (gr_shop_rename (fixture->shop, "Corner shop & sons", "USD", ERR));
}

static void
test_catalogue (ShopFixture *fixture, gconstpointer data)
{
  static const Deed deeds[] = {
      {"count", count},
      {"count to nothing", count_none},
      {"count in another place", count_elsewhere},
      {"new item", add_item},
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
  };

  try_all (fixture, deeds, G_N_ELEMENTS (deeds));
}

static void
choose_method (ShopFixture *fixture)
{
  GrForecastChoice choice = {GR_METHOD_SES, GR_DATE_NONE};

  EXPECT (gr_shop_set_forecast_choice (fixture->shop, fixture->steady[0], &choice, ERR));
}

static void
choose_history (ShopFixture *fixture)
{
  GrForecastChoice choice = {GR_METHOD_AUTOMATIC, fixture->today - 200};

  EXPECT (gr_shop_set_forecast_choice (fixture->shop, fixture->steady[0], &choice, ERR));
}

static void
set_aside (ShopFixture *fixture)
{
  EXPECT (gr_shop_decide_day (fixture->shop, fixture->steady[1], fixture->today - 30, TRUE, ERR));
}

static void
succeed (ShopFixture *fixture)
{
  GrPredecessorChoice choice = {.item_id = fixture->steady[3], .share_percent = 50};
  gint64 young = gr_shop_find_item (fixture->shop, "YOUNG", NULL, NULL);

  EXPECT (gr_shop_set_predecessor (fixture->shop, young, &choice, ERR));
}

static void
add_event (ShopFixture *fixture)
{
  g_autoptr (GrEvent) event = gr_event_new();

  event->name = g_strdup ("Fair");
  event->item_id = fixture->steady[3];
  event->starts_on = fixture->today + 14;
  event->ends_before = fixture->today + 21;
  event->lift_percent = 80;
  EXPECT (gr_shop_save_event (fixture->shop, event, NULL, ERR) == 1);
}

static void
move_event (ShopFixture *fixture)
{
  g_autoptr (GrEvent) event = gr_shop_event (fixture->shop, 1, NULL);

  event->starts_on += 14;
  event->ends_before += 14;
  EXPECT (gr_shop_save_event (fixture->shop, event, NULL, ERR) == 1);
}

static void
remove_event (ShopFixture *fixture)
{
  EXPECT (gr_shop_remove_event (fixture->shop, 1, NULL, ERR));
}

static void
test_forecasts (ShopFixture *fixture, gconstpointer data)
{
  static const Deed deeds[] = {
      {"method", choose_method},
      {"history", choose_history},
      {"days set aside", set_aside},
      {"predecessor", succeed},
      {"event", add_event},
      {"its days", move_event},
      {"no event", remove_event},
  };
  g_autoptr (GrItem) young = gr_item_new();
  gint64 id = 0;

  young->code = g_strdup ("YOUNG");
  young->description = g_strdup ("Takes the place of A-4");
  EXPECT ((id = gr_shop_save_item (fixture->shop, young, ERR)) != 0);
  for (int week = 1; week < 10; week++)
    shop_fixture_sell (fixture, id, fixture->today - 7 * week, 10 + week);
  try_all (fixture, deeds, G_N_ELEMENTS (deeds));
}

static void
add (const char *path, void (*test) (ShopFixture *, gconstpointer))
{
  g_test_add (path, ShopFixture, NULL, shop_fixture_set_up, test, shop_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/every-deed/orders", test_orders);
  add ("/every-deed/receipts", test_receipts);
  add ("/every-deed/catalogue", test_catalogue);
  add ("/every-deed/forecasts", test_forecasts);
  return g_test_run();
}
