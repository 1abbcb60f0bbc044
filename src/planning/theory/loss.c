#include "distribution.h"

#include "incomplete-gamma.h"
#include "normal.h"

#include <math.h>

/* E X^k over the part of the outcomes above x, k = 0, 1, 2. */
typedef struct {
  double m[3];
} Moments;

static Moments
lognormal_moments (const GrDistribution *distribution, double x, int side)
{
  double mu = distribution->a, sigma = distribution->b;
  Moments moments;

  for (int k = 0; k < 3; k++)
    moments.m[k] =
        exp (k * mu + k * k * sigma * sigma / 2) * gr_normal_cdf (side * (mu + k * sigma * sigma - log (x)) / sigma);
  return moments;
}

static Moments
gamma_moments (const GrDistribution *distribution, double x, int side)
{
  double shape = distribution->a, scale = distribution->b, factor = 1;
  Moments moments;

  for (int k = 0; k < 3; k++) {
    moments.m[k] = factor * (side > 0 ? gr_gamma_above (shape + k, x / scale) : gr_gamma_below (shape + k, x / scale));
    factor *= (shape + k) * scale;
  }
  return moments;
}

/* (X - x)+ and half its square from the moments above x; with those below, (x - X)+. */
static void
put_loss (Moments moments, double x, double *first, double *second)
{
  const double *m = moments.m;

  *first = MAX (0, fabs (m[1] - x * m[0]));
  *second = MAX (0, (m[2] - 2 * x * m[1] + x * x * m[0]) / 2);
}

/* E Z+ and half of E (Z+)^2 of a standard normal variable that is compared with z. */
static void
put_normal_loss (double z, double sd, double *first, double *second)
{
  *first = sd * gr_normal_loss (z);
  *second = MAX (0, sd * sd * ((z * z + 1) * gr_normal_cdf (-z) - z * gr_normal_density (z)) / 2);
}

static GrLoss
normal_loss (const GrDistribution *distribution, double x)
{
  double sd = distribution->b, z = (x - distribution->a) / sd;
  GrLoss loss;

  put_normal_loss (z, sd, &loss.over, &loss.second_over);
  put_normal_loss (-z, sd, &loss.under, &loss.second_under);
  return loss;
}

static GrLoss
uniform_loss (const GrDistribution *distribution, double x)
{
  double a = distribution->a, b = distribution->b, inside = CLAMP (x, a, b), width = b - a;
  double above = b - inside, below = inside - a, over = MAX (0, a - x), under = MAX (0, x - b);

  return (GrLoss){
      .over = over + above * above / (2 * width),
      .under = under + below * below / (2 * width),
      .second_over = over * over / 2 + over * width / 2 + above * above * above / (6 * width),
      .second_under = under * under / 2 + under * width / 2 + below * below * below / (6 * width),
  };
}

/* Below the least value there can be, all of the demand is missing. */
static GrLoss
loss_below_zero (const GrDistribution *distribution, double x)
{
  double gap = gr_distribution_mean (distribution) - x, sd = gr_distribution_sd (distribution);

  return (GrLoss){.over = gap, .second_over = (gap * gap + sd * sd) / 2};
}

static void
add_surplus (const GrDistribution *distribution, double x, GrLoss *loss)
{
  for (int k = distribution->first; k < x; k++) {
    double mass = gr_distribution_mass (distribution, k);

    loss->under += (x - k) * mass;
    loss->second_under += (x - k) * (x - k + 1) * mass / 2;
  }
}

/* A table ends; other tails are summed until they no longer count. */
static gboolean
tail_counts (const GrDistribution *distribution, int k, double term, double sum)
{
  if (distribution->kind == GR_DISTRIBUTION_TABLE)
    return k < distribution->first + distribution->n_weights;
  return k <= gr_distribution_mean (distribution) || term > sum * 1e-18;
}

static void
add_shortage (const GrDistribution *distribution, double x, GrLoss *loss)
{
  double term = 1;

  for (int k = MAX (distribution->first, (int) CLAMP (floor (x), -1e9, 1e9) + 1);
       tail_counts (distribution, k, term, loss->over + loss->second_over); k++) {
    double mass = gr_distribution_mass (distribution, k);

    term = (k - x) * (k - x) * mass;
    loss->over += (k - x) * mass;
    loss->second_over += (k - x) * (k - x - 1) * mass / 2;
  }
}

/**
 * gr_distribution_loss:
 * @x: what is on the shelf
 *
 * The loss functions of first and second order: closed forms for the normal, lognormal, gamma and uniform
 * distributions, sums for whole numbers (Snyder & Shen, Fundamentals of Supply Chain Theory, appendix C; Zipkin).
 * O(1), O(spread) for whole numbers.
 */
GrLoss
gr_distribution_loss (const GrDistribution *distribution, double x)
{
  GrLoss loss = {0};

  if (gr_distribution_is_discrete (distribution)) {
    add_surplus (distribution, x, &loss);
    add_shortage (distribution, x, &loss);
    return loss;
  }
  if (distribution->kind == GR_DISTRIBUTION_NORMAL)
    return normal_loss (distribution, x);
  if (distribution->kind == GR_DISTRIBUTION_UNIFORM)
    return uniform_loss (distribution, x);
  if (x <= 0)
    return loss_below_zero (distribution, x);
  if (distribution->kind == GR_DISTRIBUTION_LOGNORMAL) {
    put_loss (lognormal_moments (distribution, x, 1), x, &loss.over, &loss.second_over);
    put_loss (lognormal_moments (distribution, x, -1), x, &loss.under, &loss.second_under);
  } else {
    put_loss (gamma_moments (distribution, x, 1), x, &loss.over, &loss.second_over);
    put_loss (gamma_moments (distribution, x, -1), x, &loss.under, &loss.second_under);
  }
  return loss;
}
