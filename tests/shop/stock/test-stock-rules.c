#include "expect.h"
#include "shop-words.h"

#include "shop/base/undo-deed.h"
#include "shop/catalogue/item-card.h"
#include "shop/catalogue/save-item.h"
#include "shop/forecasting/choose-forecast.h"
#include "shop/stock/adjust-stock.h"
#include "store/stock/location-store.h"

static gint64
add_item (ShopFixture *fixture, const char *code)
{
  g_autoptr (GrItem) item = gr_item_new();
  gint64 id = 0;

  item->code = g_strdup (code);
  item->description = g_strdup ("");
  EXPECT ((id = shop_save_item (fixture->shop, item, ERR)) != 0);
  return id;
}

static void
count (ShopFixture *fixture, gint64 item_id, gint64 location_id, int units)
{
  EXPECT (gr_shop_adjust_stock (fixture->shop, item_id, location_id, gr_qty_from_units (units), "Count", ERR));
}

/* The first count of an item is what is there now, and what was sold today before it is no reason to doubt it; from
 * then on sales come off. */
static void
test_the_first_count_opens_the_ledger (ShopFixture *fixture, gconstpointer data)
{
  gint64 item = add_item (fixture, "FIRST");

  shop_fixture_sell (fixture, item, fixture->today - 1, 7);
  shop_fixture_sell (fixture, item, fixture->today, 3);
  count (fixture, item, shop_fixture_place (fixture, GR_PLACE_SHOP), 10);
  g_assert_cmpint (shop_fixture_on_hand (fixture, item), ==, gr_qty_from_units (10));
  shop_fixture_sell (fixture, item, fixture->today, 2);
  g_assert_cmpint (shop_fixture_on_hand (fixture, item), ==, gr_qty_from_units (8));
  count (fixture, item, shop_fixture_place (fixture, GR_PLACE_SHOP), 11);
  g_assert_cmpint (shop_fixture_on_hand (fixture, item), ==, gr_qty_from_units (11));
  shop_fixture_check (fixture);
}

/* What is in the one place is not what is in the other. */
static void
test_places_are_adjusted_apart (ShopFixture *fixture, gconstpointer data)
{
  gint64 item = fixture->steady[1];

  count (fixture, item, shop_fixture_place (fixture, GR_PLACE_SHOP), 7);
  g_assert_cmpint (shop_fixture_on_hand (fixture, item), ==, gr_qty_from_units (67));
  count (fixture, item, shop_fixture_place (fixture, GR_PLACE_SHOP), 0);
  g_assert_cmpint (shop_fixture_lies (fixture, item, shop_fixture_place (fixture, GR_PLACE_SHOP)), ==, 0);
  g_assert_cmpint (
      shop_fixture_lies (fixture, item, shop_fixture_place (fixture, GR_PLACE_WAREHOUSE)), ==, gr_qty_from_units (60));
}

static void
test_limits_of_a_count (ShopFixture *fixture, gconstpointer data)
{
  gint64 item = fixture->steady[0];

  REFUSED (
      gr_shop_adjust_stock (fixture->shop, item, shop_fixture_place (fixture, GR_PLACE_SHOP), GR_QTY_LIMIT, NULL, ERR),
      GR_ERROR_INVALID);
  REFUSED (gr_shop_adjust_stock (fixture->shop, item, shop_fixture_place (fixture, GR_PLACE_SHOP), -1, NULL, ERR),
      GR_ERROR_INVALID);
  EXPECT (gr_shop_adjust_stock (
      fixture->shop, item, shop_fixture_place (fixture, GR_PLACE_SHOP), GR_QTY_LIMIT - 1, NULL, ERR));
  EXPECT (gr_shop_adjust_stock (fixture->shop, item, shop_fixture_place (fixture, GR_PLACE_SHOP), 0, NULL, ERR));
}

