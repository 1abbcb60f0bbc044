#include "theta.h"

#include "line-search.h"

#include <math.h>

typedef struct {
  const double *y;
  int n;
  GrTheta *theta;
} Problem;

/* --- The standard Theta method: exponential smoothing with half the slope of the line through all values. --- */

/* Sum of squares of exponential smoothing by @alpha from the start level that makes it least. */
static double
measure_smoothing (double alpha, gpointer data)
{
  const Problem *problem = data;
  double level = 0, weight = 1;
  double ww = 0, we = 0, ee = 0;

  for (int i = 0; i < problem->n; i++) {
    double e = problem->y[i] - level;

    ee += e * e;
    ww += weight * weight;
    we += weight * e;
    level += alpha * e;
    weight *= 1 - alpha;
  }
  problem->theta->start = we / ww;
  problem->theta->level = level + problem->theta->start * weight;
  return ee - we * we / ww;
}

static double
slope_of_line (const double *y, int n)
{
  double middle = (n - 1) / 2.0;
  double sum = 0;

  for (int i = 0; i < n; i++)
    sum += (i - middle) * y[i];
  return n > 1 ? 12 * sum / ((double) n * ((double) n * n - 1)) : 0;
}

/**
 * gr_theta_forecast:
 *
 * The Theta method with lines 0 and 2 on a series without season. @n at least 1. O(n).
 * Source: Assimakopoulos & Nikolopoulos 2000, in the form of Hyndman & Billah 2003.
 */
void
gr_theta_forecast (const double *y, int n, int horizon, double *mean, GrTheta *theta)
{
  Problem problem = {y, n, theta};
  double drift;

  theta->alpha = gr_line_search_minimise (measure_smoothing, &problem, 1e-4, 0.9999);
  measure_smoothing (theta->alpha, &problem);
  theta->slope = slope_of_line (y, n);
  theta->weight = 0.5;
  drift = theta->slope / 2;
  for (int h = 0; h < horizon; h++)
    mean[h] = theta->level + drift * (h + (1 - pow (1 - theta->alpha, n)) / theta->alpha);
}

/* --- The dynamic optimised Theta model: the line is drawn anew at every step, and its weight is estimated. --- */

/* Three things are estimated from all errors but two. */
#define FEWEST_DYNAMIC 6

/* States after t values: the level's part that does not depend on its start, the line's intercept and slope, the mean.
 */
typedef struct {
  double alpha;
  double level;
  double decay; /* (1 - alpha)^t: what is left of the start level */
  double intercept, slope, mean;
  int t;
} Dynamic;

/* What the line adds to the next value, at full weight. */
static double
read_line (const Dynamic *state)
{
  double next_decay = state->decay * (1 - state->alpha);

  return state->decay * state->intercept + (1 - next_decay) / state->alpha * state->slope;
}

static void
advance (Dynamic *state, double y)
{
  double t = ++state->t;

  state->slope = ((t - 2) * state->slope + 6 / t * (y - state->mean)) / (t + 1);
  if (state->t == 1)
    state->slope = 0;
  state->mean += (y - state->mean) / t;
  state->intercept = state->mean - (t + 1) / 2 * state->slope;
  state->level += state->alpha * (y - state->level);
  state->decay *= 1 - state->alpha;
}

/* Least squares for start level and weight of the line, which the errors are linear in; the weight is held to 0..1. */
static double
solve (GrTheta *theta, const double s[6])
{
  double ww = s[0], wd = s[1], dd = s[2], we = s[3], de = s[4], ee = s[5];
  double determinant = ww * dd - wd * wd;
  double weight = 0;

  if (determinant > 1e-12 * ww * dd)
    weight = CLAMP ((de * ww - we * wd) / determinant, 0, 1);
  theta->weight = weight;
  theta->start = ww > 0 ? (we - weight * wd) / ww : 0;
  return ee - 2 * (theta->start * we + weight * de) + theta->start * theta->start * ww +
         2 * theta->start * weight * wd + weight * weight * dd;
}

static double
measure_dynamic (double alpha, gpointer data)
{
  const Problem *problem = data;
  Dynamic state = {.alpha = alpha, .decay = 1};
  double sums[6] = {0};

  for (int i = 0; i < problem->n; i++) {
    if (i >= 2) { /* the first two errors say nothing: no line yet */
      double e = problem->y[i] - state.level;
      double d = read_line (&state);

      sums[0] += state.decay * state.decay;
      sums[1] += state.decay * d;
      sums[2] += d * d;
      sums[3] += state.decay * e;
      sums[4] += d * e;
      sums[5] += e * e;
    }
    advance (&state, problem->y[i]);
  }
  return solve (problem->theta, sums);
}

/**
 * gr_theta_search_dynamic:
 *
 * Returns: the smoothing weight of the dynamic optimised Theta model with the least squared errors. O(n).
 */
double
gr_theta_search_dynamic (const double *y, int n)
{
  GrTheta theta;
  Problem problem = {y, n, &theta};

  return gr_line_search_minimise (measure_dynamic, &problem, 0.1, 0.99);
}

/**
 * gr_theta_forecast_dynamic_by:
 * @alpha: smoothing weight
 *
 * The dynamic optimised Theta model with a given weight; start level and weight of the line in closed form. The
 * standard method where there are fewer than six values. @n at least 1. O(n).
 */
void
gr_theta_forecast_dynamic_by (double alpha, const double *y, int n, int horizon, double *mean, GrTheta *theta)
{
  Problem problem = {y, n, theta};
  Dynamic state = {.decay = 1, .alpha = alpha};

  if (n < FEWEST_DYNAMIC) {
    gr_theta_forecast (y, n, horizon, mean, theta);
    return;
  }
  theta->alpha = alpha;
  measure_dynamic (alpha, &problem);
  state.level = theta->start;
  for (int i = 0; i < n; i++)
    advance (&state, y[i]);
  theta->level = state.level;
  theta->slope = state.slope;
  for (int h = 0; h < horizon; h++) {
    mean[h] = state.level + theta->weight * read_line (&state);
    advance (&state, mean[h]);
  }
}

/**
 * gr_theta_forecast_dynamic:
 *
 * The dynamic optimised Theta model (DOTM) on a series without season: smoothing weight by a line search, all else in
 * closed form.
 * @n at least 1. O(n). Source: Fiorucci et al. 2016, equations 22-28.
 */
void
gr_theta_forecast_dynamic (const double *y, int n, int horizon, double *mean, GrTheta *theta)
{
  gr_theta_forecast_dynamic_by (gr_theta_search_dynamic (y, n), y, n, horizon, mean, theta);
}
