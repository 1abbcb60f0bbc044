#pragma once

#include "forecast/engine/series.h"

gboolean gr_profile_estimate (const double *y, int n, int period, int phase, double *index);
double gr_profile_strength (const double *y, int n, int phase, const double *index, int period);
void gr_profile_own (const double *y, int n, int phase, double *index, int period);
