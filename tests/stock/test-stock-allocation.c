#include "stock/allocation.h"

static void
test_usual_place (void)
{
  static const GrPlaceQty places[] = {{4, 2000}, {5, 9000}, {6, 9000}};

  g_assert_cmpint (gr_allocation_usual_place (places, 3), ==, 5);
  g_assert_cmpint (gr_allocation_usual_place (places, 1), ==, 4);
  g_assert_cmpint (gr_allocation_usual_place (NULL, 0), ==, 0);
}

/* A place below zero is still better than none, but any other is better than it. */
static void
test_below_zero (void)
{
  static const GrPlaceQty places[] = {{4, -3000}, {5, 0}};

  g_assert_cmpint (gr_allocation_usual_place (places, 2), ==, 5);
  g_assert_cmpint (gr_allocation_usual_place (places, 1), ==, 4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/allocation/usual-place", test_usual_place);
  g_test_add_func ("/allocation/below-zero", test_below_zero);
  return g_test_run();
}
