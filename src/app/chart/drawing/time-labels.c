#include "time-axis.h"

#include "chart-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef enum { UNIT_WEEK, UNIT_MONTH, UNIT_YEAR } Unit;

/* How densely time is labelled: every @step weeks, months or years. */
typedef struct {
  Unit unit;
  int step;
} Density;

static const Density densities[] = {
    {UNIT_WEEK, 1},
    {UNIT_WEEK, 2},
    {UNIT_MONTH, 1},
    {UNIT_MONTH, 3},
    {UNIT_MONTH, 6},
    {UNIT_YEAR, 1},
    {UNIT_YEAR, 2},
    {UNIT_YEAR, 5},
    {UNIT_YEAR, 10},
    {UNIT_YEAR, 50},
};

/* One run over an axis. */
typedef struct {
  const GrTimeAxis *axis;
  double gap;
  GrChartMeasure measure;
  gpointer measure_data;
  GArray *labels;
} Labeller;

static const char *
format_of (Unit unit)
{
  switch (unit) {
  case UNIT_WEEK:
    return /* Translators: the day of the month alone, below a chart */ _ ("%-d");
  case UNIT_MONTH:
    return /* Translators: a short month alone, below a chart */ _ ("%Ob");
  case UNIT_YEAR:
    return /* Translators: a year alone, below a chart */ _ ("%Y");
  }
  g_return_val_if_reached ("");
}

static GrDate
period_start (Density density, const GrTimeAxis *axis, GrDate date)
{
  int year, month, day;

  if (density.unit == UNIT_WEEK)
    /* Every second week counts from the axis' first, so that labels stay where they are when it is panned. */
    return axis->first + (gr_grain_between (GR_GRAIN_WEEK, axis->first, date) / density.step) * density.step * 7;
  gr_date_to_ymd (date, &year, &month, &day);
  if (density.unit == UNIT_MONTH)
    return gr_date_from_ymd (year, (month - 1) / density.step * density.step + 1, 1);
  return gr_date_from_ymd (year / density.step * density.step, 1, 1);
}

static GrDate
period_next (Density density, GrDate start)
{
  switch (density.unit) {
  case UNIT_WEEK:
    return start + 7 * density.step;
  case UNIT_MONTH:
    return gr_date_add_months (start, density.step);
  case UNIT_YEAR:
    return gr_date_add_months (start, 12 * density.step);
  }
  g_return_val_if_reached (start + 1);
}

static double
x_of (const GrTimeAxis *axis, GrDate date)
{
  return gr_time_axis_x (axis, gr_time_axis_position_of (axis, date));
}

static GrDate
first_visible_date (const GrTimeAxis *axis)
{
  int first, end;

  gr_time_axis_visible (axis, &first, &end);
  return gr_grain_add (axis->grain, axis->first, first);
}

static GrDate
end_visible_date (const GrTimeAxis *axis)
{
  int first, end;

  gr_time_axis_visible (axis, &first, &end);
  return gr_grain_add (axis->grain, axis->first, end);
}

static void
write_label (const Labeller *labeller, GrTimeLabel *label, GrDate date, const char *format)
{
  g_autofree char *text = gr_chart_text_date (date, format);

  g_strlcpy (label->text, text, sizeof label->text);
  label->width = labeller->measure (label->text, labeller->measure_data);
}

/* The widest label of a density: twelve months, or a day or year of as many digits as any. */
static double
widest_label (const Labeller *labeller, Density density)
{
  GrTimeLabel label;
  double widest = 0;
  int n = density.unit == UNIT_MONTH ? 12 : 1;
  GrDate day = density.unit == UNIT_WEEK ? gr_date_from_ymd (2000, 1, 28) : first_visible_date (labeller->axis);

  for (int i = 0; i < n; i++) {
    write_label (labeller, &label, gr_date_add_months (day, i), format_of (density.unit));
    widest = MAX (widest, label.width);
  }
  return widest;
}

static Density
choose_density (const Labeller *labeller)
{
  const GrTimeAxis *axis = labeller->axis;
  double per_day = gr_time_axis_bucket_width (axis) / (axis->grain == GR_GRAIN_WEEK ? 7 : 30.4);
  static const double days[] = {[UNIT_WEEK] = 7, [UNIT_MONTH] = 30.4, [UNIT_YEAR] = 365};

  for (guint i = axis->grain == GR_GRAIN_WEEK ? 0 : 2; i < G_N_ELEMENTS (densities); i++) {
    Density density = densities[i];
    double room = per_day * days[density.unit] * density.step;

    if (room >= widest_label (labeller, density) + labeller->gap)
      return density;
  }
  return densities[G_N_ELEMENTS (densities) - 1];
}

