#include "forecast/engine/forecast.h"
#include "forecast/influence/level-shift.h"
#include "forecast/influence/open-days.h"

#include "domain/plan/explanation.h"

#include <math.h>
#include <string.h>

#define N       60
#define HORIZON 6

static const GrForecastOptions sales = {.horizon = HORIZON, .is_sales = TRUE};

/* A little noise, the same in every run. */
static double
noise (int i)
{
  return sin (i * 12.9898) * 0.5 + sin (i * 78.233) * 0.5;
}

static double
days_of (int month)
{
  static const double days[] = {27, 24, 26, 25, 26, 26, 27, 26, 26, 27, 25, 20};

  return days[month % 12] - (month % 5 == 0 ? 4 : 0);
}

static void
fill_days (double *days, int n)
{
  for (int i = 0; i < n; i++)
    days[i] = days_of (i);
}

static void
test_day_factors_average_to_one (void)
{
  const double days[] = {20, 30, 25, 25, NAN, 0};
  double factors[6];

  gr_open_days_factors (days, 6, factors);
  g_assert_cmpfloat_with_epsilon (factors[0], 0.8, 1e-12);
  g_assert_cmpfloat_with_epsilon (factors[1], 1.2, 1e-12);
  g_assert_cmpfloat (factors[4], ==, 1);
  g_assert_cmpfloat (factors[5], ==, 0);
}

/* What is asked for on every open day alike is forecast by counting them. */
static void
test_demand_by_the_day_is_found (void)
{
  static const GrForecastMethod methods[] = {GR_METHOD_AUTOMATIC, GR_METHOD_SES, GR_METHOD_COMBINATION,
      GR_METHOD_MOVING_AVERAGE, GR_METHOD_CAPPED_AVERAGE, GR_METHOD_ETS};
  double values[N], days[N + HORIZON];
  GrSeries series = {.values = values, .days = days, .n = N, .period = 12};

  fill_days (days, N + HORIZON);
  for (int i = 0; i < N; i++)
    values[i] = 3 * days[i];
  for (gsize m = 0; m < G_N_ELEMENTS (methods); m++) {
    GrForecastOptions options = sales;
    g_autoptr (GrForecast) forecast = NULL;

    options.method = methods[m];
    forecast = gr_forecast_new (&series, &options);
    for (int h = 0; h < HORIZON; h++)
      g_assert_cmpfloat_with_epsilon (forecast->mean[h], 3 * days[N + h], 0.2);
    g_assert_cmpfloat_with_epsilon (
        forecast->mean[0] / forecast->mean[1], forecast->day_effect[0] / forecast->day_effect[1], 1e-2);
  }
}

/* Days are weights: twice as many of all change nothing, and like months are as if none had been given. */
static void
test_only_unlike_days_matter (void)
{
  double values[N], days[N + HORIZON], twice[N + HORIZON], same[N + HORIZON];
  GrSeries series = {.values = values, .days = days, .n = N, .period = 12};
  g_autoptr (GrForecast) by_days = NULL;
  g_autoptr (GrForecast) by_twice = NULL;
  g_autoptr (GrForecast) by_same = NULL;
  g_autoptr (GrForecast) plain = NULL;

  fill_days (days, N + HORIZON);
  for (int i = 0; i < N + HORIZON; i++) {
    twice[i] = 2 * days[i];
    same[i] = 7;
  }
  for (int i = 0; i < N; i++)
    values[i] = 50 + i + 10 * noise (i);
  by_days = gr_forecast_new (&series, &sales);
  series.days = twice;
  by_twice = gr_forecast_new (&series, &sales);
  series.days = same;
  by_same = gr_forecast_new (&series, &sales);
  series.days = NULL;
  plain = gr_forecast_new (&series, &sales);
  for (int h = 0; h < HORIZON; h++) {
    g_assert_cmpfloat_with_epsilon (by_twice->mean[h], by_days->mean[h], 1e-6);
    g_assert_cmpfloat_with_epsilon (by_same->mean[h], plain->mean[h], 1e-6);
  }
}

/* A month in which the shop was closed says nothing, and nothing is asked for in one that is to come. */
static void
test_closed_months_say_nothing (void)
{
  double values[N], days[N + HORIZON];
  GrSeries series = {.values = values, .days = days, .n = N, .period = 12};
  g_autoptr (GrForecast) forecast = NULL;

  for (int i = 0; i < N + HORIZON; i++)
    days[i] = 26;
  for (int i = 0; i < N; i++)
    values[i] = 40;
  days[N - 2] = days[N - 9] = days[N + 2] = 0;
  values[N - 2] = values[N - 9] = 0;
  forecast = gr_forecast_new (&series, &sales);
  for (int h = 0; h < HORIZON; h++)
    g_assert_cmpfloat_with_epsilon (forecast->mean[h], h == 2 ? 0 : 40, 0.5);
}

