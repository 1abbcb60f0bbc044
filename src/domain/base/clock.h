#pragma once

#include "date.h"

/**
 * GrClock:
 *
 * What day it is. Passed down by value from main, so that every deed can be replayed for any day and
 * no code below asks the machine.
 */
typedef struct {
  GrDate fixed_today;   /* GR_DATE_NONE: the machine's own calendar */
  const GrDate *moving; /* (nullable): in place of both, a day that moves on when somebody writes to it */
} GrClock;

GrClock gr_clock_system (void);
GrClock gr_clock_fixed (GrDate today);
GrDate gr_clock_today (GrClock clock);
GrInstant gr_clock_now (GrClock clock);
