#include "planning/review/sop-sums.h"

#include <math.h>

#define TODAY  gr_date_from_ymd (2026, 3, 10)
#define PAST   3
#define AHEAD  4
#define MONTHS (PAST + AHEAD)

typedef struct {
  GrItem item;
  GrSopPart part;
  GrQty sales[PAST + 1], forecast[AHEAD], purchases[PAST], ends[PAST];
  GrPlannedReceipt receipts[AHEAD];
  GrMoney revenue[PAST + 1];
} Part;

static void
link_part (Part *part)
{
  part->item.is_stocked = TRUE;
  part->part.item = &part->item;
  part->part.sales = part->sales;
  part->part.revenue = part->revenue;
  part->part.forecast = part->forecast;
  part->part.past_purchases = part->purchases;
  part->part.receipts = part->receipts;
  part->part.n_receipts = AHEAD;
  part->part.past_end_stock = part->ends;
}

static const GrSopRow *
row_at (const GrSopGrid *grid, guint index)
{
  return g_ptr_array_index (grid->rows, index);
}

static void
fill_tea (Part *part)
{
  *part = (Part){.item = {.family = (char *) "Tea", .unit_cost = 20000, .unit_price = 50000},
      .part = {.on_hand = 50000},
      .sales = {10000, 20000, 30000, 12000},
      .revenue = {5000, 10000, 15000, 6000},
      .forecast = {40000, 31000, 60000, 70000},
      .receipts = {{TODAY - 9, 5000, FALSE}, {gr_date_from_ymd (2026, 5, 11), 100000, TRUE}},
      .ends = {90000, 80000, 60000}};
  link_part (part);
}

static void
test_stock_rolls_forward (void)
{
  g_autoptr (GrSopGrid) grid = gr_sop_grid_new (TODAY, PAST, AHEAD, 2);
  Part tea;
  const GrSopCell *cells;

  fill_tea (&tea);
  gr_sop_grid_add (grid, &tea.part);
  gr_sop_grid_finish (grid);
  g_assert_cmpint (grid->first_month, ==, gr_date_from_ymd (2025, 12, 1));
  g_assert_cmpuint (grid->rows->len, ==, 2);
  cells = row_at (grid, 0)->cells;
  g_assert_cmpint (cells[2].projected, ==, 60000);
  g_assert_cmpint (cells[2].sales_value, ==, 15000);
  g_assert_cmpint (cells[2].forecast, ==, 0);
  /* The running month: 50 + 5 - 40 x 22 / 31 days. */
  g_assert_cmpint (cells[3].demand, ==, 28387);
  g_assert_cmpint (cells[3].projected, ==, 26613);
  g_assert_cmpint (cells[3].sales, ==, 12000);
  g_assert_cmpint (cells[3].forecast_value, ==, 20000);
  /* April asks for 31 of 26.613. May asks for 60, and for the first ten of its days, 60 x 10 / 31, there is nothing. */
  g_assert_cmpint (cells[4].projected, ==, 0);
  g_assert_cmpint (cells[4].lost, ==, 4387);
  g_assert_cmpint (cells[4].lost_value, ==, 2194);
  g_assert_cmpint (cells[4].projected_value, ==, 0);
  g_assert_cmpint (cells[5].lost, ==, 19354);
  g_assert_cmpint (cells[5].projected, ==, 100000 - 60000 + 19354);
  g_assert_cmpint (cells[5].purchases_value, ==, 20000);
}

