#include "event-pool.h"

#include <math.h>
#include <string.h>

/* Below this share of a bucket what was sold says too little about what was asked for. */
#define LEAST_AVAILABILITY 0.5

/* What was assumed counts as much as a bucket of the usual size and one unit more. */
#define PRIOR_BUCKETS 1.0
#define PRIOR_UNITS   1.0

static double
days_of (const GrSeries *series, gsize i)
{
  return series->days != NULL ? series->days[i] : 1;
}

/* By the day that counts; NaN where it is not known what was asked for. */
static double
value_at (const GrSeries *series, gsize i)
{
  double share = series->availability != NULL ? series->availability[i] : 1;

  if (!isfinite (series->values[i]) || !(share >= LEAST_AVAILABILITY) || !(days_of (series, i) > 0))
    return NAN;
  return fmax (series->values[i], 0) / fmin (share, 1) / days_of (series, i);
}

/**
 * gr_event_pool_gather:
 * @events: (array length=n): which event each bucket holds, 0 for none
 * @evidence: (array length=256): receives what each event did, to be added up over items
 *
 * An item's say in what events do, in units, so that items count by their demand. Buckets in which it could not be
 * bought say nothing, neither of an event nor of the usual; nor do events amid nothing but silence. A bulk order counts
 * as the most that an event can do. O(n).
 */
void
gr_event_pool_gather (const GrSeries *series, const guint8 *events, GrEventEvidence *evidence)
{
  g_autofree double *y = g_new (double, series->n + 1);

  memset (evidence, 0, GR_N_EVENTS * sizeof *evidence);
  for (gsize i = 0; i < series->n; i++)
    y[i] = value_at (series, i);
  for (gsize i = 0; i < series->n; i++) {
    double level = events[i] != 0 && !isnan (y[i]) ? gr_events_level (y, (int) series->n, events, (int) i) : NAN;

    if (isnan (level))
      continue;
    evidence[events[i]].actual += fmin (y[i], GR_EVENTS_MOST_EFFECT * level) * days_of (series, i);
    evidence[events[i]].expected += level * days_of (series, i);
    evidence[events[i]].n++;
  }
}

/**
 * gr_event_pool_effect:
 * @evidence: of many items
 * @prior: what the event was assumed to multiply demand by
 *
 * Returns: what it multiplies demand by: the ratio of the sums, drawn towards what was assumed as the mean of a gamma
 *   distribution is by Poisson counts, (actual + w · prior) / (expected + w), with the weight w of one bucket of the
 *   mean size and one unit: few buckets and items that sell little move it little. No evidence gives @prior
 */
double
gr_event_pool_effect (const GrEventEvidence *evidence, double prior)
{
  double weight;

  prior = CLAMP (prior, 1.0 / GR_EVENTS_MOST_EFFECT, (double) GR_EVENTS_MOST_EFFECT);
  if (evidence->n == 0 || !(evidence->expected > 0))
    return prior;
  weight = PRIOR_BUCKETS * evidence->expected / evidence->n + PRIOR_UNITS;
  return CLAMP ((evidence->actual + weight * prior) / (evidence->expected + weight), 1.0 / GR_EVENTS_MOST_EFFECT,
      (double) GR_EVENTS_MOST_EFFECT);
}
