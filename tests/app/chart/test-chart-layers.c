#include "app/chart/layers/bar-layer.h"
#include "app/chart/drawing/chart-view.h"
#include "app/chart/layers/line-layer.h"
#include "app/chart/layers/marker-layer.h"
#include "app/chart/layers/span-layer.h"

#include <math.h>

/* Ten months across 1000 pixels, 0 to 100 upwards on 200. */
static GrChartPanel
make_panel (int n)
{
  GrChartPanel panel = {
      .axis = {GR_GRAIN_MONTH, gr_date_from_ymd (2011, 1, 1), n, 0, n, 0, 100.0 * n},
      .plot = {0, 0, 100.0 * n, 200},
  };

  gr_chart_scale_fit (&panel.scale, 0, 100, 6, 0);
  gr_chart_scale_place (&panel.scale, 200, 0);
  return panel;
}

static GrChartSeries
series_of (const double *values, int n)
{
  return (GrChartSeries){(const char *) values, sizeof *values, 0, n};
}

static const GrChartPoint *
point (const GArray *points, guint index)
{
  g_assert_cmpuint (index, <, points->len);
  return &g_array_index (points, GrChartPoint, index);
}

static void
assert_point (const GArray *points, guint index, double x, double y, gboolean is_start)
{
  g_assert_cmpfloat_with_epsilon (point (points, index)->x, x, 1e-6);
  g_assert_cmpfloat_with_epsilon (point (points, index)->y, y, 1e-6);
  g_assert_cmpint (point (points, index)->is_start, ==, is_start);
}

static void
test_bars (void)
{
  GrChartPanel panel = make_panel (4);
  const double values[] = {50, NAN, 0, 0.01};
  GrChartRect rect;

  g_assert_true (gr_bar_layer_rect (&panel, series_of (values, 4), 0, &rect));
  g_assert_cmpfloat (rect.x, ==, 18);
  g_assert_cmpfloat (rect.width, ==, 64);
  g_assert_cmpfloat (rect.y, ==, 100);
  g_assert_cmpfloat (rect.height, ==, 100);
  g_assert_false (gr_bar_layer_rect (&panel, series_of (values, 4), 1, &rect));
  g_assert_false (gr_bar_layer_rect (&panel, series_of (values, 4), 2, &rect));
  g_assert_true (gr_bar_layer_rect (&panel, series_of (values, 4), 3, &rect));
  g_assert_cmpfloat (rect.height, ==, 1);
}

static void
test_lines_break_at_gaps (void)
{
  GrChartPanel panel = make_panel (6);
  const double values[] = {0, 50, NAN, 100, NAN, NAN};
  g_autoptr (GArray) points = gr_line_layer_points (&panel, series_of (values, 6));

  g_assert_cmpuint (points->len, ==, 4);
  assert_point (points, 0, 50, 200, TRUE);
  assert_point (points, 1, 150, 100, FALSE);
  assert_point (points, 2, 320, 0, TRUE);
  assert_point (points, 3, 380, 0, FALSE);
}

static void
test_lines_from (void)
{
  GrChartPanel panel = make_panel (4);
  const double values[] = {10, 20, 50, 100};
  g_autoptr (GArray) points = gr_line_layer_points (&panel, gr_chart_series_from (series_of (values, 4), 2));

  g_assert_cmpuint (points->len, ==, 2);
  assert_point (points, 0, 250, 100, TRUE);
}

static void
test_steps (void)
{
  GrChartPanel panel = make_panel (3);
  const double values[] = {100, 50, NAN};
  g_autoptr (GArray) points = gr_line_layer_steps (&panel, series_of (values, 3));

  g_assert_cmpuint (points->len, ==, 4);
  assert_point (points, 0, 0, 0, TRUE);
  assert_point (points, 1, 100, 0, FALSE);
  assert_point (points, 2, 100, 100, FALSE);
  assert_point (points, 3, 200, 100, FALSE);
}

static void
test_band (void)
{
  GrChartPanel panel = make_panel (4);
  const double lo[] = {NAN, 0, 0, NAN}, hi[] = {NAN, 50, 100, 100};
  g_autoptr (GArray) points = gr_line_layer_band (&panel, series_of (lo, 4), series_of (hi, 4));

  g_assert_cmpuint (points->len, ==, 4);
  assert_point (points, 0, 150, 100, TRUE);
  assert_point (points, 1, 250, 0, FALSE);
  assert_point (points, 2, 250, 200, FALSE);
  assert_point (points, 3, 150, 200, FALSE);
}

static void
test_band_of_one (void)
{
  GrChartPanel panel = make_panel (3);
  const double lo[] = {NAN, 0, NAN}, hi[] = {NAN, 50, NAN};
  g_autoptr (GArray) points = gr_line_layer_band (&panel, series_of (lo, 3), series_of (hi, 3));

  g_assert_cmpuint (points->len, ==, 4);
  assert_point (points, 0, 120, 100, TRUE);
  assert_point (points, 1, 180, 100, FALSE);
  assert_point (points, 2, 180, 200, FALSE);
  assert_point (points, 3, 120, 200, FALSE);
}

