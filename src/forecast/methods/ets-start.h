#pragma once

#include "ets-pass.h"

void gr_ets_start (GrEtsProblem *problem, double *parameters);
void gr_ets_bounds (const GrEtsProblem *problem, double *low, double *high);
