#pragma once

#include <glib.h>

double gr_quantile_of_error (double probability);
double gr_quantile_of_sales (double mean, double sd, double probability);
