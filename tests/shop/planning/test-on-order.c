#include "expect.h"
#include "shop-words.h"

#include "shop/catalogue/item-card.h"
#include "shop/catalogue/save-item.h"
#include "shop/forecasting/read-series.h"
#include "shop/purchasing/orders.h"
#include "shop/stock/stock-view.h"

/* A draft of the item's supplier for so many of it. */
static gint64
draft (ShopFixture *fixture, gint64 supplier_id, gint64 item_id, int units)
{
  gint64 order = 0;

  EXPECT ((order = gr_shop_new_order (fixture->shop, supplier_id, ERR)) != 0);
  EXPECT (gr_shop_set_order_line (fixture->shop, order, item_id, gr_qty_from_units (units), NULL, ERR));
  return order;
}

static void
send_off (ShopFixture *fixture, gint64 order)
{
  EXPECT (gr_shop_approve_order (fixture->shop, order, ERR));
  EXPECT (gr_shop_send_order (fixture->shop, order, ERR));
}

static void
assert_on_order (const ShopFixture *fixture, gint64 item_id, int on_order, int in_draft)
{
  g_autoptr (GrItemCard) card = gr_shop_item_card (fixture->shop, item_id, NULL);
  g_autoptr (GPtrArray) rows = gr_shop_stock_rows (fixture->shop, &item_id, 1, 0, NULL);
  const GrStockRow *row = rows->pdata[0];

  g_assert_cmpint (card->on_order, ==, gr_qty_from_units (on_order));
  g_assert_cmpint (row->on_order, ==, gr_qty_from_units (on_order));
  g_assert_cmpint (row->in_draft, ==, gr_qty_from_units (in_draft));
  g_assert_cmpint (row->projected, ==, row->on_hand + row->on_order);
}

/* The card and the list alike: approved and sent, less what came; neither drafts nor what ended. */
static void
test_what_is_on_order (ShopFixture *fixture, gconstpointer data)
{
  gint64 item = fixture->steady[0], order = draft (fixture, fixture->mill, item, 24), other;
  GrReceiptLine part = {shop_fixture_line (fixture, order, item).id, gr_qty_from_units (10)};

  shop_fixture_plan (fixture);
  assert_on_order (fixture, item, 0, 24);
  EXPECT (gr_shop_approve_order (fixture->shop, order, ERR));
  assert_on_order (fixture, item, 24, 0);
  other = draft (fixture, fixture->mill, item, 7);
  assert_on_order (fixture, item, 24, 7);
  EXPECT (gr_shop_cancel_order (fixture->shop, other, ERR));
  assert_on_order (fixture, item, 24, 0);
  EXPECT (gr_shop_send_order (fixture->shop, order, ERR));
  assert_on_order (fixture, item, 24, 0);
  EXPECT (gr_shop_receive_order (fixture->shop, order, 0, &part, 1, FALSE, ERR));
  assert_on_order (fixture, item, 14, 0);
  EXPECT (gr_shop_close_order (fixture->shop, order, ERR));
  assert_on_order (fixture, item, 0, 0);
}

/* What came beyond the order is no debt that another order of the item would have to pay. */
static void
test_too_much_takes_nothing_off (ShopFixture *fixture, gconstpointer data)
{
  gint64 item = fixture->steady[0], order = draft (fixture, fixture->mill, item, 24), other;
  GrReceiptLine more = {shop_fixture_line (fixture, order, item).id, gr_qty_from_units (30)};

  EXPECT (gr_shop_set_order_line (fixture->shop, order, fixture->steady[1], gr_qty_from_units (12), NULL, ERR));
  send_off (fixture, order);
  other = draft (fixture, fixture->mill, item, 12);
  EXPECT (gr_shop_approve_order (fixture->shop, other, ERR));
  EXPECT (gr_shop_receive_order (fixture->shop, order, 0, &more, 1, TRUE, ERR));
  g_assert_cmpstr (shop_fixture_state (fixture, order), ==, "partially-received");
  assert_on_order (fixture, item, 12, 0);
}

