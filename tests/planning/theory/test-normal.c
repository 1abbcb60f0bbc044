#include "planning/theory/normal.h"

#include <math.h>

#define assert_near(value, expected, tolerance) g_assert_cmpfloat_with_epsilon (value, expected, tolerance)

static void
test_known_quantiles (void)
{
  assert_near (gr_normal_quantile (0.5), 0, 1e-16);
  assert_near (gr_normal_quantile (0.95), 1.6448536269514722, 1e-14);
  assert_near (gr_normal_quantile (0.975), 1.959963984540054, 1e-14);
  assert_near (gr_normal_quantile (0.001), -3.0902323061678132, 1e-14);
  assert_near (gr_normal_quantile (1e-300), -37.0471, 1e-4);
}

static void
test_quantile_at_the_ends (void)
{
  g_assert_true (isinf (gr_normal_quantile (0)) && gr_normal_quantile (0) < 0);
  g_assert_true (isinf (gr_normal_quantile (1)) && gr_normal_quantile (1) > 0);
  g_assert_true (isnan (gr_normal_quantile (-0.1)));
  g_assert_true (isnan (gr_normal_quantile (1.1)));
  g_assert_true (isnan (gr_normal_quantile (NAN)));
}

static void
test_quantile_inverts_cdf (void)
{
  for (int i = 0; i < 20000; i++) {
    double p = g_test_rand_double_range (1e-9, 1 - 1e-9), z = gr_normal_quantile (p);

    assert_near (gr_normal_cdf (z), p, 1e-15);
    assert_near (gr_normal_quantile (1 - p), -z, 1e-6 * (1 + fabs (z)));
  }
}

static void
test_loss (void)
{
  assert_near (gr_normal_loss (0), 0.3989422804014327, 1e-15);
  assert_near (gr_normal_loss (-1.4), 1.4366681427084655, 1e-14);
  assert_near (gr_normal_loss (0.3), 0.2667612421172099, 1e-14);
  for (double z = -6; z < 6; z += 0.1)
    assert_near (gr_normal_loss (z) - gr_normal_loss (-z), -z, 1e-13);
}

static void
test_loss_inverse (void)
{
  for (int i = 0; i < 2000; i++) {
    double z = g_test_rand_double_range (-8, 6);

    assert_near (gr_normal_loss_inverse (gr_normal_loss (z)), z, 1e-6);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/normal/known-quantiles", test_known_quantiles);
  g_test_add_func ("/normal/quantile-at-the-ends", test_quantile_at_the_ends);
  g_test_add_func ("/normal/quantile-inverts-cdf", test_quantile_inverts_cdf);
  g_test_add_func ("/normal/loss", test_loss);
  g_test_add_func ("/normal/loss-inverse", test_loss_inverse);
  return g_test_run();
}
