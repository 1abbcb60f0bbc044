#include "shop-fixture.h"
#include "shop-words.h"

#include "domain/base/error.h"
#include "shop/catalogue/item-card.h"
#include "shop/forecasting/forecast-card.h"
#include "shop/forecasting/read-series.h"
#include "shop/stock/adjust-stock.h"
#include "shop/catalogue/save-item.h"
#include "shop/base/undo-deed.h"
#include "shop/base/shop-deed.h"
#include "store/catalogue/item-store.h"

#include <math.h>

static GrItemSeries *
series_of (ShopFixture *fixture, gint64 item_id, GrGrain grain)
{
  g_autoptr (GError) error = NULL;
  GrItemSeries *series = gr_shop_item_series (fixture->shop, item_id, grain, &error);

  g_assert_no_error (error);
  return series;
}

static GrItemSeries *
family_of (ShopFixture *fixture, const char *family, GrGrain grain)
{
  g_autoptr (GError) error = NULL;
  GrItemSeries *series = gr_shop_family_series (fixture->shop, family, grain, &error);

  g_assert_no_error (error);
  return series;
}

static void
test_past_and_ahead_know_their_side (ShopFixture *fixture, gconstpointer data)
{
  shop_fixture_plan (fixture);
  for (int grain = 0; grain < 2; grain++) {
    g_autoptr (GrItemSeries) series = series_of (fixture, fixture->steady[0], grain);
    int n = series->n_past + series->n_ahead;

    g_assert_cmpint (series->starts[series->n_past], ==, gr_grain_start (grain, fixture->today));
    for (int i = 0; i < n; i++) {
      g_assert_true (isnan (series->mean[i]) == (i < series->n_past));
      g_assert_true (i < series->n_past || isnan (series->sales[i]));
      if (i < series->n_past)
        continue;
      g_assert_cmpfloat (0, <=, series->lo95[i]);
      g_assert_cmpfloat (series->lo95[i], <=, series->lo80[i]);
      g_assert_cmpfloat (series->lo80[i], <=, series->mean[i]);
      g_assert_cmpfloat (series->mean[i], <=, series->hi80[i]);
      g_assert_cmpfloat (series->hi80[i], <=, series->hi95[i]);
    }
    g_assert_true (isnan (series->sales[0])); /* nobody knows the time before the first sale */
    g_assert_cmpfloat (series->sales[series->n_past - 1], >, 0);
  }
}

static void
test_stock_is_unknown_before_the_count (ShopFixture *fixture, gconstpointer data)
{
  g_autoptr (GrItemSeries) series = NULL;

  shop_fixture_plan (fixture);
  series = series_of (fixture, fixture->steady[0], GR_GRAIN_WEEK);
  for (int i = 0; i < series->n_past; i++)
    g_assert_true (isnan (series->stock[i]));
  g_assert_cmpfloat (series->stock[series->n_past], ==, gr_qty_to_double (series->projection[0].end));
}

static void
test_past_stock_comes_from_the_ledger (ShopFixture *fixture, gconstpointer data)
{
  g_autoptr (GrItemSeries) series = NULL;
  g_autoptr (GrItemSeries) family = NULL;
  g_autoptr (GError) error = NULL;

  /* Three weeks on, the count of A-1 lies in the past. */
  g_assert_finalize_object (fixture->shop);
  fixture->shop = gr_shop_open (fixture->path, gr_clock_fixed (fixture->today + 21), &error);
  g_assert_no_error (error);
  series = series_of (fixture, fixture->steady[0], GR_GRAIN_WEEK);
  g_assert_true (isnan (series->stock[series->n_past - 4]));
  for (int back = 1; back <= 3; back++)
    g_assert_cmpfloat (series->stock[series->n_past - back], ==, 5);
  family = family_of (fixture, "Milk", GR_GRAIN_WEEK); /* */
  g_assert_true (isnan (family->stock[family->n_past - 4]));
  g_assert_cmpfloat (family->stock[family->n_past - 1], ==, 5);
}

static gint64
add_jam (ShopFixture *fixture, const char *code)
{
  g_autoptr (GrItem) item = gr_item_new();
  g_autoptr (GError) error = NULL;
  gint64 item_id;

  item->code = g_strdup (code);
  item->family = g_strdup ("Jam");
  item_id = shop_save_item (fixture->shop, item, &error);
  g_assert_no_error (error);
  return item_id;
}

static void
count_jam (ShopFixture *fixture, gint64 item_id, int units)
{
  g_autoptr (GError) error = NULL;

  gr_shop_adjust_stock (fixture->shop, item_id, shop_fixture_place (fixture, GR_PLACE_WAREHOUSE),
      gr_qty_from_units (units), "Stock count", &error);
  g_assert_no_error (error);
}

