#pragma once

#include <glib.h>

double gr_intermittent_croston (const double *y, int n, double alpha);
double gr_intermittent_sba (const double *y, int n, double alpha);
double gr_intermittent_tsb (const double *y, int n, double alpha, double beta);
double gr_intermittent_capped_average (const double *y, int n, double *cap);
