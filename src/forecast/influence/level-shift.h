#pragma once

#include <glib.h>

int gr_level_shift_find (const double *y, int n, int period, double *ratio);
