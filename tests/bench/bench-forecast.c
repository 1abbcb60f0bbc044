#include "bench-methods.h"

#include "forecast/judge/accuracy.h"
#include "forecast/methods/ets.h"
#include "forecast/engine/forecast.h"
#include "forecast/methods/intermittent.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* The forecasting engine against what R's forecast package makes of the same data: accuracy, intervals, likelihoods,
 * time. */

enum { YEARLY, QUARTERLY, MONTHLY, OTHER, ALL, N_KINDS };

static const char *const kinds[] = {"YEARLY", "QUARTERLY", "MONTHLY", "OTHER", "all"};

/* R 4.2, forecast 8.20, forecTheta 3.0, one core of a two-core machine: milliseconds per series. */
static const double r_ets_ms[] = {5.2, 61, 332};
static const double r_theta_ms[] = {1.9, 3.6, 3.6};
static const double r_dotm_ms[] = {14, 29, 46};

#define MOST_STEPS 18

typedef struct {
  double smape, mase, rmsse, covered, score, bias, demand, points;
  int series;
  double ms;
  double covered_at[MOST_STEPS], points_at[MOST_STEPS];
} Totals;

/* Steps whose coverage is told apart. */
static const int told_steps[] = {0, 5, 11, 17};

static void
print_bar (const char *bar, const char *what, const char *ours, const char *must, const char *target)
{
  g_print ("%-4s %-44s %-24s %-20s %s\n", bar, what, ours, must, target);
}

G_GNUC_PRINTF (5, 6)
static void
print_figures (const char *bar, const char *what, const char *must, const char *target, const char *format, ...)
{
  g_autofree char *ours = NULL;
  va_list args;

  va_start (args, format);
  ours = g_strdup_vprintf (format, args);
  va_end (args);
  print_bar (bar, what, ours, must, target);
}

static int
kind_of (const BenchSeries *series)
{
  for (int kind = 0; kind < ALL; kind++)
    if (strcmp (kinds[kind], series->kind) == 0)
      return kind;
  return OTHER;
}

/* --- the default, over both processors --- */

static void
forecast_cb (gpointer data, gpointer user_data)
{
  guint at = GPOINTER_TO_UINT (data) - 1;
  GPtrArray *all = ((gpointer *) user_data)[0];
  GrForecast **forecasts = ((gpointer *) user_data)[1];
  const BenchSeries *from = g_ptr_array_index (all, at);
  GrSeries series = {.values = BENCH_TRAIN (from), .n = from->train->len, .period = from->frequency};
  GrForecastOptions options = {.horizon = (int) from->test->len, .is_sales = TRUE};

  forecasts[at] = gr_forecast_new (&series, &options);
}

static GrForecast **
forecast_all (GPtrArray *all, double *seconds)
{
  GrForecast **forecasts = g_new0 (GrForecast *, all->len);
  gpointer job[] = {all, forecasts};
  gint64 start = g_get_monotonic_time();
  GThreadPool *pool = g_thread_pool_new (forecast_cb, job, 2, TRUE, NULL);

  for (guint i = 0; i < all->len; i++)
    g_thread_pool_push (pool, GUINT_TO_POINTER (i + 1), NULL);
  g_thread_pool_free (pool, FALSE, TRUE);
  *seconds = (double) (g_get_monotonic_time() - start) / G_USEC_PER_SEC;
  return forecasts;
}

