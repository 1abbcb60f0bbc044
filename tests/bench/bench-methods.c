#include "bench-methods.h"

#include "forecast/methods/ets.h"
#include "forecast/season/season.h"
#include "forecast/methods/theta.h"

#include <time.h>

/**
 * bench_cpu_ms:
 *
 * Returns: what this process has cost so far, milliseconds of one processor
 */
double
bench_cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

void
bench_run_ets (const BenchSeries *series, double *mean)
{
  GrEtsModel model;

  if (gr_ets_select (&model, BENCH_TRAIN (series), (int) series->train->len, series->frequency))
    gr_ets_forecast (&model, (int) series->test->len, mean, NULL);
}

static void
run_theta (const BenchSeries *series, double *mean, gboolean is_dynamic)
{
  int n = (int) series->train->len, h = (int) series->test->len;
  g_autofree double *adjusted = g_new (double, n);
  g_autoptr (GrSeason) season = gr_season_new (BENCH_TRAIN (series), n, series->frequency);
  GrTheta theta;

  gr_season_remove (season, BENCH_TRAIN (series), n, adjusted);
  if (is_dynamic)
    gr_theta_forecast_dynamic (adjusted, n, h, mean, &theta);
  else
    gr_theta_forecast (adjusted, n, h, mean, &theta);
  gr_season_restore (season, n, h, mean);
}

void
bench_run_standard_theta (const BenchSeries *series, double *mean)
{
  run_theta (series, mean, FALSE);
}

void
bench_run_dotm (const BenchSeries *series, double *mean)
{
  run_theta (series, mean, TRUE);
}

void
bench_run_naive2 (const BenchSeries *series, double *mean)
{
  int n = (int) series->train->len, h = (int) series->test->len;
  g_autofree double *adjusted = g_new (double, n);
  g_autoptr (GrSeason) season = gr_season_new (BENCH_TRAIN (series), n, series->frequency);

  gr_season_remove (season, BENCH_TRAIN (series), n, adjusted);
  for (int i = 0; i < h; i++)
    mean[i] = adjusted[n - 1];
  gr_season_restore (season, n, h, mean);
}
