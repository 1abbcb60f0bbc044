#pragma once

#include "forecast/engine/fitter.h"

/**
 * GrRolling:
 * @errors: (array length=n_origins*horizon): forecast - actual, row by row; NaN where the actual is not known
 * @actuals: the same shape: what was forecast
 * @spreads: the same shape: gr_regular_spread() at that origin
 *
 * What one method would have said at each of the last origins, judged by what came.
 */
typedef struct {
  GrForecastMethod method;
  int n_origins;
  int horizon;
  double *errors;
  double *actuals;
  double *spreads;
} GrRolling;

GrRolling *gr_rolling_new (GrFitter *fitter, GrForecastMethod method, int horizon);
void gr_rolling_free (GrRolling *rolling);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrRolling, gr_rolling_free)

double gr_rolling_rmse (const GrRolling *rolling, int first, int last);
double gr_rolling_rmse_since (const GrRolling *rolling, int first_origin, int steps);
double gr_rolling_mae (const GrRolling *rolling, int first, int last);
double gr_rolling_bias (const GrRolling *rolling);
double gr_rolling_wape (const GrRolling *rolling);
int gr_rolling_cumulative_rmse (const GrRolling *rolling, int buckets, double *rmse);
