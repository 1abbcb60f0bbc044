#include "forecast-file.h"

#include "series-file.h"
#include "shop/base/work-pool.h"

#include "exchange/write/csv-writer.h"

#include <glib/gi18n-lib.h>
#include <math.h>

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

/* As many decimals as the number leaves room for. */
static void
write_real (GrCsvWriter *writer, double value)
{
  int digits = fabs (value) < 1e9 ? 6 : fabs (value) < 1e14 ? 3 : 0;
  double scaled = value * (digits == 6 ? 1e6 : digits == 3 ? 1e3 : 1);

  if (!isfinite (value))
    gr_csv_writer_text (writer, "");
  else
    gr_csv_writer_number (writer, (gint64) llround (CLAMP (scaled, -9.2e18, 9.2e18)), digits);
}

static void
write_forecast (GrCsvWriter *writer, const char *id, const GrForecast *forecast, double level)
{
  double tail = (1 - level / 100) / 2;

  for (int h = 0; h < forecast->horizon; h++) {
    gr_csv_writer_text (writer, id);
    gr_csv_writer_number (writer, h + 1, 0);
    write_real (writer, forecast->mean[h]);
    write_real (writer, forecast->lo80[h]);
    write_real (writer, forecast->hi80[h]);
    write_real (writer, forecast->lo95[h]);
    write_real (writer, forecast->hi95[h]);
    if (level > 0) {
      write_real (writer, gr_forecast_quantile (forecast, h, tail));
      write_real (writer, gr_forecast_quantile (forecast, h, 1 - tail));
    }
    gr_csv_writer_text (writer, gr_forecast_method_id (forecast->method));
    gr_csv_writer_row_end (writer);
  }
}

static void
write_titles (GrCsvWriter *writer, double level)
{
  static const char *const titles[] = {"series_id", "h", "mean", "lo80", "hi80", "lo95", "hi95"};
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    gr_csv_writer_text (writer, titles[i]);
  for (int i = 0; i < 2 && level > 0; i++) {
    g_autofree char *title =
        g_strconcat (i == 0 ? "lo" : "hi", g_ascii_formatd (number, sizeof number, "%g", level), NULL);

    gr_csv_writer_text (writer, title);
  }
  gr_csv_writer_text (writer, "method");
  gr_csv_writer_row_end (writer);
}

static gboolean
write_file (const char *path, const FileWork *work, GError **error)
{
  g_autoptr (GrCsvWriter) writer = gr_csv_writer_new (path, error);

  if (writer == NULL)
    return FALSE;
  write_titles (writer, work->level);
  for (guint i = 0; i < work->series->len; i++)
    write_forecast (writer, ((const GrFileSeries *) work->series->pdata[i])->id, work->forecasts[i], work->level);
  return gr_csv_writer_close (writer, error);
}

/**
 * gr_forecast_file:
 * @input: see gr_series_file_read()
 * @output: series_id,h,mean,lo80,hi80,lo95,hi95[,loNN,hiNN],method; replaced as a whole or left alone
 *
 * Forecasts every series of a file on all processors. One without negative values is taken for sales, whose bounds do
 * not fall below zero.
 */
gboolean
gr_forecast_file (const char *input, const char *output, const GrForecastFileChoices *choices,
    GrForecastFileOutcome *outcome, const GrProgress *progress, GError **error)
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
