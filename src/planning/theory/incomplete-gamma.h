#pragma once

double gr_log_gamma (double x);
double gr_gamma_below (double shape, double x);
double gr_gamma_above (double shape, double x);
