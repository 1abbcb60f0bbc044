#include "distribution.h"

#include "incomplete-gamma.h"
#include "normal.h"

#include <math.h>

GrDistribution
gr_distribution_normal (double mean, double sd)
{
  return (GrDistribution){.kind = GR_DISTRIBUTION_NORMAL, .a = mean, .b = sd};
}

/**
 * gr_distribution_lognormal:
 * @mu, @sigma: mean and standard deviation of the logarithm
 */
GrDistribution
gr_distribution_lognormal (double mu, double sigma)
{
  return (GrDistribution){.kind = GR_DISTRIBUTION_LOGNORMAL, .a = mu, .b = sigma};
}

GrDistribution
gr_distribution_gamma (double shape, double scale)
{
  return (GrDistribution){.kind = GR_DISTRIBUTION_GAMMA, .a = shape, .b = scale};
}

GrDistribution
gr_distribution_exponential (double mean)
{
  return gr_distribution_gamma (1, mean);
}

GrDistribution
gr_distribution_uniform (double from, double to)
{
  return (GrDistribution){.kind = GR_DISTRIBUTION_UNIFORM, .a = from, .b = to};
}

GrDistribution
gr_distribution_poisson (double mean)
{
  return (GrDistribution){.kind = GR_DISTRIBUTION_POISSON, .a = mean};
}

/**
 * gr_distribution_geometric:
 * @probability: of success at each try
 * @first: 1 to count the tries, 0 the failures before
 */
GrDistribution
gr_distribution_geometric (double probability, int first)
{
  return (GrDistribution){.kind = GR_DISTRIBUTION_GEOMETRIC, .a = probability, .first = first};
}

/**
 * gr_distribution_negative_binomial:
 * @sd: its square is above @mean
 *
 * Demand that comes in fits and starts: the number of failures before the r-th success at probability p,
 * with p = mean / sd^2 and r = mean p / (1 - p).
 */
GrDistribution
gr_distribution_negative_binomial (double mean, double sd)
{
  double p = mean / (sd * sd);

  return (GrDistribution){.kind = GR_DISTRIBUTION_NEGATIVE_BINOMIAL, .a = mean * p / (1 - p), .b = p};
}

GrDistribution
gr_distribution_table (const double *weights, int n_weights, int first)
{
  return (GrDistribution){.kind = GR_DISTRIBUTION_TABLE, .first = first, .weights = weights, .n_weights = n_weights};
}

gboolean
gr_distribution_is_discrete (const GrDistribution *distribution)
{
  return distribution->kind >= GR_DISTRIBUTION_POISSON;
}

static double
table_moment (const GrDistribution *table, double about, int power)
{
  double sum = 0;

  for (int i = 0; i < table->n_weights; i++)
    sum += table->weights[i] * pow (table->first + i - about, power);
  return sum;
}

double
gr_distribution_mean (const GrDistribution *distribution)
{
  double a = distribution->a, b = distribution->b;

  switch (distribution->kind) {
  case GR_DISTRIBUTION_LOGNORMAL:
    return exp (a + b * b / 2);
  case GR_DISTRIBUTION_GAMMA:
    return a * b;
  case GR_DISTRIBUTION_UNIFORM:
    return (a + b) / 2;
  case GR_DISTRIBUTION_GEOMETRIC:
    return (1 - a) / a + distribution->first;
  case GR_DISTRIBUTION_NEGATIVE_BINOMIAL:
    return a * (1 - b) / b;
  case GR_DISTRIBUTION_TABLE:
    return table_moment (distribution, 0, 1);
  case GR_DISTRIBUTION_NORMAL:
  case GR_DISTRIBUTION_POISSON:
  default:
    return a;
  }
}

double
gr_distribution_sd (const GrDistribution *distribution)
{
  double a = distribution->a, b = distribution->b;

  switch (distribution->kind) {
  case GR_DISTRIBUTION_LOGNORMAL:
    return gr_distribution_mean (distribution) * sqrt (expm1 (b * b));
  case GR_DISTRIBUTION_GAMMA:
    return sqrt (a) * b;
  case GR_DISTRIBUTION_UNIFORM:
    return (b - a) / sqrt (12);
  case GR_DISTRIBUTION_POISSON:
    return sqrt (a);
  case GR_DISTRIBUTION_GEOMETRIC:
    return sqrt (1 - a) / a;
  case GR_DISTRIBUTION_NEGATIVE_BINOMIAL:
    return sqrt (a * (1 - b)) / b;
  case GR_DISTRIBUTION_TABLE:
    return sqrt (table_moment (distribution, gr_distribution_mean (distribution), 2));
  case GR_DISTRIBUTION_NORMAL:
  default:
    return b;
  }
}

