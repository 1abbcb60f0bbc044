#pragma once

#include <glib.h>

#define GR_CHART_MAX_TICKS 7

/**
 * GrChartScale:
 *
 * Values from @lo to @hi on pixels from @at_lo to @at_hi (which may run downwards), with @n_ticks ticks that are
 * multiples of @step, the lowest of them @first_tick times it.
 */
typedef struct {
  double lo;
  double hi;
  double step;
  double first_tick;
  int n_ticks;
  double at_lo;
  double at_hi;
} GrChartScale;

void gr_chart_scale_fit (GrChartScale *scale, double lo, double hi, int max_ticks, double min_step);
void gr_chart_scale_place (GrChartScale *scale, double at_lo, double at_hi);
double gr_chart_scale_pixel (const GrChartScale *scale, double value);
double gr_chart_scale_tick (const GrChartScale *scale, int index);