static void
assert_stock (const GrItemSeries *series, const double *expected, int n)
{
  for (int i = 0; i < n; i++) {
    double stock = series->stock[series->n_past - n + i];

    g_test_message ("week %d: %g", i, stock);
    g_assert_true (isnan (expected[i]) ? isnan (stock) : stock == expected[i]);
  }
}

/* A family's stock is known since its first item is, of which a count that was taken back says nothing, and one of
 * nothing does. */
static void
test_family_stock_is_known_as_its_items_is (ShopFixture *fixture, gconstpointer data)
{
  gint64 red = add_jam (fixture, "RED"), none = add_jam (fixture, "NONE"), late = add_jam (fixture, "LATE");
  GrDate start = fixture->today;
  g_autoptr (GrItemSeries) first = NULL;
  g_autoptr (GrItemSeries) family = NULL;

  count_jam (fixture, red, 6);
  g_assert_true (gr_shop_undo (fixture->shop, NULL, NULL, NULL));
  shop_fixture_go_to (fixture, start + 14);
  count_jam (fixture, none, 0);
  shop_fixture_go_to (fixture, start + 21);
  count_jam (fixture, red, 4);
  shop_fixture_sell (fixture, late, fixture->today, 3); /* of what nobody has counted */
  shop_fixture_go_to (fixture, start + 28);
  count_jam (fixture, late, 10);
  shop_fixture_go_to (fixture, start + 35);
  first = series_of (fixture, red, GR_GRAIN_WEEK);
  assert_stock (first, (const double[]){NAN, NAN, NAN, NAN, 4, 4}, 6);
  family = family_of (fixture, "Jam", GR_GRAIN_WEEK);
  assert_stock (family, (const double[]){NAN, NAN, NAN, 0, 4, 14}, 6);
}

static void
test_projection_adds_up (ShopFixture *fixture, gconstpointer data)
{
  shop_fixture_plan (fixture);
  for (int grain = 0; grain < 2; grain++) {
    g_autoptr (GrItemSeries) series = series_of (fixture, fixture->steady[1], grain);
    GrQty stock = gr_qty_from_units (60), arriving = 0, received = 0;

    for (int i = 0; i < series->n_ahead; i++) {
      const GrProjectionBucket *bucket = &series->projection[i];

      g_assert_cmpint (bucket->begin, ==, stock);
      stock += bucket->on_order + bucket->suggested - bucket->demand;
      g_assert_cmpint (bucket->end, ==, stock);
      received += bucket->on_order + bucket->suggested;
    }
    for (gsize i = 0; i < series->n_receipts; i++)
      if (series->receipts[i].on < gr_grain_add (grain, series->starts[series->n_past], series->n_ahead))
        arriving += series->receipts[i].qty;
    g_assert_cmpint (received, ==, arriving);
    g_assert_cmpint (received, >, 0);
    g_assert_cmpint (stock, >=, 0);
  }
}

static void
add_up (GrItemSeries *sum, const GrItemSeries *part)
{
  for (int i = 0; i < sum->n_past + sum->n_ahead; i++) {
    sum->mean[i] -= part->mean[i];
    sum->sales[i] -= part->sales[i];
    sum->stock[i] -= part->stock[i];
  }
  sum->safety_stock -= part->safety_stock;
}

static void
test_a_family_is_the_sum_of_its_items (ShopFixture *fixture, gconstpointer data)
{
  shop_fixture_plan (fixture);
  for (int grain = 0; grain < 2; grain++) {
    g_autoptr (GrItemSeries) milk = family_of (fixture, "Milk", grain);
    g_autoptr (GrItemSeries) first = series_of (fixture, fixture->steady[0], grain);
    g_autoptr (GrItemSeries) third = series_of (fixture, fixture->steady[2], grain);

    g_assert_cmpstr (milk->unit, ==, "pcs");
    add_up (milk, first);
    add_up (milk, third);
    g_assert_cmpfloat_with_epsilon (milk->safety_stock, 0, 1e-9);
    for (int i = 0; i < milk->n_past + milk->n_ahead; i++) {
      g_assert_true (isnan (milk->mean[i]) || fabs (milk->mean[i]) < 1e-9);
      g_assert_true (isnan (milk->sales[i]) || fabs (milk->sales[i]) < 1e-9);
      g_assert_true (isnan (milk->stock[i]) || fabs (milk->stock[i]) < 1e-9);
    }
  }
}

static void
add_many_items (ShopFixture *fixture, int n)
{
  g_autoptr (GError) error = NULL;

  gr_shop_begin_deed (fixture->shop, "test", "Many items", &error);
  for (int i = 0; i < n; i++) {
    g_autoptr (GrItem) item = gr_item_new();

    item->code = g_strdup_printf ("MANY-%d", i);
    item->family = g_strdup ("Milk");
    gr_item_store_save (gr_shop_database (fixture->shop), item, &error);
    g_assert_no_error (error);
  }
  gr_shop_end_deed (fixture->shop, TRUE, NULL, &error);
  g_assert_no_error (error);
}