static void
test_days_of_supply_walk_forward (void)
{
  g_autoptr (GrSopGrid) grid = gr_sop_grid_new (TODAY, PAST, AHEAD, 2);
  Part tea;
  const GrSopCell *cells;

  fill_tea (&tea);
  gr_sop_grid_add (grid, &tea.part);
  gr_sop_grid_finish (grid);
  cells = row_at (grid, 0)->cells;
  /* 90 at the end of December: January's 20, February's 30, then 40 of March's 12 and 28.387. */
  g_assert_cmpfloat_with_epsilon (cells[0].days_of_supply, 31 + 28 + 40.0 / 40.387 * 31, 1e-9);
  g_assert_cmpfloat_with_epsilon (cells[2].days_of_supply, 31 + (60 - 40.387) / 31 * 30, 1e-9);
  g_assert_cmpfloat_with_epsilon (cells[3].days_of_supply, 26.613 / 31 * 30, 1e-9);
  g_assert_cmpfloat (cells[4].days_of_supply, ==, 0);
  g_assert_cmpfloat_with_epsilon (cells[5].days_of_supply, 59.354 / 70 * 30, 1e-9);
  g_assert_cmpfloat (cells[6].days_of_supply, ==, 0);
}

static void
test_sold_more_than_forecast_so_far (void)
{
  g_autoptr (GrSopGrid) grid = gr_sop_grid_new (TODAY, PAST, AHEAD, 2);
  Part tea;

  fill_tea (&tea);
  tea.sales[PAST] = 55000;
  gr_sop_grid_add (grid, &tea.part);
  gr_sop_grid_finish (grid);
  g_assert_cmpint (row_at (grid, 0)->cells[PAST].demand, ==, 28387); /* its last days sell all the same */
  g_assert_cmpint (row_at (grid, 0)->cells[PAST].projected, ==, 26613);
}

static void
random_part (Part *part)
{
  static const char *const families[] = {"Tea", "Coffee", "Äpfel", NULL, "", "Zander"};

  part->part = (GrSopPart){.on_hand = g_test_rand_int_range (-9999, 99999)};
  part->item = (GrItem){.family = (char *) families[g_test_rand_int_range (0, 6)],
      .unit_cost = g_test_rand_int_range (0, 99999),
      .unit_price = g_test_rand_int_range (0, 199999)};
  for (int i = 0; i < PAST; i++)
    part->purchases[i] = g_test_rand_int_range (0, 50000);
  for (int i = 0; i < AHEAD; i++)
    part->receipts[i] =
        (GrPlannedReceipt){TODAY + g_test_rand_int_range (-20, 150), g_test_rand_int_range (0, 90000), i % 2};
  for (int i = 0; i < AHEAD; i++)
    part->forecast[i] = g_test_rand_int_range (0, 50000);
  for (int i = 0; i <= PAST; i++) {
    part->sales[i] = g_test_rand_int_range (-5000, 50000);
    part->revenue[i] = g_test_rand_int_range (-500, 50000);
  }
  for (int i = 0; i < PAST; i++)
    part->ends[i] = g_test_rand_int_range (-5000, 50000);
  link_part (part);
}

static void
assert_row_rolls (const GrSopRow *row)
{
  GrQty stock = row->on_hand;

  for (int month = PAST; month < MONTHS; month++) {
    stock += row->cells[month].purchases - row->cells[month].demand + row->cells[month].lost;
    g_assert_cmpint (row->cells[month].projected, ==, stock);
    g_assert_cmpint (stock, >=, 0);
    g_assert_cmpint (row->cells[month].lost, <=, row->cells[month].demand);
  }
}

static void
assert_total_is_the_sum (const GrSopGrid *grid, int month)
{
  const GrSopCell *total = &row_at (grid, grid->rows->len - 1)->cells[month];
  GrSopCell sum = {0};

  for (guint i = 0; i + 1 < grid->rows->len; i++) {
    const GrSopCell *cell = &row_at (grid, i)->cells[month];

    sum.sales += cell->sales;
    sum.forecast += cell->forecast;
    sum.purchases += cell->purchases;
    sum.lost += cell->lost;
    sum.projected += cell->projected;
    sum.sales_value += cell->sales_value;
    sum.forecast_value += cell->forecast_value;
    sum.purchases_value += cell->purchases_value;
    sum.projected_value += cell->projected_value;
  }
  g_assert_cmpint (total->sales, ==, sum.sales);
  g_assert_cmpint (total->forecast, ==, sum.forecast);
  g_assert_cmpint (total->purchases, ==, sum.purchases);
  g_assert_cmpint (total->projected, ==, sum.projected);
  g_assert_cmpint (total->lost, ==, sum.lost);
  g_assert_cmpint (total->sales_value, ==, sum.sales_value);
  g_assert_cmpint (total->forecast_value, ==, sum.forecast_value);
  g_assert_cmpint (total->purchases_value, ==, sum.purchases_value);
  g_assert_cmpint (total->projected_value, ==, sum.projected_value);
}

