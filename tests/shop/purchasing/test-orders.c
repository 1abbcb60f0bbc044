#include "expect.h"
#include "shop-words.h"

#include "shop/purchasing/accept-suggestions.h"
#include "shop/purchasing/orders.h"
#include "shop/purchasing/supplier-reliability.h"
#include "shop/base/undo-deed.h"
#include "store/stock/location-store.h"

static void
assert_state (const ShopFixture *fixture, gint64 order_id, const char *state)
{
  g_assert_cmpstr (shop_fixture_state (fixture, order_id), ==, state);
}

static gint64
line_of (const ShopFixture *fixture, gint64 order_id, gint64 item_id)
{
  return shop_fixture_line (fixture, order_id, item_id).id;
}

/* An order for 24 of A-1 and 48 of A-2, sent. */
static gint64
send_one (ShopFixture *fixture)
{
  gint64 order = 0;

  EXPECT ((order = gr_shop_new_order (fixture->shop, fixture->mill, ERR)) != 0);
  EXPECT (gr_shop_set_order_line (fixture->shop, order, fixture->steady[0], gr_qty_from_units (24), NULL, ERR));
  EXPECT (gr_shop_set_order_line (fixture->shop, order, fixture->steady[1], gr_qty_from_units (48), NULL, ERR));
  EXPECT (gr_shop_approve_order (fixture->shop, order, ERR));
  EXPECT (gr_shop_send_order (fixture->shop, order, ERR));
  return order;
}

static void
test_from_plan_to_shelf (ShopFixture *fixture, gconstpointer data)
{
  GrSuggestionChoice all = {0};
  GrAcceptOutcome outcome;
  GrQty ordered;

  shop_fixture_plan (fixture);
  EXPECT (gr_shop_accept_suggestions (fixture->shop, &all, &outcome, ERR));
  g_assert_cmpint (outcome.n_orders, ==, 2); /* one draft a supplier */
  g_assert_cmpint (outcome.value, >, 0);
  g_assert_cmpint (shop_fixture_n_due (fixture), ==, 0);
  gr_accept_outcome_clear (&outcome);
  shop_fixture_plan (fixture); /* planning again orders nothing again */
  g_assert_cmpint (shop_fixture_n_due (fixture), ==, 0);
  REFUSED (gr_shop_accept_suggestions (fixture->shop, &all, &outcome, ERR), GR_ERROR_REFUSED);
  for (gint64 order = 1; order <= 2; order++) {
    EXPECT (gr_shop_approve_order (fixture->shop, order, ERR));
    EXPECT (gr_shop_send_order (fixture->shop, order, ERR));
    EXPECT (gr_shop_receive_remaining (fixture->shop, order, 0, ERR));
    assert_state (fixture, order, "received");
    EXPECT (gr_shop_close_order (fixture->shop, order, ERR));
    assert_state (fixture, order, "closed");
  }
  ordered = shop_fixture_ordered (fixture, fixture->steady[0]);
  g_assert_cmpint (shop_fixture_on_hand (fixture, fixture->steady[0]), ==, gr_qty_from_units (5) + ordered);
  shop_fixture_check (fixture);
}

static GrSupplierRecord
record_of (const ShopFixture *fixture, gint64 supplier_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) records = gr_shop_supplier_records (fixture->shop, 0, &error);
  const GrSupplierRecord *record;

  g_assert_no_error (error);
  record = g_hash_table_lookup (records, &supplier_id);
  return record != NULL ? *record : (GrSupplierRecord){0};
}