static void
score (Totals *totals, const BenchSeries *series, const GrForecast *forecast)
{
  const double *test = BENCH_TEST (series);
  int h = (int) series->test->len, n = (int) series->train->len;
  double naive = gr_accuracy_naive_mae (BENCH_TRAIN (series), n, series->frequency);
  double naive_rmse = gr_accuracy_naive_rmse (BENCH_TRAIN (series), n, 1);

  totals->smape += gr_accuracy_smape (test, forecast->mean, h) * h;
  totals->mase += gr_accuracy_mae (test, forecast->mean, h) / naive * h;
  totals->rmsse += gr_accuracy_rmse (test, forecast->mean, h) / naive_rmse;
  totals->covered += gr_accuracy_coverage (test, forecast->lo95, forecast->hi95, h) * h;
  totals->score += gr_accuracy_interval_score (test, forecast->lo95, forecast->hi95, h, 0.95) / naive * h;
  for (int i = 0; i < h; i++) {
    totals->bias += (forecast->mean[i] - test[i]) / naive_rmse;
    totals->demand += test[i] / naive_rmse;
  }
  for (int i = 0; i < MIN (h, MOST_STEPS); i++) {
    totals->covered_at[i] += test[i] >= forecast->lo95[i] && test[i] <= forecast->hi95[i];
    totals->points_at[i]++;
  }
  totals->points += h;
  totals->series++;
}

static void
print_coverage_by_step (const Totals *monthly)
{
  double share[G_N_ELEMENTS (told_steps)];

  for (gsize i = 0; i < G_N_ELEMENTS (told_steps); i++)
    share[i] = 100 * monthly->covered_at[told_steps[i]] / monthly->points_at[told_steps[i]];
  print_figures ("8", "   the same, coverage at step 1 / 6 / 12 / 18", "92-97", "94-96", "%.1f / %.1f / %.1f / %.1f",
      share[0], share[1], share[2], share[3]);
}

static void
bench_default (GPtrArray *all)
{
  Totals totals[N_KINDS] = {0};
  double seconds;
  GrForecast **forecasts = forecast_all (all, &seconds);

  for (guint i = 0; i < all->len; i++) {
    const BenchSeries *series = g_ptr_array_index (all, i);

    score (&totals[kind_of (series)], series, forecasts[i]);
    score (&totals[ALL], series, forecasts[i]);
    gr_forecast_free (forecasts[i]);
  }
  g_free (forecasts);
  for (int kind = 0; kind < N_KINDS; kind++) {
    Totals *t = &totals[kind];

    t->smape /= t->points;
    t->mase /= t->points;
    t->score /= t->points;
    t->covered *= 100 / t->points;
  }
  print_figures ("1", "M3 monthly, sMAPE / MASE", "13.75 / .850", "13.59 / .839", "%.2f / %.3f", totals[MONTHLY].smape,
      totals[MONTHLY].mase);
  print_figures (
      "2", "M3 all, sMAPE (MASE)", "13.05", "12.75, stretch 12.60", "%.2f (%.3f)", totals[ALL].smape, totals[ALL].mase);
  print_figures ("3", "M3 quarterly / yearly, sMAPE", "9.30 / 16.70", "9.05 / 15.95", "%.2f / %.2f",
      totals[QUARTERLY].smape, totals[YEARLY].smape);
  print_figures ("7", "the default on all of M3, two threads, s", "40", "10", "%.1f", seconds);
  print_figures ("8", "95 % intervals, monthly: coverage, MSIS", "92-97, 6.34", "94-96, 6.05", "%.1f %%, %.2f",
      totals[MONTHLY].covered, totals[MONTHLY].score);
  print_coverage_by_step (&totals[MONTHLY]);
  print_figures ("9", "95 % intervals, quarterly: coverage, MSIS", "10.7", "91, 9.9", "%.1f %%, %.2f",
      totals[QUARTERLY].covered, totals[QUARTERLY].score);
  print_figures ("9", "95 % intervals, yearly: coverage, MSIS", "30.6", "88, 27.4", "%.1f %%, %.2f",
      totals[YEARLY].covered, totals[YEARLY].score);
}

/* --- single methods: accuracy on M3 and time per series --- */

