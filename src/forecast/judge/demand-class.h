#pragma once

#include <glib.h>

/**
 * GrDemandClass:
 *
 * How demand comes: often or seldom, in like or unlike sizes. Source: Syntetos, Boylan & Croston 2005.
 */
typedef enum {
  GR_DEMAND_NONE,
  GR_DEMAND_SMOOTH,
  GR_DEMAND_ERRATIC,
  GR_DEMAND_INTERMITTENT,
  GR_DEMAND_LUMPY,
} GrDemandClass;

GrDemandClass gr_demand_class_of (const double *y, int n);
