#include "planning/policy/order-up-to.h"
#include "planning/policy/price-change.h"
#include "planning/theory/reorder-policy.h"

#include <math.h>

static GrReorderTerms
random_terms (gboolean is_discrete)
{
  double mean = g_test_rand_double_range (2, 30);

  return (GrReorderTerms){
      {g_test_rand_double_range (1, 60), g_test_rand_double_range (5, 100), g_test_rand_double_range (0.5, 4)},
      g_test_rand_double_range (5, 50),
      is_discrete ? gr_distribution_poisson (mean) : gr_distribution_normal (mean, sqrt (mean))};
}

/* Every policy near the best one is dearer. */
static void
test_exact_policy_is_best (void)
{
  for (int i = 0; i < 100; i++) {
    GrReorderTerms terms = random_terms (TRUE);
    GrReorderPolicy best = gr_reorder_exact (&terms);

    g_assert_cmpfloat_with_epsilon (
        best.cost, gr_reorder_cost (&terms, best.reorder_point, best.qty), 1e-9 * best.cost);
    for (int r = -6; r <= 6; r++)
      for (int q = -6; q <= 6; q++)
        if (best.qty + q >= 1)
          g_assert_cmpfloat (
              gr_reorder_cost (&terms, best.reorder_point + r, best.qty + q), >=, best.cost * (1 - 1e-12));
  }
}

static void
test_approximations_are_near (void)
{
  for (int i = 0; i < 100; i++) {
    GrReorderTerms terms = random_terms (FALSE);
    GrReorderPolicy loss = gr_reorder_by_loss (&terms), backorders = gr_reorder_by_backorders (&terms);
    double point = gr_reorder_point_for (&terms, loss.qty);

    g_assert_cmpfloat (gr_reorder_cost (&terms, point, loss.qty), <=, loss.cost * (1 + 1e-9));
    g_assert_cmpfloat (backorders.cost, <=, loss.cost * 1.125);
    g_assert_cmpfloat (gr_reorder_by_safety_stock (&terms).cost, >=, loss.cost * 0.875);
  }
}

static void
test_order_up_to_is_best (void)
{
  for (int i = 0; i < 40; i++) {
    GrReviewTerms terms = {g_test_rand_double_range (1, 60), g_test_rand_double_range (0.5, 3),
        g_test_rand_double_range (4, 30), gr_distribution_negative_binomial (6, 4)};
    GrReviewPolicy best = gr_order_up_to_exact (&terms);

    for (int s = -5; s <= 5; s++)
      for (int level = -5; level <= 5; level++)
        if (best.level + level > best.reorder_point + s)
          g_assert_cmpfloat (gr_order_up_to_cost (&terms, (int) best.reorder_point + s, (int) best.level + level), >=,
              best.cost * (1 - 1e-12));
  }
}

static void
test_a_rise_makes_buy_more (void)
{
  GrDistribution demand = gr_distribution_normal (50, 8);
  GrPriceChange change = {.holding_cost = 0.2, .shortage_cost = 0.7, .cost = 0.3, .discount = 1, .fixed_cost = 2};
  double last = 0;

  for (double next = 0.1; next < 0.45; next += 0.05) {
    GrNewsvendor best;
    GrPolicyBounds bounds;

    change.next_cost = next;
    best = gr_price_change_solve (&change, &demand);
    bounds = gr_price_change_bounds (&change, &demand, 1);
    g_assert_cmpfloat (best.level, >, last);
    g_assert_cmpfloat (bounds.reorder_low, <=, bounds.reorder_high);
    g_assert_cmpfloat (bounds.reorder_high, <=, bounds.order_up_to_low);
    g_assert_cmpfloat (bounds.order_up_to_low, <=, bounds.order_up_to_high);
    g_assert_cmpfloat_with_epsilon (gr_price_change_cost (&change, &demand, bounds.reorder_low), best.value + 2, 1e-9);
    last = best.level;
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reorder-policy/exact-is-best", test_exact_policy_is_best);
  g_test_add_func ("/reorder-policy/approximations-are-near", test_approximations_are_near);
  g_test_add_func ("/reorder-policy/order-up-to-is-best", test_order_up_to_is_best);
  g_test_add_func ("/reorder-policy/price-rise", test_a_rise_makes_buy_more);
  return g_test_run();
}
