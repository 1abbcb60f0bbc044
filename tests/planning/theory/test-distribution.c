#include "planning/theory/distribution.h"

#include <math.h>

static const double table[] = {0.2, 0.1, 0, 0.4, 0.3};

/* One of each kind, chosen by number. */
static GrDistribution
distribution_at (int i)
{
  switch (i) {
  case 0:
    return gr_distribution_normal (50, 8);
  case 1:
    return gr_distribution_lognormal (2, 0.4);
  case 2:
    return gr_distribution_gamma (2.5, 3);
  case 3:
    return gr_distribution_exponential (4);
  case 4:
    return gr_distribution_uniform (-3, 9);
  case 5:
    return gr_distribution_poisson (17);
  case 6:
    return gr_distribution_geometric (0.2, 1);
  case 7:
    return gr_distribution_negative_binomial (6, 5);
  default:
    return gr_distribution_table (table, G_N_ELEMENTS (table), 2);
  }
}

#define N_DISTRIBUTIONS 9

static double
random_level (const GrDistribution *d)
{
  return round (gr_distribution_mean (d) + g_test_rand_double_range (-3, 5) * gr_distribution_sd (d));
}

/* over - under = mean - x, and the second orders add up to half of what both sides square to. */
static void
test_losses_balance (void)
{
  for (int i = 0; i < N_DISTRIBUTIONS * 200; i++) {
    GrDistribution d = distribution_at (i % N_DISTRIBUTIONS);
    double mean = gr_distribution_mean (&d), sd = gr_distribution_sd (&d), x = random_level (&d);
    GrLoss loss = gr_distribution_loss (&d, x);
    double square = (mean - x) * (mean - x) + sd * sd - (gr_distribution_is_discrete (&d) ? mean - x : 0);

    g_assert_cmpfloat_with_epsilon (loss.over - loss.under, mean - x, 1e-9 * (1 + fabs (x)));
    g_assert_cmpfloat_with_epsilon (loss.second_over + loss.second_under, square / 2, 1e-9 * (1 + square));
    g_assert_cmpfloat (MIN (loss.over, loss.under), >=, 0);
    g_assert_cmpfloat (MIN (loss.second_over, loss.second_under), >=, 0);
  }
}

/* What more on the shelf saves is the probability that it is asked for. */
static void
test_losses_fall_with_the_tail (void)
{
  for (int i = 0; i < N_DISTRIBUTIONS * 100; i++) {
    GrDistribution d = distribution_at (i % N_DISTRIBUTIONS);
    double x = random_level (&d), step = gr_distribution_is_discrete (&d) ? 1 : 1e-4;
    double fall = gr_distribution_loss (&d, x).over - gr_distribution_loss (&d, x + step).over;
    double tail = 1 - gr_distribution_cdf (&d, gr_distribution_is_discrete (&d) ? x : x + step / 2);

    g_assert_cmpfloat_with_epsilon (fall / step, tail, 1e-6);
  }
}

static void
test_quantiles_invert (void)
{
  for (int i = 0; i < N_DISTRIBUTIONS * 200; i++) {
    GrDistribution d = distribution_at (i % N_DISTRIBUTIONS);
    double p = g_test_rand_double_range (0.001, 0.999), x = gr_distribution_quantile (&d, p);

    if (gr_distribution_is_discrete (&d)) {
      g_assert_cmpfloat (gr_distribution_cdf (&d, x), >=, p);
      g_assert_cmpfloat (gr_distribution_cdf (&d, x - 1), <, p);
    } else {
      g_assert_cmpfloat_with_epsilon (gr_distribution_cdf (&d, x), p, 1e-9);
    }
  }
}

static void
test_masses_add_up (void)
{
  for (int i = 0; i < N_DISTRIBUTIONS; i++) {
    GrDistribution d = distribution_at (i);
    double sum = 0, mean = 0;

    if (!gr_distribution_is_discrete (&d))
      continue;
    for (int k = 0; k < 500; k++) {
      sum += gr_distribution_mass (&d, k);
      mean += k * gr_distribution_mass (&d, k);
    }
    g_assert_cmpfloat_with_epsilon (sum, 1, 1e-12);
    g_assert_cmpfloat_with_epsilon (mean, gr_distribution_mean (&d), 1e-9);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/distribution/losses-balance", test_losses_balance);
  g_test_add_func ("/distribution/losses-fall-with-the-tail", test_losses_fall_with_the_tail);
  g_test_add_func ("/distribution/quantiles-invert", test_quantiles_invert);
  g_test_add_func ("/distribution/masses-add-up", test_masses_add_up);
  return g_test_run();
}
