#include "shift-choice.h"

#include "forecast/engine/selection.h"

/* A shift is judged by forecasts made when so many buckets of the new level had been seen, and by at least so many. */
#define SEEN_SINCE     3
#define FEWEST_ORIGINS 4
#define JUDGED_STEPS   8

/* To bring the past to the new level it must have lowered squared error's root at least by this factor. */
#define BETTER 0.95

static double
measure (const GrHistory *history, const GrForecastOptions *options, int since)
{
  g_autoptr (GrFitter) fitter = gr_fitter_new (history);
  GrSelection selection;
  int n_before;
  double rmse;

  gr_selection_run (&selection, fitter, options);
  n_before = since - (history->n - selection.rolling->n_origins);
  rmse = gr_rolling_rmse_since (selection.rolling, MAX (n_before, 0), MIN (options->horizon, JUDGED_STEPS));
  gr_selection_clear (&selection);
  return rmse;
}

/**
 * gr_shift_choice_follows:
 * @options: with @follows_shifts
 *
 * Whether the level of @series once changed for good and forecasts since then would have been better, had what was
 * before been brought to the new level. As dear as two forecasts where there is something to decide.
 */
gboolean
gr_shift_choice_follows (const GrSeries *series, const GrForecastOptions *options)
{
  g_autoptr (GrHistory) shifted = gr_history_new (series, options);
  g_autoptr (GrHistory) plain = NULL;
  GrForecastOptions without = *options;
  int since = shifted->influences->shift_at + SEEN_SINCE;

  if (shifted->influences->shift_at < 0 || shifted->n - since < FEWEST_ORIGINS)
    return FALSE;
  without.follows_shifts = FALSE;
  plain = gr_history_new (series, &without);
  return measure (shifted, options, since) < BETTER * measure (plain, &without, since);
}
