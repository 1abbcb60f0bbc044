#include "expect.h"
#include "shop-words.h"

#include "shop/planning/plan-view.h"
#include "shop/purchasing/accept-suggestions.h"
#include "shop/purchasing/orders.h"
#include "shop/stock/adjust-stock.h"
#include "store/stock/location-store.h"

static GrAcceptOutcome
accept (ShopFixture *fixture, GrSuggestionChoice choice)
{
  GrAcceptOutcome outcome;

  EXPECT (gr_shop_accept_suggestions (fixture->shop, &choice, &outcome, ERR));
  return outcome;
}

/* The plan, with enough of A-2 for now. */
static void
plan (ShopFixture *fixture)
{
  EXPECT (gr_shop_adjust_stock (fixture->shop, fixture->steady[1], shop_fixture_place (fixture, GR_PLACE_WAREHOUSE),
      gr_qty_from_units (120), NULL, ERR));
  shop_fixture_plan (fixture);
}

/* Of an item's suggestions those that one who accepts it means: all that are due, or the next one where none is. */
static int
n_meant (const ShopFixture *fixture, gint64 item_id, GrQty *qty)
{
  g_autoptr (GPtrArray) all = shop_fixture_suggested (fixture, item_id);
  int n = 0;

  *qty = 0;
  for (guint i = 0; i < all->len; i++) {
    const GrSuggestion *one = all->pdata[i];

    if (one->order_on <= fixture->today || i == 0) {
      *qty += one->qty;
      n++;
    }
  }
  g_assert_cmpuint (all->len, >, n); /* so that there is something to leave alone */
  return n;
}

/* A-1 is short: what is due of it is ordered, and no later order with it. */
static void
test_one_item_takes_what_is_due (ShopFixture *fixture, gconstpointer data)
{
  GrAcceptOutcome outcome;
  GrQty meant;
  int n;

  shop_fixture_plan (fixture);
  n = n_meant (fixture, fixture->steady[0], &meant);
  g_assert_cmpint (shop_fixture_n_due (fixture), >, 0);
  outcome = accept (fixture, (GrSuggestionChoice){fixture->steady, 1, 0});
  g_assert_cmpint (outcome.n_lines, ==, n);
  g_assert_cmpint (outcome.n_orders, ==, 1);
  g_assert_cmpint (shop_fixture_ordered (fixture, fixture->steady[0]), ==, meant);
  /* At the supplier's price. */
  g_assert_cmpint (outcome.value, ==, gr_money_for_saturated (meant, 11111, 2));
  g_assert_cmpint (shop_fixture_line (fixture, outcome.first_order_id, fixture->steady[0]).unit_price, ==, 11111);
  gr_accept_outcome_clear (&outcome);
}

/* A-2 has enough for now: the next order of it, though not due, and no more than that. */
static void
test_one_item_that_is_not_due (ShopFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) found = NULL;
  g_autofree char *title = NULL;
  GrAcceptOutcome outcome;
  GrQty meant;

  plan (fixture);
  found = shop_fixture_suggested (fixture, fixture->steady[1]);
  g_assert_cmpint (((GrSuggestion *) found->pdata[0])->order_on, >, fixture->today);
  g_assert_cmpint (n_meant (fixture, fixture->steady[1], &meant), ==, 1);
  outcome = accept (fixture, (GrSuggestionChoice){&fixture->steady[1], 1, 0});
  g_assert_cmpint (outcome.n_lines, ==, 1);
  g_assert_cmpstr (outcome.sentence, ==, "Accept 1 suggestion into PO-0001");
  title = shop_fixture_last_title (fixture);
  g_assert_cmpstr (title, ==, outcome.sentence);
  g_assert_cmpint (shop_fixture_ordered (fixture, fixture->steady[1]), ==, meant);
  gr_accept_outcome_clear (&outcome);
}

/* All means what is due by today, not what is to be ordered later. */
static void
test_all_is_what_is_due (ShopFixture *fixture, gconstpointer data)
{
  g_autofree char *sentence = NULL;
  GrAcceptOutcome outcome;
  int n_due;

  plan (fixture);
  n_due = shop_fixture_n_due (fixture);
  outcome = accept (fixture, (GrSuggestionChoice){0});
  g_assert_cmpint (outcome.n_lines, ==, n_due);
  sentence = g_strdup_printf ("Accept %d suggestions (orders: 2)", n_due);
  g_assert_cmpstr (outcome.sentence, ==, sentence);
  g_assert_cmpint (shop_fixture_ordered (fixture, fixture->steady[1]), ==, 0);
  g_assert_cmpint (shop_fixture_ordered (fixture, fixture->steady[3]), ==, 0);
  gr_accept_outcome_clear (&outcome);
}