/**
 * gr_distribution_mass:
 *
 * Returns: the probability of a whole number; 0 where any number can come.
 */
double
gr_distribution_mass (const GrDistribution *distribution, int value)
{
  double a = distribution->a, b = distribution->b;
  int k = value - distribution->first;

  if (k < 0)
    return 0;
  switch (distribution->kind) {
  case GR_DISTRIBUTION_POISSON:
    return a > 0 ? exp (k * log (a) - a - gr_log_gamma (k + 1.0)) : k == 0;
  case GR_DISTRIBUTION_GEOMETRIC:
    return a * pow (1 - a, k);
  case GR_DISTRIBUTION_NEGATIVE_BINOMIAL:
    return exp (gr_log_gamma (k + a) - gr_log_gamma (a) - gr_log_gamma (k + 1.0) + a * log (b) + k * log1p (-b));
  case GR_DISTRIBUTION_TABLE:
    return k < distribution->n_weights ? distribution->weights[k] : 0;
  default:
    return 0;
  }
}

static double
discrete_cdf (const GrDistribution *distribution, double x)
{
  double sum = 0;

  for (int k = distribution->first; k <= x && sum < 1; k++)
    sum += gr_distribution_mass (distribution, k);
  return MIN (sum, 1);
}

/**
 * gr_distribution_cdf:
 *
 * Returns: the probability of @x or less. O(@x) for whole numbers.
 */
double
gr_distribution_cdf (const GrDistribution *distribution, double x)
{
  double a = distribution->a, b = distribution->b;

  switch (distribution->kind) {
  case GR_DISTRIBUTION_NORMAL:
    return b > 0 ? gr_normal_cdf ((x - a) / b) : x >= a;
  case GR_DISTRIBUTION_LOGNORMAL:
    return x > 0 ? gr_normal_cdf ((log (x) - a) / b) : 0;
  case GR_DISTRIBUTION_GAMMA:
    return gr_gamma_below (a, x / b);
  case GR_DISTRIBUTION_UNIFORM:
    return CLAMP ((x - a) / (b - a), 0, 1);
  default:
    return discrete_cdf (distribution, x);
  }
}

/* What lies this far from the mean never comes. */
static double
far_above (const GrDistribution *distribution)
{
  return gr_distribution_mean (distribution) + 100 * gr_distribution_sd (distribution) + 100;
}

static double
discrete_quantile (const GrDistribution *distribution, double probability)
{
  double sum = 0, end = far_above (distribution);
  int k;

  for (k = distribution->first; k < end; k++) {
    sum += gr_distribution_mass (distribution, k);
    if (sum >= probability)
      break;
  }
  return k;
}

static double
quantile_by_bisection (const GrDistribution *distribution, double probability)
{
  double low = 0, high = gr_distribution_mean (distribution) + 1;

  while (gr_distribution_cdf (distribution, high) < probability && isfinite (high))
    high *= 2;
  for (int i = 0; i < 200 && low < high; i++) {
    double middle = low + (high - low) / 2;

    if (gr_distribution_cdf (distribution, middle) < probability)
      low = middle;
    else
      high = middle;
  }
  return high;
}

/**
 * gr_distribution_quantile:
 * @probability: above 0, below 1
 *
 * Returns: the least value that is reached with @probability
 */
double
gr_distribution_quantile (const GrDistribution *distribution, double probability)
{
  double a = distribution->a, b = distribution->b;

  switch (distribution->kind) {
  case GR_DISTRIBUTION_NORMAL:
    return a + b * gr_normal_quantile (probability);
  case GR_DISTRIBUTION_LOGNORMAL:
    return exp (a + b * gr_normal_quantile (probability));
  case GR_DISTRIBUTION_UNIFORM:
    return a + (b - a) * probability;
  case GR_DISTRIBUTION_GAMMA:
    return quantile_by_bisection (distribution, probability);
  default:
    return discrete_quantile (distribution, probability);
  }
}
