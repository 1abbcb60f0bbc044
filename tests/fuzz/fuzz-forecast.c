/* Feeds arbitrary numbers, gaps and options to the forecasting engine, with libFuzzer:
 *
 *     CC=clang meson setup build-fuzz -Dapp=false -Db_sanitize=address,undefined -Db_lundef=false \
 *         -Dc_args=-fsanitize=fuzzer-no-link
 *     ninja -C build-fuzz tests/fuzz/fuzz-forecast
 *     build-fuzz/tests/fuzz/fuzz-forecast -max_len=2048 CORPUS
 *
 * It is built only so; the random series of tests/forecast run everywhere. */

#include "forecast/engine/forecast.h"

#include "domain/plan/explanation.h"

#include <math.h>
#include <string.h>

#define MOST_VALUES 300

int LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length);

/* Two bytes make a number of any size, or none; small ones are counts, as most of demand is. */
static double
read_value (const guint8 *bytes)
{
  int mantissa = bytes[0];
  int kind = bytes[1] & 15;

  if (kind < 10)
    return mantissa;
  if (kind == 10)
    return NAN;
  if (kind == 11)
    return (bytes[1] & 16) != 0 ? INFINITY : -INFINITY;
  return ldexp (mantissa - 128, (bytes[1] >> 4) * 132 - 1000);
}

static void
check (const GrForecast *forecast)
{
  for (int h = 0; h < forecast->horizon; h++) {
    g_assert (isfinite (forecast->lo95[h]) && isfinite (forecast->hi95[h]) && isfinite (forecast->naive[h]));
    g_assert (forecast->lo95[h] <= forecast->lo80[h] && forecast->lo80[h] <= forecast->mean[h]);
    g_assert (forecast->mean[h] <= forecast->hi80[h] && forecast->hi80[h] <= forecast->hi95[h]);
    g_assert (!forecast->is_sales || forecast->lo95[h] >= 0);
  }
  g_assert (gr_forecast_cumulative_sd (forecast, 2.5) >= 0);
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length)
{
  double values[MOST_VALUES], availability[MOST_VALUES], outside[MOST_VALUES + G_MAXINT8 + 2] = {0};
  const double *regressors[] = {outside, outside + 1};
  GrSeries series = {.values = values};
  guint8 events[MOST_VALUES + G_MAXINT8 + 1] = {0};
  GrForecastOptions options = {0};
  g_autoptr (GrForecast) forecast = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autofree char *text = NULL;

  if (length < 5)
    return 0;
  series.period = (gint8) bytes[0];
  series.first = (gint8) bytes[1];
  options.method = (GrForecastMethod) (bytes[2] % (GR_N_METHODS + 1));
  options.horizon = (gint8) bytes[3];
  options.is_sales = bytes[4] & 1;
  options.is_whole = bytes[2] >> 7;
  series.availability = (bytes[4] & 2) != 0 ? availability : NULL;
  options.caps_outliers = (bytes[4] & 4) != 0;
  options.events = (bytes[4] & 8) != 0 ? events : NULL;
  options.regressors = (bytes[4] & 16) != 0 ? regressors : NULL;
  options.n_regressors = 1 + (bytes[4] >> 7);
  options.adds_effects = (bytes[4] & 32) != 0;
  options.follows_shifts = (bytes[4] & 64) != 0;
  series.days = (bytes[4] & 128) != 0 ? outside : NULL;
  memcpy (events, bytes + 5, MIN (length - 5, sizeof events));
  for (gsize at = 5; at + 1 < length && series.n < MOST_VALUES; at += 2, series.n++) {
    values[series.n] = read_value (bytes + at);
    availability[series.n] = bytes[at] / 255.0;
    outside[series.n] = values[series.n];
  }
  forecast = gr_forecast_new (&series, &options);
  check (forecast);
  lines = gr_forecast_explain (forecast, &series, GR_GRAIN_MONTH);
  text = gr_explanation_lines_text (lines);
  g_assert (g_utf8_validate (text, -1, NULL));
  return 0;
}
