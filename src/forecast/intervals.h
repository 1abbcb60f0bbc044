#pragma once

#include "rolling.h"

void
gr_intervals_measure (
    const GrRolling *rolling, const GrHistory *history, gboolean is_sales, double *sd, double *cumulative_sd);
