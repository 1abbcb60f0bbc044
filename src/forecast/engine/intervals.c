#include "intervals.h"

#include "forecast/methods/regular-methods.h"

#include <math.h>

/* With fewer errors than this nothing is said by them. */
#define FEWEST_ERRORS 4

/* A step's own errors count against so many of all steps. */
#define POOLED_ERRORS 80

/* How much of the spread is said by the raw past errors of a step, the rest by the models' spread made as large as past
 * errors. */
#define RAW_SHARE 0.5

/* Past forecasts knew a little of what they were judged by, for the models' weights were fitted to all of it. */
#define HINDSIGHT 1.06

#define SUM_WIDENING 3.5

/* By rolling origin inside the training parts of M3, as the share and the pool above. */
static double
widen (int count)
{
  return HINDSIGHT + 1.5 / count;
}

/* Sums over @buckets overlap, so that as many origins say less. By the service that a shop's weeks would have seen with
 * one, two and six weeks' lead. */
static double
widen_sums (int count, int buckets)
{
  return HINDSIGHT + SUM_WIDENING * sqrt (buckets) / count;
}

/* Sum of squared errors of step @h, each over its spread, and how many there were. */
static int
add_errors (const GrRolling *rolling, int h, double *squares)
{
  int count = 0;

  *squares = 0;
  for (int origin = 0; origin < rolling->n_origins; origin++) {
    gsize at = (gsize) origin * (gsize) rolling->horizon + (gsize) h;
    double error = rolling->errors[at];

    if (isnan (error))
      continue;
    error /= rolling->spreads[at];
    *squares += error * error;
    count++;
  }
  return count;
}

/* A guess for what has no past errors yet: the spread of the values seen, no less than a Poisson's for sales and
 * no less than half the level. */
static void
fill_guess (const GrHistory *history, gboolean is_sales, int horizon, double *sd)
{
  double sum = 0, squares = 0, mean, spread;

  for (int i = 0; i < history->n; i++)
    sum += history->y[i];
  mean = history->n > 0 ? sum / history->n : 0;
  for (int i = 0; i < history->n; i++)
    squares += (history->y[i] - mean) * (history->y[i] - mean);
  spread = history->n > 1 ? sqrt (squares / (history->n - 1)) : 0;
  spread = fmax (spread, fabs (mean) / 2);
  if (is_sales)
    spread = fmax (spread, sqrt (fabs (mean) / history->scale));
  for (int h = 0; h < horizon; h++)
    sd[h] = spread;
}

/* Mean square of all errors over their spreads; NaN where there are too few. */
static double
pool_errors (const GrRolling *rolling)
{
  double all = 0;
  int count = 0;

  for (int h = 0; h < rolling->horizon; h++) {
    double squares;

    count += add_errors (rolling, h, &squares);
    all += squares;
  }
  return count >= FEWEST_ERRORS ? all / count : NAN;
}

/* @sd comes in as the models' spread. */
static void
measure_steps (const GrRolling *rolling, double pooled, double *sd)
{
  double raw = 0;

  for (int h = 0; h < rolling->horizon; h++) {
    double squares, shaped;
    int count = add_errors (rolling, h, &squares);

    shaped = sd[h] * sqrt ((squares + POOLED_ERRORS * pooled) / (count + POOLED_ERRORS)) * widen (rolling->n_origins);
    if (count >= FEWEST_ERRORS)
      raw = fmax (raw, gr_rolling_rmse (rolling, h, h + 1) * widen (count));
    else
      raw = h > 0 ? raw * sqrt ((h + 1.0) / h) : shaped;
    sd[h] = RAW_SHARE * raw + (1 - RAW_SHARE) * shaped;
  }
}

/**
 * gr_intervals_measure:
 * @sd: (array length=horizon): receives the standard deviation of the error of each step
 * @cumulative_sd: (array length=horizon): that of the sum of the steps up to and with this one
 *
 * In the history's scale. Steps: half from the past errors of each step, half from the models' own spread made as large
 * as past errors of all steps. Sums: past errors of such sums, never falling; where there are too few, the root of the
 * number of steps carries on.
 */
void
gr_intervals_measure (const GrRolling *rolling, GrFitter *fitter, gboolean is_sales, double *sd, double *cumulative_sd)
{
  double pooled = pool_errors (rolling);
  double last = 0;

  gr_regular_spread (fitter, rolling->method, fitter->history->n, rolling->horizon, sd);
  if (!isnan (pooled))
    measure_steps (rolling, pooled, sd);
  else
    fill_guess (fitter->history, is_sales, rolling->horizon, sd);
  for (int h = 0; h < rolling->horizon; h++) {
    double rmse = 0;
    int count = gr_rolling_cumulative_rmse (rolling, h + 1, &rmse);

    if (count >= FEWEST_ERRORS)
      last = fmax (last, rmse * widen_sums (rolling->n_origins, h + 1));
    else
      last = h == 0 ? sd[0] : last * sqrt ((h + 1.0) / h);
    cumulative_sd[h] = last;
  }
}