/* Price halves and doubles now and then; one percent more of it is one and a half less demand. */
static void
fill_prices (double *values, double *prices)
{
  for (int i = 0; i < N + HORIZON; i++) {
    prices[i] = i % 7 == 3 ? log (0.5) : i % 11 == 5 ? log (2) : 0;
    if (i < N)
      values[i] = 100 * exp (-1.5 * prices[i]) * (1 + 0.05 * noise (i));
  }
}

static void
test_what_prices_did_is_learnt (void)
{
  double values[N], prices[N + HORIZON];
  const double *regressors[] = {prices};
  GrSeries series = {.values = values, .n = N, .period = 1};
  GrForecastOptions options = sales;
  g_autoptr (GrForecast) with = NULL;
  g_autoptr (GrForecast) without = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autofree char *text = NULL;

  fill_prices (values, prices);
  without = gr_forecast_new (&series, &options);
  options.regressors = regressors;
  options.n_regressors = 1;
  prices[N] = log (0.5);
  prices[N + 1] = 0;
  prices[N + 2] = NAN;
  with = gr_forecast_new (&series, &options);
  g_assert_cmpfloat (with->regressor_weights[0], <, -1.1);
  g_assert_cmpfloat (with->regressor_weights[0], >, -1.6);
  g_assert_cmpfloat (with->mean[0], >, 200);
  g_assert_cmpfloat (with->mean[0], <, 320);
  g_assert_cmpfloat_with_epsilon (with->mean[1], 100, 15);
  g_assert_cmpfloat (with->outside_effect[2], ==, 1);
  g_assert_cmpfloat (with->error_sd, <, without->error_sd);
  lines = gr_forecast_explain (with, &series, GR_GRAIN_MONTH);
  text = gr_explanation_lines_text (lines);
  g_assert_nonnull (strstr (text, "Effect of other factors"));
}

/* Two regressors that add: one counts three a unit, the other nothing at all. */
static void
test_effects_may_add (void)
{
  double values[N], heat[N + HORIZON], idle[N + HORIZON];
  const double *regressors[] = {heat, idle};
  GrSeries series = {.values = values, .n = N, .period = 1};
  GrForecastOptions options = {.horizon = HORIZON, .regressors = regressors, .n_regressors = 2, .adds_effects = TRUE};
  g_autoptr (GrForecast) forecast = NULL;

  for (int i = 0; i < N + HORIZON; i++) {
    heat[i] = 10 * noise (3 * i + 1);
    idle[i] = 10 * noise (5 * i + 2);
    if (i < N)
      values[i] = 3 * heat[i] + noise (i);
  }
  forecast = gr_forecast_new (&series, &options);
  g_assert_cmpfloat_with_epsilon (forecast->regressor_weights[0], 3, 0.5);
  g_assert_cmpfloat_with_epsilon (forecast->regressor_weights[1], 0, 0.3);
  for (int h = 0; h < HORIZON; h++)
    g_assert_cmpfloat_with_epsilon (forecast->mean[h], 3 * heat[N + h], 6);
}

/* What never moved, or moved where nothing is known, is left alone. */
static void
test_idle_regressors_change_nothing (void)
{
  double values[N], flat[N + HORIZON], unknown[N + HORIZON];
  const double *regressors[] = {flat, unknown};
  GrSeries series = {.values = values, .n = N, .period = 12};
  GrForecastOptions options = sales;
  g_autoptr (GrForecast) plain = NULL;
  g_autoptr (GrForecast) with = NULL;

  for (int i = 0; i < N + HORIZON; i++) {
    flat[i] = 4;
    unknown[i] = NAN;
    if (i < N)
      values[i] = 30 + 5 * noise (i);
  }
  plain = gr_forecast_new (&series, &options);
  options.regressors = regressors;
  options.n_regressors = 2;
  with = gr_forecast_new (&series, &options);
  for (int h = 0; h < HORIZON; h++)
    g_assert_cmpfloat_with_epsilon (with->mean[h], plain->mean[h], 1e-9);
}

