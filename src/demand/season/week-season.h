#pragma once

#include "domain/base/date.h"

/**
 * GrWeekActivity:
 * @start: the first week
 * @counts: (array length=n): how many items were sold on how many days
 *
 * How busy each week was: what tells a week in which the shop is closed from one of little demand.
 */
typedef struct {
  GrDate start;
  int n;
  int *counts;
} GrWeekActivity;

void gr_week_activity_init (GrWeekActivity *activity, GrDate first, GrDate before);
void gr_week_activity_add (GrWeekActivity *activity, GrDate day);
void gr_week_activity_closures (const GrWeekActivity *activity, GrDate cut, double *closures);
void gr_week_activity_clear (GrWeekActivity *activity);

void gr_weeks_of_months (const double *months, const double *closures, GrDate from, double *weeks);
