#include "forecast-words.h"
#include "shop-words.h"

#include "shop/base/shop-deed.h"
#include "shop/base/undo-deed.h"
#include "shop/catalogue/item-card.h"
#include "shop/catalogue/save-item.h"
#include "shop/catalogue/save-supplier.h"
#include "shop/catalogue/supplier-view.h"
#include "shop/forecasting/choose-forecast.h"
#include "shop/forecasting/known-events.h"
#include "shop/purchasing/accept-suggestions.h"
#include "shop/purchasing/orders.h"
#include "shop/stock/adjust-stock.h"
#include "store/catalogue/supplier-item-store.h"
#include "store/stock/location-store.h"

/* Undo and redo of what was done last: the plan is as before, and as after. */
static void
assert_turns_follow (const ShopFixture *fixture, const char *what)
{
  g_autofree char *done = shop_fixture_plan_text (fixture);
  g_autofree char *again = NULL;

  g_assert_true (gr_shop_undo (fixture->shop, NULL, NULL, NULL));
  shop_fixture_assert_plan_follows (fixture, "undo");
  g_assert_true (gr_shop_redo (fixture->shop, NULL, NULL, NULL));
  shop_fixture_assert_plan_follows (fixture, "redo");
  again = shop_fixture_plan_text (fixture);
  if (!g_str_equal (done, again))
    g_test_message ("redo of %s", what);
  g_assert_cmpstr (done, ==, again);
}

/* Any deed of the shop on the items of the fixture; @what: (out): its name. Returns: whether it was not refused. */
typedef gboolean (*Act) (ShopFixture *fixture, GRand *rand);

static gint64
any_item (ShopFixture *fixture, GRand *rand)
{
  return fixture->steady[g_rand_int_range (rand, 0, 4)];
}

static gboolean
change_item (ShopFixture *fixture, GRand *rand)
{
  g_autoptr (GrItemCard) card = gr_shop_item_card (fixture->shop, any_item (fixture, rand), NULL);
  g_autoptr (GrItem) item = gr_item_copy (card->item);

  switch (g_rand_int_range (rand, 0, 4)) {
  case 0:
    item->unit_cost += 500;
    break;
  case 1:
    item->status = item->status == GR_ITEM_ACTIVE ? GR_ITEM_DISCONTINUED : GR_ITEM_ACTIVE;
    break;
  case 2:
    item->service_level = g_rand_double_range (rand, 0.6, 0.99);
    break;
  default:
    g_free (item->family);
    item->family = g_strdup (g_rand_boolean (rand) ? "Milk" : "Bread");
  }
  return shop_save_item (fixture->shop, item, NULL) != 0;
}

static gboolean
add_item (ShopFixture *fixture, GRand *rand)
{
  g_autoptr (GrItem) item = gr_item_new();

  item->code = g_strdup_printf ("N-%u", g_rand_int (rand) % 10000);
  item->family = g_strdup ("Milk");
  return shop_save_item (fixture->shop, item, NULL) != 0;
}

static gboolean
add_barcode (ShopFixture *fixture, GRand *rand)
{
  g_autofree char *code = g_strdup_printf ("40%u", g_rand_int (rand) % 10000);

  return gr_shop_add_barcode (fixture->shop, any_item (fixture, rand), code, gr_qty_from_units (1), NULL);
}

static gboolean
change_supplier (ShopFixture *fixture, GRand *rand)
{
  g_autoptr (GrSupplier) supplier =
      gr_shop_supplier (fixture->shop, g_rand_boolean (rand) ? fixture->mill : fixture->dairy, NULL);

  supplier->lead_time_days = g_rand_int_range (rand, 1, 40);
  return gr_shop_save_supplier (fixture->shop, supplier, NULL) != 0;
}

static gboolean
change_terms (ShopFixture *fixture, GRand *rand)
{
  g_autoptr (GrSupplierItem) terms = gr_supplier_item_new();

  terms->item_id = any_item (fixture, rand);
  terms->supplier_id = g_rand_boolean (rand) ? fixture->mill : fixture->dairy;
  terms->unit_price = g_rand_int_range (rand, 1, 99999);
  terms->lead_time_days = g_rand_int_range (rand, -1, 30);
  terms->order_multiple = gr_qty_from_units (g_rand_int_range (rand, 0, 12));
  terms->is_preferred = TRUE;
  return gr_shop_save_terms (fixture->shop, terms, NULL);
}

