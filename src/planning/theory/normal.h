#pragma once

#include <glib.h>

double gr_normal_density (double z);
double gr_normal_cdf (double z);
double gr_normal_quantile (double probability);
double gr_normal_loss (double z);
double gr_normal_loss_inverse (double loss);