/* A receipt that was undone did not take place; one that was done again did. */
static void
test_record_of_a_supplier (ShopFixture *fixture, gconstpointer data)
{
  gint64 order = send_one (fixture);
  GrReceiptLine part = {line_of (fixture, order, fixture->steady[0]), gr_qty_from_units (24)};

  g_assert_cmpint (record_of (fixture, fixture->mill).n_due, ==, 0);
  EXPECT (gr_shop_receive_order (fixture->shop, order, 0, &part, 1, FALSE, ERR));
  g_assert_cmpint (record_of (fixture, fixture->mill).n_due, ==, 1);
  g_assert_cmpint (record_of (fixture, fixture->mill).n_on_time, ==, 1);
  g_assert_cmpint (record_of (fixture, fixture->mill).n_deliveries, ==, 1);
  g_assert_cmpfloat (record_of (fixture, fixture->mill).lead_time_days, ==, 0);
  EXPECT (gr_shop_undo (fixture->shop, NULL, NULL, ERR));
  g_assert_cmpint (record_of (fixture, fixture->mill).n_deliveries, ==, 0);
  EXPECT (gr_shop_redo (fixture->shop, NULL, NULL, ERR));
  g_assert_cmpint (record_of (fixture, fixture->mill).n_on_time, ==, 1);
  g_assert_cmpint (record_of (fixture, fixture->dairy).n_due, ==, 0);
}

static void
test_an_open_draft_is_reused (ShopFixture *fixture, gconstpointer data)
{
  GrSuggestionChoice first = {fixture->steady, 1, 0}, again = {fixture->steady, 2, 0};
  GrAcceptOutcome outcome;
  GrQty before;
  gint64 order = 0;

  shop_fixture_plan (fixture);
  EXPECT ((order = gr_shop_new_order (fixture->shop, fixture->mill, ERR)) != 0);
  EXPECT (gr_shop_set_order_line (fixture->shop, order, fixture->steady[0], GR_QTY_ONE, NULL, ERR));
  EXPECT (gr_shop_accept_suggestions (fixture->shop, &first, &outcome, ERR));
  g_assert_cmpint (outcome.first_order_id, ==, order);
  gr_accept_outcome_clear (&outcome);
  g_assert_cmpint (shop_fixture_n_orders (fixture), ==, 1);
  g_assert_cmpint (shop_fixture_n_lines (fixture), ==, 1);
  before = shop_fixture_ordered (fixture, fixture->steady[0]);
  g_assert_cmpint (before, >, GR_QTY_ONE);
  /* The next ones, though not due yet: the line grows. */
  EXPECT (gr_shop_accept_suggestions (fixture->shop, &again, &outcome, ERR));
  gr_accept_outcome_clear (&outcome);
  g_assert_cmpint (shop_fixture_ordered (fixture, fixture->steady[0]), >, before);
}

static void
test_undo_of_an_accept_suggests_again (ShopFixture *fixture, gconstpointer data)
{
  GrSuggestionChoice all = {0};
  GrAcceptOutcome outcome;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  shop_fixture_plan (fixture);
  before = shop_fixture_plan_text (fixture);
  EXPECT (gr_shop_accept_suggestions (fixture->shop, &all, &outcome, ERR));
  gr_accept_outcome_clear (&outcome);
  EXPECT (gr_shop_undo (fixture->shop, NULL, NULL, ERR));
  after = shop_fixture_plan_text (fixture);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (shop_fixture_n_orders (fixture), ==, 0);
  shop_fixture_check (fixture);
}

static void
test_undo_of_a_cancel (ShopFixture *fixture, gconstpointer data)
{
  gint64 order = send_one (fixture);
  g_autofree char *before = NULL;
  g_autofree char *between = NULL;
  g_autofree char *after = NULL;

  shop_fixture_plan (fixture);
  before = shop_fixture_plan_text (fixture);
  EXPECT (gr_shop_cancel_order (fixture->shop, order, ERR));
  between = shop_fixture_plan_text (fixture);
  g_assert_cmpstr (before, !=, between); /* what does not come has to be ordered again */
  EXPECT (gr_shop_undo (fixture->shop, NULL, NULL, ERR));
  after = shop_fixture_plan_text (fixture);
  g_assert_cmpstr (before, ==, after);
}