static void
test_shift_is_found_and_followed (void)
{
  double values[N], ratio;
  GrSeries series = {.values = values, .n = N, .period = 12};
  GrForecastOptions options = {.method = GR_METHOD_CAPPED_AVERAGE, .horizon = HORIZON, .is_sales = TRUE};
  g_autoptr (GrForecast) plain = NULL;
  g_autoptr (GrForecast) followed = NULL;

  for (int i = 0; i < N; i++)
    values[i] = (i < N - 12 ? 20 : 60) * (1 + 0.1 * noise (i));
  g_assert_cmpint (gr_level_shift_find (values, N, 12, &ratio), ==, N - 12);
  g_assert_cmpfloat_with_epsilon (ratio, 3, 0.2);
  plain = gr_forecast_new (&series, &options);
  options.follows_shifts = TRUE;
  followed = gr_forecast_new (&series, &options);
  g_assert_cmpint (plain->shift_at, ==, -1);
  g_assert_cmpint (followed->shift_at, ==, N - 12);
  g_assert_cmpfloat_with_epsilon (followed->mean[0], 60, 4);
  g_assert_cmpfloat (fabs (followed->mean[0] - 60), <=, fabs (plain->mean[0] - 60));
}

static void
test_trends_and_noise_are_no_shifts (void)
{
  double values[N], ratio;

  for (int i = 0; i < N; i++)
    values[i] = 10 + 2 * i + noise (i);
  g_assert_cmpint (gr_level_shift_find (values, N, 1, &ratio), ==, -1);
  for (int i = 0; i < N; i++)
    values[i] = 20 + 10 * noise (i);
  g_assert_cmpint (gr_level_shift_find (values, N, 1, &ratio), ==, -1);
  g_assert_cmpint (gr_level_shift_find (values, 5, 1, &ratio), ==, -1);
}

static double
strange_number (void)
{
  static const double strange[] = {NAN, INFINITY, -INFINITY, 1e15, -1e15, 1e-15, 1e300, 0, -3, 1e-310};

  return g_test_rand_int_range (0, 4) == 0 ? strange[g_test_rand_int_range (0, G_N_ELEMENTS (strange))]
                                           : g_test_rand_double_range (0, 30);
}

/* Whatever comes in, finite and ordered numbers come out. */
static void
test_nothing_strange_comes_out (void)
{
  for (int round = 0; round < 400; round++) {
    double values[N], numbers[3][N + HORIZON];
    const double *regressors[] = {numbers[0], numbers[1]};
    GrSeries series = {.values = values, .n = (gsize) g_test_rand_int_range (0, N + 1), .period = round % 13};
    GrForecastOptions options = {.horizon = HORIZON,
        .method = (GrForecastMethod) g_test_rand_int_range (0, GR_N_METHODS),
        .is_sales = g_test_rand_bit(),
        .is_whole = g_test_rand_bit(),
        .regressors = g_test_rand_bit() ? regressors : NULL,
        .n_regressors = g_test_rand_int_range (-1, 3),
        .adds_effects = g_test_rand_bit(),
        .follows_shifts = g_test_rand_bit()};
    g_autoptr (GrForecast) forecast = NULL;
    g_autoptr (GPtrArray) lines = NULL;
    g_autofree char *text = NULL;

    for (int i = 0; i < N + HORIZON; i++)
      for (int k = 0; k < 3; k++)
        numbers[k][i] = strange_number();
    for (int i = 0; i < N; i++)
      values[i] = strange_number();
    series.days = g_test_rand_bit() ? numbers[2] : NULL;
    forecast = gr_forecast_new (&series, &options);
    lines = gr_forecast_explain (forecast, &series, GR_GRAIN_MONTH);
    text = gr_explanation_lines_text (lines);
    for (int h = 0; h < HORIZON; h++) {
      g_assert_true (isfinite (forecast->lo95[h]) && isfinite (forecast->hi95[h]) && isfinite (forecast->sd[h]));
      g_assert_true (forecast->lo95[h] <= forecast->mean[h] && forecast->mean[h] <= forecast->hi95[h]);
      g_assert_true (isfinite (forecast->outside_effect[h]) && isfinite (forecast->day_effect[h]));
      g_assert_true (isfinite (forecast->cumulative_sd[h]));
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/influences/day-factors-average-to-one", test_day_factors_average_to_one);
  g_test_add_func ("/influences/demand-by-the-day-is-found", test_demand_by_the_day_is_found);
  g_test_add_func ("/influences/only-unlike-days-matter", test_only_unlike_days_matter);
  g_test_add_func ("/influences/closed-months-say-nothing", test_closed_months_say_nothing);
  g_test_add_func ("/influences/what-prices-did-is-learnt", test_what_prices_did_is_learnt);
  g_test_add_func ("/influences/effects-may-add", test_effects_may_add);
  g_test_add_func ("/influences/idle-regressors-change-nothing", test_idle_regressors_change_nothing);
  g_test_add_func ("/influences/shift-is-found-and-followed", test_shift_is_found_and_followed);
  g_test_add_func ("/influences/trends-and-noise-are-no-shifts", test_trends_and_noise_are_no_shifts);
  g_test_add_func ("/influences/nothing-strange-comes-out", test_nothing_strange_comes_out);
  return g_test_run();
}
