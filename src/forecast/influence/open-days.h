#pragma once

#include <glib.h>

void gr_open_days_factors (const double *days, int n, double *factors);
