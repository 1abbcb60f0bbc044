#include "normal.h"

#include <math.h>

/**
 * gr_normal_density:
 *
 * Returns: the standard normal density at @z.
 */
double
gr_normal_density (double z)
{
  return exp (-0.5 * z * z) / sqrt (2 * G_PI);
}

/**
 * gr_normal_cdf:
 *
 * Returns: the probability that a standard normal variable is at most @z.
 */
double
gr_normal_cdf (double z)
{
  return 0.5 * erfc (-z / G_SQRT2);
}

/* c[0] + c[1] x + ... + c[7] x^7 */
static double
polynomial (const double c[8], double x)
{
  double sum = c[7];

  for (int i = 6; i >= 0; i--)
    sum = sum * x + c[i];
  return sum;
}

static double
central_quantile (double q)
{
  static const double over[8] = {3.3871328727963666080e0, 1.3314166789178437745e+2, 1.9715909503065514427e+3,
      1.3731693765509461125e+4, 4.5921953931549871457e+4, 6.7265770927008700853e+4, 3.3430575583588128105e+4,
      2.5090809287301226727e+3};
  static const double under[8] = {1.0, 4.2313330701600911252e+1, 6.8718700749205790830e+2, 5.3941960214247511077e+3,
      2.1213794301586595867e+4, 3.9307895800092710610e+4, 2.8729085735721942674e+4, 5.2264952788528545610e+3};
  double r = 0.180625 - q * q;

  return q * polynomial (over, r) / polynomial (under, r);
}

/* r is the root of -log of the smaller tail. */
static double
tail_quantile (double r)
{
  static const double near_over[8] = {1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0,
      3.64784832476320460504e0, 1.27045825245236838258e0, 2.41780725177450611770e-1, 2.27238449892691845833e-2,
      7.74545014278341407640e-4};
  static const double near_under[8] = {1.0, 2.05319162663775882187e0, 1.67638483018380384940e0,
      6.89767334985100004550e-1, 1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4,
      1.05075007164441684324e-9};
  static const double far_over[8] = {6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0,
      2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5,
      2.01033439929228813265e-7};
  static const double far_under[8] = {1.0, 5.99832206555887937690e-1, 1.36929880922735805310e-1,
      1.48753612908506148525e-2, 7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7,
      2.04426310338993978564e-15};

  if (r <= 5)
    return polynomial (near_over, r - 1.6) / polynomial (near_under, r - 1.6);
  return polynomial (far_over, r - 5) / polynomial (far_under, r - 5);
}

/**
 * gr_normal_quantile:
 * @probability: 0 and 1 give the infinities, anything outside NaN
 *
 * The inverse of gr_normal_cdf() to about 1 part in 10^16 (M. J. Wichura, algorithm AS 241, PPND16).
 */
double
gr_normal_quantile (double probability)
{
  double q = probability - 0.5, tail;

  if (isnan (probability) || probability < 0 || probability > 1)
    return NAN;
  if (probability == 0 || probability == 1)
    return probability == 0 ? -INFINITY : INFINITY;
  if (fabs (q) <= 0.425)
    return central_quantile (q);
  tail = tail_quantile (sqrt (-log (q < 0 ? probability : 1 - probability)));
  return q < 0 ? -tail : tail;
}

/**
 * gr_normal_loss:
 *
 * The expected amount by which a standard normal variable exceeds @z, G(z) = phi(z) - z (1 - Phi(z))
 * (Silver, Pyke & Thomas).
 */
double
gr_normal_loss (double z)
{
  return gr_normal_density (z) - z * gr_normal_cdf (-z);
}

/**
 * gr_normal_loss_inverse:
 * @loss: above 0
 *
 * Returns: the z at which gr_normal_loss() is @loss, by Newton's method, which cannot overshoot from the left of a
 *   convex function
 */
double
gr_normal_loss_inverse (double loss)
{
  double z = -loss;

  for (int i = 0; i < 1000; i++) {
    double step = (gr_normal_loss (z) - loss) / gr_normal_cdf (-z);

    z += step;
    if (!(step > 1e-15 * (1 + fabs (z))))
      break;
  }
  return z;
}
