#include "domain/trade/order-quantity.h"

static void
test_minimum_then_multiple (void)
{
  static const struct {
    gint64 need, minimum, multiple, qty;
  } cases[] = {
      {1, 15, 3, 15},
      {13, 15, 3, 15},
      {16, 15, 3, 18},
      {15, 15, 3, 15},
      {0, 15, 3, 0},
      {-4, 15, 3, 0},
      {32, 0, 6, 36}, /* (s,S): 8 in stock, up to 40 */
      {7, 0, 0, 7},
      {7, 10, 0, 10},
      {1, 0, 12, 12},
      {48, 0, 12, 48},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (gr_order_quantity (cases[i].need * 1000, cases[i].minimum * 1000, cases[i].multiple * 1000), ==,
        cases[i].qty * 1000);
}

static void
test_small_needs_are_not_rounded_away (void)
{
  g_assert_cmpint (gr_order_quantity (1, 0, 12000), ==, 12000);
  g_assert_cmpint (gr_order_quantity (1, 0, 0), ==, 1);
}

static void
test_is_the_least_that_will_do (void)
{
  for (int i = 0; i < 20000; i++) {
    GrQty need = g_test_rand_int_range (-100, 5000), minimum = g_test_rand_int_range (-1, 3000);
    GrQty multiple = g_test_rand_int_range (-1, 400), qty = gr_order_quantity (need, minimum, multiple);

    if (need <= 0) {
      g_assert_cmpint (qty, ==, 0);
      continue;
    }
    g_assert_cmpint (qty, >=, MAX (need, minimum));
    g_assert_cmpint (qty - MAX (multiple, 1), <, MAX (need, minimum));
    g_assert_true (multiple <= 0 || qty % multiple == 0);
  }
}

static void
test_the_end_of_numbers (void)
{
  GrQty qty = gr_order_quantity (G_MAXINT64, 0, 1000);

  g_assert_cmpint (qty, >, 0);
  g_assert_cmpint (qty % 1000, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/order-quantity/minimum-then-multiple", test_minimum_then_multiple);
  g_test_add_func ("/order-quantity/small-needs", test_small_needs_are_not_rounded_away);
  g_test_add_func ("/order-quantity/least-that-will-do", test_is_the_least_that_will_do);
  g_test_add_func ("/order-quantity/end-of-numbers", test_the_end_of_numbers);
  return g_test_run();
}