/* Labels of one row stay apart and inside the axis; one that does not fit is left out. */
static void
append_fitting (const Labeller *labeller, const GrTimeLabel *label)
{
  const GrTimeAxis *axis = labeller->axis;
  GArray *labels = labeller->labels;
  const double slack = 0.5;

  if (label->x < axis->x - slack || label->x + label->width > axis->x + axis->width + slack)
    return;
  for (guint i = labels->len; i > 0; i--) {
    const GrTimeLabel *before = &g_array_index (labels, GrTimeLabel, i - 1);

    if (before->tier == label->tier) {
      if (label->x < before->x + before->width + labeller->gap)
        return;
      break;
    }
  }
  g_array_append_val (labels, *label);
}

static void
append_upper_row (const Labeller *labeller, Density density)
{
  const GrTimeAxis *axis = labeller->axis;
  GrDate end = end_visible_date (axis);
  Density single = {density.unit, 1};

  for (GrDate start = period_start (density, axis, first_visible_date (axis)); start < end;
       start = period_next (density, start)) {
    GrTimeLabel label = {.tick = x_of (axis, start), .tier = 0};
    double next = x_of (axis, period_next (single, start));
    double left = MAX (label.tick, axis->x), right = MIN (next, axis->x + axis->width);

    /* A period cut off at an edge is named in the middle of what is visible of it. */
    write_label (labeller, &label, start, format_of (density.unit));
    label.x = (left + right - label.width) / 2;
    if (right - left >= MIN (label.width, next - label.tick))
      append_fitting (labeller, &label);
  }
}

static gboolean
is_january (GrDate date)
{
  int year, month, day;

  gr_date_to_ymd (date, &year, &month, &day);
  return month == 1;
}

/* The lower row under days names months, with the year at the first of them and at each January. */
static const char *
lower_format (const Labeller *labeller, Unit unit, GrDate date)
{
  gboolean is_first =
      labeller->labels->len == 0 || g_array_index (labeller->labels, GrTimeLabel, labeller->labels->len - 1).tier == 0;

  if (unit == UNIT_YEAR)
    return format_of (UNIT_YEAR);
  return is_first || is_january (date) ? /* Translators: a month below days of a chart, "Jul 2011" */ _ ("%Ob %Y")
                                       : format_of (UNIT_MONTH);
}

/* What the upper row leaves out: the month under days, the year under months. The period that has begun before the left
 * edge is named there, unless the next one needs the room. */
static void
append_lower_row (const Labeller *labeller, Density upper)
{
  const GrTimeAxis *axis = labeller->axis;
  Density density = {upper.unit == UNIT_WEEK ? UNIT_MONTH : UNIT_YEAR, 1};
  GrDate end = end_visible_date (axis);
  double left = MAX (axis->x, x_of (axis, first_visible_date (axis)));

  for (GrDate start = period_start (density, axis, first_visible_date (axis)); start < end;
       start = period_next (density, start)) {
    GrTimeLabel label = {.tick = x_of (axis, start), .tier = 1};
    double next = x_of (axis, period_next (density, start));

    write_label (labeller, &label, start, lower_format (labeller, density.unit, start));
    label.x = MAX (label.tick + labeller->gap / 3, left);
    if (label.tick >= left || label.x + label.width + labeller->gap <= next)
      append_fitting (labeller, &label);
  }
}

/**
 * gr_time_axis_labels:
 * @gap: least distance between two labels of a row, pixels
 * @measure: tells how wide a text will be
 *
 * Names what is visible as densely as it stays readable: days, months, quarters, half years or years above, and the
 * month or year they belong to below. Labels of a row never overlap and never leave the axis. O(labels squared) at
 * worst, and there are as many labels as fit.
 *
 * Returns: (transfer full): an array of #GrTimeLabel, the upper row first
 */
GArray *
gr_time_axis_labels (const GrTimeAxis *axis, double gap, GrChartMeasure measure, gpointer measure_data)
{
  Labeller labeller = {axis, gap, measure, measure_data, g_array_new (FALSE, FALSE, sizeof (GrTimeLabel))};
  Density density;

  if (axis->n == 0 || axis->to <= axis->from || axis->width <= 0)
    return labeller.labels;
  density = choose_density (&labeller);
  append_upper_row (&labeller, density);
  if (density.unit != UNIT_YEAR)
    append_lower_row (&labeller, density);
  return labeller.labels;
}