/* Small families are read item by item, large ones at once: the same must come of it. */
static void
test_a_large_family_is_read_otherwise (ShopFixture *fixture, gconstpointer data)
{
  shop_fixture_plan (fixture);
  g_assert_finalize_object (fixture->shop);
  fixture->shop = gr_shop_open (fixture->path, gr_clock_fixed (fixture->today + 21), NULL);
  for (int grain = 0; grain < 2; grain++) {
    g_autoptr (GrItemSeries) small = family_of (fixture, "Milk", grain);
    g_autoptr (GrItemSeries) large = NULL;

    if (grain == 0)
      add_many_items (fixture, 1001);
    large = family_of (fixture, "Milk", grain);
    for (int i = 0; i < small->n_past + small->n_ahead; i++) {
      g_assert_true (small->sales[i] == large->sales[i] || isnan (small->sales[i]));
      g_assert_true (isnan (small->sales[i]) == isnan (large->sales[i]));
      g_assert_true (small->stock[i] == large->stock[i] || isnan (small->stock[i]));
      g_assert_true (isnan (small->stock[i]) == isnan (large->stock[i]));
      g_assert_true (small->mean[i] == large->mean[i] || isnan (small->mean[i]));
    }
    g_assert_cmpuint (small->n_receipts, ==, large->n_receipts);
  }
}

static void
test_the_shop_is_everything (ShopFixture *fixture, gconstpointer data)
{
  g_autoptr (GrItemSeries) all = NULL;
  g_autoptr (GrItemSeries) unsorted = NULL;
  int last;

  shop_fixture_plan (fixture);
  all = family_of (fixture, NULL, GR_GRAIN_WEEK);
  unsorted = family_of (fixture, "", GR_GRAIN_WEEK); /* the service */
  last = all->n_past - 1;
  g_assert_cmpfloat (all->sales[last], >, 100);
  g_assert_cmpfloat_with_epsilon (unsorted->sales[last], 5, 3);
  g_assert_cmpint (unsorted->projection[5].end, ==, 0); /* is never stocked */
}

static void
test_a_card_explains_itself (ShopFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GrItemCard) before = gr_shop_item_card (fixture->shop, fixture->steady[0], &error);
  g_autoptr (GrItemCard) card = NULL;

  g_assert_no_error (error);
  g_assert_null (before->plan);
  shop_fixture_plan (fixture);
  card = gr_shop_item_card (fixture->shop, fixture->steady[0], &error);
  g_assert_no_error (error);
  g_assert_cmpint (card->on_hand, ==, gr_qty_from_units (5));
  g_assert_cmpint (card->value, ==, 617); /* 5 x 1.2345 */
  g_assert_cmpuint (card->terms->len, ==, 1);
  g_assert_cmpstr (((GrItemTerms *) g_ptr_array_index (card->terms, 0))->supplier_name, ==, "Mill");
  g_assert_nonnull (card->forecast_method);
  g_assert_nonnull (card->plan);
  g_assert_nonnull (card->explanation->sentence);
  g_assert_cmpint (gr_shop_find_item (fixture->shop, "A-1", NULL, NULL), ==, fixture->steady[0]);
  g_assert_cmpint (gr_shop_find_item (fixture->shop, "nothing", NULL, NULL), ==, 0);
}

static void
test_a_forecast_explains_itself (ShopFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (gr_shop_forecast_card (fixture->shop, fixture->steady[0], GR_GRAIN_WEEK, &error));
  g_assert_error (error, GR_ERROR, GR_ERROR_NOT_FOUND);
  shop_fixture_plan (fixture);
  for (int grain = 0; grain < 2; grain++) {
    g_autoptr (GrItemSeries) series = series_of (fixture, fixture->steady[1], grain);
    g_autofree char *text = shop_fixture_explain (fixture, fixture->steady[1], grain);
    g_autofree char *figure = g_strdup_printf ("%.3f", series->mean[series->n_past]);

    g_test_message ("%s", text);
    g_assert_nonnull (strstr (text, figure)); /* it ends with what the plan uses */
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
  add ("/item-series/sides", test_past_and_ahead_know_their_side);
  add ("/item-series/count", test_stock_is_unknown_before_the_count);
  add ("/item-series/past-stock", test_past_stock_comes_from_the_ledger);
  add ("/item-series/family-stock", test_family_stock_is_known_as_its_items_is);
  add ("/item-series/projection", test_projection_adds_up);
  add ("/item-series/family", test_a_family_is_the_sum_of_its_items);
  add ("/item-series/large-family", test_a_large_family_is_read_otherwise);
  add ("/item-series/shop", test_the_shop_is_everything);
  add ("/item-series/card", test_a_card_explains_itself);
  add ("/item-series/explained", test_a_forecast_explains_itself);
  return g_test_run();
}