static void
test_of_one_supplier (ShopFixture *fixture, gconstpointer data)
{
  GrSuggestionChoice others = {fixture->steady, 2, fixture->dairy};
  int n_deeds;
  GrAcceptOutcome outcome;

  shop_fixture_plan (fixture);
  n_deeds = shop_fixture_n_deeds (fixture);
  /* Neither A-1 nor A-2 is the dairy's; what is refused is no deed. */
  REFUSED (gr_shop_accept_suggestions (fixture->shop, &others, &outcome, ERR), GR_ERROR_REFUSED);
  g_assert_null (outcome.sentence);
  g_assert_cmpint (shop_fixture_n_deeds (fixture), ==, n_deeds);
  outcome = accept (fixture, (GrSuggestionChoice){NULL, 0, fixture->dairy});
  g_assert_cmpint (outcome.n_orders, ==, 1);
  g_assert_cmpint (shop_fixture_ordered (fixture, fixture->steady[0]), ==, 0);
  g_assert_cmpint (shop_fixture_ordered (fixture, fixture->steady[2]), >, 0);
  gr_accept_outcome_clear (&outcome);
  outcome = accept (fixture, (GrSuggestionChoice){fixture->steady, 1, fixture->mill});
  g_assert_cmpint (shop_fixture_ordered (fixture, fixture->steady[0]), >, 0);
  gr_accept_outcome_clear (&outcome);
}

/* An item that is named twice is ordered once. */
static void
test_an_item_named_twice (ShopFixture *fixture, gconstpointer data)
{
  gint64 twice[] = {fixture->steady[0], fixture->steady[2], fixture->steady[0]};
  GrQty meant;
  GrAcceptOutcome outcome;

  shop_fixture_plan (fixture);
  n_meant (fixture, fixture->steady[0], &meant);
  outcome = accept (fixture, (GrSuggestionChoice){twice, 3, 0});
  g_assert_cmpint (shop_fixture_ordered (fixture, fixture->steady[0]), ==, meant);
  g_assert_cmpint (outcome.n_orders, ==, 2);
  gr_accept_outcome_clear (&outcome);
}

/* A draft that was approved, or that is on hold, is not the open one. */
static void
test_only_an_open_draft_is_reused (ShopFixture *fixture, gconstpointer data)
{
  gint64 approved = 0, held = 0, open = 0;
  GrAcceptOutcome outcome;

  shop_fixture_plan (fixture);
  EXPECT ((open = gr_shop_new_order (fixture->shop, fixture->mill, ERR)) != 0);
  EXPECT ((held = gr_shop_new_order (fixture->shop, fixture->mill, ERR)) != 0);
  EXPECT (gr_shop_hold_order (fixture->shop, held, TRUE, ERR));
  EXPECT ((approved = gr_shop_new_order (fixture->shop, fixture->mill, ERR)) != 0);
  EXPECT (gr_shop_set_order_line (fixture->shop, approved, fixture->steady[1], GR_QTY_ONE, NULL, ERR));
  EXPECT (gr_shop_approve_order (fixture->shop, approved, ERR));
  EXPECT (gr_shop_new_order (fixture->shop, fixture->dairy, ERR) != 0);
  outcome = accept (fixture, (GrSuggestionChoice){fixture->steady, 1, 0});
  g_assert_cmpint (outcome.first_order_id, ==, open);
  gr_accept_outcome_clear (&outcome);
}

/* A line that is there grows by what was accepted and keeps the price that was agreed on. */
static void
test_a_line_grows_at_its_price (ShopFixture *fixture, gconstpointer data)
{
  GrPrice agreed = 9000;
  gint64 order = 0;
  GrQty meant;
  GrAcceptOutcome outcome;
  GrPurchaseOrderLine line;

  EXPECT ((order = gr_shop_new_order (fixture->shop, fixture->mill, ERR)) != 0);
  EXPECT (gr_shop_set_order_line (fixture->shop, order, fixture->steady[0], GR_QTY_ONE, &agreed, ERR));
  shop_fixture_plan (fixture);
  n_meant (fixture, fixture->steady[0], &meant);
  outcome = accept (fixture, (GrSuggestionChoice){fixture->steady, 1, 0});
  line = shop_fixture_line (fixture, order, fixture->steady[0]);
  g_assert_cmpint (line.ordered_qty, ==, meant + GR_QTY_ONE);
  g_assert_cmpint (line.unit_price, ==, agreed);
  g_assert_cmpint (outcome.value, ==, gr_money_for_saturated (meant, agreed, 2));
  gr_accept_outcome_clear (&outcome);
}

/* The items are planned again: what stands is what a whole run makes of it. */
static void
test_the_plan_follows (ShopFixture *fixture, gconstpointer data)
{
  g_autofree char *after_deed = NULL;
  g_autofree char *after_plan = NULL;
  GrAcceptOutcome outcome;

  shop_fixture_plan (fixture);
  outcome = accept (fixture, (GrSuggestionChoice){fixture->steady, 3, 0});
  gr_accept_outcome_clear (&outcome);
  after_deed = shop_fixture_plan_text (fixture);
  shop_fixture_plan (fixture);
  after_plan = shop_fixture_plan_text (fixture);
  g_assert_cmpstr (after_deed, ==, after_plan);
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
  add ("/accept/one-due", test_one_item_takes_what_is_due);
  add ("/accept/one-not-due", test_one_item_that_is_not_due);
  add ("/accept/all", test_all_is_what_is_due);
  add ("/accept/supplier", test_of_one_supplier);
  add ("/accept/twice", test_an_item_named_twice);
  add ("/accept/open-draft", test_only_an_open_draft_is_reused);
  add ("/accept/line-grows", test_a_line_grows_at_its_price);
  add ("/accept/plan", test_the_plan_follows);
  return g_test_run();
}
