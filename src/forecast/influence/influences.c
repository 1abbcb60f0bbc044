#include "influences.h"

#include "level-shift.h"
#include "open-days.h"
#include "regressors.h"

/**
 * gr_influences_new:
 * @start: the history's first bucket, in those of the series
 *
 * With what is known without a look at demand: the open days. O(n + horizon).
 */
GrInfluences *
gr_influences_new (const GrSeries *series, const GrForecastOptions *options, int start)
{
  GrInfluences *influences = g_new0 (GrInfluences, 1);
  int length = (int) series->n - start + MAX (options->horizon, 1);

  influences->shift_at = -1;
  influences->shift_ratio = 1;
  influences->adds_effects = options->adds_effects;
  if (series->days != NULL) {
    influences->days = g_new (double, length);
    gr_open_days_factors (series->days + start, length, influences->days);
  }
  return influences;
}

void
gr_influences_free (GrInfluences *influences)
{
  if (influences == NULL)
    return;
  g_free (influences->days);
  g_free (influences->outside);
  g_free (influences);
}

/**
 * gr_influences_learn_outside:
 * @y: (array length=n): demand without the effects of days and events
 *
 * What the regressors did, and will do, where there are any. O(n + horizon).
 */
void
gr_influences_learn_outside (
    GrInfluences *influences, const GrForecastOptions *options, int start, const double *y, int n)
{
  int length = n + MAX (options->horizon, 1);

  if (options->regressors == NULL || options->n_regressors <= 0)
    return;
  gr_regressors_estimate (y, n, options, start, influences->weights);
  influences->outside = g_new (double, length);
  for (int i = 0; i < length; i++)
    influences->outside[i] = gr_regressors_effect (options, influences->weights, start + i);
}

/**
 * gr_influences_find_shift:
 * @y: (array length=n): demand without all other effects
 */
void
gr_influences_find_shift (GrInfluences *influences, const double *y, int n, int period)
{
  influences->shift_at = gr_level_shift_find (y, n, period, &influences->shift_ratio);
}

/**
 * gr_influences_days:
 *
 * Returns: what open days multiply bucket @at by
 */
double
gr_influences_days (const GrInfluences *influences, int at)
{
  return influences->days != NULL ? influences->days[at] : 1;
}

/**
 * gr_influences_factor:
 *
 * Returns: what everything here multiplies bucket @at by
 */
double
gr_influences_factor (const GrInfluences *influences, int at)
{
  double factor = gr_influences_days (influences, at);

  if (influences->outside != NULL && !influences->adds_effects)
    factor *= influences->outside[at];
  return at < influences->shift_at ? factor / influences->shift_ratio : factor;
}

/**
 * gr_influences_addend:
 *
 * Returns: what everything here adds to bucket @at, after all that multiplies it
 */
double
gr_influences_addend (const GrInfluences *influences, int at)
{
  return influences->outside != NULL && influences->adds_effects ? influences->outside[at] : 0;
}
