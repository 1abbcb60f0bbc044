#pragma once

#include <glib.h>

/**
 * GrTheta:
 *
 * What a Theta model ended with: one-step forecasts are level + weight · line, where weight is 1 - 1/theta.
 */
typedef struct {
  double alpha;
  double start;  /* the level before the first value */
  double weight; /* of the line, 0..1 */
  double level;  /* at the end */
  double slope;
} GrTheta;

void gr_theta_forecast (const double *y, int n, int horizon, double *mean, GrTheta *theta);
void gr_theta_forecast_dynamic (const double *y, int n, int horizon, double *mean, GrTheta *theta);
double gr_theta_search_dynamic (const double *y, int n);
void gr_theta_forecast_dynamic_by (double alpha, const double *y, int n, int horizon, double *mean, GrTheta *theta);
