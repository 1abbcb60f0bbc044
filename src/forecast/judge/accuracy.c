#include "accuracy.h"

#include <math.h>

/* Every measure leaves out steps whose actual is unknown (NaN), and is NaN where nothing is left. */

/**
 * gr_accuracy_smape:
 *
 * Returns: the symmetric mean absolute percentage error, 0..200: the mean of 200·|y - f| / (|y| + |f|), two zeros
 * counting as no error. Source: Makridakis & Hibon 2000.
 */
double
gr_accuracy_smape (const double *actual, const double *forecast, int n)
{
  double sum = 0;
  int count = 0;

  for (int i = 0; i < n; i++) {
    double size = fabs (actual[i]) + fabs (forecast[i]);

    if (isnan (actual[i]))
      continue;
    sum += size > 0 ? 200 * fabs (actual[i] - forecast[i]) / size : 0;
    count++;
  }
  return count > 0 ? sum / count : NAN;
}

/**
 * gr_accuracy_mae:
 *
 * Returns: the mean absolute error; divided by gr_accuracy_naive_mae() of the training part it is the MASE
 */
double
gr_accuracy_mae (const double *actual, const double *forecast, int n)
{
  double sum = 0;
  int count = 0;

  for (int i = 0; i < n; i++) {
    if (isnan (actual[i]))
      continue;
    sum += fabs (actual[i] - forecast[i]);
    count++;
  }
  return count > 0 ? sum / count : NAN;
}

/**
 * gr_accuracy_rmse:
 *
 * Returns: the root mean squared error; divided by gr_accuracy_naive_rmse() of the training part, period 1, it is the
 * RMSSE
 */
double
gr_accuracy_rmse (const double *actual, const double *forecast, int n)
{
  double sum = 0;
  int count = 0;

  for (int i = 0; i < n; i++) {
    if (isnan (actual[i]))
      continue;
    sum += (actual[i] - forecast[i]) * (actual[i] - forecast[i]);
    count++;
  }
  return count > 0 ? sqrt (sum / count) : NAN;
}

/**
 * gr_accuracy_wape:
 *
 * Returns: all absolute errors as a share of all demand; NaN where there was none
 */
double
gr_accuracy_wape (const double *actual, const double *forecast, int n)
{
  double errors = 0;
  double total = 0;

  for (int i = 0; i < n; i++) {
    if (isnan (actual[i]))
      continue;
    errors += fabs (actual[i] - forecast[i]);
    total += fabs (actual[i]);
  }
  return total > 0 ? errors / total : NAN;
}

/**
 * gr_accuracy_bias:
 *
 * Returns: the mean of forecast - actual
 */
double
gr_accuracy_bias (const double *actual, const double *forecast, int n)
{
  double sum = 0;
  int count = 0;

  for (int i = 0; i < n; i++) {
    if (isnan (actual[i]))
      continue;
    sum += forecast[i] - actual[i];
    count++;
  }
  return count > 0 ? sum / count : NAN;
}

/**
 * gr_accuracy_coverage:
 *
 * Returns: the share of actuals within their bounds, 0..1
 */
double
gr_accuracy_coverage (const double *actual, const double *low, const double *high, int n)
{
  int inside = 0;
  int count = 0;

  for (int i = 0; i < n; i++) {
    if (isnan (actual[i]))
      continue;
    inside += actual[i] >= low[i] && actual[i] <= high[i];
    count++;
  }
  return count > 0 ? (double) inside / count : NAN;
}

/**
 * gr_accuracy_interval_score:
 * @level: of the interval, 0.95 for 95 %
 *
 * Returns: the mean interval score: width, and 2/(1 - level) times what an actual lies outside. Divided by
 * gr_accuracy_naive_mae() it is the MSIS. Source: Gneiting & Raftery 2007.
 */
double
gr_accuracy_interval_score (const double *actual, const double *low, const double *high, int n, double level)
{
  double penalty = 2 / (1 - level);
  double sum = 0;
  int count = 0;

  for (int i = 0; i < n; i++) {
    if (isnan (actual[i]))
      continue;
    sum += high[i] - low[i] + penalty * (fmax (low[i] - actual[i], 0) + fmax (actual[i] - high[i], 0));
    count++;
  }
  return count > 0 ? sum / count : NAN;
}

/**
 * gr_accuracy_pinball:
 * @quantile: (array length=n): forecasts of the @probability quantile
 *
 * Returns: the mean quantile (pinball) loss
 */
double
gr_accuracy_pinball (const double *actual, const double *quantile, int n, double probability)
{
  double sum = 0;
  int count = 0;

  for (int i = 0; i < n; i++) {
    double over = actual[i] - quantile[i];

    if (isnan (actual[i]))
      continue;
    sum += over >= 0 ? probability * over : (probability - 1) * over;
    count++;
  }
  return count > 0 ? sum / count : NAN;
}

/**
 * gr_accuracy_naive_mae:
 *
 * Returns: the mean absolute difference of values one @period apart: the scale of MASE and MSIS. NaN where there is no
 * pair.
 */
double
gr_accuracy_naive_mae (const double *y, int n, int period)
{
  return n > period ? gr_accuracy_mae (y + period, y, n - period) : NAN;
}

/**
 * gr_accuracy_naive_rmse:
 *
 * Returns: the root mean squared difference of values one @period apart: with 1 the scale of RMSSE
 */
double
gr_accuracy_naive_rmse (const double *y, int n, int period)
{
  return n > period ? gr_accuracy_rmse (y + period, y, n - period) : NAN;
}

/**
 * gr_accuracy_tracking_signal:
 * @errors: (array length=n): forecast - actual, oldest first
 *
 * Returns: the sum of errors over their mean absolute size: beyond ±4 the forecast has lost its track. 0 where there
 * are none.
 */
double
gr_accuracy_tracking_signal (const double *errors, int n)
{
  double sum = 0;
  double absolute = 0;
  int count = 0;

  for (int i = 0; i < n; i++) {
    if (isnan (errors[i]))
      continue;
    sum += errors[i];
    absolute += fabs (errors[i]);
    count++;
  }
  return absolute > 0 ? sum * count / absolute : 0;
}
