#pragma once

#include <glib.h>

double gr_accuracy_smape (const double *actual, const double *forecast, int n);
double gr_accuracy_mae (const double *actual, const double *forecast, int n);
double gr_accuracy_rmse (const double *actual, const double *forecast, int n);
double gr_accuracy_wape (const double *actual, const double *forecast, int n);
double gr_accuracy_bias (const double *actual, const double *forecast, int n);
double gr_accuracy_coverage (const double *actual, const double *low, const double *high, int n);
double gr_accuracy_interval_score (const double *actual, const double *low, const double *high, int n, double level);
double gr_accuracy_pinball (const double *actual, const double *quantile, int n, double probability);
double gr_accuracy_naive_mae (const double *y, int n, int period);
double gr_accuracy_naive_rmse (const double *y, int n, int period);
double gr_accuracy_tracking_signal (const double *errors, int n);
