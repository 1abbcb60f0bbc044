#pragma once

#include "series.h"

gsize gr_profile_pool (const GrSeries *series, gsize n_series, double *index);
void gr_profile_blend (const double *family, gsize n_items, const double *shop, int period, double *index);
void gr_profile_steady (double *index, int period, gsize n_items);
