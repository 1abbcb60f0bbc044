#include "fitter.h"

/* Buckets that models of the past are fitted to, at least; beyond two seasons, where there are seasons. */
#define LEAST_PAST    8
#define SEASONAL_PAST 3

/* Where past forecasts begin: models are fitted to what was known then, or to the two seasons and a bit that a seasonal
 * one needs. */
static int
count_past (const GrHistory *history)
{
  int n = history->n - gr_history_origins (history);
  int enough = MAX (LEAST_PAST, history->period > 1 ? 2 * history->period + SEASONAL_PAST : 0);

  return CLAMP (n, MIN (enough, history->n), history->n);
}

static void
prepare_models (GrModels *models, const GrHistory *history, int n)
{
  models->n = n;
  models->season = gr_season_new (history->y, n, history->period);
  models->adjusted = g_new (double, history->n + 1);
  gr_season_remove (models->season, history->y, history->n, models->adjusted);
}

static void
clear_models (GrModels *models)
{
  gr_season_free (models->season);
  g_free (models->adjusted);
  gr_ets_family_free (models->family);
}

/**
 * gr_fitter_new:
 * @history: must outlive the fitter
 */
GrFitter *
gr_fitter_new (const GrHistory *history)
{
  GrFitter *fitter = g_new0 (GrFitter, 1);

  fitter->history = history;
  fitter->has_hindsight = TRUE;
  prepare_models (&fitter->now, history, history->n);
  prepare_models (&fitter->past, history, count_past (history));
  return fitter;
}

void
gr_fitter_free (GrFitter *fitter)
{
  if (fitter == NULL)
    return;
  clear_models (&fitter->now);
  clear_models (&fitter->past);
  g_free (fitter);
}
