#pragma once

#include "forecast/judge/rolling.h"

void gr_intervals_measure (
    const GrRolling *rolling, GrFitter *fitter, gboolean is_sales, double *sd, double *cumulative_sd);
