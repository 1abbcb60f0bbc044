#include "selection.h"

#include <math.h>

/* A method is judged over at most so many steps: what planning lives on, and what short histories can show. */
#define JUDGED_STEPS 8

/* From the plainest on; a later one must beat the best before it by this factor. */
#define CLEARLY_BETTER 0.99

static const GrForecastMethod rivals[] = {
    GR_METHOD_MOVING_AVERAGE, GR_METHOD_SES, GR_METHOD_DAMPED_TREND, GR_METHOD_SEASONAL_NAIVE};

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

/* Squared errors, for the mean absolute error of lumpy demand is best served by a forecast of nothing. */
static void
choose (GrSelection *selection, const GrHistory *history, int horizon)
{
  int steps = MIN (horizon, JUDGED_STEPS);
  double best = INFINITY;

  for (gsize i = 0; i < G_N_ELEMENTS (rivals); i++) {
    GrForecastMethod method = rivals[i];
    GrRolling *rolling;
    double rmse;

    if (!gr_method_is_usable (method, history, history->n - selection->naive->n_origins))
      continue;
    rolling = method == GR_METHOD_SEASONAL_NAIVE ? selection->naive : gr_rolling_new (history, method, horizon);
    note_candidate (selection, rolling, steps, history);
    rmse = gr_rolling_rmse (rolling, 0, steps);
    if (selection->rolling == NULL || rmse < best * CLEARLY_BETTER) {
      take (selection, rolling);
      best = isnan (rmse) ? INFINITY : rmse;
    } else {
      drop (selection, rolling);
    }
  }
}

static void
take_fixed (GrSelection *selection, const GrHistory *history, GrForecastMethod method, int horizon)
{
  GrRolling *rolling =
      method == GR_METHOD_SEASONAL_NAIVE ? selection->naive : gr_rolling_new (history, method, horizon);

  take (selection, rolling);
  note_candidate (selection, rolling, MIN (horizon, JUDGED_STEPS), history);
}

/**
 * gr_selection_run:
 *
 * Settles the method: the one asked for; %GR_METHOD_ZERO for what has died; else the rival with the least
 * squared error from the last origins. Release with gr_selection_clear().
 */
void
gr_selection_run (GrSelection *selection, const GrHistory *history, const GrForecastOptions *options)
{
  *selection = (GrSelection){.naive = gr_rolling_new (history, GR_METHOD_SEASONAL_NAIVE, options->horizon)};
  if (options->method != GR_METHOD_AUTOMATIC)
    take_fixed (selection, history, options->method, options->horizon);
  else if (history->is_dead && options->is_sales)
    take_fixed (selection, history, GR_METHOD_ZERO, options->horizon);
  else
    choose (selection, history, options->horizon);
  if (selection->rolling == NULL)
    take_fixed (selection, history, GR_METHOD_MOVING_AVERAGE, options->horizon);
}

void
gr_selection_clear (GrSelection *selection)
{
  if (selection->rolling != selection->naive)
    gr_rolling_free (selection->rolling);
  gr_rolling_free (selection->naive);
}
