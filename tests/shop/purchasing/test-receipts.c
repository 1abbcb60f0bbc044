#include "expect.h"
#include "shop-words.h"

#include "shop/catalogue/item-card.h"
#include "shop/catalogue/save-item.h"
#include "shop/purchasing/orders.h"
#include "shop/stock/adjust-stock.h"
#include "store/stock/location-store.h"

/* An order of the mill for 24 of A-1 and 48 of A-2, sent today. */
typedef struct {
  gint64 id;
  gint64 first, second; /* its lines */
} Sent;

static Sent
send_one (ShopFixture *fixture)
{
  gint64 id = 0;

  EXPECT ((id = gr_shop_new_order (fixture->shop, fixture->mill, ERR)) != 0);
  EXPECT (gr_shop_set_order_line (fixture->shop, id, fixture->steady[0], gr_qty_from_units (24), NULL, ERR));
  EXPECT (gr_shop_set_order_line (fixture->shop, id, fixture->steady[1], gr_qty_from_units (48), NULL, ERR));
  EXPECT (gr_shop_approve_order (fixture->shop, id, ERR));
  EXPECT (gr_shop_send_order (fixture->shop, id, ERR));
  return (Sent){id, shop_fixture_line (fixture, id, fixture->steady[0]).id,
      shop_fixture_line (fixture, id, fixture->steady[1]).id};
}

static void
receive (ShopFixture *fixture, gint64 order_id, gint64 line_id, int units)
{
  GrReceiptLine line = {line_id, gr_qty_from_units (units)};

  EXPECT (gr_shop_receive_order (fixture->shop, order_id, 0, &line, 1, TRUE, ERR));
}

static void
assert_state (const ShopFixture *fixture, gint64 order_id, const char *state)
{
  g_assert_cmpstr (shop_fixture_state (fixture, order_id), ==, state);
}

/* As many came as were ordered in all, but of the one six too many and of the other six too few. */
static void
test_more_of_one_is_not_enough_of_another (ShopFixture *fixture, gconstpointer data)
{
  Sent order = send_one (fixture);

  receive (fixture, order.id, order.first, 30);
  receive (fixture, order.id, order.second, 42);
  assert_state (fixture, order.id, "partially-received");
  receive (fixture, order.id, order.second, 6);
  assert_state (fixture, order.id, "received");
}

/* A line of which enough came is left alone by a receipt of the rest, and refuses one of its own. */
static void
test_the_rest_is_what_is_still_to_come (ShopFixture *fixture, gconstpointer data)
{
  Sent order = send_one (fixture);
  GrReceiptLine again = {order.first, 1};
  g_autofree char *title = NULL;

  receive (fixture, order.id, order.first, 30);
  REFUSED (gr_shop_receive_order (fixture->shop, order.id, 0, &again, 1, FALSE, ERR), GR_ERROR_REFUSED);
  receive (fixture, order.id, order.second, 8);
  EXPECT (gr_shop_receive_remaining (fixture->shop, order.id, 0, ERR));
  title = shop_fixture_last_title (fixture);
  g_assert_cmpstr (title, ==, "Receive the rest of PO-0001");
  assert_state (fixture, order.id, "received");
  g_assert_cmpint (shop_fixture_line (fixture, order.id, fixture->steady[0]).received_qty, ==, gr_qty_from_units (30));
  g_assert_cmpint (shop_fixture_line (fixture, order.id, fixture->steady[1]).received_qty, ==, gr_qty_from_units (48));
  g_assert_cmpint (shop_fixture_on_hand (fixture, fixture->steady[0]), ==, gr_qty_from_units (35));
  g_assert_cmpint (shop_fixture_on_hand (fixture, fixture->steady[1]), ==, gr_qty_from_units (108));
}

