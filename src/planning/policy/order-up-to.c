#include "order-up-to.h"

#include "planning/theory/newsvendor.h"

#include <math.h>

static double
level_cost (const GrReviewTerms *terms, int level)
{
  return gr_newsvendor_cost (&terms->demand, terms->holding_cost, terms->shortage_cost, level);
}

/*
 * How often stock is seen j units below the order-up-to level between two orders:
 * m (0) = 1 / (1 - p (0)), m (j) = m (0) sum p (l) m (j - l).
 */
static double *
count_visits (const GrReviewTerms *terms, int n)
{
  double *visits = g_new (double, (gsize) n);

  visits[0] = 1 / (1 - gr_distribution_mass (&terms->demand, 0));
  for (int j = 1; j < n; j++) {
    double sum = 0;

    for (int l = 1; l <= j; l++)
      sum += gr_distribution_mass (&terms->demand, l) * visits[j - l];
    visits[j] = visits[0] * sum;
  }
  return visits;
}

/**
 * gr_order_up_to_cost:
 * @level: above @reorder_point
 *
 * The exact cost of a review period under whole-number demand, (K + sum m (d) g (S - d)) / sum m (d) over
 * d < S - s (Zheng & Federgruen 1991). O((S - s)^2).
 */
double
gr_order_up_to_cost (const GrReviewTerms *terms, int reorder_point, int level)
{
  int n = level - reorder_point;
  g_autofree double *visits = count_visits (terms, n);
  double cost = terms->order_cost, total = 0;

  for (int d = 0; d < n; d++) {
    cost += visits[d] * level_cost (terms, level - d);
    total += visits[d];
  }
  return cost / total;
}

/**
 * gr_order_up_to_exact:
 *
 * The best (s, S) policy under whole-number demand (Zheng & Federgruen 1991): from the newsvendor's level, s falls
 * until ordering there is no dearer than waiting, then S rises as long as a level alone is below the best cost.
 */
GrReviewPolicy
gr_order_up_to_exact (const GrReviewTerms *terms)
{
  int level = (int) gr_newsvendor_solve (&terms->demand, terms->holding_cost, terms->shortage_cost).level;
  int best = level, point = level - 1;
  double cost;

  while (gr_order_up_to_cost (terms, point, best) > level_cost (terms, point))
    point--;
  cost = gr_order_up_to_cost (terms, point, best);
  for (level = best + 1; level_cost (terms, level) <= cost; level++) {
    if (gr_order_up_to_cost (terms, point, level) >= cost)
      continue;
    best = level;
    while (gr_order_up_to_cost (terms, point, best) <= level_cost (terms, point + 1))
      point++;
    cost = gr_order_up_to_cost (terms, point, best);
  }
  return (GrReviewPolicy){point, best, cost};
}

/**
 * gr_order_up_to_by_power:
 *
 * The revised power approximation (Ehrhardt & Mosier 1984), from mean and deviation alone; its cost is not
 * computed, NaN.
 */
GrReviewPolicy
gr_order_up_to_by_power (const GrReviewTerms *terms)
{
  double mean = gr_distribution_mean (&terms->demand), sd = gr_distribution_sd (&terms->demand);
  double qty = 1.30 * pow (mean, 0.494) * pow (terms->order_cost / terms->holding_cost, 0.506) *
               pow (1 + sd * sd / (mean * mean), 0.116);
  double z = sqrt (qty / sd * terms->holding_cost / terms->shortage_cost);
  double point = 0.973 * mean + sd * (0.183 / z + 1.063 - 2.192 * z);

  return (GrReviewPolicy){point, point + qty, NAN};
}
