#include "app/chart/drawing/time-axis.h"

#include <string.h>

/* Letters as wide as those of a real font, without one. */
static double
measure (const char *text, gpointer unused)
{
  return 7.0 * (double) g_utf8_strlen (text, -1);
}

static GrTimeAxis
make_axis (GrGrain grain, GrDate first, int n, double width)
{
  return (GrTimeAxis){.grain = grain, .first = gr_grain_start (grain, first), .n = n, .to = n, .x = 40, .width = width};
}

static char *
row_text (const GArray *labels, int tier)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < labels->len; i++) {
    const GrTimeLabel *label = &g_array_index (labels, GrTimeLabel, i);

    if (label->tier == tier)
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", label->text);
  }
  return g_string_free (text, FALSE);
}

static void
assert_labels (const GrTimeAxis *axis, const char *upper, const char *lower)
{
  g_autoptr (GArray) labels = gr_time_axis_labels (axis, 10, measure, NULL);
  g_autofree char *above = row_text (labels, 0), *below = row_text (labels, 1);

  g_assert_cmpstr (above, ==, upper);
  g_assert_cmpstr (below, ==, lower);
}

static void
test_positions (void)
{
  GrTimeAxis weeks = make_axis (GR_GRAIN_WEEK, gr_date_from_ymd (2011, 1, 3), 10, 700);
  GrTimeAxis months = make_axis (GR_GRAIN_MONTH, gr_date_from_ymd (2011, 1, 1), 12, 600);

  g_assert_cmpfloat (gr_time_axis_x (&weeks, 0), ==, 40);
  g_assert_cmpfloat (gr_time_axis_x (&weeks, 10), ==, 740);
  g_assert_cmpfloat (gr_time_axis_bucket_width (&weeks), ==, 70);
  g_assert_cmpfloat (gr_time_axis_centre (&weeks, 2), ==, 215);
  g_assert_cmpfloat (gr_time_axis_position_of (&weeks, gr_date_from_ymd (2011, 1, 3)), ==, 0);
  g_assert_cmpfloat_with_epsilon (
      gr_time_axis_position_of (&weeks, gr_date_from_ymd (2011, 1, 13)), 1 + 3.0 / 7, 1e-12);
  g_assert_cmpfloat_with_epsilon (gr_time_axis_position_of (&months, gr_date_from_ymd (2011, 2, 15)), 1.5, 1e-12);
  g_assert_cmpfloat_with_epsilon (gr_time_axis_position_of (&months, gr_date_from_ymd (2010, 12, 1)), -1, 1e-12);
  g_assert_cmpfloat_with_epsilon (gr_time_axis_position (&months, gr_time_axis_x (&months, 3.3)), 3.3, 1e-9);
}

static void
test_visible (void)
{
  GrTimeAxis axis = make_axis (GR_GRAIN_MONTH, gr_date_from_ymd (2011, 1, 1), 12, 600);
  int first, end;

  axis.from = 2.5;
  axis.to = 7;
  gr_time_axis_visible (&axis, &first, &end);
  g_assert_cmpint (first, ==, 2);
  g_assert_cmpint (end, ==, 7);
  axis.from = -4;
  axis.to = 16;
  gr_time_axis_visible (&axis, &first, &end);
  g_assert_cmpint (first, ==, 0);
  g_assert_cmpint (end, ==, 12);
}

static void
test_labels_of_months (void)
{
  GrTimeAxis wide = make_axis (GR_GRAIN_MONTH, gr_date_from_ymd (2010, 11, 1), 6, 400);
  GrTimeAxis narrow = make_axis (GR_GRAIN_MONTH, gr_date_from_ymd (2009, 5, 1), 30, 400);
  GrTimeAxis years = make_axis (GR_GRAIN_MONTH, gr_date_from_ymd (2005, 1, 1), 120, 400);

  assert_labels (&wide, "Nov Dec Jan Feb Mar Apr", "2010 2011");
  assert_labels (&narrow, "Jul Oct Jan Apr Jul Oct Jan Apr Jul", "2009 2010 2011");
  assert_labels (&years, "2005 2006 2007 2008 2009 2010 2011 2012 2013 2014", "");
}

static void
test_labels_of_weeks (void)
{
  GrTimeAxis weeks = make_axis (GR_GRAIN_WEEK, gr_date_from_ymd (2010, 12, 6), 12, 700);
  GrTimeAxis two_years = make_axis (GR_GRAIN_WEEK, gr_date_from_ymd (2009, 7, 6), 130, 700);

  assert_labels (&weeks, "6 13 20 27 3 10 17 24 31 7 14 21", "Dec 2010 Jan 2011 Feb");
  assert_labels (&two_years, "Oct Jan Apr Jul Oct Jan Apr Jul Oct", "2009 2010 2011");
}

static void
assert_apart (const GrTimeAxis *axis, const GArray *labels, double gap)
{
  for (int tier = 0; tier < 2; tier++) {
    double last = -1e9;

    for (guint i = 0; i < labels->len; i++) {
      const GrTimeLabel *label = &g_array_index (labels, GrTimeLabel, i);

      if (label->tier != tier)
        continue;
      g_assert_cmpfloat (label->x, >=, last - 1e-6);
      g_assert_cmpfloat (label->x, >=, axis->x - 1);
      g_assert_cmpfloat (label->x + label->width, <=, axis->x + axis->width + 1);
      last = label->x + label->width + gap;
    }
  }
}

/* Whatever is zoomed to, at whatever width: labels stay apart and inside, and there are some. */
static void
test_labels_never_overlap (void)
{
  for (int i = 0; i < 5000; i++) {
    GrGrain grain = g_test_rand_bit() ? GR_GRAIN_WEEK : GR_GRAIN_MONTH;
    int n = g_test_rand_int_range (1, 600);
    GrTimeAxis axis = make_axis (grain, g_test_rand_int_range (0, 20000), n, g_test_rand_double_range (100, 2000));
    g_autoptr (GArray) labels = NULL;

    axis.from = g_test_rand_double_range (0, n / 2.0);
    axis.to = axis.from + g_test_rand_double_range (1, 2 + n / 2.0);
    labels = gr_time_axis_labels (&axis, 10, measure, NULL);
    assert_apart (&axis, labels, 10);
    if (axis.from == 0 && axis.to == n)
      g_assert_cmpuint (labels->len, >, 0);
  }
}

/* Panning by a little must not make labels jump to other dates. */
static void
test_labels_stay_when_panned (void)
{
  GrTimeAxis axis = make_axis (GR_GRAIN_MONTH, gr_date_from_ymd (2000, 1, 1), 120, 600);

  axis.to = 40;
  for (int i = 0; i < 50; i++) {
    g_autoptr (GArray) labels = NULL;

    axis.from += 0.4;
    axis.to += 0.4;
    labels = gr_time_axis_labels (&axis, 10, measure, NULL);
    for (guint k = 0; k < labels->len; k++) {
      const GrTimeLabel *label = &g_array_index (labels, GrTimeLabel, k);

      g_assert_true (label->tier == 1 || strstr ("Jan Apr Jul Oct", label->text));
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/time-axis/positions", test_positions);
  g_test_add_func ("/time-axis/visible", test_visible);
  g_test_add_func ("/time-axis/labels-of-months", test_labels_of_months);
  g_test_add_func ("/time-axis/labels-of-weeks", test_labels_of_weeks);
  g_test_add_func ("/time-axis/labels-never-overlap", test_labels_never_overlap);
  g_test_add_func ("/time-axis/labels-stay-when-panned", test_labels_stay_when_panned);
  return g_test_run();
}
