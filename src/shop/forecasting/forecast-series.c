#include "forecast-series.h"

#include "forecast/engine/forecast.h"
#include "exchange/formats/forecast-file.h"
#include "exchange/formats/series-file.h"
#include "shop/base/work-pool.h"

#include <glib/gi18n-lib.h>

/* The forecasts of a file under way, by series. */
typedef struct {
  const GPtrArray *series;
  GrForecastOptions options;
  int frequency;
  double level;
  GrForecast **forecasts;
} FileWork;

static gboolean
has_negative (const GrSeries *series)
{
  for (gsize i = 0; i < series->n; i++)
    if (series->values[i] < 0)
      return TRUE;
  return FALSE;
}

static void
forecast_cb (gsize index, gpointer data)
{
  FileWork *work = data;
  GrForecastOptions options = work->options;
  const GrFileSeries *from = work->series->pdata[index];
  GrSeries series = {.values = (const double *) (gconstpointer) from->values->data,
      .n = from->values->len,
      .period = work->frequency > 0 ? work->frequency : from->frequency};

  options.is_sales = !has_negative (&series);
  work->forecasts[index] = gr_forecast_new (&series, &options);
}

static void
write_forecast (GrCsvWriter *writer, const char *id, const GrForecast *forecast, double level)
{
  double tail = (1 - level / 100) / 2;

  for (int h = 0; h < forecast->horizon; h++)
    gr_forecast_file_add (writer,
        &(GrFileForecast){id, h + 1, forecast->mean[h], forecast->lo80[h], forecast->hi80[h], forecast->lo95[h],
            forecast->hi95[h], level > 0 ? gr_forecast_quantile (forecast, h, tail) : 0,
            level > 0 ? gr_forecast_quantile (forecast, h, 1 - tail) : 0, gr_forecast_method_id (forecast->method)},
        level);
}

static gboolean
write_file (const char *path, const FileWork *work, GError **error)
{
  g_autoptr (GrCsvWriter) writer = gr_csv_writer_new (path, error);

  if (writer == NULL)
    return FALSE;
  gr_forecast_file_begin (writer, work->level);
  for (guint i = 0; i < work->series->len; i++)
    write_forecast (writer, ((const GrFileSeries *) work->series->pdata[i])->id, work->forecasts[i], work->level);
  return gr_csv_writer_close (writer, error);
}

/**
 * gr_forecast_series:
 * @input: see gr_series_file_read()
 * @output: see gr_forecast_file_begin(); replaced as a whole or left alone
 *
 * Forecasts every series of a file on all processors. One without negative values is taken for sales, whose bounds do
 * not fall below zero.
 */
gboolean
gr_forecast_series (const char *input, const char *output, const GrForecastSeriesChoices *choices,
    GrForecastSeriesOutcome *outcome, const GrProgress *progress, GError **error)
{
  g_autoptr (GPtrArray) series = gr_series_file_read (input, progress, error);
  FileWork work = {
      series, {.method = choices->method, .horizon = choices->horizon}, choices->frequency, choices->level, NULL};
  GrWork pool = {forecast_cb, &work, 0, _ ("Forecasting"), 0, 1};
  gboolean is_done;

  if (series == NULL)
    return FALSE;
  work.forecasts = g_new0 (GrForecast *, series->len + 1);
  pool.n = series->len;
  is_done = gr_work_pool_run (&pool, progress, error) && write_file (output, &work, error);
  outcome->n_series = series->len;
  for (guint i = 0; i < series->len; i++)
    g_clear_pointer (&work.forecasts[i], gr_forecast_free);
  g_free (work.forecasts);
  return is_done;
}
