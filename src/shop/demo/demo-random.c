#include "demo-random.h"

#include <math.h>

static guint32
next (GrDemoRandom *random)
{
  guint64 old = random->state;
  guint32 shifted = (guint32) (((old >> 18) ^ old) >> 27);
  guint32 turn = (guint32) (old >> 59);

  random->state = old * 6364136223846793005ULL + 1442695040888963407ULL;
  return (shifted >> turn) | (shifted << ((32 - turn) & 31));
}

/**
 * gr_demo_random:
 *
 * M. E. O'Neill, "PCG: A Family of Simple Fast Space-Efficient Statistically Good Algorithms for Random Number
 * Generation" (2014), PCG-XSH-RR.
 */
GrDemoRandom
gr_demo_random (guint64 seed)
{
  GrDemoRandom random = {seed + 1442695040888963407ULL};

  next (&random);
  return random;
}

/**
 * gr_demo_random_uniform:
 *
 * Returns: a number above 0 and below 1.
 */
double
gr_demo_random_uniform (GrDemoRandom *random)
{
  return ((double) next (random) + 0.5) / 4294967296.0;
}

/**
 * gr_demo_random_normal:
 *
 * Returns: a standard normal number, by Box and Muller.
 */
double
gr_demo_random_normal (GrDemoRandom *random)
{
  double radius = sqrt (-2 * log (gr_demo_random_uniform (random)));

  return radius * cos (2 * G_PI * gr_demo_random_uniform (random));
}

/**
 * gr_demo_random_poisson:
 *
 * Returns: a Poisson count, by Knuth's product of uniforms; from 30 on its normal approximation.
 */
int
gr_demo_random_poisson (GrDemoRandom *random, double mean)
{
  double limit, product = 1;
  int n = -1;

  if (mean <= 0)
    return 0;
  if (mean > 30)
    return (int) MAX (0, floor (mean + sqrt (mean) * gr_demo_random_normal (random) + 0.5));
  limit = exp (-mean);
  do {
    product *= gr_demo_random_uniform (random);
    n++;
  } while (product > limit);
  return n;
}