/* Exactly what was ordered needs no question; one thousandth more does. */
static void
test_what_was_ordered_is_not_too_much (ShopFixture *fixture, gconstpointer data)
{
  Sent order = send_one (fixture);
  GrReceiptLine lines[] = {{order.first, gr_qty_from_units (24)}, {order.second, gr_qty_from_units (48) + 1}};
  g_autofree char *title = NULL;

  REFUSED (gr_shop_receive_order (fixture->shop, order.id, 0, lines, 2, FALSE, ERR), GR_ERROR_REFUSED);
  /* As a whole: of the line before the refused one nothing was kept. */
  assert_state (fixture, order.id, "sent");
  g_assert_cmpint (shop_fixture_on_hand (fixture, fixture->steady[0]), ==, gr_qty_from_units (5));
  g_assert_cmpint (shop_fixture_line (fixture, order.id, fixture->steady[0]).received_qty, ==, 0);
  lines[1].qty--;
  EXPECT (gr_shop_receive_order (fixture->shop, order.id, 0, lines, 2, FALSE, ERR));
  title = shop_fixture_last_title (fixture);
  g_assert_cmpstr (title, ==, "Receive 2 items on PO-0001");
  assert_state (fixture, order.id, "received");
}

/* A line that a receipt names twice came twice, and both parts together are what is asked about. */
static void
test_a_line_named_twice (ShopFixture *fixture, gconstpointer data)
{
  Sent order = send_one (fixture);
  GrReceiptLine lines[] = {{order.first, gr_qty_from_units (20)}, {order.first, gr_qty_from_units (5)}};

  REFUSED (gr_shop_receive_order (fixture->shop, order.id, 0, lines, 2, FALSE, ERR), GR_ERROR_REFUSED);
  lines[1].qty = gr_qty_from_units (4);
  EXPECT (gr_shop_receive_order (fixture->shop, order.id, 0, lines, 2, FALSE, ERR));
  g_assert_cmpint (shop_fixture_line (fixture, order.id, fixture->steady[0]).received_qty, ==, gr_qty_from_units (24));
  g_assert_cmpint (shop_fixture_on_hand (fixture, fixture->steady[0]), ==, gr_qty_from_units (29));
  shop_fixture_check (fixture);
}

static void
test_what_nobody_means_is_refused (ShopFixture *fixture, gconstpointer data)
{
  Sent order = send_one (fixture);
  GrReceiptLine huge = {order.first, GR_QTY_LIMIT}, less = {order.first, -1};

  REFUSED (gr_shop_receive_order (fixture->shop, order.id, 0, &huge, 1, TRUE, ERR), GR_ERROR_INVALID);
  REFUSED (gr_shop_receive_order (fixture->shop, order.id, 0, &less, 1, TRUE, ERR), GR_ERROR_INVALID);
  REFUSED (gr_shop_receive_order (fixture->shop, order.id, 0, NULL, 0, TRUE, ERR), GR_ERROR_INVALID);
  assert_state (fixture, order.id, "sent");
}

/* A line of another order is none of this one's. */
static void
test_lines_of_another_order (ShopFixture *fixture, gconstpointer data)
{
  Sent first = send_one (fixture), second = send_one (fixture);
  GrReceiptLine line = {first.first, GR_QTY_ONE};

  REFUSED (gr_shop_receive_order (fixture->shop, second.id, 0, &line, 1, TRUE, ERR), GR_ERROR_NOT_FOUND);
}

static void
lay (ShopFixture *fixture, gint64 item_id, gint64 location_id, int units)
{
  EXPECT (gr_shop_adjust_stock (fixture->shop, item_id, location_id, gr_qty_from_units (units), NULL, ERR));
}