static void
measure (GPtrArray *all, BenchMethodFunc func, Totals totals[N_KINDS])
{
  for (guint i = 0; i < all->len; i++) {
    const BenchSeries *series = g_ptr_array_index (all, i);
    int h = (int) series->test->len;
    Totals *t = &totals[kind_of (series)];
    double mean[64];
    double start = bench_cpu_ms();

    func (series, mean);
    t->ms += bench_cpu_ms() - start;
    t->smape += gr_accuracy_smape (BENCH_TEST (series), mean, h) * h;
    t->points += h;
    t->series++;
  }
}

static void
bench_method (GPtrArray *all, const char *bar, const char *name, BenchMethodFunc func, const char *must,
    const char *target, const double *r_ms)
{
  Totals totals[N_KINDS] = {0};
  g_autofree char *what = NULL;

  measure (all, func, totals);
  what = g_strdup_printf ("%s, ms per series M / Q / Y", name);
  print_figures (bar, what, must, target, "%.3f / %.3f / %.3f", totals[MONTHLY].ms / totals[MONTHLY].series,
      totals[QUARTERLY].ms / totals[QUARTERLY].series, totals[YEARLY].ms / totals[YEARLY].series);
  print_figures ("", "   times faster than R; sMAPE M / Q / Y", "", "", "%.0f %.0f %.0f; %.2f / %.2f / %.2f",
      r_ms[2] * totals[MONTHLY].series / totals[MONTHLY].ms, r_ms[1] * totals[QUARTERLY].series / totals[QUARTERLY].ms,
      r_ms[0] * totals[YEARLY].series / totals[YEARLY].ms, totals[MONTHLY].smape / totals[MONTHLY].points,
      totals[QUARTERLY].smape / totals[QUARTERLY].points, totals[YEARLY].smape / totals[YEARLY].points);
}

/* The scoring against published figures: Naive2 is in every paper on M3. */
static void
bench_scoring (GPtrArray *all)
{
  Totals totals[N_KINDS] = {0};

  measure (all, bench_run_naive2, totals);
  print_figures ("", "scoring: Naive2, sMAPE Y / Q / M", "published:", "17.88 / 10.03 / 16.76", "%.2f / %.2f / %.2f",
      totals[YEARLY].smape / totals[YEARLY].points, totals[QUARTERLY].smape / totals[QUARTERLY].points,
      totals[MONTHLY].smape / totals[MONTHLY].points);
}

/* --- likelihoods --- */

typedef struct {
  GHashTable *by_id;
  int fits, no_worse, at_least;
} Oracle;

static void
check_fit_cb (char **fields, gpointer data)
{
  Oracle *oracle = data;
  const BenchSeries *series = g_hash_table_lookup (oracle->by_id, fields[0]);
  double expected = g_ascii_strtod (fields[4], NULL);
  GrEtsForm form;
  GrEtsModel model;
  gboolean is_fitted;

  if (series == NULL || *fields[4] == '\0' || !gr_ets_form_from_name (fields[2], &form))
    return;
  is_fitted = gr_ets_fit (&model, form, BENCH_TRAIN (series), (int) series->train->len, series->frequency);
  oracle->fits++;
  oracle->no_worse += is_fitted && model.log_likelihood >= expected - 0.05;
  oracle->at_least += is_fitted && model.log_likelihood >= expected - 0.001;
}

static void
bench_likelihoods (GPtrArray *all)
{
  Oracle oracle = {.by_id = g_hash_table_new (g_str_hash, g_str_equal)};

  for (guint i = 0; i < all->len; i++) {
    BenchSeries *series = g_ptr_array_index (all, i);

    g_hash_table_insert (oracle.by_id, series->id, series);
  }
  if (bench_read_rows ("ets_oracle_m3.csv.gz", check_fit_cb, &oracle))
    print_figures ("4", "ETS log-likelihood >= R - .05; >= R, % of fits", "97; -", "-; 99", "%.1f; %.1f",
        100.0 * oracle.no_worse / oracle.fits, 100.0 * oracle.at_least / oracle.fits);
  g_hash_table_unref (oracle.by_id);
}

/* --- spare parts --- */

