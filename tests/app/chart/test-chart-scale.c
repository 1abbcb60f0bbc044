#include "app/chart/drawing/chart-scale.h"
#include "app/chart/drawing/chart-text.h"

#include <math.h>

static void
assert_ticks (double lo, double hi, int max_ticks, double min_step, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GrChartScale scale;

  gr_chart_scale_fit (&scale, lo, hi, max_ticks, min_step);
  for (int i = 0; i < scale.n_ticks; i++)
    g_string_append_printf (text, "%s%g", i > 0 ? " " : "", gr_chart_scale_tick (&scale, i));
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_known_ticks (void)
{
  assert_ticks (0, 10, 6, 0, "0 2 4 6 8 10");
  assert_ticks (0, 97, 6, 0, "0 20 40 60 80 100");
  assert_ticks (0, 0.37, 7, 0, "0 0.1 0.2 0.3 0.4");
  assert_ticks (0, 4.8e9, 6, 0, "0 1e+09 2e+09 3e+09 4e+09 5e+09");
  assert_ticks (-80, 90, 5, 0, "-100 -50 0 50 100");
}

static void
test_whole_units (void)
{
  assert_ticks (0, 1, 7, 1, "0 1");
  assert_ticks (0, 3, 7, 1, "0 1 2 3");
  assert_ticks (0, 1, 6, 0.01, "0 0.2 0.4 0.6 0.8 1");
}

/* A little below zero gets the room it needs and no tick of its own. */
static void
test_little_below_zero (void)
{
  GrChartScale scale;

  gr_chart_scale_fit (&scale, -12, 380, 5, 1);
  g_assert_cmpfloat (gr_chart_scale_tick (&scale, 0), ==, 0);
  g_assert_cmpfloat (scale.lo, <, -12);
  g_assert_cmpfloat (scale.lo, >, -40);
  g_assert_cmpfloat (gr_chart_scale_tick (&scale, scale.n_ticks - 1), ==, scale.hi);
}

static void
test_nothing_to_show (void)
{
  assert_ticks (0, 0, 6, 0, "0 0.2 0.4 0.6 0.8 1");
  assert_ticks (NAN, 3, 6, 1, "0 1");
  assert_ticks (0, INFINITY, 6, 1, "0 1");
  assert_ticks (5, 1, 6, 1, "0 1");
}

static void
check_random_range (double lo, double hi, int max_ticks)
{
  GrChartScale scale;

  gr_chart_scale_fit (&scale, lo, hi, max_ticks, 0);
  g_assert_cmpint (scale.n_ticks, >=, 1);
  g_assert_cmpint (scale.n_ticks, <=, GR_CHART_MAX_TICKS);
  g_assert_cmpint (scale.n_ticks, <=, max_ticks);
  g_assert_cmpfloat (scale.lo, <=, lo + scale.step * 1e-6);
  g_assert_cmpfloat (scale.hi, >=, hi - scale.step * 1e-6);
  for (int i = 0; i < scale.n_ticks; i++) {
    double tick = gr_chart_scale_tick (&scale, i);

    g_assert_cmpfloat (tick, >=, scale.lo - scale.step * 1e-6);
    g_assert_cmpfloat (tick, <=, scale.hi + scale.step * 1e-6);
  }
}

static void
test_any_range (void)
{
  for (int i = 0; i < 20000; i++) {
    double size = pow (10, g_test_rand_double_range (-12, 15));
    double lo = g_test_rand_bit() ? 0 : g_test_rand_double_range (-1, 1) * size;

    check_random_range (lo, lo + g_test_rand_double_range (0.001, 1) * size, g_test_rand_int_range (2, 8));
  }
}

static void
test_pixels (void)
{
  GrChartScale scale;

  gr_chart_scale_fit (&scale, 0, 100, 6, 0);
  gr_chart_scale_place (&scale, 200, 50);
  g_assert_cmpfloat (gr_chart_scale_pixel (&scale, 0), ==, 200);
  g_assert_cmpfloat (gr_chart_scale_pixel (&scale, 100), ==, 50);
  g_assert_cmpfloat_with_epsilon (gr_chart_scale_pixel (&scale, 40), 140, 1e-9);
  g_assert_true (isnan (gr_chart_scale_pixel (&scale, NAN)));
  g_assert_cmpfloat (gr_chart_scale_pixel (&scale, 1e300), >, -1e5);
  g_assert_cmpfloat (gr_chart_scale_pixel (&scale, 1e300), <, 50);
}

static void
assert_text (char *owned, const char *expected)
{
  g_assert_cmpstr (owned, ==, expected);
  g_free (owned);
}

static void
test_numbers (void)
{
  assert_text (gr_chart_text_number (1234.5, 2), "1234.50");
  assert_text (gr_chart_text_number (-3, 0), "−3");
  assert_text (gr_chart_text_number (-0.2, 0), "0");
  assert_text (gr_chart_text_number (NAN, 2), "—");
  assert_text (gr_chart_text_value (12345.67, 2), "12346");
  assert_text (gr_chart_text_value (345.67, 2), "345.67");
}

static void
test_tick_texts (void)
{
  assert_text (gr_chart_text_tick (0, 20, 100), "0");
  assert_text (gr_chart_text_tick (0.2, 0.2, 1), "0.2");
  assert_text (gr_chart_text_tick (0.25, 0.05, 1), "0.25");
  assert_text (gr_chart_text_tick (2500000, 500000, 3e6), "2.5 M");
  assert_text (gr_chart_text_tick (0, 500000, 3e6), "0");
  assert_text (gr_chart_text_tick (4e9, 1e9, 5e9), "4 bn");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart-scale/known-ticks", test_known_ticks);
  g_test_add_func ("/chart-scale/whole-units", test_whole_units);
  g_test_add_func ("/chart-scale/little-below-zero", test_little_below_zero);
  g_test_add_func ("/chart-scale/nothing-to-show", test_nothing_to_show);
  g_test_add_func ("/chart-scale/any-range", test_any_range);
  g_test_add_func ("/chart-scale/pixels", test_pixels);
  g_test_add_func ("/chart-text/numbers", test_numbers);
  g_test_add_func ("/chart-text/ticks", test_tick_texts);
  return g_test_run();
}