/* Where most of each item lies: A-1 in the shop, A-2 in the warehouse. */
static void
test_the_usual_place_is_the_fullest (ShopFixture *fixture, gconstpointer data)
{
  Sent order = send_one (fixture);

  lay (fixture, fixture->steady[0], shop_fixture_place (fixture, GR_PLACE_SHOP), 6);
  lay (fixture, fixture->steady[1], shop_fixture_place (fixture, GR_PLACE_SHOP), 6);
  EXPECT (gr_shop_receive_remaining (fixture->shop, order.id, 0, ERR));
  g_assert_cmpint (shop_fixture_lies (fixture, fixture->steady[0], shop_fixture_place (fixture, GR_PLACE_SHOP)), ==,
      gr_qty_from_units (30));
  g_assert_cmpint (shop_fixture_lies (fixture, fixture->steady[0], shop_fixture_place (fixture, GR_PLACE_WAREHOUSE)),
      ==, gr_qty_from_units (5));
  g_assert_cmpint (shop_fixture_lies (fixture, fixture->steady[1], shop_fixture_place (fixture, GR_PLACE_SHOP)), ==,
      gr_qty_from_units (6));
  g_assert_cmpint (shop_fixture_lies (fixture, fixture->steady[1], shop_fixture_place (fixture, GR_PLACE_WAREHOUSE)),
      ==, gr_qty_from_units (108));
}

static void
test_a_named_place_is_taken (ShopFixture *fixture, gconstpointer data)
{
  Sent order = send_one (fixture);

  EXPECT (gr_shop_receive_remaining (fixture->shop, order.id, shop_fixture_place (fixture, GR_PLACE_SHOP), ERR));
  g_assert_cmpint (shop_fixture_lies (fixture, fixture->steady[0], shop_fixture_place (fixture, GR_PLACE_SHOP)), ==,
      gr_qty_from_units (24));
  g_assert_cmpint (shop_fixture_lies (fixture, fixture->steady[1], shop_fixture_place (fixture, GR_PLACE_SHOP)), ==,
      gr_qty_from_units (48));
}

/* What never lay anywhere goes to the shop's own floor. */
static void
test_what_never_lay_anywhere (ShopFixture *fixture, gconstpointer data)
{
  g_autoptr (GrItem) item = gr_item_new();
  gint64 order = 0, item_id = 0;

  item->code = g_strdup ("FRESH");
  item->description = g_strdup ("Never had any");
  EXPECT ((item_id = shop_save_item (fixture->shop, item, ERR)) != 0);
  EXPECT ((order = gr_shop_new_order (fixture->shop, fixture->mill, ERR)) != 0);
  EXPECT (gr_shop_set_order_line (fixture->shop, order, item_id, gr_qty_from_units (3), NULL, ERR));
  EXPECT (gr_shop_approve_order (fixture->shop, order, ERR));
  EXPECT (gr_shop_send_order (fixture->shop, order, ERR));
  EXPECT (gr_shop_receive_remaining (fixture->shop, order, 0, ERR));
  g_assert_cmpint (
      shop_fixture_lies (fixture, item_id, shop_fixture_place (fixture, GR_PLACE_SHOP)), ==, gr_qty_from_units (3));
}

/* The order's price is the moves'; the item's own cost stays what the owner set, and so does its value. */
static void
test_the_cost_stays (ShopFixture *fixture, gconstpointer data)
{
  Sent order = send_one (fixture);
  g_autoptr (GrItemCard) card = NULL;

  EXPECT (gr_shop_receive_remaining (fixture->shop, order.id, 0, ERR));
  card = gr_shop_item_card (fixture->shop, fixture->steady[0], NULL);
  g_assert_cmpint (card->item->unit_cost, ==, 12345);
  g_assert_cmpint (card->value, ==, 3580); /* 29 x 1.2345 */
  g_assert_cmpint (card->on_order, ==, 0);
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
  add ("/receipts/one-for-another", test_more_of_one_is_not_enough_of_another);
  add ("/receipts/rest", test_the_rest_is_what_is_still_to_come);
  add ("/receipts/exactly", test_what_was_ordered_is_not_too_much);
  add ("/receipts/twice", test_a_line_named_twice);
  add ("/receipts/refused", test_what_nobody_means_is_refused);
  add ("/receipts/other-order", test_lines_of_another_order);
  add ("/receipts/usual-place", test_the_usual_place_is_the_fullest);
  add ("/receipts/named-place", test_a_named_place_is_taken);
  add ("/receipts/no-place", test_what_never_lay_anywhere);
  add ("/receipts/cost", test_the_cost_stays);
  return g_test_run();
}
