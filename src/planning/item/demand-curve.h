#pragma once

#include "domain/base/date.h"
#include "domain/base/quantity.h"

/**
 * GrDemandCurve:
 *
 * Expected demand from this morning on, summed up. Within a bucket it is spread evenly over the days; behind the last
 * bucket it goes on at the mean of all.
 */
typedef struct {
  GrDate today;
  GrGrain grain;
  int n_buckets;
  GrDate *edges; /* start of each bucket, and the day after the last */
  double *sums;  /* demand from today to that day's morning */
  double tail_per_day;
} GrDemandCurve;

GrDemandCurve *gr_demand_curve_new (GrDate today, GrGrain grain, const double *forecast, int n_buckets);
void gr_demand_curve_free (GrDemandCurve *curve);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrDemandCurve, gr_demand_curve_free)

double gr_demand_curve_until (const GrDemandCurve *curve, GrDate date);
GrQty gr_demand_curve_qty (const GrDemandCurve *curve, GrDate from, GrDate until);
GrDate gr_demand_curve_end (const GrDemandCurve *curve);
double gr_demand_curve_days (const GrDemandCurve *curve, double units);
