#pragma once

#include "app/chart/drawing/chart-scale.h"
#include "app/chart/drawing/time-axis.h"

typedef struct {
  double x;
  double y;
  double width;
  double height;
} GrChartRect;

/* A point of a line; @is_start where a new stretch begins after a gap. */
typedef struct {
  double x;
  double y;
  gboolean is_start;
} GrChartPoint;

/* Where the layers of one panel draw: time across, values upwards. */
typedef struct {
  GrTimeAxis axis;
  GrChartScale scale;
  GrChartRect plot;
} GrChartPanel;

/**
 * GrChartSeries:
 *
 * One number of every bucket: @n doubles, @stride bytes apart, NaN where there is none. Layers see only this, so
 * they fit any struct.
 */
typedef struct {
  const char *first;
  gsize stride;
  int from; /* what comes before it is not drawn */
  int n;
} GrChartSeries;

/* Returns: @series without what comes before bucket @from. */
static inline GrChartSeries
gr_chart_series_from (GrChartSeries series, int from)
{
  series.from = from;
  return series;
}

static inline double
gr_chart_series_at (GrChartSeries series, int index)
{
  return *(const double *) (const void *) (series.first + (gsize) index * series.stride);
}