static void
test_markers (void)
{
  GrChartPanel panel = make_panel (3);
  const double values[] = {NAN, 100, 100};
  GrChartPoint at;

  panel.axis.to = 2;
  g_assert_false (gr_marker_layer_point (&panel, series_of (values, 3), 0, &at));
  g_assert_true (gr_marker_layer_point (&panel, series_of (values, 3), 1, &at));
  g_assert_cmpfloat (at.x, ==, 225);
  g_assert_cmpfloat (at.y, ==, 0);
  g_assert_false (gr_marker_layer_point (&panel, series_of (values, 3), 2, &at));
  g_assert_false (gr_marker_layer_point (&panel, series_of (values, 3), -1, &at));
}

static void
test_spans (void)
{
  GrChartPanel panel = make_panel (4);
  GrDate march = gr_date_from_ymd (2011, 3, 1);
  GrChartRect rect;

  g_assert_true (gr_span_layer_rect (&panel, march, gr_date_from_ymd (2011, 4, 1), &rect));
  g_assert_cmpfloat (rect.x, ==, 200);
  g_assert_cmpfloat (rect.width, ==, 100);
  g_assert_true (gr_span_layer_rect (&panel, march, march, &rect));
  g_assert_cmpfloat (rect.width, ==, 2);
  g_assert_true (gr_span_layer_rect (&panel, march, march + 4000, &rect));
  g_assert_cmpfloat (rect.width, ==, 200);
  g_assert_false (gr_span_layer_rect (&panel, march + 4000, march + 4100, &rect));
}

static void
test_view_zoom (void)
{
  GrChartView view = gr_chart_view_whole (100);

  gr_chart_view_zoom (&view, 100, 2, 80);
  g_assert_cmpfloat_with_epsilon (view.to - view.from, 50, 1e-9);
  g_assert_cmpfloat_with_epsilon ((80 - view.from) / 50, 0.8, 1e-9);
  gr_chart_view_zoom (&view, 100, 1000, 80);
  g_assert_cmpfloat_with_epsilon (view.to - view.from, 8, 1e-9);
  gr_chart_view_zoom (&view, 100, 1e-9, 80);
  g_assert_cmpfloat_with_epsilon (view.from, 0, 1e-6);
  g_assert_cmpfloat_with_epsilon (view.to, 100, 1e-6);
}

static void
test_view_cursor_pans (void)
{
  GrChartView view = gr_chart_view_whole (100);

  gr_chart_view_zoom (&view, 100, 10, 0);
  gr_chart_view_move_cursor (&view, 100, 55);
  g_assert_cmpint (view.cursor, ==, 55);
  g_assert_cmpfloat (view.from, <=, 55);
  g_assert_cmpfloat (view.to, >=, 56);
  gr_chart_view_move_cursor (&view, 100, 500);
  g_assert_cmpint (view.cursor, ==, 99);
  g_assert_cmpfloat_with_epsilon (view.to, 100, 1e-9);
}

/* However it is turned and pulled, a view stays inside the data and keeps its least size. */
static void
test_view_stays_inside (void)
{
  for (int run = 0; run < 200; run++) {
    int n = g_test_rand_int_range (0, 200);
    GrChartView view = gr_chart_view_whole (n);

    for (int i = 0; i < 100; i++) {
      if (g_test_rand_bit())
        gr_chart_view_zoom (&view, n, g_test_rand_double_range (0.1, 8), g_test_rand_double_range (-20, n + 20));
      else
        gr_chart_view_pan (&view, n, g_test_rand_double_range (-n, n + 1));
      gr_chart_view_move_cursor (&view, n, g_test_rand_int_range (-5, n + 5));
      g_assert_cmpfloat (view.from, >=, -1e-9);
      g_assert_cmpfloat (view.to, <=, n + 1e-9);
      g_assert_cmpfloat (view.to - view.from, >=, MIN (8, n) - 1e-9);
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart-layers/bars", test_bars);
  g_test_add_func ("/chart-layers/lines-break-at-gaps", test_lines_break_at_gaps);
  g_test_add_func ("/chart-layers/lines-from", test_lines_from);
  g_test_add_func ("/chart-layers/steps", test_steps);
  g_test_add_func ("/chart-layers/band", test_band);
  g_test_add_func ("/chart-layers/band-of-one", test_band_of_one);
  g_test_add_func ("/chart-layers/markers", test_markers);
  g_test_add_func ("/chart-layers/spans", test_spans);
  g_test_add_func ("/chart-view/zoom", test_view_zoom);
  g_test_add_func ("/chart-view/cursor-pans", test_view_cursor_pans);
  g_test_add_func ("/chart-view/stays-inside", test_view_stays_inside);
  return g_test_run();
}