static gboolean
remove_terms (ShopFixture *fixture, GRand *rand)
{
  GrSupplierItem *terms = NULL;
  gint64 id;

  g_assert_true (
      gr_supplier_item_store_preferred (gr_shop_database (fixture->shop), any_item (fixture, rand), &terms, NULL));
  id = terms != NULL ? terms->id : 0;
  gr_supplier_item_free (terms);
  return id != 0 && gr_shop_remove_terms (fixture->shop, id, NULL);
}

static gboolean
adjust (ShopFixture *fixture, GRand *rand)
{
  return gr_shop_adjust_stock (fixture->shop, any_item (fixture, rand),
      shop_fixture_place (fixture, GR_PLACE_WAREHOUSE), gr_qty_from_units (g_rand_int_range (rand, 0, 200)), NULL,
      NULL);
}

static gboolean
set_level (ShopFixture *fixture, GRand *rand)
{
  return gr_shop_set_service_level (
      fixture->shop, g_rand_boolean (rand) ? "Milk" : NULL, g_rand_double_range (rand, 0.6, 0.99), NULL);
}

static gboolean
change_currency (ShopFixture *fixture, GRand *rand)
{
  return gr_shop_rename (fixture->shop, "Corner shop", g_rand_boolean (rand) ? "JPY" : "EUR", NULL);
}

static gboolean
choose_forecast (ShopFixture *fixture, GRand *rand)
{
  GrForecastChoice choice = {
      .method = g_rand_boolean (rand) ? GR_METHOD_AUTOMATIC : GR_METHOD_SEASONAL_NAIVE, .history_from = GR_DATE_NONE};

  if (g_rand_boolean (rand))
    choice.history_from = fixture->today - g_rand_int_range (rand, 100, 400);
  choice.item_id = any_item (fixture, rand);
  return gr_shop_set_forecast_choice (fixture->shop, &choice, NULL);
}

static gboolean
decide_day (ShopFixture *fixture, GRand *rand)
{
  return gr_shop_decide_day (fixture->shop, any_item (fixture, rand), fixture->today - g_rand_int_range (rand, 8, 300),
      g_rand_boolean (rand), NULL);
}

static gboolean
add_event (ShopFixture *fixture, GRand *rand)
{
  g_autoptr (GrEvent) event = gr_event_new();

  event->name = g_strdup (g_rand_boolean (rand) ? "Fair" : "Sale");
  event->item_id = g_rand_boolean (rand) ? any_item (fixture, rand) : 0;
  event->family = event->item_id == 0 && g_rand_boolean (rand) ? g_strdup ("Bread") : NULL;
  event->starts_on = fixture->today + g_rand_int_range (rand, -200, 60);
  event->ends_before = event->starts_on + g_rand_int_range (rand, 1, 10);
  event->lift_percent = g_rand_boolean (rand) ? 40 : GR_EVENT_LIFT_UNKNOWN;
  return gr_shop_save_event (fixture->shop, event, NULL, NULL) != 0;
}

static gboolean
remove_event (ShopFixture *fixture, GRand *rand)
{
  g_autoptr (GPtrArray) records = gr_shop_event_records (fixture->shop, NULL);
  const GrEventRecord *first = records->len > 0 ? records->pdata[0] : NULL;

  return first != NULL && gr_shop_remove_event (fixture->shop, first->event->id, NULL, NULL);
}

static gboolean
succeed (ShopFixture *fixture, GRand *rand)
{
  GrPredecessorChoice choice = {.item_id = any_item (fixture, rand), .share_percent = g_rand_int_range (rand, 10, 90)};

  return gr_shop_set_predecessor (fixture->shop, any_item (fixture, rand), &choice, NULL);
}

static gboolean
sell (ShopFixture *fixture, GRand *rand)
{
  shop_fixture_sell (fixture, any_item (fixture, rand), fixture->today - g_rand_int_range (rand, 1, 100),
      g_rand_int_range (rand, 1, 60));
  return TRUE;
}

static gboolean
accept (ShopFixture *fixture, GRand *rand)
{
  gint64 item = any_item (fixture, rand);
  GrSuggestionChoice choice = {&item, g_rand_boolean (rand), 0};
  GrAcceptOutcome outcome;
  gboolean is_done = gr_shop_accept_suggestions (fixture->shop, &choice, &outcome, NULL);

  gr_accept_outcome_clear (&outcome);
  return is_done;
}

static gboolean
start_order (ShopFixture *fixture, GRand *rand)
{
  return gr_shop_new_order (fixture->shop, g_rand_boolean (rand) ? fixture->mill : fixture->dairy, NULL) != 0;
}

