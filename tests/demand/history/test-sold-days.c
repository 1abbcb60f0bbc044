#include "demand/history/sold-days.h"

static void
add (GrSoldDays *sold, gint64 item_id, GrDate on, int units, int returned)
{
  GrDemandDay day = {item_id, on, gr_qty_from_units (units), gr_qty_from_units (returned), 0};

  gr_sold_days_add (sold, &day);
}

static void
test_each_has_its_days (void)
{
  g_autoptr (GrSoldDays) sold = gr_sold_days_new();
  GrItemSales sales;

  g_assert_cmpuint (gr_sold_days_of (sold, 3, 100).n, ==, 0);
  add (sold, 3, 10, 0, 2); /* what comes back first is no beginning */
  add (sold, 3, 11, 5, 1);
  add (sold, 3, 20, 0, 1);
  add (sold, 7, 9, 4, 0);
  add (sold, 9, 30, 1, 1); /* nothing in all, and yet a sale */
  g_assert_cmpuint (gr_sold_days_n_items (sold), ==, 3);
  sales = gr_sold_days_of (sold, 3, 100);
  g_assert_cmpint (sales.item_id, ==, 3);
  g_assert_cmpuint (sales.n, ==, 3);
  g_assert_cmpuint (sales.first, ==, 1);
  g_assert_cmpint (sales.days[1].net_qty, ==, gr_qty_from_units (4));
  g_assert_cmpint (sales.days[2].net_qty, ==, -gr_qty_from_units (1));
  sales = gr_sold_days_of (sold, 9, 31);
  g_assert_cmpuint (sales.n, ==, 1);
  g_assert_cmpuint (sales.first, ==, 0);
  g_assert_cmpint (gr_sold_days_nth (sold, 1, 100).item_id, ==, 7);
  g_assert_cmpuint (gr_sold_days_of (sold, 8, 100).n, ==, 0);
}

static void
test_the_end_is_left_out (void)
{
  g_autoptr (GrSoldDays) sold = gr_sold_days_new();
  GrItemSales sales;

  add (sold, 3, 10, 0, 2);
  add (sold, 3, 11, 5, 0);
  sales = gr_sold_days_of (sold, 3, 11);
  g_assert_cmpuint (sales.n, ==, 1);
  g_assert_cmpuint (sales.first, ==, 1); /* without a sale */
  g_assert_cmpuint (gr_sold_days_of (sold, 3, 12).n, ==, 2);
  g_assert_cmpuint (gr_sold_days_of (sold, 3, 10).n, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sold-days/each", test_each_has_its_days);
  g_test_add_func ("/sold-days/end", test_the_end_is_left_out);
  return g_test_run();
}
