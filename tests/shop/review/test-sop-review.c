#include "shop-words.h"

#include "shop/purchasing/accept-suggestions.h"
#include "shop/base/shop-private.h"
#include "shop/review/sop-months.h"
#include "shop/review/sop-review.h"

#define N_MONTHS (6 + 18)

static GrSopGrid *
grid_of (ShopFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GrSopGrid *grid = gr_shop_sop_grid (fixture->shop, NULL, &error);

  g_assert_no_error (error);
  return grid;
}

static const GrSopRow *
row_of (const GrSopGrid *grid, guint i)
{
  return g_ptr_array_index (grid->rows, i);
}

static const GrSopRow *
total_of (const GrSopGrid *grid)
{
  return row_of (grid, grid->rows->len - 1);
}

static void
test_families_add_up_to_the_total (ShopFixture *fixture, gconstpointer data)
{
  g_autoptr (GrSopGrid) grid = NULL;

  shop_fixture_plan (fixture);
  grid = grid_of (fixture);
  g_assert_cmpuint (grid->rows->len, ==, 4); /* Bread, Milk, unsorted, total */
  g_assert_cmpint (total_of (grid)->n_items, ==, 7);
  for (int month = 0; month < N_MONTHS; month++) {
    const GrSopCell *total = &total_of (grid)->cells[month];
    GrSopCell sum = {0};

    for (guint i = 0; i + 1 < grid->rows->len; i++) {
      const GrSopCell *cell = &row_of (grid, i)->cells[month];

      sum.sales += cell->sales;
      sum.forecast += cell->forecast;
      sum.purchases += cell->purchases;
      sum.projected += cell->projected;
      sum.sales_value += cell->sales_value;
      sum.projected_value += cell->projected_value;
    }
    g_assert_cmpint (sum.sales, ==, total->sales);
    g_assert_cmpint (sum.forecast, ==, total->forecast);
    g_assert_cmpint (sum.purchases, ==, total->purchases);
    g_assert_cmpint (sum.projected, ==, total->projected);
    g_assert_cmpint (sum.sales_value, ==, total->sales_value);
    g_assert_cmpint (sum.projected_value, ==, total->projected_value);
  }
}

static void
test_sales_are_those_of_the_file (ShopFixture *fixture, gconstpointer data)
{
  g_autoptr (GrSopGrid) grid = NULL;
  GrQty sales = 0;
  GrMoney revenue = 0;
  GrQty sold;
  GrMoney taken;

  shop_fixture_plan (fixture);
  grid = grid_of (fixture);
  for (int month = 0; month <= grid->n_past; month++) {
    sales += total_of (grid)->cells[month].sales;
    revenue += total_of (grid)->cells[month].sales_value;
  }
  shop_fixture_sold (fixture, grid->first_month, &sold, &taken);
  g_assert_cmpint (sales, ==, sold);
  g_assert_cmpint (revenue, ==, taken);
  g_assert_cmpint (sales, >, 0);
}

static void
test_items_add_up_to_families (ShopFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GrSopReview) review = NULL;
  GrQty purchases[N_MONTHS] = {0}, forecast[18] = {0};

  shop_fixture_plan (fixture);
  review = gr_sop_review_new (gr_shop_database (fixture->shop), fixture->today, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < review->facts->len; i++)
    for (int month = 0; month < N_MONTHS; month++) {
      purchases[month] += review->items[i].purchases[month];
      if (month >= 6)
        forecast[month - 6] += review->items[i].forecast[month - 6];
    }
  for (int month = 0; month < N_MONTHS; month++) {
    g_assert_cmpint (total_of (review->grid)->cells[month].purchases, ==, purchases[month]);
    if (month >= 6)
      g_assert_cmpint (total_of (review->grid)->cells[month].forecast, ==, forecast[month - 6]);
  }
}

/* Bread, Milk, without a family. */
static void
test_every_family_is_the_sum_of_its_items (ShopFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GrSopReview) review = NULL;

  shop_fixture_plan (fixture);
  review = gr_sop_review_new (gr_shop_database (fixture->shop), fixture->today, NULL, &error);
  g_assert_no_error (error);
  for (guint f = 0; f + 1 < review->grid->rows->len; f++)
    for (int month = 6; month < N_MONTHS; month++) {
      const GrSopRow *row = row_of (review->grid, f);
      GrQty forecast = 0;

      for (guint i = 0; i < review->facts->len; i++) {
        const char *family = review->items[i].facts->item->family;

        if (g_strcmp0 (family ? family : "", row->family ? row->family : "") == 0)
          forecast += review->items[i].forecast[month - 6];
      }
      g_assert_cmpint (row->cells[month].forecast, ==, forecast);
    }
}

static void
test_accepting_moves_nothing_in_the_review (ShopFixture *fixture, gconstpointer data)
{
  g_autoptr (GrSopGrid) before = NULL;
  g_autoptr (GrSopGrid) after = NULL;
  GrSuggestionChoice all = {0};
  GrAcceptOutcome outcome;

  shop_fixture_plan (fixture);
  before = grid_of (fixture);
  g_assert_true (gr_shop_accept_suggestions (fixture->shop, &all, &outcome, NULL));
  gr_accept_outcome_clear (&outcome);
  after = grid_of (fixture);
  /* What was suggested is now in drafts and comes at the same time. */
  for (int month = 0; month < N_MONTHS; month++) {
    g_assert_cmpint (total_of (before)->cells[month].purchases, ==, total_of (after)->cells[month].purchases);
    g_assert_cmpint (total_of (before)->cells[month].projected, ==, total_of (after)->cells[month].projected);
  }
}

static void
test_what_is_sold_off_never_goes_below_zero (ShopFixture *fixture, gconstpointer data)
{
  g_autoptr (GrSopReview) review = NULL;

  shop_fixture_plan (fixture);
  review = gr_sop_review_new (gr_shop_database (fixture->shop), fixture->today, NULL, NULL);
  for (guint i = 0; i < review->facts->len; i++) {
    const GrSopMonths *item = &review->items[i];
    GrQty demand = 0;

    if (item->facts->item->status != GR_ITEM_DISCONTINUED)
      continue;
    for (int month = 0; month < 18; month++)
      demand += MAX (0, item->forecast[month] - (month == 0 ? item->sales[6] : 0));
    g_assert_cmpint (demand, ==, gr_qty_from_units (30));
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
  add ("/sop-review/total", test_families_add_up_to_the_total);
  add ("/sop-review/sales", test_sales_are_those_of_the_file);
  add ("/sop-review/items", test_items_add_up_to_families);
  add ("/sop-review/family-items", test_every_family_is_the_sum_of_its_items);
  add ("/sop-review/accept", test_accepting_moves_nothing_in_the_review);
  add ("/sop-review/sold-off", test_what_is_sold_off_never_goes_below_zero);
  return g_test_run();
}
