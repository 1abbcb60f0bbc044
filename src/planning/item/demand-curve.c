#include "demand-curve.h"

#include <math.h>

/* More than anyone sells; kept below what sums can carry. */
#define MOST_DEMAND 1e12

static double
sound_demand (double units)
{
  return units > 0 && isfinite (units) ? MIN (units, MOST_DEMAND) : 0;
}

/**
 * gr_demand_curve_new:
 * @today: of the running bucket only the days from here on count
 * @forecast: (array length=n_buckets): units of whole buckets, the running one first; what is negative or no number is
 * 0
 *
 * O(n).
 */
GrDemandCurve *
gr_demand_curve_new (GrDate today, GrGrain grain, const double *forecast, int n_buckets)
{
  GrDemandCurve *curve = g_new0 (GrDemandCurve, 1);
  GrDate start = gr_grain_start (grain, today);
  double total = 0, sum = 0;

  curve->today = today;
  curve->grain = grain;
  curve->n_buckets = MAX (0, n_buckets);
  curve->edges = g_new (GrDate, (gsize) curve->n_buckets + 1);
  curve->sums = g_new (double, (gsize) curve->n_buckets + 1);
  for (int i = 0; i < curve->n_buckets; i++) {
    GrDate next = gr_grain_add (grain, start, i + 1), first = gr_grain_add (grain, start, i);
    double demand = sound_demand (forecast[i]);

    curve->edges[i] = first;
    curve->sums[i] = sum;
    total += demand;
    sum += i > 0 ? demand : demand * (next - today) / (next - first);
  }
  curve->edges[curve->n_buckets] = gr_grain_add (grain, start, curve->n_buckets);
  curve->sums[curve->n_buckets] = sum;
  if (curve->n_buckets > 0)
    curve->tail_per_day = total / (curve->edges[curve->n_buckets] - start);
  return curve;
}

void
gr_demand_curve_free (GrDemandCurve *curve)
{
  if (curve == NULL)
    return;
  g_free (curve->edges);
  g_free (curve->sums);
  g_free (curve);
}

/**
 * gr_demand_curve_end:
 *
 * Returns: the first day behind the last bucket.
 */
GrDate
gr_demand_curve_end (const GrDemandCurve *curve)
{
  return curve->edges[curve->n_buckets];
}

/**
 * gr_demand_curve_until:
 *
 * Returns: units expected from this morning to the morning of @date; 0 for days gone by. O(1).
 */
double
gr_demand_curve_until (const GrDemandCurve *curve, GrDate date)
{
  int n = curve->n_buckets, i;
  GrDate from, to;

  if (date <= curve->today)
    return 0;
  if (date >= curve->edges[n])
    return curve->sums[n] + curve->tail_per_day * (date - MAX (curve->edges[n], curve->today));
  i = gr_grain_between (curve->grain, curve->today, date);
  from = MAX (curve->edges[i], curve->today);
  to = curve->edges[i + 1];
  return curve->sums[i] + (curve->sums[i + 1] - curve->sums[i]) * (date - from) / (to - from);
}

/**
 * gr_demand_curve_qty:
 *
 * Demand from the morning of @from to that of @until as a quantity. Cut from the rounded running sum, so that
 * neighbouring stretches add up exactly.
 */
GrQty
gr_demand_curve_qty (const GrDemandCurve *curve, GrDate from, GrDate until)
{
  return gr_qty_from_double (gr_demand_curve_until (curve, until)) -
         gr_qty_from_double (gr_demand_curve_until (curve, from));
}

/**
 * gr_demand_curve_days:
 *
 * How many days from this morning on @units last, by walking the forward forecast.
 *
 * Returns: 0 for nothing; NaN where they outlast the last bucket. O(n).
 */
double
gr_demand_curve_days (const GrDemandCurve *curve, double units)
{
  if (units <= 0)
    return 0;
  for (int i = 0; i < curve->n_buckets; i++)
    if (curve->sums[i + 1] > units) {
      GrDate from = MAX (curve->edges[i], curve->today);
      double share = (units - curve->sums[i]) / (curve->sums[i + 1] - curve->sums[i]);

      return from - curve->today + share * (curve->edges[i + 1] - from);
    }
  return NAN;
}
