#include "forecast/season/season.h"

#include <math.h>

static const double figure[] = {0.8, 1.0, 1.5, 0.7};

static void
fill (double *y, int n, double trend, gboolean is_ratio)
{
  for (int i = 0; i < n; i++) {
    double level = 100 + trend * i;

    y[i] = is_ratio ? level * figure[i % 4] : level + 100 * (figure[i % 4] - 1);
  }
}

static void
test_decomposition_finds_the_figure (void)
{
  double y[40], index[4];

  fill (y, 40, 0, TRUE);
  g_assert_true (gr_season_decompose (y, 40, 4, TRUE, index));
  for (int s = 0; s < 4; s++)
    g_assert_cmpfloat_with_epsilon (index[s], figure[s], 1e-12);
  fill (y, 40, 3, FALSE);
  g_assert_true (gr_season_decompose (y, 40, 4, FALSE, index));
  for (int s = 0; s < 4; s++)
    g_assert_cmpfloat_with_epsilon (index[s], 100 * (figure[s] - 1), 1e-9);
}

static void
test_odd_periods_too (void)
{
  double y[21], index[3];

  for (int i = 0; i < 21; i++)
    y[i] = i % 3 == 0 ? 12 : 9;
  g_assert_true (gr_season_decompose (y, 21, 3, TRUE, index));
  g_assert_cmpfloat_with_epsilon (index[0], 1.2, 1e-12);
  g_assert_cmpfloat_with_epsilon (index[1], 0.9, 1e-12);
}

static void
test_the_test_tells_season_from_noise (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  int found = 0;

  for (int round = 0; round < 200; round++) {
    double y[60];

    for (int i = 0; i < 60; i++)
      y[i] = 100 + g_rand_double_range (random, -20, 20);
    found += gr_season_test (y, 60, 12);
    for (int i = 0; i < 60; i++)
      y[i] += i % 12 == 11 ? 60 : 0;
    g_assert_true (gr_season_test (y, 60, 12));
  }
  g_assert_cmpint (found, <, 40); /* 10 % are to be expected */
}

static void
test_too_short_or_constant_has_no_season (void)
{
  double y[40];

  fill (y, 40, 0, TRUE);
  g_assert_false (gr_season_test (y, 11, 4));
  g_assert_true (gr_season_test (y, 12, 4));
  g_assert_false (gr_season_test (y, 40, 1));
  for (int i = 0; i < 40; i++)
    y[i] = 3;
  g_assert_false (gr_season_test (y, 40, 4));
}

static void
test_removing_and_restoring_are_inverse (void)
{
  for (int kind = 0; kind < 3; kind++) {
    double y[48], adjusted[48];
    g_autoptr (GrSeason) season = NULL;

    fill (y, 48, 2, kind == 0);
    if (kind == 2)
      y[3] = 0; /* ratios make no sense any more */
    season = gr_season_new (y, 48, 4);
    g_assert_true (season->is_present);
    g_assert_cmpint (season->is_multiplicative, ==, kind != 2);
    gr_season_remove (season, y, 48, adjusted);
    gr_season_restore (season, 0, 48, adjusted);
    for (int i = 0; i < 48; i++)
      g_assert_cmpfloat_with_epsilon (adjusted[i], y[i], 1e-9);
  }
}

static void
test_a_doubted_season_is_drawn_to_none (void)
{
  double y[11];
  g_autoptr (GrSeason) strict = NULL;
  g_autoptr (GrSeason) shrunken = NULL;

  fill (y, 11, 0, TRUE);
  strict = gr_season_new (y, 11, 4);
  shrunken = gr_season_new_shrunken (y, 11, 4);
  g_assert_false (strict->is_present);
  g_assert_true (shrunken->is_present);
  for (int s = 0; s < 4; s++)
    g_assert_cmpfloat_with_epsilon (shrunken->index[s], pow (figure[s], 0.4), 1e-9);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/season/decomposition", test_decomposition_finds_the_figure);
  g_test_add_func ("/season/odd", test_odd_periods_too);
  g_test_add_func ("/season/test", test_the_test_tells_season_from_noise);
  g_test_add_func ("/season/short", test_too_short_or_constant_has_no_season);
  g_test_add_func ("/season/inverse", test_removing_and_restoring_are_inverse);
  g_test_add_func ("/season/shrunken", test_a_doubted_season_is_drawn_to_none);
  return g_test_run();
}
