#include "forecast-file.h"

#include <math.h>

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

/**
 * gr_forecast_file_begin:
 * @level: bounds to be written besides those of 80 and 95 %, in percent, below 100; 0 for none
 *
 * Writes the header of a file of forecasts: series_id,h,mean,lo80,hi80,lo95,hi95[,loNN,hiNN],method.
 */
void
gr_forecast_file_begin (GrCsvWriter *writer, double level)
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

/**
 * gr_forecast_file_add:
 * @level: as the file was begun with
 *
 * Writes one row, numbers to six decimals; an infinite or unknown one is left empty.
 */
void
gr_forecast_file_add (GrCsvWriter *writer, const GrFileForecast *row, double level)
{
  const double reals[] = {row->mean, row->lo80, row->hi80, row->lo95, row->hi95, row->low, row->high};
  gsize n = level > 0 ? G_N_ELEMENTS (reals) : G_N_ELEMENTS (reals) - 2;

  gr_csv_writer_text (writer, row->series_id);
  gr_csv_writer_number (writer, row->step, 0);
  for (gsize i = 0; i < n; i++)
    write_real (writer, reals[i]);
  gr_csv_writer_text (writer, row->method);
  gr_csv_writer_row_end (writer);
}