static void
test_states_are_kept_to (ShopFixture *fixture, gconstpointer data)
{
  gint64 order = 0;
  int n_deeds = shop_fixture_n_deeds (fixture);

  EXPECT ((order = gr_shop_new_order (fixture->shop, fixture->mill, ERR)) != 0);
  REFUSED (gr_shop_approve_order (fixture->shop, order, ERR), GR_ERROR_REFUSED); /* empty */
  EXPECT (gr_shop_set_order_line (fixture->shop, order, fixture->steady[0], GR_QTY_ONE, NULL, ERR));
  REFUSED (gr_shop_send_order (fixture->shop, order, ERR), GR_ERROR_REFUSED);
  REFUSED (gr_shop_receive_remaining (fixture->shop, order, 0, ERR), GR_ERROR_REFUSED);
  REFUSED (gr_shop_close_order (fixture->shop, order, ERR), GR_ERROR_REFUSED);
  EXPECT (gr_shop_approve_order (fixture->shop, order, ERR));
  REFUSED (
      gr_shop_set_order_line (fixture->shop, order, fixture->steady[0], 2 * GR_QTY_ONE, NULL, ERR), GR_ERROR_REFUSED);
  EXPECT (gr_shop_reopen_order (fixture->shop, order, ERR));
  assert_state (fixture, order, "draft");
  EXPECT (gr_shop_cancel_order (fixture->shop, order, ERR));
  assert_state (fixture, order, "cancelled");
  REFUSED (gr_shop_approve_order (fixture->shop, order, ERR), GR_ERROR_REFUSED);
  REFUSED (gr_shop_hold_order (fixture->shop, order, TRUE, ERR), GR_ERROR_REFUSED);
  REFUSED (gr_shop_cancel_order (fixture->shop, 99, ERR), GR_ERROR_NOT_FOUND);
  /* What was refused left no deed behind. */
  g_assert_cmpint (shop_fixture_n_deeds (fixture), ==, n_deeds + 5);
}

static void
test_a_hold_stops_an_order (ShopFixture *fixture, gconstpointer data)
{
  gint64 order = send_one (fixture);

  EXPECT (gr_shop_hold_order (fixture->shop, order, TRUE, ERR));
  REFUSED (gr_shop_receive_remaining (fixture->shop, order, 0, ERR), GR_ERROR_REFUSED);
  EXPECT (gr_shop_hold_order (fixture->shop, order, FALSE, ERR));
  EXPECT (gr_shop_receive_remaining (fixture->shop, order, 0, ERR));
}

static void
test_sending_says_when_it_comes (ShopFixture *fixture, gconstpointer data)
{
  g_autoptr (GrPurchaseOrder) order = shop_fixture_order (fixture, send_one (fixture));

  g_assert_cmpint (order->expected_on, ==, fixture->today + 14);
  g_assert_cmpint (order->sent_on, ==, fixture->today);
}

static void
test_receipts_in_parts (ShopFixture *fixture, gconstpointer data)
{
  gint64 order = send_one (fixture);
  GrReceiptLine part = {line_of (fixture, order, fixture->steady[0]), gr_qty_from_units (10)};
  g_autofree char *title = NULL;

  EXPECT (gr_shop_receive_order (fixture->shop, order, 0, &part, 1, FALSE, ERR));
  assert_state (fixture, order, "partially-received");
  title = shop_fixture_last_title (fixture);
  g_assert_cmpstr (title, ==, "Receive 10 × A-1 on PO-0001");
  g_assert_cmpint (shop_fixture_on_hand (fixture, fixture->steady[0]), ==, gr_qty_from_units (15));
  /* At the usual place. */
  g_assert_cmpint (shop_fixture_lies (fixture, fixture->steady[0], shop_fixture_place (fixture, GR_PLACE_WAREHOUSE)),
      ==, gr_qty_from_units (15));
  REFUSED (gr_shop_cancel_order (fixture->shop, order, ERR), GR_ERROR_REFUSED);
  EXPECT (gr_shop_close_order (fixture->shop, order, ERR));
  for (int i = 0; i < 2; i++) {
    GrPurchaseOrderLine line = shop_fixture_line (fixture, order, fixture->steady[i]);

    g_assert_cmpint (line.ordered_qty - line.received_qty - line.cancelled_qty, ==, 0);
  }
  shop_fixture_check (fixture);
}

