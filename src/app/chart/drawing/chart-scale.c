#include "chart-scale.h"

#include <math.h>

/* Beyond this a double no longer tells neighbouring ticks apart from rounding. */
#define LARGEST 1e300

/* So many panels away a line only has a direction; dashing all of it would take for ever. */
#define FARTHEST 100.0

/* Less than this part of a step below zero is not worth a tick of its own. */
#define SMALL_REST 0.6

/* The smallest of 1, 2, 5 times a power of ten that is not below @step. */
static double
round_up_to_nice (double step)
{
  double power = pow (10, floor (log10 (step)));
  double lead = step / power;

  if (lead <= 1 + 1e-9)
    return power;
  if (lead <= 2 + 1e-9)
    return 2 * power;
  if (lead <= 5 + 1e-9)
    return 5 * power;
  return 10 * power;
}

/* The lowest tick becomes zero and the panel ends a little below @lo. */
static void
cut_below_zero (GrChartScale *scale, double lo)
{
  scale->lo = lo * 1.25;
  scale->n_ticks += (int) scale->first_tick;
  scale->first_tick = 0;
}

static gboolean
is_usable (double value)
{
  return isfinite (value) && fabs (value) < LARGEST;
}

/**
 * gr_chart_scale_fit:
 * @lo: smallest value to show
 * @hi: largest value to show; NaN or infinity in either shows 0 to 1
 * @max_ticks: at most so many ticks, 2 to %GR_CHART_MAX_TICKS
 * @min_step: ticks are not closer than this, 1 where only whole units make sense; 0 for no such limit
 *
 * Widens the range to whole steps, but for a little below zero, which gets only the room it needs. Steps are
 * 1, 2 or 5 times a power of ten (P. Heckbert, "Nice numbers for graph labels", Graphics Gems, 1990). O(1): the step is
 * raised at most twice after the first guess.
 */
void
gr_chart_scale_fit (GrChartScale *scale, double lo, double hi, int max_ticks, double min_step)
{
  double step;

  max_ticks = CLAMP (max_ticks, 2, GR_CHART_MAX_TICKS);
  if (!is_usable (lo) || !is_usable (hi) || lo > hi) {
    lo = 0;
    hi = 1;
  }
  if (hi - lo <= fabs (hi) * 1e-12)
    hi = lo + MAX (min_step, lo == 0 ? 1 : fabs (lo) / 4);

  step = round_up_to_nice (MAX ((hi - lo) / (max_ticks - 1), min_step));
  while (ceil (hi / step - 1e-9) - floor (lo / step + 1e-9) > max_ticks - 1)
    step = round_up_to_nice (step * 1.5);

  scale->step = step;
  scale->first_tick = floor (lo / step + 1e-9);
  scale->lo = scale->first_tick * step;
  scale->hi = MAX (ceil (hi / step - 1e-9) * step, scale->lo + step);
  scale->n_ticks = (int) round ((scale->hi - scale->lo) / step) + 1;
  if (lo < 0 && -lo < step * SMALL_REST && scale->hi > 0)
    cut_below_zero (scale, lo);
}

/**
 * gr_chart_scale_place:
 * @at_lo: pixel of the lowest value
 * @at_hi: pixel of the highest value
 */
void
gr_chart_scale_place (GrChartScale *scale, double at_lo, double at_hi)
{
  scale->at_lo = at_lo;
  scale->at_hi = at_hi;
}

/**
 * gr_chart_scale_pixel:
 *
 * Returns: where @value lies, or far outside for what is very far outside; NaN for NaN.
 */
double
gr_chart_scale_pixel (const GrChartScale *scale, double value)
{
  double share = (value - scale->lo) / (scale->hi - scale->lo);

  return scale->at_lo + CLAMP (share, -FARTHEST, FARTHEST) * (scale->at_hi - scale->at_lo);
}

/**
 * gr_chart_scale_tick:
 *
 * Returns: the value of tick @index, 0 being the lowest; exactly 0 where the scale crosses zero.
 */
double
gr_chart_scale_tick (const GrChartScale *scale, int index)
{
  return (scale->first_tick + index) * scale->step;
}
