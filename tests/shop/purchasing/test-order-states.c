#include "expect.h"
#include "shop-words.h"

#include "shop/catalogue/item-card.h"
#include "shop/catalogue/save-item.h"
#include "shop/purchasing/orders.h"
#include "shop/purchasing/supplier-reliability.h"

/* An order for five of A-1, brought into a state by the deeds that lead there. */
static gint64
order_in (ShopFixture *fixture, GrOrderState state)
{
  gint64 order = 0;
  GrReceiptLine part = {0, GR_QTY_ONE};

  EXPECT ((order = gr_shop_new_order (fixture->shop, fixture->mill, ERR)) != 0);
  EXPECT (gr_shop_set_order_line (fixture->shop, order, fixture->steady[0], gr_qty_from_units (5), NULL, ERR));
  if (state == GR_ORDER_CANCELLED)
    EXPECT (gr_shop_cancel_order (fixture->shop, order, ERR));
  if (state == GR_ORDER_DRAFT || state == GR_ORDER_CANCELLED)
    return order;
  EXPECT (gr_shop_approve_order (fixture->shop, order, ERR));
  if (state == GR_ORDER_APPROVED)
    return order;
  EXPECT (gr_shop_send_order (fixture->shop, order, ERR));
  part.line_id = shop_fixture_line (fixture, order, fixture->steady[0]).id;
  if (state == GR_ORDER_PARTIALLY_RECEIVED)
    EXPECT (gr_shop_receive_order (fixture->shop, order, 0, &part, 1, FALSE, ERR));
  if (state >= GR_ORDER_RECEIVED)
    EXPECT (gr_shop_receive_remaining (fixture->shop, order, 0, ERR));
  if (state == GR_ORDER_CLOSED)
    EXPECT (gr_shop_close_order (fixture->shop, order, ERR));
  return order;
}

static gboolean
try_act (ShopFixture *fixture, gint64 order, GrOrderAct act, GError **error)
{
  switch (act) {
  case GR_ORDER_EDIT:
    return gr_shop_set_order_line (fixture->shop, order, fixture->steady[0], gr_qty_from_units (9), NULL, error);
  case GR_ORDER_APPROVE:
    return gr_shop_approve_order (fixture->shop, order, error);
  case GR_ORDER_REOPEN:
    return gr_shop_reopen_order (fixture->shop, order, error);
  case GR_ORDER_SEND:
    return gr_shop_send_order (fixture->shop, order, error);
  case GR_ORDER_RECEIVE:
    return gr_shop_receive_remaining (fixture->shop, order, 0, error);
  case GR_ORDER_CLOSE:
    return gr_shop_close_order (fixture->shop, order, error);
  case GR_ORDER_CANCEL:
    return gr_shop_cancel_order (fixture->shop, order, error);
  case GR_ORDER_HOLD:
  default:
    return gr_shop_hold_order (fixture->shop, order, TRUE, error);
  }
}

/* What each state lets a person do, and nothing else; a refusal names the order. */
static void
test_every_act_in_every_state (ShopFixture *fixture, gconstpointer data)
{
  static const char *const allowed[GR_N_ORDER_STATES] = {
      /* edit, approve, reopen, send, receive, close, cancel, hold */
      [GR_ORDER_DRAFT] = "EA----XH",
      [GR_ORDER_APPROVED] = "--RS--XH",
      [GR_ORDER_SENT] = "----C-XH",
      [GR_ORDER_PARTIALLY_RECEIVED] = "----CL-H",
      [GR_ORDER_RECEIVED] = "-----L--",
      [GR_ORDER_CLOSED] = "--------",
      [GR_ORDER_CANCELLED] = "--------",
  };

  for (int state = 0; state < GR_N_ORDER_STATES; state++)
    for (int act = GR_ORDER_EDIT; act <= GR_ORDER_HOLD; act++) {
      gint64 order = order_in (fixture, (GrOrderState) state);
      g_autoptr (GrPurchaseOrder) before = shop_fixture_order (fixture, order);
      g_autoptr (GError) error = NULL;
      int n_deeds = shop_fixture_n_deeds (fixture);
      gboolean is_done = try_act (fixture, order, (GrOrderAct) act, &error);

      if (is_done != (allowed[state][act] != '-'))
        g_test_message (
            "%s, act %d: %s", gr_order_state_id ((GrOrderState) state), act, error != NULL ? error->message : "done");
      g_assert_cmpint (is_done, ==, allowed[state][act] != '-');
      if (is_done)
        continue;
      g_assert_error (error, GR_ERROR, GR_ERROR_REFUSED);
      g_assert_nonnull (strstr (error->message, before->number));
      g_assert_cmpstr (shop_fixture_state (fixture, order), ==, gr_order_state_id ((GrOrderState) state));
      g_assert_cmpint (shop_fixture_n_deeds (fixture), ==, n_deeds);
    }
}

