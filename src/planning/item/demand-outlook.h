#pragma once

#include "domain/base/date.h"

/* Demand of @n buckets from @start on, units. */
typedef struct {
  GrGrain grain;
  GrDate start;
  int n;
  const double *values;
} GrBucketDemand;

double gr_bucket_demand_per_day (const GrBucketDemand *demand, GrDate day);
double *gr_demand_outlook (GrDate today, const GrBucketDemand *weeks, const GrBucketDemand *months, int *n_weeks);