static void
test_too_much_is_asked_about (ShopFixture *fixture, gconstpointer data)
{
  gint64 order = send_one (fixture);
  GrReceiptLine more = {line_of (fixture, order, fixture->steady[0]), gr_qty_from_units (30)};
  GrReceiptLine nothing = {more.line_id, 0}, strange = {12345, GR_QTY_ONE};

  REFUSED (gr_shop_receive_order (fixture->shop, order, 0, &more, 1, FALSE, ERR), GR_ERROR_REFUSED);
  REFUSED (gr_shop_receive_order (fixture->shop, order, 0, &nothing, 1, TRUE, ERR), GR_ERROR_INVALID);
  REFUSED (gr_shop_receive_order (fixture->shop, order, 0, &strange, 1, TRUE, ERR), GR_ERROR_NOT_FOUND);
  REFUSED (gr_shop_receive_order (fixture->shop, order, 0, &more, 0, TRUE, ERR), GR_ERROR_INVALID);
  g_assert_cmpint (shop_fixture_on_hand (fixture, fixture->steady[0]), ==, gr_qty_from_units (5));
  EXPECT (gr_shop_receive_order (fixture->shop, order, 0, &more, 1, TRUE, ERR));
  g_assert_cmpint (shop_fixture_on_hand (fixture, fixture->steady[0]), ==, gr_qty_from_units (35));
  assert_state (fixture, order, "partially-received"); /* the other line is still to come */
}

static void
test_undo_of_a_receipt (ShopFixture *fixture, gconstpointer data)
{
  gint64 order = send_one (fixture);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  shop_fixture_plan (fixture);
  before = shop_fixture_plan_text (fixture);
  EXPECT (gr_shop_receive_remaining (fixture->shop, order, shop_fixture_place (fixture, GR_PLACE_SHOP), ERR));
  EXPECT (gr_shop_undo (fixture->shop, NULL, NULL, ERR));
  assert_state (fixture, order, "sent");
  g_assert_cmpint (shop_fixture_on_hand (fixture, fixture->steady[0]), ==, gr_qty_from_units (5));
  after = shop_fixture_plan_text (fixture);
  g_assert_cmpstr (before, ==, after);
  shop_fixture_check (fixture);
}

static void
test_lines_of_a_draft (ShopFixture *fixture, gconstpointer data)
{
  GrPrice price = 9900;
  gint64 order = 0;

  EXPECT ((order = gr_shop_new_order (fixture->shop, fixture->mill, ERR)) != 0);
  EXPECT (gr_shop_set_order_line (fixture->shop, order, fixture->steady[0], 5 * GR_QTY_ONE, NULL, ERR));
  EXPECT (gr_shop_set_order_line (fixture->shop, order, fixture->steady[0], 7 * GR_QTY_ONE, &price, ERR));
  g_assert_cmpint (shop_fixture_line (fixture, order, fixture->steady[0]).ordered_qty, ==, 7000);
  g_assert_cmpint (shop_fixture_line (fixture, order, fixture->steady[0]).unit_price, ==, 9900);
  REFUSED (gr_shop_set_order_line (fixture->shop, order, fixture->ended, GR_QTY_ONE, NULL, ERR), GR_ERROR_REFUSED);
  REFUSED (gr_shop_set_order_line (fixture->shop, order, fixture->service, GR_QTY_ONE, NULL, ERR), GR_ERROR_REFUSED);
  REFUSED (gr_shop_set_order_line (fixture->shop, order, fixture->steady[1], -GR_QTY_ONE, NULL, ERR), GR_ERROR_INVALID);
  REFUSED (gr_shop_set_order_line (fixture->shop, order, fixture->steady[1], 0, NULL, ERR), GR_ERROR_NOT_FOUND);
  EXPECT (gr_shop_set_order_line (fixture->shop, order, fixture->steady[0], 0, NULL, ERR));
  g_assert_cmpint (shop_fixture_n_lines (fixture), ==, 0);
}

