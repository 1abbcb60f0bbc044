#include "domain/trade/purchase-order.h"
#include "domain/stock/stock-health.h"

#include <glib.h>

static void
test_states_allow_what_the_field_says (void)
{
  g_assert_true (gr_order_state_allows (GR_ORDER_DRAFT, GR_ORDER_EDIT));
  g_assert_true (gr_order_state_allows (GR_ORDER_DRAFT, GR_ORDER_APPROVE));
  g_assert_false (gr_order_state_allows (GR_ORDER_DRAFT, GR_ORDER_RECEIVE));
  g_assert_false (gr_order_state_allows (GR_ORDER_APPROVED, GR_ORDER_EDIT));
  g_assert_true (gr_order_state_allows (GR_ORDER_APPROVED, GR_ORDER_SEND));
  g_assert_true (gr_order_state_allows (GR_ORDER_SENT, GR_ORDER_CANCEL));
  g_assert_false (gr_order_state_allows (GR_ORDER_PARTIALLY_RECEIVED, GR_ORDER_CANCEL));
  g_assert_true (gr_order_state_allows (GR_ORDER_PARTIALLY_RECEIVED, GR_ORDER_CLOSE));
  for (GrOrderState state = 0; state < GR_N_ORDER_STATES; state++)
    g_assert_cmpint (gr_order_state_allows (state, GR_ORDER_HOLD), ==, state <= GR_ORDER_PARTIALLY_RECEIVED);
  for (GrOrderAct act = GR_ORDER_EDIT; act <= GR_ORDER_HOLD; act++) {
    g_assert_false (gr_order_state_allows (GR_ORDER_CLOSED, act));
    g_assert_false (gr_order_state_allows (GR_ORDER_CANCELLED, act));
  }
}

static void
test_receipts_move_the_state (void)
{
  g_assert_cmpint (gr_order_state_after_receipt (10, 0, 0), ==, GR_ORDER_SENT);
  g_assert_cmpint (gr_order_state_after_receipt (10, 4, 0), ==, GR_ORDER_PARTIALLY_RECEIVED);
  g_assert_cmpint (gr_order_state_after_receipt (10, 4, 6), ==, GR_ORDER_RECEIVED);
  g_assert_cmpint (gr_order_state_after_receipt (10, 10, 0), ==, GR_ORDER_RECEIVED);
}

static void
test_remaining_is_never_negative (void)
{
  GrPurchaseOrderLine line = {.ordered_qty = 10, .received_qty = 12};

  g_assert_cmpint (gr_purchase_order_line_remaining (&line), ==, 0);
  line.received_qty = 3;
  line.cancelled_qty = 2;
  g_assert_cmpint (gr_purchase_order_line_remaining (&line), ==, 5);
}

static void
test_ids_go_there_and_back (void)
{
  for (GrOrderState state = 0; state < GR_N_ORDER_STATES; state++) {
    GrOrderState back = GR_N_ORDER_STATES;

    g_assert_true (gr_order_state_from_id (gr_order_state_id (state), &back));
    g_assert_cmpint (back, ==, state);
  }
}

static void
test_only_what_was_sent_for_is_late (void)
{
  GrPurchaseOrder order = {.state = GR_ORDER_SENT, .expected_on = 100};

  g_assert_false (gr_purchase_order_is_late (&order, 100));
  g_assert_true (gr_purchase_order_is_late (&order, 101));
  order.state = GR_ORDER_PARTIALLY_RECEIVED;
  g_assert_true (gr_purchase_order_is_late (&order, 101));
  order.state = GR_ORDER_RECEIVED;
  g_assert_false (gr_purchase_order_is_late (&order, 101));
  order.state = GR_ORDER_DRAFT;
  g_assert_false (gr_purchase_order_is_late (&order, 101));
  order = (GrPurchaseOrder){.state = GR_ORDER_SENT, .expected_on = GR_DATE_NONE};
  g_assert_false (gr_purchase_order_is_late (&order, 101));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/purchase-order/states", test_states_allow_what_the_field_says);
  g_test_add_func ("/purchase-order/receipts", test_receipts_move_the_state);
  g_test_add_func ("/purchase-order/remaining", test_remaining_is_never_negative);
  g_test_add_func ("/purchase-order/late", test_only_what_was_sent_for_is_late);
  g_test_add_func ("/purchase-order/ids", test_ids_go_there_and_back);
  return g_test_run();
}
