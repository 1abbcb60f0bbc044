#pragma once

#include "domain/base/date.h"

/**
 * GrTimeAxis:
 *
 * Buckets side by side, all of one width, from the one that starts on @first. @from and @to tell what is visible, in
 * buckets and parts of them; @x and @width where, in pixels. Time runs from left to right in every script.
 */
typedef struct {
  GrGrain grain;
  GrDate first;
  int n;
  double from;
  double to;
  double x;
  double width;
} GrTimeAxis;

/**
 * GrTimeLabel:
 * @tick: where its period begins, pixels
 * @x: left edge of the text
 * @width: of the text
 * @tier: 0 for the upper row of labels, 1 for the lower
 */
typedef struct {
  double tick;
  double x;
  double width;
  int tier;
  char text[40];
} GrTimeLabel;

/* How wide a text is drawn, pixels. */
typedef double (*GrChartMeasure) (const char *text, gpointer data);

double gr_time_axis_x (const GrTimeAxis *axis, double position);
double gr_time_axis_position (const GrTimeAxis *axis, double x);
double gr_time_axis_bucket_width (const GrTimeAxis *axis);
double gr_time_axis_position_of (const GrTimeAxis *axis, GrDate date);
double gr_time_axis_centre (const GrTimeAxis *axis, int index);
void gr_time_axis_visible (const GrTimeAxis *axis, int *first, int *end);
GArray *gr_time_axis_labels (const GrTimeAxis *axis, double gap, GrChartMeasure measure, gpointer measure_data);
