#include "quantile.h"

#include <math.h>

/* Forecast errors have heavier tails than the normal; Student's t of 8 degrees of freedom covers 80 and 95 % of M3's
 * alike. */
#define FREEDOM 8.0

/* Beyond this a probability is as good as certain. */
#define LEAST_TAIL 1e-9

/* The closed form for even degrees of freedom: Abramowitz & Stegun 26.7.4. */
static double
cumulate (double t)
{
  double c = FREEDOM / (FREEDOM + t * t);

  return 0.5 + 0.5 * t / sqrt (FREEDOM + t * t) * (1 + c / 2 * (1 + 0.75 * c * (1 + 5.0 / 6 * c)));
}

/**
 * gr_quantile_of_error:
 * @probability: between 0 and 1
 *
 * Returns: the quantile of a forecast error of mean 0 and standard deviation 1; odd around 0.5. By bisection, to 1e-12.
 */
double
gr_quantile_of_error (double probability)
{
  double tail = fmax (fmin (probability, 1 - probability), LEAST_TAIL);
  double low = 0, high = 100;

  if (!(probability > 0 && probability < 1))
    return probability >= 1 ? gr_quantile_of_error (1 - LEAST_TAIL) : gr_quantile_of_error (LEAST_TAIL);
  for (int i = 0; i < 60; i++) {
    double middle = (low + high) / 2;

    if (cumulate (middle) < 1 - tail)
      low = middle;
    else
      high = middle;
  }
  return (probability < 0.5 ? -low : low) / sqrt (FREEDOM / (FREEDOM - 2));
}
