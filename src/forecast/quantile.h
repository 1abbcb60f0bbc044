#pragma once

#include <glib.h>

double
gr_quantile_of_error (double probability);
