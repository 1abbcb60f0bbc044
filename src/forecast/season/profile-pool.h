#pragma once

#include "forecast/engine/series.h"

gsize gr_profile_pool (const GrSeries *series, gsize n_series, double *index, double *noise);
void gr_profile_blend (double *index, double *noise, const double *shop, int period);
void gr_profile_steady (double *index, int period, double noise);
