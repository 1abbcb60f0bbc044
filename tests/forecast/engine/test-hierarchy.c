#include "forecast/engine/hierarchy.h"

#include <math.h>

/* A shop of two families, of two and three items. */
enum { SHOP, TEA, CAKE, GREEN, BLACK, LEMON, PLUM, NUT, N_NODES };

static void
fill (GrHierarchyNode *nodes)
{
  const GrHierarchyNode all[N_NODES] = {
      [SHOP] = {.parent = -1, .forecast = 130, .variance = 100},
      [TEA] = {.parent = SHOP, .forecast = 60, .variance = 50},
      [CAKE] = {.parent = SHOP, .forecast = 50, .variance = 40},
      [GREEN] = {.parent = TEA, .forecast = 30, .variance = 25},
      [BLACK] = {.parent = TEA, .forecast = 20, .variance = 16},
      [LEMON] = {.parent = CAKE, .forecast = 10, .variance = 9},
      [PLUM] = {.parent = CAKE, .forecast = 25, .variance = 30},
      [NUT] = {.parent = CAKE, .forecast = 5, .variance = 4},
  };

  for (int i = 0; i < N_NODES; i++)
    nodes[i] = all[i];
}

static void
assert_adds_up (const GrHierarchyNode *nodes, int n)
{
  for (int i = 0; i < n; i++) {
    double sum = 0;
    int n_children = 0;

    for (int k = i + 1; k < n; k++) {
      if (nodes[k].parent != i)
        continue;
      sum += nodes[k].value;
      n_children++;
    }
    g_assert_true (isfinite (nodes[i].value));
    if (n_children > 0)
      g_assert_cmpfloat_with_epsilon (nodes[i].value, sum, 1e-9 * (1 + fabs (sum)));
  }
}

static void
test_bottom_up (void)
{
  GrHierarchyNode nodes[N_NODES];

  fill (nodes);
  gr_hierarchy_bottom_up (nodes, N_NODES);
  assert_adds_up (nodes, N_NODES);
  g_assert_cmpfloat (nodes[SHOP].value, ==, 90);
  g_assert_cmpfloat (nodes[PLUM].value, ==, 25);
}

static void
test_top_down (void)
{
  GrHierarchyNode nodes[N_NODES];

  fill (nodes);
  nodes[LEMON].forecast = nodes[PLUM].forecast = nodes[NUT].forecast = 0;
  gr_hierarchy_top_down (nodes, N_NODES);
  assert_adds_up (nodes, N_NODES);
  g_assert_cmpfloat_with_epsilon (nodes[TEA].value, 130 * 60.0 / 110, 1e-9);
  g_assert_cmpfloat_with_epsilon (nodes[LEMON].value, 130 * 50.0 / 110 / 3, 1e-9);
}

static double
cost (const GrHierarchyNode *nodes, const double *values)
{
  double sum = 0;

  for (int i = 0; i < N_NODES; i++)
    sum += (values[i] - nodes[i].forecast) * (values[i] - nodes[i].forecast) / nodes[i].variance;
  return sum;
}

/* No other figures that add up are nearer to what was forecast, by certainty. */
static void
test_reconciled_is_the_least_change (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  GrHierarchyNode nodes[N_NODES];
  double best[N_NODES];

  fill (nodes);
  gr_hierarchy_reconcile (nodes, N_NODES, FALSE);
  assert_adds_up (nodes, N_NODES);
  for (int i = 0; i < N_NODES; i++)
    best[i] = nodes[i].value;
  for (int round = 0; round < 2000; round++) {
    double other[N_NODES] = {0};

    for (int i = GREEN; i < N_NODES; i++)
      other[i] = best[i] + g_rand_double_range (random, -1, 1);
    for (int i = N_NODES - 1; i > SHOP; i--)
      other[nodes[i].parent] += other[i];
    g_assert_cmpfloat (cost (nodes, other), >=, cost (nodes, best) - 1e-9);
  }
}

static void
test_what_is_decided_stands (void)
{
  GrHierarchyNode nodes[N_NODES];

  fill (nodes);
  nodes[CAKE].is_fixed = nodes[GREEN].is_fixed = TRUE;
  nodes[CAKE].forecast = 80;
  gr_hierarchy_reconcile (nodes, N_NODES, TRUE);
  assert_adds_up (nodes, N_NODES);
  g_assert_cmpfloat_with_epsilon (nodes[CAKE].value, 80, 1e-9);
  g_assert_cmpfloat_with_epsilon (nodes[GREEN].value, 30, 1e-9);
  g_assert_cmpfloat (nodes[PLUM].value - 25, >, nodes[NUT].value - 5); /* the less sure one moves more */
}

static void
test_the_lower_decision_has_the_say (void)
{
  GrHierarchyNode nodes[N_NODES];

  fill (nodes);
  nodes[TEA].is_fixed = nodes[GREEN].is_fixed = nodes[BLACK].is_fixed = TRUE;
  gr_hierarchy_reconcile (nodes, N_NODES, TRUE);
  assert_adds_up (nodes, N_NODES);
  g_assert_cmpfloat_with_epsilon (nodes[TEA].value, 50, 1e-9);
}

static void
test_sales_stay_above_zero (void)
{
  GrHierarchyNode nodes[N_NODES];

  fill (nodes);
  nodes[CAKE].is_fixed = TRUE;
  nodes[CAKE].forecast = 3;
  gr_hierarchy_reconcile (nodes, N_NODES, TRUE);
  assert_adds_up (nodes, N_NODES);
  for (int i = 0; i < N_NODES; i++)
    g_assert_cmpfloat (nodes[i].value, >=, 0);
  g_assert_cmpfloat_with_epsilon (nodes[CAKE].value, 3, 1e-9);
}

static void
test_random_trees_add_up (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (4);

  for (int round = 0; round < 300; round++) {
    GrHierarchyNode nodes[60];
    int n = g_rand_int_range (random, 1, 60);

    for (int i = 0; i < n; i++)
      nodes[i] = (GrHierarchyNode){.parent = i == 0 ? -1 : g_rand_int_range (random, 0, i),
          .forecast = g_rand_double_range (random, -5, 50),
          .is_fixed = g_rand_int_range (random, 0, 8) == 0,
          .variance = g_rand_int_range (random, 0, 5) == 0 ? 0 : g_rand_double_range (random, 0.1, 9)};
    gr_hierarchy_reconcile (nodes, n, round % 2);
    assert_adds_up (nodes, n);
    gr_hierarchy_top_down (nodes, n);
    assert_adds_up (nodes, n);
    gr_hierarchy_bottom_up (nodes, n);
    assert_adds_up (nodes, n);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hierarchy/bottom-up", test_bottom_up);
  g_test_add_func ("/hierarchy/top-down", test_top_down);
  g_test_add_func ("/hierarchy/least-change", test_reconciled_is_the_least_change);
  g_test_add_func ("/hierarchy/decided", test_what_is_decided_stands);
  g_test_add_func ("/hierarchy/lower", test_the_lower_decision_has_the_say);
  g_test_add_func ("/hierarchy/sales", test_sales_stay_above_zero);
  g_test_add_func ("/hierarchy/random", test_random_trees_add_up);
  return g_test_run();
}
