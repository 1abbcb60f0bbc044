#pragma once

#include "domain/base/date.h"

/* Expected demand of @n weeks or months from @start on, units, not negative. */
typedef struct {
  GrDate start;
  int n;
  double *values;
} GrGrainValues;

void gr_grains_agree (GrGrainValues *weeks, GrGrainValues *months);
