#include "intervals.h"

#include <math.h>

/* With fewer errors than this a step's own figure is noise. */
#define FEWEST_ERRORS 4

/* How far a short history's spread may be trusted: Student's t over the normal, near 95 %. */
static double
widen (int count)
{
  return 1 + 1.5 / count;
}

static int
count_errors (const GrRolling *rolling, int h)
{
  int count = 0;

  for (int origin = 0; origin < rolling->n_origins; origin++)
    count += !isnan (rolling->errors[(gsize) origin * (gsize) rolling->horizon + (gsize) h]);
  return count;
}

/* A guess for what has no past errors yet: the spread of the values seen, no less than a Poisson's for sales and
 * no less than half the level. */
static double
guess_sd (const GrHistory *history, gboolean is_sales)
{
  double sum = 0, squares = 0, mean, spread;

  if (history->n == 0)
    return 0;
  for (int i = 0; i < history->n; i++)
    sum += history->y[i];
  mean = sum / history->n;
  for (int i = 0; i < history->n; i++)
    squares += (history->y[i] - mean) * (history->y[i] - mean);
  spread = history->n > 1 ? sqrt (squares / (history->n - 1)) : 0;
  spread = fmax (spread, fabs (mean) / 2);
  return is_sales ? fmax (spread, sqrt (fabs (mean) / history->scale)) : spread;
}

/**
 * gr_intervals_measure:
 * @sd: (array length=horizon): receives the standard deviation of the error of each step
 * @cumulative_sd: (array length=horizon): that of the sum of the steps up to and with this one
 *
 * From the past errors at each step, in the history's scale; never falling with the step. Steps with too few
 * errors carry on from those before: single steps as they are, sums by the root of their number.
 */
void
gr_intervals_measure (
    const GrRolling *rolling, const GrHistory *history, gboolean is_sales, double *sd, double *cumulative_sd)
{
  double last = 0;
  double last_sum = 0;

  for (int h = 0; h < rolling->horizon; h++) {
    int count = count_errors (rolling, h);
    double sum_rmse = 0;

    if (count >= FEWEST_ERRORS)
      last = fmax (last, gr_rolling_rmse (rolling, h, h + 1) * widen (count));
    else if (h == 0)
      last = guess_sd (history, is_sales);
    count = gr_rolling_cumulative_rmse (rolling, h + 1, &sum_rmse);
    if (count >= FEWEST_ERRORS)
      last_sum = fmax (last_sum, sum_rmse * widen (count));
    else
      last_sum = h == 0 ? last : last_sum * sqrt ((h + 1.0) / h);
    sd[h] = last;
    cumulative_sd[h] = last_sum;
  }
}
