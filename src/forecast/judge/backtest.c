#include "backtest.h"

#include "accuracy.h"

#include <math.h>

#define PINBALL_AT 0.95

/* Buckets that the first forecast is made from, at least. */
#define LEAST_TRAINING 4

/* What all forecasts said, end to end, and what came. */
typedef struct {
  GArray *actual, *mean, *naive, *lo80, *hi80, *lo95, *hi95, *quantile, *first_errors;
} Record;

static GArray *
new_column (void)
{
  return g_array_new (FALSE, FALSE, sizeof (double));
}

static GArray **
column_at (Record *record, int i)
{
  GArray **columns[] = {&record->actual, &record->mean, &record->naive, &record->lo80, &record->hi80, &record->lo95,
      &record->hi95, &record->quantile, &record->first_errors};

  return columns[i];
}

#define N_COLUMNS 9

static const double *
values_of (const GArray *column)
{
  return (const double *) (gconstpointer) column->data;
}

static double
known_value (const GrSeries *series, gsize at)
{
  gboolean was_available = series->availability == NULL || series->availability[at] >= 1;

  return was_available && isfinite (series->values[at]) ? series->values[at] : NAN;
}

static void
forecast_from (Record *record, const GrSeries *series, gsize origin, const GrForecastOptions *options)
{
  GrSeries past = *series;
  GrForecastOptions ahead = *options;
  g_autoptr (GrForecast) forecast = NULL;

  past.n = origin;
  ahead.horizon = (int) MIN ((gsize) MAX (options->horizon, 1), series->n - origin);
  forecast = gr_forecast_new (&past, &ahead);
  for (int h = 0; h < ahead.horizon; h++) {
    double actual = known_value (series, origin + (gsize) h);
    double error = forecast->mean[h] - actual;
    double quantile = gr_forecast_quantile (forecast, h, PINBALL_AT);

    g_array_append_val (record->actual, actual);
    g_array_append_val (record->mean, forecast->mean[h]);
    g_array_append_val (record->naive, forecast->naive[h]);
    g_array_append_val (record->lo80, forecast->lo80[h]);
    g_array_append_val (record->hi80, forecast->hi80[h]);
    g_array_append_val (record->lo95, forecast->lo95[h]);
    g_array_append_val (record->hi95, forecast->hi95[h]);
    g_array_append_val (record->quantile, quantile);
    if (h == 0)
      g_array_append_val (record->first_errors, error);
  }
}

static double
mean_known (const double *values, int n)
{
  double sum = 0;
  int count = 0;

  for (int i = 0; i < n; i++) {
    if (isnan (values[i]))
      continue;
    sum += values[i];
    count++;
  }
  return count > 0 ? sum / count : 0;
}

static void
sum_up (GrBacktest *backtest, const Record *record, const GrSeries *series, int n_training)
{
  const double *actual = values_of (record->actual);
  const double *mean = values_of (record->mean);
  int n = (int) record->actual->len;
  int period = MAX (series->period, 1);
  double demand = mean_known (actual, n);

  backtest->wape = gr_accuracy_wape (actual, mean, n);
  backtest->naive_wape = gr_accuracy_wape (actual, values_of (record->naive), n);
  backtest->value_added = backtest->naive_wape - backtest->wape;
  backtest->mase = gr_accuracy_mae (actual, mean, n) / gr_accuracy_naive_mae (series->values, n_training, period);
  backtest->rmsse = gr_accuracy_rmse (actual, mean, n) / gr_accuracy_naive_rmse (series->values, n_training, 1);
  backtest->bias = demand != 0 ? gr_accuracy_bias (actual, mean, n) / demand : NAN;
  backtest->coverage80 = gr_accuracy_coverage (actual, values_of (record->lo80), values_of (record->hi80), n);
  backtest->coverage95 = gr_accuracy_coverage (actual, values_of (record->lo95), values_of (record->hi95), n);
  backtest->pinball = gr_accuracy_pinball (actual, values_of (record->quantile), n, PINBALL_AT);
  backtest->tracking_signal =
      gr_accuracy_tracking_signal (values_of (record->first_errors), (int) record->first_errors->len);
}

/**
 * gr_backtest_run:
 * @options: as for the forecast; its horizon is how many buckets each try looks ahead
 * @n_origins: how many past moments to forecast from, the last ones that there are
 *
 * Forecasts the past as if it had not happened yet, method and bounds chosen anew each time, and compares. The honest
 * record, dearer than the one that a forecast carries: O(origins · forecast).
 */
void
gr_backtest_run (GrBacktest *backtest, const GrSeries *series, const GrForecastOptions *options, int n_origins)
{
  Record record;
  gsize most = series->n > LEAST_TRAINING ? series->n - LEAST_TRAINING : 0;
  gsize origins = MIN ((gsize) MAX (n_origins, 0), most);

  *backtest = (GrBacktest){.n_origins = (int) origins, .steps = MAX (options->horizon, 1)};
  for (int i = 0; i < N_COLUMNS; i++)
    *column_at (&record, i) = new_column();
  for (gsize origin = series->n - origins; origin < series->n; origin++)
    forecast_from (&record, series, origin, options);
  sum_up (backtest, &record, series, (int) (series->n - origins));
  for (int i = 0; i < N_COLUMNS; i++)
    g_array_unref (*column_at (&record, i));
}
