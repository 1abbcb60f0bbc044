#include "hierarchy.h"

#include <math.h>

/* How often figures below zero are set to it and the rest reconciled anew. */
#define MOST_ROUNDS 20

/* What is known of a node from itself and all below it. */
typedef struct {
  double mean, variance;         /* own forecast and children's sum, each weighed by its certainty */
  double sum_mean, sum_variance; /* of the children */
  int n_children;
  gboolean is_certain_below; /* all children are fixed, or sums of fixed ones */
  gboolean is_fixed;
} Belief;

static double
variance_of (const GrHierarchyNode *node)
{
  return node->variance > 0 && isfinite (node->variance) ? node->variance : INFINITY;
}

/* The mean of two estimates of one thing, weighed by their certainty. */
static void
fuse (Belief *belief, double mean, double variance)
{
  double share;

  if (isinf (variance) && isinf (belief->sum_variance)) {
    belief->mean = mean;
    belief->variance = INFINITY;
    return;
  }
  if (isinf (variance))
    share = 0;
  else if (isinf (belief->sum_variance))
    share = 1;
  else
    share = belief->sum_variance / (variance + belief->sum_variance);
  belief->mean = share * mean + (1 - share) * belief->sum_mean;
  belief->variance = isinf (variance) ? belief->sum_variance : share * variance;
}

static void
believe (Belief *belief, double forecast, double variance, gboolean is_fixed)
{
  if (belief->n_children > 0 && belief->is_certain_below) { /* the figures decided on below are what it adds up to */
    belief->mean = belief->sum_mean;
    belief->variance = 0;
    belief->is_fixed = TRUE;
  } else if (is_fixed) {
    belief->mean = forecast;
    belief->variance = 0;
    belief->is_fixed = TRUE;
  } else if (belief->n_children > 0) {
    fuse (belief, forecast, variance);
  } else {
    belief->mean = forecast;
    belief->variance = variance;
  }
}

static Belief *
gather (const GrHierarchyNode *nodes, int n, const double *forecasts, const gboolean *is_fixed)
{
  Belief *beliefs = g_new0 (Belief, n + 1);

  for (int i = 0; i < n; i++)
    beliefs[i].is_certain_below = TRUE;
  for (int i = n - 1; i >= 0; i--) {
    Belief *above = nodes[i].parent >= 0 ? &beliefs[nodes[i].parent] : NULL;

    believe (&beliefs[i], forecasts[i], variance_of (&nodes[i]), is_fixed[i]);
    if (above == NULL)
      continue;
    above->sum_mean += beliefs[i].mean;
    above->sum_variance += beliefs[i].variance;
    above->is_certain_below = above->is_certain_below && beliefs[i].is_fixed;
    above->n_children++;
  }
  return beliefs;
}

/* The share of its parent's correction that a child takes: by uncertainty, evenly among those of whom nothing is known.
 */
static double
share_of (const Belief *child, const Belief *above, int n_unknown)
{
  if (isinf (above->sum_variance))
    return isinf (child->variance) ? 1.0 / n_unknown : 0;
  return above->sum_variance > 0 ? child->variance / above->sum_variance : 0;
}

static void
hand_down (GrHierarchyNode *nodes, int n, const Belief *beliefs)
{
  g_autofree int *n_unknown = g_new0 (int, n + 1);

  for (int i = 0; i < n; i++)
    if (nodes[i].parent >= 0 && isinf (beliefs[i].variance))
      n_unknown[nodes[i].parent]++;
  for (int i = 0; i < n; i++) {
    int parent = nodes[i].parent;

    nodes[i].value = beliefs[i].mean;
    if (parent >= 0)
      nodes[i].value += share_of (&beliefs[i], &beliefs[parent], n_unknown[parent]) *
                        (nodes[parent].value - beliefs[parent].sum_mean);
  }
}

/* Sums from below, so that every level adds up to the last digit. */
static void
add_up (GrHierarchyNode *nodes, int n)
{
  g_autofree gboolean *has_children = g_new0 (gboolean, n + 1);

  for (int i = n - 1; i >= 0; i--) {
    int parent = nodes[i].parent;

    if (parent < 0)
      continue;
    if (!has_children[parent])
      nodes[parent].value = 0;
    has_children[parent] = TRUE;
    nodes[parent].value += nodes[i].value;
  }
}

/**
 * gr_hierarchy_bottom_up:
 * @nodes: (array length=n): parents before their children
 *
 * Leaves keep their forecasts, all above are sums. O(n).
 */
void
gr_hierarchy_bottom_up (GrHierarchyNode *nodes, int n)
{
  for (int i = 0; i < n; i++)
    nodes[i].value = nodes[i].forecast;
  add_up (nodes, n);
}

/**
 * gr_hierarchy_top_down:
 *
 * The tops keep their forecasts, all below share them out in proportion to their own, evenly where those are nothing.
 * O(n).
 */
void
gr_hierarchy_top_down (GrHierarchyNode *nodes, int n)
{
  g_autofree double *sums = g_new0 (double, n + 1);
  g_autofree int *counts = g_new0 (int, n + 1);

  for (int i = 0; i < n; i++) {
    if (nodes[i].parent < 0)
      continue;
    sums[nodes[i].parent] += fmax (nodes[i].forecast, 0);
    counts[nodes[i].parent]++;
  }
  for (int i = 0; i < n; i++) {
    int parent = nodes[i].parent;

    if (parent < 0)
      nodes[i].value = nodes[i].forecast;
    else if (sums[parent] > 0)
      nodes[i].value = nodes[parent].value * fmax (nodes[i].forecast, 0) / sums[parent];
    else
      nodes[i].value = nodes[parent].value / counts[parent];
  }
}

/* Leaves below zero are held at it; TRUE where there were any. */
static gboolean
hold_at_zero (const GrHierarchyNode *nodes, int n, gboolean *is_fixed, double *forecasts)
{
  g_autofree gboolean *has_children = g_new0 (gboolean, n + 1);
  gboolean is_any = FALSE;

  for (int i = 0; i < n; i++)
    if (nodes[i].parent >= 0)
      has_children[nodes[i].parent] = TRUE;
  for (int i = 0; i < n; i++) {
    if (has_children[i] || is_fixed[i] || nodes[i].value >= 0)
      continue;
    is_fixed[i] = TRUE;
    forecasts[i] = 0;
    is_any = TRUE;
  }
  return is_any;
}

/**
 * gr_hierarchy_reconcile:
 * @nodes: (array length=n): parents before their children
 * @is_sales: no leaf may end below zero, but one that is fixed there
 *
 * Makes all levels add up, moving every figure as little as its certainty asks: generalised least squares with diagonal
 * weights (MinT with variance scaling, Wickramasuriya et al. 2019), solved exactly in one pass up the tree and one
 * down. Fixed figures stand; where all below a fixed one are fixed too, those below have the say. O(n) a round.
 */
void
gr_hierarchy_reconcile (GrHierarchyNode *nodes, int n, gboolean is_sales)
{
  g_autofree gboolean *is_fixed = g_new0 (gboolean, n + 1);
  g_autofree double *forecasts = g_new0 (double, n + 1);

  for (int i = 0; i < n; i++) {
    is_fixed[i] = nodes[i].is_fixed;
    forecasts[i] = nodes[i].forecast;
  }
  for (int round = 0; round < MOST_ROUNDS; round++) {
    g_autofree Belief *beliefs = gather (nodes, n, forecasts, is_fixed);

    hand_down (nodes, n, beliefs);
    if (!is_sales || !hold_at_zero (nodes, n, is_fixed, forecasts))
      break;
  }
  add_up (nodes, n);
}