/* One of the last few. */
static gint64
any_order (ShopFixture *fixture, GRand *rand)
{
  return shop_fixture_n_orders (fixture) - g_rand_int_range (rand, 0, 4);
}

static gboolean
edit_order (ShopFixture *fixture, GRand *rand)
{
  return gr_shop_set_order_line (fixture->shop, any_order (fixture, rand), any_item (fixture, rand),
      gr_qty_from_units (g_rand_int_range (rand, 0, 30)), NULL, NULL);
}

static gboolean
act_on_order (ShopFixture *fixture, GRand *rand)
{
  gint64 order = any_order (fixture, rand);

  switch (g_rand_int_range (rand, 0, 7)) {
  case 0:
    return gr_shop_approve_order (fixture->shop, order, NULL);
  case 1:
    return gr_shop_send_order (fixture->shop, order, NULL);
  case 2:
    return gr_shop_receive_remaining (fixture->shop, order, 0, NULL);
  case 3:
    return gr_shop_close_order (fixture->shop, order, NULL);
  case 4:
    return gr_shop_cancel_order (fixture->shop, order, NULL);
  case 5:
    return gr_shop_reopen_order (fixture->shop, order, NULL);
  default:
    return gr_shop_hold_order (fixture->shop, order, g_rand_boolean (rand), NULL);
  }
}

static const struct {
  const char *name;
  Act act;
} acts[] = {{"change of an item", change_item}, {"new item", add_item}, {"barcode", add_barcode},
    {"change of a supplier", change_supplier}, {"change of terms", change_terms}, {"terms removed", remove_terms},
    {"adjustment", adjust}, {"service level", set_level}, {"currency", change_currency}, {"method", choose_forecast},
    {"days decided on", decide_day}, {"event", add_event}, {"event removed", remove_event}, {"predecessor", succeed},
    {"sale", sell}, {"suggestions accepted", accept}, {"new order", start_order}, {"order line", edit_order},
    {"order act", act_on_order}};

/* Every kind of deed in a random order: at any time the plan is that of the whole shop made from scratch. */
static void
test_every_deed (ShopFixture *fixture, gconstpointer data)
{
  GRand *rand = g_rand_new_with_seed (20261128);
  int n_done[G_N_ELEMENTS (acts)] = {0};

  shop_fixture_plan (fixture);
  for (int i = 0; i < 250; i++) {
    int drawn = g_rand_int_range (rand, 0, G_N_ELEMENTS (acts) + 8); /* orders have long lives */
    gsize kind = drawn < (int) G_N_ELEMENTS (acts) ? (gsize) drawn : G_N_ELEMENTS (acts) - 1 - (gsize) (i % 2);
    int n_deeds = shop_fixture_n_deeds (fixture);

    if (!acts[kind].act (fixture, rand) || shop_fixture_n_deeds (fixture) == n_deeds)
      continue;
    n_done[kind]++;
    shop_fixture_assert_plan_follows (fixture, acts[kind].name);
    assert_turns_follow (fixture, acts[kind].name);
  }
  for (gsize kind = 0; kind < G_N_ELEMENTS (acts); kind++) {
    g_test_message ("%s: %d", acts[kind].name, n_done[kind]);
    g_assert_cmpint (n_done[kind], >, 0);
  }
  g_rand_free (rand);
}

/* What a sale says reaches the forecasts with it: they are those of a new plan, and those of before where it is taken
 * back. */
static void
test_a_sale_is_forecast (ShopFixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *sold = NULL;
  g_autofree char *taken_back = NULL;
  g_autofree char *anew = NULL;

  shop_fixture_plan (fixture);
  before = shop_fixture_forecasts_text (fixture);
  shop_fixture_sell (fixture, fixture->steady[1], fixture->today - 10, 400);
  sold = shop_fixture_forecasts_text (fixture);
  g_assert_cmpstr (sold, !=, before);
  g_assert_true (gr_shop_undo (fixture->shop, NULL, NULL, NULL));
  taken_back = shop_fixture_forecasts_text (fixture);
  g_assert_cmpstr (taken_back, ==, before);
  g_assert_true (gr_shop_redo (fixture->shop, NULL, NULL, NULL));
  shop_fixture_plan (fixture);
  anew = shop_fixture_forecasts_text (fixture);
  g_assert_cmpstr (anew, ==, sold);
}

#define TEST(path, func) g_test_add (path, ShopFixture, NULL, shop_fixture_set_up, func, shop_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/after-deed/every-deed", test_every_deed);
  TEST ("/after-deed/sale", test_a_sale_is_forecast);
  return g_test_run();
}
