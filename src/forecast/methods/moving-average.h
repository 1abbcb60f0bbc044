#pragma once

#include <glib.h>

double gr_moving_average (const double *y, int n, int *window);
