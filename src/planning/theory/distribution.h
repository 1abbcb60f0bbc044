#pragma once

#include <glib.h>

typedef enum {
  GR_DISTRIBUTION_NORMAL,
  GR_DISTRIBUTION_LOGNORMAL,
  GR_DISTRIBUTION_GAMMA,
  GR_DISTRIBUTION_UNIFORM,
  GR_DISTRIBUTION_POISSON,
  GR_DISTRIBUTION_GEOMETRIC,
  GR_DISTRIBUTION_NEGATIVE_BINOMIAL,
  GR_DISTRIBUTION_TABLE,
} GrDistributionKind;

/**
 * GrDistribution:
 * @a, @b: what the kind's constructor was given
 * @first: the least whole number that can come, where only whole numbers can
 * @weights: (array length=n_weights): of a table, the probabilities of @first and what follows; the caller's
 *
 * How demand may turn out. Kinds from %GR_DISTRIBUTION_POISSON on give whole numbers only.
 */
typedef struct {
  GrDistributionKind kind;
  double a, b;
  int first;
  const double *weights;
  int n_weights;
} GrDistribution;

/**
 * GrLoss:
 *
 * Expected shortage and surplus where @x is on the shelf and X is asked for: @over is E (X - x)+, @under E (x - X)+.
 * The second order is half of E ((X - x)+)^2, and for whole numbers half of E (X - x)+ (X - x - 1)+.
 */
typedef struct {
  double over;
  double under;
  double second_over;
  double second_under;
} GrLoss;

GrDistribution gr_distribution_normal (double mean, double sd);
GrDistribution gr_distribution_lognormal (double mu, double sigma);
GrDistribution gr_distribution_gamma (double shape, double scale);
GrDistribution gr_distribution_exponential (double mean);
GrDistribution gr_distribution_uniform (double from, double to);
GrDistribution gr_distribution_poisson (double mean);
GrDistribution gr_distribution_geometric (double probability, int first);
GrDistribution gr_distribution_negative_binomial (double mean, double sd);
GrDistribution gr_distribution_table (const double *weights, int n_weights, int first);

gboolean gr_distribution_is_discrete (const GrDistribution *distribution);
double gr_distribution_mean (const GrDistribution *distribution);
double gr_distribution_sd (const GrDistribution *distribution);
double gr_distribution_mass (const GrDistribution *distribution, int value);
double gr_distribution_cdf (const GrDistribution *distribution, double x);
double gr_distribution_quantile (const GrDistribution *distribution, double probability);
GrLoss gr_distribution_loss (const GrDistribution *distribution, double x);
