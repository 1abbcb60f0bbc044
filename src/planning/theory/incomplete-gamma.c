#include "incomplete-gamma.h"

#include <glib.h>
#include <math.h>

/* Terms enough for shapes of a million. */
#define MOST_TERMS 20000

/**
 * gr_log_gamma:
 *
 * Returns: log Gamma (@x) for @x above 0; unlike lgamma() free of a global.
 */
double
gr_log_gamma (double x)
{
  int sign;

  return lgamma_r (x, &sign);
}

/* x^a e^-x / Gamma (a) */
static double
leading_factor (double shape, double x)
{
  return exp (shape * log (x) - x - gr_log_gamma (shape));
}

static double
below_by_series (double shape, double x)
{
  double term = 1 / shape, sum = term;

  for (int n = 1; n < MOST_TERMS && term > sum * 1e-17; n++) {
    term *= x / (shape + n);
    sum += term;
  }
  return sum * leading_factor (shape, x);
}

/* Lentz's method. */
static double
above_by_fraction (double shape, double x)
{
  double b = x + 1 - shape, c = 1e300, d = 1 / b, h = d;

  for (int n = 1; n < MOST_TERMS; n++) {
    double a = -n * (n - shape), step;

    b += 2;
    d = a * d + b;
    c = b + a / c;
    d = 1 / (fabs (d) < 1e-300 ? 1e-300 : d);
    c = fabs (c) < 1e-300 ? 1e-300 : c;
    step = c * d;
    h *= step;
    if (fabs (step - 1) < 1e-16)
      break;
  }
  return h * leading_factor (shape, x);
}

/**
 * gr_gamma_below:
 *
 * The regularised incomplete gamma function P (@shape, @x): a series where x < shape + 1, else a continued
 * fraction (Abramowitz & Stegun 6.5.29 and 6.5.31).
 */
double
gr_gamma_below (double shape, double x)
{
  if (x <= 0)
    return 0;
  return x < shape + 1 ? below_by_series (shape, x) : 1 - above_by_fraction (shape, x);
}

/**
 * gr_gamma_above:
 *
 * Returns: 1 - gr_gamma_below(), exact in the tail.
 */
double
gr_gamma_above (double shape, double x)
{
  if (x <= 0)
    return 1;
  return x < shape + 1 ? 1 - below_by_series (shape, x) : above_by_fraction (shape, x);
}