/* The usual filter: 51 months known, ten demands, and some in the first and in the last 15 months. */
static gboolean
is_usual_part (const BenchSeries *series)
{
  int count = 0, early = 0, late = 0;
  guint n = series->train->len + series->test->len;

  if (n < 51)
    return FALSE;
  for (guint i = 0; i < n; i++) {
    guint n_train = series->train->len;
    double value = i < n_train ? BENCH_TRAIN (series)[i] : BENCH_TEST (series)[i - n_train];

    count += value > 0;
    early += value > 0 && i < 15;
    late += value > 0 && i >= n - 15;
  }
  return count >= 10 && early > 0 && late > 0;
}

static void
bench_parts (void)
{
  g_autoptr (GPtrArray) all = bench_series_load ("carparts.csv.gz");
  Totals totals = {0};
  double seconds, ms = 0;
  GrForecast **forecasts;

  if (all == NULL)
    return;
  forecasts = forecast_all (all, &seconds);
  for (guint i = 0; i < all->len; i++) {
    const BenchSeries *series = g_ptr_array_index (all, i);
    double start = bench_cpu_ms(), cap;

    gr_intermittent_capped_average (BENCH_TRAIN (series), (int) series->train->len, &cap);
    ms += bench_cpu_ms() - start;
    if (is_usual_part (series))
      score (&totals, series, forecasts[i]);
    gr_forecast_free (forecasts[i]);
  }
  g_free (forecasts);
  print_figures ("10", "carparts, RMSSE; total bias, %", ".588", ".560; 29", "%.4f; %+.1f (%d series)",
      totals.rmsse / totals.series, 100 * totals.bias / totals.demand, totals.series);
  print_figures ("11", "intermittent method, ms per series", ".05", ".01", "%.4f", ms / all->len);
}

/* --- a shop's weeks --- */

static void
bench_shop (void)
{
  g_autoptr (GPtrArray) all = bench_series_load ("retail_weekly_2011-06.csv.gz");
  Totals totals = {0};
  double seconds;
  GrForecast **forecasts;

  if (all == NULL)
    return;
  for (guint i = 0; i < all->len; i++) { /* the last eight weeks known are to be forecast */
    BenchSeries *series = g_ptr_array_index (all, i);

    g_array_set_size (series->test, 0);
    g_array_append_vals (series->test, BENCH_TRAIN (series) + series->train->len - 8, 8);
    g_array_set_size (series->train, series->train->len - 8);
    series->frequency = 52;
  }
  forecasts = forecast_all (all, &seconds);
  for (guint i = 0; i < all->len; i++) {
    const BenchSeries *series = g_ptr_array_index (all, i);

    if (gr_accuracy_naive_rmse (BENCH_TRAIN (series), (int) series->train->len, 1) > 0)
      score (&totals, series, forecasts[i]);
    gr_forecast_free (forecasts[i]);
  }
  g_free (forecasts);
  print_figures ("", "a shop's items, 8 weeks: RMSSE; bias, %; s", "", "", "%.4f; %+.1f; %.2f (%d)",
      totals.rmsse / totals.series, 100 * totals.bias / totals.demand, seconds, totals.series);
}

int
main (void)
{
  g_autoptr (GPtrArray) m3 = bench_series_load ("m3.csv.gz");

  if (m3 == NULL)
    return 0;
  print_bar ("bar", "what", "ours", "must", "target");
  bench_scoring (m3);
  bench_default (m3);
  bench_likelihoods (m3);
  bench_method (m3, "5", "ETS, automatic", bench_run_ets, "33 / 6 / 1", "11 / 2 / .3", r_ets_ms);
  bench_method (m3, "6", "Theta", bench_run_standard_theta, ".3", ".1", r_theta_ms);
  bench_method (m3, "6", "DOTM", bench_run_dotm, "5", "1.5", r_dotm_ms);
  bench_parts();
  bench_shop();
  return 0;
}
