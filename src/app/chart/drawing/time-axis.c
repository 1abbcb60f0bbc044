#include "time-axis.h"

#include <math.h>

/**
 * gr_time_axis_x:
 * @position: in buckets; 2.5 is the middle of the third
 *
 * Returns: its pixel
 */
double
gr_time_axis_x (const GrTimeAxis *axis, double position)
{
  return axis->x + (position - axis->from) / (axis->to - axis->from) * axis->width;
}

/**
 * gr_time_axis_position:
 *
 * The inverse of gr_time_axis_x().
 */
double
gr_time_axis_position (const GrTimeAxis *axis, double x)
{
  return axis->from + (x - axis->x) / axis->width * (axis->to - axis->from);
}

/**
 * gr_time_axis_bucket_width:
 *
 * Returns: the width of a bucket, pixels
 */
double
gr_time_axis_bucket_width (const GrTimeAxis *axis)
{
  return axis->width / (axis->to - axis->from);
}

/**
 * gr_time_axis_position_of:
 *
 * Returns: the position of the morning of @date, in buckets; it may lie outside the axis.
 */
double
gr_time_axis_position_of (const GrTimeAxis *axis, GrDate date)
{
  GrDate start = gr_grain_start (axis->grain, date);
  GrDate next = gr_grain_add (axis->grain, start, 1);

  return gr_grain_between (axis->grain, axis->first, start) + (double) (date - start) / (next - start);
}

/**
 * gr_time_axis_centre:
 *
 * Returns: the pixel of the middle of bucket @index
 */
double
gr_time_axis_centre (const GrTimeAxis *axis, int index)
{
  return gr_time_axis_x (axis, index + 0.5);
}

/**
 * gr_time_axis_visible:
 * @first: (out): the first bucket that is at least partly visible
 * @end: (out): one past the last one
 */
void
gr_time_axis_visible (const GrTimeAxis *axis, int *first, int *end)
{
  *first = CLAMP ((int) floor (axis->from + 1e-9), 0, axis->n);
  *end = CLAMP ((int) ceil (axis->to - 1e-9), *first, axis->n);
}