/* Whatever is tried in whatever order, refused or done: the books stay right. */
static void
try_something (ShopFixture *fixture, GRand *random)
{
  gint64 order = g_rand_int_range (random, 1, 8);
  gint64 item = fixture->steady[g_rand_int_range (random, 0, 4)];
  GrReceiptLine part = {g_rand_int_range (random, 1, 20), gr_qty_from_units (g_rand_int_range (random, 1, 15))};
  GrSuggestionChoice choice = {&item, 1, 0};
  GrAcceptOutcome outcome;

  switch (g_rand_int_range (random, 0, 14)) {
  case 0:
    gr_shop_new_order (fixture->shop, g_rand_boolean (random) ? fixture->mill : fixture->dairy, NULL);
    break;
  case 1:
  case 2:
    gr_shop_set_order_line (
        fixture->shop, order, item, gr_qty_from_units (g_rand_int_range (random, 0, 30)), NULL, NULL);
    break;
  case 3:
    gr_shop_approve_order (fixture->shop, order, NULL);
    break;
  case 4:
    gr_shop_send_order (fixture->shop, order, NULL);
    break;
  case 5:
    gr_shop_receive_order (fixture->shop, order, 0, &part, 1, g_rand_boolean (random), NULL);
    break;
  case 6:
    gr_shop_receive_remaining (fixture->shop, order, 0, NULL);
    break;
  case 7:
    gr_shop_close_order (fixture->shop, order, NULL);
    break;
  case 10:
    gr_shop_cancel_order (fixture->shop, order, NULL);
    break;
  case 11:
    gr_shop_reopen_order (fixture->shop, order, NULL);
    break;
  case 12:
    gr_shop_hold_order (fixture->shop, order, g_rand_boolean (random), NULL);
    break;
  case 8:
    gr_shop_undo (fixture->shop, NULL, NULL, NULL);
    break;
  case 9:
    gr_shop_redo (fixture->shop, NULL, NULL, NULL);
    break;
  default:
    if (gr_shop_accept_suggestions (fixture->shop, &choice, &outcome, NULL))
      gr_accept_outcome_clear (&outcome);
  }
}

static void
test_random_histories (ShopFixture *fixture, gconstpointer data)
{
  GRand *random = g_rand_new_with_seed (20260402);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  shop_fixture_plan (fixture);
  for (int i = 0; i < 300; i++)
    try_something (fixture, random);
  g_rand_free (random);
  shop_fixture_check (fixture);
  g_assert_cmpint (shop_fixture_n_moves (fixture, GR_MOVE_RECEIPT), >, 0);
  /* And the plan's lines are what a whole run makes of them. */
  before = shop_fixture_plan_text (fixture);
  shop_fixture_plan (fixture);
  after = shop_fixture_plan_text (fixture);
  g_assert_cmpstr (before, ==, after);
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
  add ("/orders/from-plan-to-shelf", test_from_plan_to_shelf);
  add ("/orders/supplier-record", test_record_of_a_supplier);
  add ("/orders/draft-reused", test_an_open_draft_is_reused);
  add ("/orders/undo-accept", test_undo_of_an_accept_suggests_again);
  add ("/orders/undo-cancel", test_undo_of_a_cancel);
  add ("/orders/states", test_states_are_kept_to);
  add ("/orders/hold", test_a_hold_stops_an_order);
  add ("/orders/sent", test_sending_says_when_it_comes);
  add ("/orders/parts", test_receipts_in_parts);
  add ("/orders/too-much", test_too_much_is_asked_about);
  add ("/orders/undo-receipt", test_undo_of_a_receipt);
  add ("/orders/lines", test_lines_of_a_draft);
  add ("/orders/random", test_random_histories);
  return g_test_run();
}