/* Why it differs stands in the ledger, by how much in both. */
static void
test_the_reason_is_kept (ShopFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *title = NULL;
  const GrLedgerRow *row;

  EXPECT (gr_shop_adjust_stock (fixture->shop, fixture->steady[1], shop_fixture_place (fixture, GR_PLACE_WAREHOUSE),
      gr_qty_from_units (57), "Three fell down", ERR));
  rows = shop_fixture_ledger (fixture, fixture->steady[1]);
  row = rows->pdata[0];
  g_assert_cmpstr (row->reason, ==, "Three fell down");
  g_assert_cmpint (row->change, ==, gr_qty_from_units (-3));
  g_assert_cmpint (row->kind, ==, GR_MOVE_ADJUSTMENT);
  g_assert_cmpint (row->moved_on, ==, fixture->today);
  title = shop_fixture_last_title (fixture);
  g_assert_cmpstr (title, ==, "Adjust A-2 from 60 to 57");
}

/* No list of a shop that was never planned shows a plan, whatever is done to it. */
static void
test_nothing_plans_what_was_never_planned (ShopFixture *fixture, gconstpointer data)
{
  count (fixture, fixture->steady[0], shop_fixture_place (fixture, GR_PLACE_SHOP), 3);
  EXPECT (gr_shop_set_service_level (fixture->shop, NULL, 0.9, ERR));
  EXPECT (gr_shop_undo (fixture->shop, NULL, NULL, ERR));
  for (int i = 0; i < 4; i++)
    g_assert_false (shop_fixture_is_planned (fixture, fixture->steady[i]));
}

/* Stock-outs among what asks for a decision. */
static int
n_stock_outs (const ShopFixture *fixture, gint64 item_id, GrDate *from, GrDate *before)
{
  g_autoptr (GArray) found = gr_shop_demand_findings (fixture->shop, item_id, NULL);
  int n = 0;

  for (guint i = 0; i < found->len; i++) {
    const GrDemandMark *mark = &g_array_index (found, GrDemandFinding, i).mark;

    if (mark->kind != GR_MARK_STOCK_OUT)
      continue;
    *from = mark->starts_on;
    *before = mark->ends_before;
    n++;
  }
  return n;
}

/* Four there yesterday, all but @left of them sold today, and then for so many days nothing came. */
static int
n_of_gap (ShopFixture *fixture, const char *code, int n_days, int left, GrDate *from, GrDate *before)
{
  GrDate first = fixture->today;
  gint64 item = add_item (fixture, code);

  for (int week = 30; week > 0; week--)
    shop_fixture_sell (fixture, item, first - 7 * week, 5);
  count (fixture, item, shop_fixture_place (fixture, GR_PLACE_SHOP), 4);
  shop_fixture_go_to (fixture, ++first);
  shop_fixture_sell (fixture, item, first, 4 - left);
  shop_fixture_go_to (fixture, first + n_days + 1);
  count (fixture, item, shop_fixture_place (fixture, GR_PLACE_SHOP), 10);
  shop_fixture_sell (fixture, item, first + n_days + 1, 1);
  shop_fixture_go_to (fixture, first + n_days + 12);
  return n_stock_outs (fixture, item, from, before);
}

/* Whole days, three or more in a row; not more than half a year; and not what the books say is less than nothing. */
static void
test_what_a_stock_out_is (ShopFixture *fixture, gconstpointer data)
{
  GrDate from = 0, before = 0, first = fixture->today;

  g_assert_cmpint (n_of_gap (fixture, "THREE", 3, 0, &from, &before), ==, 1);
  g_assert_cmpint (from, ==, first + 2);
  g_assert_cmpint (before, ==, first + 5);
  g_assert_cmpint (n_of_gap (fixture, "TWO", 2, 0, &from, &before), ==, 0);
  g_assert_cmpint (n_of_gap (fixture, "LEFT", 20, 1, &from, &before), ==, 0);
  g_assert_cmpint (n_of_gap (fixture, "LESS", 20, -1, &from, &before), ==, 0);
  g_assert_cmpint (n_of_gap (fixture, "HALF", 182, 0, &from, &before), ==, 1);
  g_assert_cmpint (n_of_gap (fixture, "LONG", 183, 0, &from, &before), ==, 0);
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
  add ("/stock-rules/first-count", test_the_first_count_opens_the_ledger);
  add ("/stock-rules/places", test_places_are_adjusted_apart);
  add ("/stock-rules/limits", test_limits_of_a_count);
  add ("/stock-rules/reason", test_the_reason_is_kept);
  add ("/stock-rules/unplanned", test_nothing_plans_what_was_never_planned);
  add ("/stock-rules/stock-outs", test_what_a_stock_out_is);
  return g_test_run();
}
