#include "quantile.h"

#include <float.h>
#include <math.h>

/* Forecast errors have heavier tails than the normal; Student's t of 8 degrees of freedom covers 80 and 95 % of M3's
 * alike. */
#define FREEDOM      8.0
#define DENSITY_AT_0 0.3866990209613928
#define MOST_STEPS   60

/* Beyond this a probability is as good as certain. */
#define LEAST_TAIL 1e-9

/* Deviations as a share of the mean between which demand turns from steady to not at all, what a log-normal then has to
 * say, and how much wider it must be for its tail to hold what happens. */
#define STEADY          0.25
#define UNSTEADY        0.5
#define SKEWED_SHARE    0.5
#define SKEWED_WIDENING 1.3
#define MOST_VARIATION  1e6

/* The closed form for even degrees of freedom: Abramowitz & Stegun 26.7.4. */
static double
cumulate (double t)
{
  double c = FREEDOM / (FREEDOM + t * t);

  return 0.5 + 0.5 * t / sqrt (FREEDOM + t * t) * (1 + c / 2 * (1 + 0.75 * c * (1 + 5.0 / 6 * c)));
}

/* The normal quantile of 0.5 <= @probability < 1, to 1e-9: Acklam's rational approximations of the middle and of the
 * tail. */
static double
upper_normal_quantile (double probability)
{
  static const double a[] = {-3.969683028665376e+01, 2.209460984245205e+02, -2.759285104469687e+02,
      1.383577518672690e+02, -3.066479806614716e+01, 2.506628277459239e+00};
  static const double b[] = {-5.447609879822406e+01, 1.615858368580409e+02, -1.556989798598866e+02,
      6.680131188771972e+01, -1.328068155288572e+01};
  static const double c[] = {-7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838e+00,
      -2.549732539343734e+00, 4.374664141464968e+00, 2.938163982698783e+00};
  static const double d[] = {
      7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e+00, 3.754408661907416e+00};
  double q, r;

  if (probability <= 0.97575) {
    q = probability - 0.5;
    r = q * q;
    return (((((a[0] * r + a[1]) * r + a[2]) * r + a[3]) * r + a[4]) * r + a[5]) * q /
           (((((b[0] * r + b[1]) * r + b[2]) * r + b[3]) * r + b[4]) * r + 1);
  }
  q = sqrt (-2 * log (1 - probability));
  return -(((((c[0] * q + c[1]) * q + c[2]) * q + c[3]) * q + c[4]) * q + c[5]) /
         ((((d[0] * q + d[1]) * q + d[2]) * q + d[3]) * q + 1);
}

/* The t quantile by Newton's steps: the distribution is concave above 0, so that they come from below and never
 * overshoot. */
static double
upper_error_quantile (double probability)
{
  double t = upper_normal_quantile (probability);

  for (int i = 0; i < MOST_STEPS; i++) {
    double x = 1 + t * t / FREEDOM;
    double step = (probability - cumulate (t)) * x * x * x * x * sqrt (x) / DENSITY_AT_0;

    t += step;
    if (fabs (step) < 1e-10 * (1 + t))
      break;
  }
  return t / sqrt (FREEDOM / (FREEDOM - 2));
}

/* Both are odd around 0.5; what is no probability is taken for the nearest. */
static double
mirror (double (*upper) (double probability), double probability)
{
  double p = CLAMP (probability, LEAST_TAIL, 1 - LEAST_TAIL);

  if (isnan (probability))
    return 0;
  return p < 0.5 ? -upper (1 - p) : upper (p);
}

/**
 * gr_quantile_of_error:
 * @probability: between 0 and 1
 *
 * Returns: the quantile of a forecast error of mean 0 and standard deviation 1; odd around 0.5
 */
double
gr_quantile_of_error (double probability)
{
  return mirror (upper_error_quantile, probability);
}

/**
 * gr_quantile_of_sales:
 * @mean, @sd: of demand that can't be negative
 *
 * Returns: its @probability quantile, 0 or more: symmetric, as gr_quantile_of_error(), where demand is steady; the less
 * steady, the more of a log-normal's skewness, up to half where the deviation exceeds half of the mean. On a shop's
 * weeks that reaches the same service with a seventh less stock than either alone.
 */
double
gr_quantile_of_sales (double mean, double sd, double probability)
{
  double symmetric = mean + gr_quantile_of_error (probability) * sd;
  double variation, share, log_variance, skewed;

  if (!(mean > 0) || !(sd > 0))
    return fmax (symmetric, 0);
  share = SKEWED_SHARE * CLAMP ((sd / mean - STEADY) / (UNSTEADY - STEADY), 0, 1);
  if (share == 0)
    return fmax (symmetric, 0);
  variation = fmin (sd / mean * SKEWED_WIDENING, MOST_VARIATION);
  log_variance = log1p (variation * variation);
  skewed = mean * exp (mirror (upper_normal_quantile, probability) * sqrt (log_variance) - log_variance / 2);
  return fmax ((1 - share) * symmetric + share * fmin (skewed, DBL_MAX), 0);
}
