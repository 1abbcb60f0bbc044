#include "forecast/judge/demand-class.h"
#include "forecast/methods/intermittent.h"

#include <math.h>

static void
test_croston_by_hand (void)
{
  /* sizes 6, then 6 + 0.1·(2 - 6) = 5.6; gaps 2, then 2 + 0.1·(3 - 2) = 2.1 */
  const double y[] = {0, 6, 0, 0, 2, 0, 0};

  g_assert_cmpfloat_with_epsilon (gr_intermittent_croston (y, 7, 0.1), 5.6 / 2.1, 1e-12);
  g_assert_cmpfloat_with_epsilon (gr_intermittent_sba (y, 7, 0.1), 0.95 * 5.6 / 2.1, 1e-12);
}

static void
test_tsb_by_hand (void)
{
  /* starts at size 4, chance 2/4; then three silent buckets at 0.2 each on top of the four */
  const double y[] = {4, 0, 4, 0};
  double chance = 0.5;

  chance += 0.2 * (1 - chance);
  chance -= 0.2 * chance;
  chance += 0.2 * (1 - chance);
  chance -= 0.2 * chance;
  g_assert_cmpfloat_with_epsilon (gr_intermittent_tsb (y, 4, 0.1, 0.2), 4 * chance, 1e-12);
}

/* Where nobody asked in the first year, the start reaches as far as the first demand, and no further. */
static void
test_tsb_of_a_late_beginning (void)
{
  double y[20] = {0}, chance = 1.0 / 15, size = 6;

  y[14] = 6;
  y[17] = 9;
  for (int i = 0; i < 20; i++) {
    if (y[i] != 0)
      size += 0.1 * (y[i] - size);
    chance += 0.2 * ((y[i] != 0) - chance);
  }
  g_assert_cmpfloat_with_epsilon (gr_intermittent_tsb (y, 20, 0.1, 0.2), size * chance, 1e-12);
  y[14] = y[17] = 0;
  g_assert_cmpfloat (gr_intermittent_tsb (y, 20, 0.1, 0.2), ==, 0);
}

/* Where somebody did, it is the first twelve buckets and no more. */
static void
test_tsb_starts_from_a_year (void)
{
  double y[20] = {0}, chance = 2.0 / 12, size = 5;

  y[3] = 4;
  y[11] = 6;
  y[12] = 100;
  for (int i = 0; i < 20; i++) {
    if (y[i] != 0)
      size += 0.1 * (y[i] - size);
    chance += 0.2 * ((y[i] != 0) - chance);
  }
  g_assert_cmpfloat_with_epsilon (gr_intermittent_tsb (y, 20, 0.1, 0.2), size * chance, 1e-12);
}

static void
test_only_croston_never_forgets (void)
{
  double y[60] = {0};
  double cap;

  for (int i = 0; i < 20; i += 2)
    y[i] = 10;
  g_assert_cmpfloat (gr_intermittent_croston (y, 60, 0.1), >, 4);
  g_assert_cmpfloat (gr_intermittent_tsb (y, 60, 0.1, 0.2), <, 0.01);
  g_assert_cmpfloat (gr_intermittent_capped_average (y, 60, &cap), <, 0.01);
}

static void
test_bulk_orders_are_capped (void)
{
  double y[24], cap, with, without;

  for (int i = 0; i < 24; i++)
    y[i] = i % 2 == 0 ? 3 : 0;
  without = gr_intermittent_capped_average (y, 24, &cap);
  g_assert_cmpfloat (cap, ==, 3);
  g_assert_cmpfloat_with_epsilon (without, 1.5, 0.1);
  y[20] = 500;
  with = gr_intermittent_capped_average (y, 24, &cap);
  g_assert_cmpfloat (with, ==, without);
  g_assert_cmpfloat (cap, ==, 3);
  gr_intermittent_capped_average (y, 8, &cap);
  g_assert_true (isinf (cap)); /* four demands are too few to say what is usual */
}

static void
test_no_demand_is_none (void)
{
  const double y[] = {0, 0, 0};
  double cap;

  g_assert_cmpfloat (gr_intermittent_croston (y, 3, 0.1), ==, 0);
  g_assert_cmpfloat (gr_intermittent_tsb (y, 3, 0.1, 0.1), ==, 0);
  g_assert_cmpfloat (gr_intermittent_capped_average (y, 3, &cap), ==, 0);
  g_assert_cmpint (gr_demand_class_of (y, 3), ==, GR_DEMAND_NONE);
}

static void
test_classes (void)
{
  const double smooth[] = {0, 0, 5, 6, 5, 6, 5, 5};
  const double erratic[] = {1, 9, 1, 1, 12, 1};
  const double seldom[] = {5, 0, 5, 0, 0, 5, 0};
  const double lumpy[] = {1, 0, 30, 0, 0, 2, 0};

  g_assert_cmpint (gr_demand_class_of (smooth, 8), ==, GR_DEMAND_SMOOTH);
  g_assert_cmpint (gr_demand_class_of (erratic, 6), ==, GR_DEMAND_ERRATIC);
  g_assert_cmpint (gr_demand_class_of (seldom, 7), ==, GR_DEMAND_INTERMITTENT);
  g_assert_cmpint (gr_demand_class_of (lumpy, 7), ==, GR_DEMAND_LUMPY);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/intermittent/croston", test_croston_by_hand);
  g_test_add_func ("/intermittent/tsb", test_tsb_by_hand);
  g_test_add_func ("/intermittent/tsb-late", test_tsb_of_a_late_beginning);
  g_test_add_func ("/intermittent/tsb-year", test_tsb_starts_from_a_year);
  g_test_add_func ("/intermittent/forgetting", test_only_croston_never_forgets);
  g_test_add_func ("/intermittent/bulk", test_bulk_orders_are_capped);
  g_test_add_func ("/intermittent/none", test_no_demand_is_none);
  g_test_add_func ("/intermittent/classes", test_classes);
  return g_test_run();
}
