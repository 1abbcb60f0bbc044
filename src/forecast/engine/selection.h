#pragma once

#include "forecast/judge/rolling.h"

/**
 * GrSelection:
 *
 * The method that stands, its rolling errors, its record, those of the seasonal naive, and all that were tried.
 */
typedef struct {
  GrForecastMethod method;
  GrRolling *rolling;
  GrRolling *naive;
  GrRolling *record; /* of one step, without hindsight */
  int n_candidates;
  GrForecastCandidate candidates[GR_N_METHODS];
} GrSelection;

void gr_selection_run (GrSelection *selection, GrFitter *fitter, const GrForecastOptions *options);
void gr_selection_clear (GrSelection *selection);
