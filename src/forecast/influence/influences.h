#pragma once

#include "forecast/engine/forecast-options.h"
#include "forecast/engine/series.h"

/**
 * GrInfluences:
 * @days: (nullable): what open days multiply each bucket by
 * @outside: (nullable): what the regressors multiply each bucket by or, with @adds_effects, add to it, in the history's
 *   scale
 * @weights: of the regressors, see gr_regressors_estimate()
 * @shift_at: the first bucket of a new level, -1 where there is none; @shift_ratio that level over the one before
 *
 * What moves a history besides its own course and its events: known from outside or found in it. Buckets are counted
 * from the history's first and go on to the end of the horizon.
 */
typedef struct {
  double *days;
  double *outside;
  gboolean adds_effects;
  double weights[2 * GR_FORECAST_MOST_REGRESSORS];
  int shift_at;
  double shift_ratio;
} GrInfluences;

GrInfluences *gr_influences_new (const GrSeries *series, const GrForecastOptions *options, int start);
void gr_influences_free (GrInfluences *influences);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrInfluences, gr_influences_free)

void gr_influences_learn_outside (
    GrInfluences *influences, const GrForecastOptions *options, int start, const double *y, int n);
void gr_influences_find_shift (GrInfluences *influences, const double *y, int n, int period);
double gr_influences_days (const GrInfluences *influences, int at);
double gr_influences_factor (const GrInfluences *influences, int at);
double gr_influences_addend (const GrInfluences *influences, int at);
