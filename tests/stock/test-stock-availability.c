#include "stock/availability.h"

static void
test_position (void)
{
  GrStockPosition position = {.on_hand = 20000, .reserved = 5000, .on_order = 12000};

  g_assert_cmpint (gr_availability_on_shelf (&position), ==, 20000);
  g_assert_cmpint (gr_availability_available (&position), ==, 15000);
  g_assert_cmpint (gr_availability_projected (&position), ==, 27000);
}

/* A ledger below zero shows as it is, and takes nothing from what is to come. */
static void
test_below_zero (void)
{
  GrStockPosition position = {.on_hand = -8000, .reserved = 1000, .on_order = 12000};

  g_assert_cmpint (gr_availability_on_shelf (&position), ==, 0);
  g_assert_cmpint (gr_availability_available (&position), ==, -9000);
  g_assert_cmpint (gr_availability_projected (&position), ==, 11000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/availability/position", test_position);
  g_test_add_func ("/availability/below-zero", test_below_zero);
  return g_test_run();
}
