#include "bench-methods.h"

#include "forecast/engine/forecast.h"
#include "forecast/methods/intermittent.h"

#include <stdlib.h>

/* For bench-against-r.py: how long each method takes on every STEPth series of M3, and of the spare parts, one line
 * "method kind milliseconds" each. */

/* What is over too soon to be measured is done again until this much has passed. */
#define LEAST_MS  2.0
#define MOST_RUNS 1000

static void
run_default (const BenchSeries *series, double *mean)
{
  GrSeries history = {.values = BENCH_TRAIN (series), .n = series->train->len, .period = series->frequency};
  GrForecastOptions options = {.horizon = (int) series->test->len, .is_sales = TRUE};
  g_autoptr (GrForecast) forecast = gr_forecast_new (&history, &options);

  mean[0] = forecast->mean[0];
}

static void
run_intermittent (const BenchSeries *series, double *mean)
{
  double cap;

  mean[0] = gr_intermittent_capped_average (BENCH_TRAIN (series), (int) series->train->len, &cap);
}

static void
time_method (const char *name, const BenchSeries *series, BenchMethodFunc func)
{
  double mean[64], start = bench_cpu_ms(), ms;
  int runs = 0;

  do {
    func (series, mean);
    runs++;
    ms = bench_cpu_ms() - start;
  } while (ms < LEAST_MS && runs < MOST_RUNS);
  g_print ("%s %s %.6f\n", name, series->kind, ms / runs);
}

int
main (int argc, char **argv)
{
  guint step = argc > 1 ? (guint) MAX (atoi (argv[1]), 1) : 1;
  g_autoptr (GPtrArray) m3 = bench_series_load ("m3.csv.gz");
  g_autoptr (GPtrArray) parts = bench_series_load ("carparts.csv.gz");

  for (guint i = 0; m3 != NULL && i < m3->len; i += step) {
    time_method ("ets", g_ptr_array_index (m3, i), bench_run_ets);
    time_method ("theta", g_ptr_array_index (m3, i), bench_run_standard_theta);
    time_method ("dotm", g_ptr_array_index (m3, i), bench_run_dotm);
    time_method ("default", g_ptr_array_index (m3, i), run_default);
  }
  for (guint i = 0; parts != NULL && i < parts->len; i += step)
    time_method ("intermittent", g_ptr_array_index (parts, i), run_intermittent);
  return 0;
}
