#include "rolling.h"

#include "forecast/engine/run-method.h"
#include "forecast/methods/regular-methods.h"

#include <math.h>

/**
 * gr_rolling_new:
 *
 * Forecasts with @method from each of the last origins, up to 26, up to @horizon ahead. No origin where history is too
 * short. O(origins · (n + horizon)).
 */
GrRolling *
gr_rolling_new (GrFitter *fitter, GrForecastMethod method, int horizon)
{
  const GrHistory *history = fitter->history;
  GrRolling *rolling = g_new0 (GrRolling, 1);
  gsize size;

  rolling->method = method;
  rolling->n_origins = gr_history_origins (history);
  rolling->horizon = horizon;
  size = (gsize) rolling->n_origins * (gsize) horizon;
  rolling->errors = g_new (double, size + 1);
  rolling->actuals = g_new (double, size + 1);
  rolling->spreads = g_new (double, size + 1);
  for (int origin = 0; origin < rolling->n_origins; origin++) {
    int start = history->n - rolling->n_origins + origin;
    double *errors = rolling->errors + (gsize) origin * (gsize) horizon;
    double *actuals = rolling->actuals + (gsize) origin * (gsize) horizon;
    int known = MIN (horizon, history->n - start);
    GrFit fit;

    gr_fitter_forecast (fitter, method, start, known, errors, &fit);
    gr_regular_spread (fitter, method, start, known, rolling->spreads + (gsize) origin * (gsize) horizon);
    for (int h = 0; h < horizon; h++) {
      actuals[h] = h < known && history->is_known[start + h] ? gr_history_actual (history, start + h) : NAN;
      errors[h] = h < known ? errors[h] - actuals[h] : NAN;
    }
  }
  return rolling;
}

void
gr_rolling_free (GrRolling *rolling)
{
  if (rolling == NULL)
    return;
  g_free (rolling->errors);
  g_free (rolling->actuals);
  g_free (rolling->spreads);
  g_free (rolling);
}

typedef struct {
  double errors, absolute, squares, actuals;
  int count;
} Sums;

/* Sums over steps @first to @last - 1 of the origins from @since on. */
static Sums
add_up_since (const GrRolling *rolling, int since, int first, int last)
{
  Sums sums = {0};

  for (int origin = since; origin < rolling->n_origins; origin++) {
    for (int h = first; h < MIN (last, rolling->horizon); h++) {
      gsize at = (gsize) origin * (gsize) rolling->horizon + (gsize) h;
      double error = rolling->errors[at];

      if (isnan (error))
        continue;
      sums.errors += error;
      sums.absolute += fabs (error);
      sums.squares += error * error;
      sums.actuals += fabs (rolling->actuals[at]);
      sums.count++;
    }
  }
  return sums;
}

static Sums
add_up (const GrRolling *rolling, int first, int last)
{
  return add_up_since (rolling, 0, first, last);
}

/**
 * gr_rolling_rmse:
 *
 * Returns: the root of the mean squared error of steps @first to @last - 1, counted from 0; NaN where there is none
 */
double
gr_rolling_rmse (const GrRolling *rolling, int first, int last)
{
  Sums sums = add_up (rolling, first, last);

  return sums.count > 0 ? sqrt (sums.squares / sums.count) : NAN;
}

/**
 * gr_rolling_rmse_since:
 *
 * Returns: the same of the first @steps of the origins from @first_origin on, counted from 0
 */
double
gr_rolling_rmse_since (const GrRolling *rolling, int first_origin, int steps)
{
  Sums sums = add_up_since (rolling, first_origin, 0, steps);

  return sums.count > 0 ? sqrt (sums.squares / sums.count) : NAN;
}

/**
 * gr_rolling_mae:
 *
 * Returns: the mean absolute error of the same steps
 */
double
gr_rolling_mae (const GrRolling *rolling, int first, int last)
{
  Sums sums = add_up (rolling, first, last);

  return sums.count > 0 ? sums.absolute / sums.count : NAN;
}

/**
 * gr_rolling_bias:
 *
 * Returns: the mean one-step error, forecast - actual
 */
double
gr_rolling_bias (const GrRolling *rolling)
{
  Sums sums = add_up (rolling, 0, 1);

  return sums.count > 0 ? sums.errors / sums.count : NAN;
}

/**
 * gr_rolling_wape:
 *
 * Returns: one-step errors, absolute, as a share of what was asked for; NaN where nothing was
 */
double
gr_rolling_wape (const GrRolling *rolling)
{
  Sums sums = add_up (rolling, 0, 1);

  return sums.actuals > 0 ? sums.absolute / sums.actuals : NAN;
}

/**
 * gr_rolling_cumulative_rmse:
 * @rmse: receives the root mean square of the errors of the sum over the next @buckets
 *
 * Returns: the number of origins it rests on; 0 leaves @rmse as it is
 */
int
gr_rolling_cumulative_rmse (const GrRolling *rolling, int buckets, double *rmse)
{
  double squares = 0;
  int count = 0;

  for (int origin = 0; origin < rolling->n_origins; origin++) {
    const double *errors = rolling->errors + (gsize) origin * (gsize) rolling->horizon;
    double sum = 0;

    for (int h = 0; h < MIN (buckets, rolling->horizon); h++)
      sum += errors[h];
    if (isnan (sum))
      continue;
    squares += sum * sum;
    count++;
  }
  if (count > 0)
    *rmse = sqrt (squares / count);
  return count;
}
