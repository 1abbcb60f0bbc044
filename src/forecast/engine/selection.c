#include "selection.h"

#include "forecast/judge/demand-class.h"
#include "run-method.h"

#include <math.h>

/* A method is judged over at most so many steps: what planning lives on, and what short histories can show. */
#define JUDGED_STEPS 8

/* The champion of a demand class has proved itself on thousands of series; to be preferred on one, a rival must be
 * better by this factor of squared error's root, over at least so many origins. */
#define CLEARLY_BETTER 0.7
#define FEWEST_ORIGINS 6

static void
note_candidate (GrSelection *selection, const GrRolling *rolling, int steps, const GrHistory *history)
{
  selection->candidates[selection->n_candidates++] = (GrForecastCandidate){
      .method = rolling->method,
      .mae = gr_history_restore (history, gr_rolling_mae (rolling, 0, steps)),
      .rmse = gr_history_restore (history, gr_rolling_rmse (rolling, 0, steps)),
      .n_origins = rolling->n_origins,
  };
}

static void
take (GrSelection *selection, GrRolling *rolling)
{
  if (selection->rolling != NULL && selection->rolling != selection->naive)
    gr_rolling_free (selection->rolling);
  selection->rolling = rolling;
  selection->method = rolling->method;
}

static void
drop (GrSelection *selection, GrRolling *rolling)
{
  if (rolling != selection->naive)
    gr_rolling_free (rolling);
}

/* Who is to be beaten: by demand class, as the histories of thousands of series advise. */
static GrForecastMethod
find_champion (const GrFitter *fitter, gboolean is_sales)
{
  const GrHistory *history = fitter->history;
  GrDemandClass demand = gr_demand_class_of (history->y, history->n);

  if (is_sales && (demand == GR_DEMAND_INTERMITTENT || demand == GR_DEMAND_LUMPY))
    return GR_METHOD_CAPPED_AVERAGE;
  return gr_fitter_is_usable (fitter, GR_METHOD_COMBINATION, history->n) ? GR_METHOD_COMBINATION
                                                                         : GR_METHOD_MOVING_AVERAGE;
}

/* Squared errors, for the mean absolute error of lumpy demand is best served by a forecast of nothing. */
static void
choose (GrSelection *selection, GrFitter *fitter, const GrForecastOptions *options)
{
  const GrForecastMethod rivals[] = {
      find_champion (fitter, options->is_sales), GR_METHOD_SEASONAL_NAIVE, GR_METHOD_MOVING_AVERAGE};
  int steps = MIN (options->horizon, JUDGED_STEPS);
  double best = INFINITY;

  for (gsize i = 0; i < G_N_ELEMENTS (rivals); i++) {
    GrForecastMethod method = rivals[i];
    GrRolling *rolling;
    double rmse;

    if (i > 0 && (method == rivals[0] || selection->naive->n_origins < FEWEST_ORIGINS ||
                     !gr_fitter_is_usable (fitter, method, fitter->history->n - selection->naive->n_origins)))
      continue;
    rolling = method == GR_METHOD_SEASONAL_NAIVE ? selection->naive : gr_rolling_new (fitter, method, options->horizon);
    note_candidate (selection, rolling, steps, fitter->history);
    rmse = gr_rolling_rmse (rolling, 0, steps);
    if (i == 0 || rmse < best * CLEARLY_BETTER) {
      take (selection, rolling);
      best = isnan (rmse) ? INFINITY : rmse;
    } else {
      drop (selection, rolling);
    }
  }
}

static void
take_fixed (GrSelection *selection, GrFitter *fitter, GrForecastMethod method, int horizon)
{
  GrRolling *rolling = method == GR_METHOD_SEASONAL_NAIVE ? selection->naive : gr_rolling_new (fitter, method, horizon);

  take (selection, rolling);
  note_candidate (selection, rolling, MIN (horizon, JUDGED_STEPS), fitter->history);
}

/**
 * gr_selection_run:
 *
 * Settles the method: the one asked for; %GR_METHOD_ZERO for what has died; else the champion of the demand class, or a
 * plain rival with clearly less squared error from the last origins. Release with gr_selection_clear().
 */
void
gr_selection_run (GrSelection *selection, GrFitter *fitter, const GrForecastOptions *options)
{
  *selection = (GrSelection){.naive = gr_rolling_new (fitter, GR_METHOD_SEASONAL_NAIVE, options->horizon)};
  if (options->method != GR_METHOD_AUTOMATIC)
    take_fixed (selection, fitter, options->method, options->horizon);
  else if (fitter->history->is_dead && options->is_sales)
    take_fixed (selection, fitter, GR_METHOD_ZERO, options->horizon);
  else
    choose (selection, fitter, options);
  fitter->has_hindsight = FALSE;
  selection->record = gr_rolling_new (fitter, selection->method, 1);
  fitter->has_hindsight = TRUE;
}

void
gr_selection_clear (GrSelection *selection)
{
  if (selection->rolling != selection->naive)
    gr_rolling_free (selection->rolling);
  gr_rolling_free (selection->naive);
  gr_rolling_free (selection->record);
}