static GrQty
suggested_soon (const ShopFixture *fixture, gint64 item_id)
{
  g_autoptr (GPtrArray) found = shop_fixture_suggested (fixture, item_id);
  GrQty sum = 0;

  for (guint i = 0; i < found->len; i++) {
    const GrSuggestion *one = found->pdata[i];

    sum += one->order_on <= fixture->today ? one->qty : 0;
  }
  return sum;
}

/* A draft is planned with, so that planning twice orders once, but it cannot be here before its lead time has passed:
 * A-1 runs out until then, however much lies in drafts and approved orders. */
static void
test_what_nobody_sent_takes_its_lead_time (ShopFixture *fixture, gconstpointer data)
{
  gint64 item = fixture->steady[0], order;
  GrPlanLine before, line;

  shop_fixture_plan (fixture);
  before = shop_fixture_plan_line (fixture, item);
  g_assert_cmpint (before.health, ==, GR_HEALTH_POTENTIAL_STOCK_OUT);
  g_assert_cmpint (suggested_soon (fixture, item), >, 0);
  order = draft (fixture, fixture->mill, item, 60);
  for (int state = GR_ORDER_DRAFT; state <= GR_ORDER_SENT; state++) {
    line = shop_fixture_plan_line (fixture, item);
    g_assert_cmpint (line.health, ==, GR_HEALTH_POTENTIAL_STOCK_OUT);
    g_assert_cmpint (line.stock_out_on, ==, before.stock_out_on);
    g_assert_cmpint (line.money_at_risk, ==, before.money_at_risk);
    g_assert_cmpint (suggested_soon (fixture, item), ==, 0);
    if (state == GR_ORDER_DRAFT)
      EXPECT (gr_shop_approve_order (fixture->shop, order, ERR));
    if (state == GR_ORDER_APPROVED)
      EXPECT (gr_shop_send_order (fixture->shop, order, ERR));
  }
}

/* A-3 is out of stock. What was sent for and is overdue may come any day, but nobody counts on it: the money stays at
 * risk, as it does not where the goods are due today. */
static void
test_what_is_overdue_is_no_comfort (ShopFixture *fixture, gconstpointer data)
{
  gint64 item = fixture->steady[2], order = draft (fixture, fixture->dairy, item, 100);
  GrDate due = fixture->today + 3;

  send_off (fixture, order);
  shop_fixture_go_to (fixture, due);
  shop_fixture_plan (fixture);
  g_assert_cmpint (shop_fixture_plan_line (fixture, item).health, ==, GR_HEALTH_STOCKED_OUT);
  g_assert_cmpint (shop_fixture_plan_line (fixture, item).money_at_risk, ==, 0);
  shop_fixture_go_to (fixture, due + 1);
  shop_fixture_plan (fixture);
  g_assert_cmpint (shop_fixture_plan_line (fixture, item).money_at_risk, >, 0);
  g_assert_cmpint (suggested_soon (fixture, item), ==, 0); /* it is still to come */
}

/* In the chart it stands where the projection has it: today. What is due later keeps its day. */
static void
test_what_is_overdue_is_drawn_today (ShopFixture *fixture, gconstpointer data)
{
  gint64 item = fixture->steady[3];

  send_off (fixture, draft (fixture, fixture->dairy, item, 24));
  send_off (fixture, draft (fixture, fixture->dairy, item, 6));
  shop_fixture_go_to (fixture, fixture->today + 30);
  send_off (fixture, draft (fixture, fixture->dairy, item, 5));
  shop_fixture_plan (fixture);
  for (int grain = GR_GRAIN_WEEK; grain <= GR_GRAIN_MONTH; grain++) {
    g_autoptr (GrItemSeries) series = gr_shop_item_series (fixture->shop, item, grain, NULL);

    g_assert_cmpint (series->n_receipts, >=, 2);
    /* One a day. */
    g_assert_cmpint (series->receipts[0].on, ==, fixture->today);
    g_assert_cmpint (series->receipts[0].qty, ==, gr_qty_from_units (30));
    g_assert_cmpint (series->receipts[1].on, ==, fixture->today + 3);
    g_assert_cmpint (series->receipts[1].qty, ==, gr_qty_from_units (5));
    for (gsize i = 1; i < series->n_receipts; i++)
      g_assert_true (series->receipts[i - 1].on < series->receipts[i].on ||
                     series->receipts[i - 1].is_suggested < series->receipts[i].is_suggested);
  }
}

