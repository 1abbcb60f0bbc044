#pragma once

#include "forecast/engine/forecast.h"

/**
 * ReplenishmentTerms:
 * @first: week, counted from 0, before which everything is known and nothing is judged
 * @n_weeks: to be judged
 * @profile: (nullable): the family's season, as in GrForecastOptions
 */
typedef struct {
  int first;
  int n_weeks;
  int lead_time_weeks;
  double service_level;
  const double *profile;
} ReplenishmentTerms;

/**
 * ReplenishmentRecord:
 * @n_short: weeks in which somebody went away without what they wanted
 * @n_asked: weeks in which anybody asked; @n_asked_short of them in vain
 * @n_cycles: protection periods that end within the weeks; @n_covered of them would have been served by the order-up-to
 *   level they began with
 * @demand, @lost: units
 * @stock: sum over the weeks of what is counted at the end, units
 *
 * What a shop saw that ordered what the plan says, week by week. Records of several items may be added up.
 */
typedef struct {
  int n_weeks, n_short;
  int n_asked, n_asked_short;
  int n_cycles, n_covered;
  double demand, lost, stock;
} ReplenishmentRecord;

void replenishment_run (const GrSeries *series, const ReplenishmentTerms *terms, ReplenishmentRecord *record);
void replenishment_add (ReplenishmentRecord *sum, const ReplenishmentRecord *record);