static void
test_parts_add_up (void)
{
  for (int i = 0; i < 200; i++) {
    g_autoptr (GrSopGrid) grid = gr_sop_grid_new (TODAY, PAST, AHEAD, g_test_rand_int_range (0, 4));
    int n = g_test_rand_int_range (0, 40);

    for (int k = 0; k < n; k++) {
      Part part;

      random_part (&part);
      gr_sop_grid_add (grid, &part.part);
    }
    gr_sop_grid_finish (grid);
    g_assert_null (row_at (grid, grid->rows->len - 1)->family);
    g_assert_cmpint (row_at (grid, grid->rows->len - 1)->n_items, ==, n);
    for (guint k = 0; k < grid->rows->len; k++)
      assert_row_rolls (row_at (grid, k));
    for (int month = 0; month < MONTHS; month++)
      assert_total_is_the_sum (grid, month);
  }
}

/* One item's shortage, or an error of its books, is not taken off the stock of another. */
static void
test_shortage_lowers_no_other_stock (void)
{
  g_autoptr (GrSopGrid) grid = gr_sop_grid_new (TODAY, PAST, AHEAD, 2);
  Part full = {
      .item = {.family = (char *) "Tea", .unit_cost = 20000}, .part = {.on_hand = 50000}, .ends = {7000, 7000, 7000}};
  Part short_of = {.item = {.family = (char *) "Tea", .unit_cost = 20000, .unit_price = 30000},
      .part = {.on_hand = -30000},
      .forecast = {10000, 10000, 10000, 10000},
      .ends = {-90000, -90000, -90000}};
  const GrSopRow *row;

  link_part (&full);
  link_part (&short_of);
  gr_sop_grid_add (grid, &full.part);
  gr_sop_grid_add (grid, &short_of.part);
  gr_sop_grid_finish (grid);
  row = row_at (grid, 0);
  g_assert_cmpint (row->on_hand, ==, 50000);
  for (int month = 0; month < MONTHS; month++)
    g_assert_cmpint (row->cells[month].projected_value, ==, month < PAST ? 1400 : 10000);
  g_assert_cmpint (row->cells[PAST].lost_value, ==, 2129); /* 22 of 31 days */
}

static void
test_unsorted_come_last (void)
{
  static const char *const families[] = {NULL, "Zander", "", "Apples"};
  g_autoptr (GrSopGrid) grid = gr_sop_grid_new (TODAY, PAST, AHEAD, 2);

  for (gsize i = 0; i < G_N_ELEMENTS (families); i++) {
    Part part;

    fill_tea (&part);
    part.item.family = (char *) families[i];
    gr_sop_grid_add (grid, &part.part);
  }
  gr_sop_grid_finish (grid);
  g_assert_cmpuint (grid->rows->len, ==, 4);
  g_assert_cmpstr (row_at (grid, 0)->family, ==, "Apples");
  g_assert_cmpstr (row_at (grid, 1)->family, ==, "Zander");
  g_assert_cmpstr (row_at (grid, 2)->family, ==, "");
  g_assert_cmpint (row_at (grid, 2)->n_items, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sop-grid/rolls-forward", test_stock_rolls_forward);
  g_test_add_func ("/sop-grid/days-of-supply", test_days_of_supply_walk_forward);
  g_test_add_func ("/sop-grid/more-sold-than-forecast", test_sold_more_than_forecast_so_far);
  g_test_add_func ("/sop-grid/parts-add-up", test_parts_add_up);
  g_test_add_func ("/sop-grid/shortage", test_shortage_lowers_no_other_stock);
  g_test_add_func ("/sop-grid/unsorted-last", test_unsorted_come_last);
  return g_test_run();
}