/* A line that is taken off its order is planned again too. */
static void
test_a_line_that_is_taken_off (ShopFixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *between = NULL;
  g_autofree char *after = NULL;
  gint64 order;

  shop_fixture_plan (fixture);
  before = shop_fixture_plan_text (fixture);
  order = draft (fixture, fixture->mill, fixture->steady[0], 48);
  between = shop_fixture_plan_text (fixture);
  g_assert_cmpstr (between, !=, before);
  EXPECT (gr_shop_set_order_line (fixture->shop, order, fixture->steady[0], 0, NULL, ERR));
  after = shop_fixture_plan_text (fixture);
  g_assert_cmpstr (after, ==, before);
}

static void
save_terms (ShopFixture *fixture, int lead_time_days, double sd_days)
{
  g_autoptr (GrSupplierItem) terms = shop_fixture_terms (fixture, fixture->steady[0]);

  g_assert_cmpint (terms->supplier_id, ==, fixture->mill);
  terms->lead_time_days = lead_time_days;
  terms->lead_time_sd_days = sd_days;
  terms->is_preferred = TRUE;
  EXPECT (gr_shop_save_terms (fixture->shop, terms, ERR));
}

/* -1 means the supplier's own, 0 means 0: always on the day, or on the same day. */
static void
test_zero_in_terms_is_meant (ShopFixture *fixture, gconstpointer data)
{
  gint64 item = fixture->steady[0];
  g_autoptr (GPtrArray) found = NULL;
  GrQty usual;

  shop_fixture_plan (fixture);
  save_terms (fixture, -1, -1);
  usual = shop_fixture_plan_line (fixture, item).safety_stock;
  save_terms (fixture, -1, 1); /* as the mill's */
  g_assert_cmpint (shop_fixture_plan_line (fixture, item).safety_stock, ==, usual);
  save_terms (fixture, -1, 0);
  g_assert_cmpint (shop_fixture_plan_line (fixture, item).safety_stock, <, usual);
  save_terms (fixture, 0, 0);
  found = shop_fixture_suggested (fixture, item);
  g_assert_cmpuint (found->len, >, 0);
  for (guint i = 0; i < found->len; i++) {
    const GrSuggestion *one = found->pdata[i];

    g_assert_cmpint (one->arrive_on, ==, one->order_on);
  }
}

/* An order is expected with its last line, a line by the terms for its item, else by the supplier's. */
static void
test_an_order_comes_with_its_last_line (ShopFixture *fixture, gconstpointer data)
{
  gint64 order = draft (fixture, fixture->mill, fixture->steady[0], 24);
  g_autoptr (GrPurchaseOrder) sent = NULL;

  EXPECT (gr_shop_set_order_line (fixture->shop, order, fixture->steady[1], GR_QTY_ONE, NULL, ERR));
  EXPECT (gr_shop_set_order_line (fixture->shop, order, fixture->homemade, GR_QTY_ONE, NULL, ERR));
  save_terms (fixture, 21, -1);
  send_off (fixture, order);
  sent = shop_fixture_order (fixture, order);
  g_assert_cmpint (shop_fixture_line (fixture, order, fixture->steady[0]).expected_on, ==, fixture->today + 21);
  g_assert_cmpint (shop_fixture_line (fixture, order, fixture->steady[1]).expected_on, ==, fixture->today + 14);
  g_assert_cmpint (shop_fixture_line (fixture, order, fixture->homemade).expected_on, ==, fixture->today + 14);
  g_assert_cmpint (sent->expected_on, ==, fixture->today + 21);
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
  add ("/on-order/what", test_what_is_on_order);
  add ("/on-order/too-much", test_too_much_takes_nothing_off);
  add ("/on-order/lead-time", test_what_nobody_sent_takes_its_lead_time);
  add ("/on-order/overdue", test_what_is_overdue_is_no_comfort);
  add ("/on-order/overdue-chart", test_what_is_overdue_is_drawn_today);
  add ("/on-order/taken-off", test_a_line_that_is_taken_off);
  add ("/on-order/zero-terms", test_zero_in_terms_is_meant);
  add ("/on-order/last-line", test_an_order_comes_with_its_last_line);
  return g_test_run();
}