/* On hold an order is not approved, sent or received; it may be changed, reopened, closed and cancelled. */
static void
test_what_a_hold_stops (ShopFixture *fixture, gconstpointer data)
{
  static const struct {
    GrOrderState state;
    GrOrderAct act;
    gboolean is_stopped;
  } cases[] = {
      {GR_ORDER_DRAFT, GR_ORDER_EDIT, FALSE},
      {GR_ORDER_DRAFT, GR_ORDER_APPROVE, TRUE},
      {GR_ORDER_DRAFT, GR_ORDER_CANCEL, FALSE},
      {GR_ORDER_APPROVED, GR_ORDER_SEND, TRUE},
      {GR_ORDER_APPROVED, GR_ORDER_REOPEN, FALSE},
      {GR_ORDER_SENT, GR_ORDER_RECEIVE, TRUE},
      {GR_ORDER_SENT, GR_ORDER_CANCEL, FALSE},
      {GR_ORDER_PARTIALLY_RECEIVED, GR_ORDER_RECEIVE, TRUE},
      {GR_ORDER_PARTIALLY_RECEIVED, GR_ORDER_CLOSE, FALSE},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    gint64 order = order_in (fixture, cases[i].state);

    EXPECT (gr_shop_hold_order (fixture->shop, order, TRUE, ERR));
    if (!cases[i].is_stopped) {
      EXPECT (try_act (fixture, order, cases[i].act, ERR));
      continue;
    }
    REFUSED (try_act (fixture, order, cases[i].act, ERR), GR_ERROR_REFUSED);
    EXPECT (gr_shop_hold_order (fixture->shop, order, FALSE, ERR));
    EXPECT (try_act (fixture, order, cases[i].act, ERR));
  }
}

/* The days that a state leaves behind. */
static void
test_days_of_an_order (ShopFixture *fixture, gconstpointer data)
{
  GrDate day = fixture->today;

  for (int state = 0; state < GR_N_ORDER_STATES; state++) {
    g_autoptr (GrPurchaseOrder) order = shop_fixture_order (fixture, order_in (fixture, (GrOrderState) state));
    gboolean is_approved = state >= GR_ORDER_APPROVED && state != GR_ORDER_CANCELLED;
    gboolean is_sent = state >= GR_ORDER_SENT && state != GR_ORDER_CANCELLED;

    g_assert_cmpint (order->created_on, ==, day);
    g_assert_cmpint (order->approved_on, ==, is_approved ? day : GR_DATE_NONE);
    g_assert_cmpint (order->sent_on, ==, is_sent ? day : GR_DATE_NONE);
    g_assert_cmpint (order->expected_on, ==, is_sent ? day + 14 : GR_DATE_NONE);
    g_assert_cmpint (order->closed_on, ==, state >= GR_ORDER_CLOSED ? day : GR_DATE_NONE);
    g_assert_cmpint (order->n_lines, ==, 1);
  }
}

/* What was approved and is a draft again was not approved. */
static void
test_reopened_is_not_approved (ShopFixture *fixture, gconstpointer data)
{
  gint64 id = order_in (fixture, GR_ORDER_APPROVED);
  g_autoptr (GrPurchaseOrder) order = NULL;

  EXPECT (gr_shop_reopen_order (fixture->shop, id, ERR));
  order = shop_fixture_order (fixture, id);
  g_assert_cmpint (order->approved_on, ==, GR_DATE_NONE);
}

static void
test_limits_of_a_line (ShopFixture *fixture, gconstpointer data)
{
  gint64 order = order_in (fixture, GR_ORDER_DRAFT), item = fixture->steady[1];
  GrPrice negative = -1, huge = GR_PRICE_LIMIT, largest = GR_PRICE_LIMIT - 1, free = 0;

  REFUSED (gr_shop_set_order_line (fixture->shop, order, item, GR_QTY_LIMIT, NULL, ERR), GR_ERROR_INVALID);
  REFUSED (gr_shop_set_order_line (fixture->shop, order, item, GR_QTY_ONE, &huge, ERR), GR_ERROR_INVALID);
  REFUSED (gr_shop_set_order_line (fixture->shop, order, item, GR_QTY_ONE, &negative, ERR), GR_ERROR_INVALID);
  REFUSED (gr_shop_set_order_line (fixture->shop, order, 4711, GR_QTY_ONE, NULL, ERR), GR_ERROR_NOT_FOUND);
  EXPECT (gr_shop_set_order_line (fixture->shop, order, item, GR_QTY_ONE, &largest, ERR));
  EXPECT (gr_shop_set_order_line (fixture->shop, order, item, GR_QTY_ONE, &free, ERR));
  EXPECT (gr_shop_set_order_line (fixture->shop, order, item, GR_QTY_LIMIT - 1, NULL, ERR));
  g_assert_cmpint (shop_fixture_line (fixture, order, item).unit_price, ==, 0); /* NULL keeps the line's */
  g_assert_cmpint (shop_fixture_line (fixture, order, item).ordered_qty, ==, GR_QTY_LIMIT - 1);
}

/* A new line has the order's supplier's price, not the preferred one's, and where there is none the item's cost. */
static void
test_price_of_a_new_line (ShopFixture *fixture, gconstpointer data)
{
  gint64 mill = order_in (fixture, GR_ORDER_DRAFT), dairy = 0;

  EXPECT ((dairy = gr_shop_new_order (fixture->shop, fixture->dairy, ERR)) != 0);
  EXPECT (gr_shop_set_order_line (fixture->shop, dairy, fixture->steady[0], GR_QTY_ONE, NULL, ERR));
  EXPECT (gr_shop_set_order_line (fixture->shop, mill, fixture->homemade, GR_QTY_ONE, NULL, ERR));
  g_assert_cmpint (shop_fixture_line (fixture, mill, fixture->steady[0]).unit_price, ==, 11111);
  g_assert_cmpint (shop_fixture_line (fixture, dairy, fixture->steady[0]).unit_price, ==, 12345);
  g_assert_cmpint (shop_fixture_line (fixture, mill, fixture->homemade).unit_price, ==, 12345);
}

/* What is discontinued is not ordered anew; a line that is there may be changed and taken off. */
static void
test_a_line_of_what_was_discontinued (ShopFixture *fixture, gconstpointer data)
{
  gint64 order = order_in (fixture, GR_ORDER_DRAFT);
  g_autoptr (GrItemCard) card = gr_shop_item_card (fixture->shop, fixture->steady[0], NULL);

  card->item->status = GR_ITEM_DISCONTINUED;
  card->item->is_stocked = FALSE;
  EXPECT (shop_save_item (fixture->shop, card->item, ERR) != 0);
  EXPECT (gr_shop_set_order_line (fixture->shop, order, fixture->steady[0], GR_QTY_ONE, NULL, ERR));
  EXPECT (gr_shop_set_order_line (fixture->shop, order, fixture->steady[0], 0, NULL, ERR));
  REFUSED (gr_shop_set_order_line (fixture->shop, order, fixture->steady[0], GR_QTY_ONE, NULL, ERR), GR_ERROR_REFUSED);
}

/* Orders of a year make a supplier's record, older ones none; who was never ordered from has none. */
static void
test_a_record_is_of_a_year (ShopFixture *fixture, gconstpointer data)
{
  GrDate sent_on = fixture->today;

  order_in (fixture, GR_ORDER_RECEIVED);
  for (int days = 365; days <= 366; days++) {
    g_autoptr (GHashTable) records = NULL;

    shop_fixture_go_to (fixture, sent_on + days);
    records = gr_shop_supplier_records (fixture->shop, 0, NULL);
    g_assert_null (g_hash_table_lookup (records, &fixture->dairy));
    g_assert_cmpuint (g_hash_table_size (records), ==, days == 365 ? 1 : 0);
    if (days == 365)
      g_assert_cmpint (((GrSupplierRecord *) g_hash_table_lookup (records, &fixture->mill))->n_due, ==, 1);
  }
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
  add ("/order-states/acts", test_every_act_in_every_state);
  add ("/order-states/hold", test_what_a_hold_stops);
  add ("/order-states/days", test_days_of_an_order);
  add ("/order-states/reopened", test_reopened_is_not_approved);
  add ("/order-states/limits", test_limits_of_a_line);
  add ("/order-states/price", test_price_of_a_new_line);
  add ("/order-states/discontinued", test_a_line_of_what_was_discontinued);
  add ("/order-states/record", test_a_record_is_of_a_year);
  return g_test_run();
}
