#include "fixture-series.h"

#include "domain/plan/explanation.h"

#include "forecast/engine/forecast.h"

#include <float.h>
#include <math.h>
#include <string.h>

/* A short way to a forecast: @period and values, everything else as usual. */
static GrForecast *
run (const double *values, gsize n, int period, GrForecastMethod method, int horizon)
{
  GrSeries series = {.values = values, .n = n, .period = period};
  GrForecastOptions options = {.method = method, .horizon = horizon, .is_sales = TRUE};

  return gr_forecast_new (&series, &options);
}

static void
assert_is_sound (const GrForecast *forecast, gboolean is_sales)
{
  g_assert_true (isfinite (forecast->error_sd) && forecast->error_sd >= 0);
  g_assert_true (isfinite (forecast->bias));
  for (int h = 0; h < forecast->horizon; h++) {
    g_assert_true (isfinite (forecast->lo95[h]) && isfinite (forecast->hi95[h]));
    g_assert_true (isfinite (forecast->naive[h]) && isfinite (forecast->sd[h]));
    g_assert_cmpfloat (forecast->lo95[h], <=, forecast->lo80[h]);
    g_assert_cmpfloat (forecast->lo80[h], <=, forecast->mean[h]);
    g_assert_cmpfloat (forecast->mean[h], <=, forecast->hi80[h]);
    g_assert_cmpfloat (forecast->hi80[h], <=, forecast->hi95[h]);
    if (is_sales)
      g_assert_cmpfloat (forecast->lo95[h], >=, 0);
  }
  for (double buckets = 0; buckets < forecast->horizon + 3; buckets += 0.25) {
    double sd = gr_forecast_cumulative_sd (forecast, buckets);

    g_assert_true (isfinite (sd) && sd >= 0);
    g_assert_cmpfloat (sd, <=, gr_forecast_cumulative_sd (forecast, buckets + 0.25) * (1 + 1e-12));
  }
}

static void
test_moving_average_is_the_mean_of_its_window (void)
{
  const double values[] = {4, 5, 6};
  g_autoptr (GrForecast) forecast = run (values, 3, 12, GR_METHOD_MOVING_AVERAGE, 4);

  g_assert_cmpint (forecast->window, ==, 3);
  for (int h = 0; h < 4; h++)
    g_assert_cmpfloat (forecast->mean[h], ==, 5);
}

static void
test_seasonal_naive_repeats_the_season (void)
{
  const double values[] = {1, 2, 3, 4, 5, 6, 7, 8};
  g_autoptr (GrForecast) forecast = run (values, 8, 4, GR_METHOD_SEASONAL_NAIVE, 6);
  const double expected[] = {5, 6, 7, 8, 5, 6};

  for (int h = 0; h < 6; h++) {
    g_assert_cmpfloat (forecast->mean[h], ==, expected[h]);
    g_assert_cmpfloat (forecast->naive[h], ==, expected[h]);
  }
}

/* The recursion redone by hand from the figures the forecast gives. */
static void
test_figures_reproduce_the_mean (void)
{
  const double values[] = {20, 24, 29, 31, 37, 40, 46, 49, 53, 58, 61, 66};
  g_autoptr (GrForecast) ses = run (values, 12, 1, GR_METHOD_SES, 3);
  g_autoptr (GrForecast) damped = run (values, 12, 1, GR_METHOD_DAMPED_TREND, 3);
  double power = damped->phi;

  g_assert_cmpfloat (ses->alpha, >, 0.9);
  g_assert_cmpfloat_with_epsilon (ses->mean[2], ses->level, 1e-9);
  g_assert_cmpfloat_with_epsilon (damped->mean[0], damped->level + power * damped->trend, 1e-9);
  power += damped->phi * damped->phi;
  g_assert_cmpfloat_with_epsilon (damped->mean[1], damped->level + power * damped->trend, 1e-9);
  g_assert_cmpfloat (damped->mean[0], >, 67);
  g_assert_cmpfloat (damped->mean[0], <, 73);
}

/* Level, trend and season, or the parts, give the first step of every method that tells them. */
static void
test_figures_reproduce_the_first_step (void)
{
  static const GrForecastMethod methods[] = {GR_METHOD_SES, GR_METHOD_HOLT, GR_METHOD_DAMPED_TREND, GR_METHOD_DRIFT,
      GR_METHOD_THETA, GR_METHOD_DOTM, GR_METHOD_ETS, GR_METHOD_COMB, GR_METHOD_COMBINATION, GR_METHOD_CAPPED_AVERAGE};
  g_autoptr (GPtrArray) all = fixture_series_load();

  for (guint i = 0; i < all->len; i++) {
    const FixtureSeries *series = g_ptr_array_index (all, i);

    for (gsize m = 0; m < G_N_ELEMENTS (methods); m++) {
      g_autoptr (GrForecast) forecast = run (series->values, (gsize) series->n, series->period, methods[m], 3);
      double first = forecast->level;
      double parts = 0;

      first += isnan (forecast->trend) ? 0 : forecast->trend * (isnan (forecast->phi) ? 1 : forecast->phi);
      if (!isnan (forecast->season))
        first = forecast->is_season_ratio ? first * forecast->season : first + forecast->season;
      for (int p = 0; p < forecast->n_parts; p++)
        parts += forecast->parts[p].weight * forecast->parts[p].first;
      g_assert_cmpfloat_with_epsilon (
          forecast->n_parts > 0 ? parts : first, forecast->mean[0], 1e-9 * fabs (forecast->mean[0]));
    }
  }
}

static void
test_trend_is_chosen_where_there_is_one (void)
{
  double values[40];

  for (int i = 0; i < 40; i++)
    values[i] = 100 + 5 * i + (i % 3);
  {
    g_autoptr (GrForecast) forecast = run (values, 40, 1, GR_METHOD_AUTOMATIC, 4);

    g_assert_cmpint (forecast->method, ==, GR_METHOD_COMBINATION);
    g_assert_cmpfloat (fabs (forecast->mean[0] - 301), <, 4);
    g_assert_cmpint (forecast->n_origins, ==, 26);
  }
}

static void
test_season_is_chosen_where_there_is_one (void)
{
  double values[48];

  for (int i = 0; i < 48; i++)
    values[i] = i % 12 == 11 ? 300 : 20 + i % 12;
  {
    g_autoptr (GrForecast) forecast = run (values, 48, 12, GR_METHOD_AUTOMATIC, 12);

    g_assert_cmpfloat_with_epsilon (forecast->mean[11], 300, 3);
    g_assert_cmpfloat_with_epsilon (forecast->mean[0], 20, 3);
  }
}

/* The mean absolute error would have chosen nothing at all. */
static void
test_lumpy_demand_is_not_forecast_as_nothing (void)
{
  double values[60] = {0};

  for (int i = 2; i < 60; i += 5)
    values[i] = 10;
  {
    g_autoptr (GrForecast) forecast = run (values, 60, 52, GR_METHOD_AUTOMATIC, 8);

    g_assert_cmpfloat (forecast->mean[0], >, 1);
    g_assert_cmpfloat (forecast->mean[0], <, 4);
  }
}

static void
test_what_died_goes_to_zero (void)
{
  double values[80] = {0};

  for (int i = 0; i < 40; i++)
    values[i] = 3 + i % 4;
  {
    g_autoptr (GrForecast) forecast = run (values, 80, 52, GR_METHOD_AUTOMATIC, 4);

    g_assert_cmpint (forecast->method, ==, GR_METHOD_ZERO);
    g_assert_cmpfloat (forecast->mean[3], ==, 0);
  }
}

static gboolean
is_dead (const double *values, int n, int period)
{
  g_autoptr (GrForecast) forecast = run (values, (gsize) n, period, GR_METHOD_AUTOMATIC, 2);

  return forecast->method == GR_METHOD_ZERO;
}

/* What sold in every month is dead after half a season of silence, what sold seldom after more than a whole one. */
static void
test_when_death_is_certain (void)
{
  double monthly[40] = {0}, seldom[40] = {0}, brief[40] = {0};

  for (int i = 0; i < 14; i++)
    monthly[i] = 5 + i % 3;
  seldom[0] = seldom[10] = seldom[19] = 4;
  for (int silence = 3; silence < 17; silence++) {
    g_assert_cmpint (is_dead (monthly, 14 + silence, 12), ==, silence >= 6);
    g_assert_cmpint (is_dead (seldom, 20 + silence, 12), ==, silence > 12);
  }
  /* Fewer months of selling than half a season tell no rhythm. */
  for (int i = 0; i < 5; i++)
    brief[i] = 5 + i % 3;
  for (int silence = 5; silence < 17; silence++)
    g_assert_cmpint (is_dead (brief, 5 + silence, 12), ==, silence > 12);
  brief[5] = 5;
  g_assert_true (is_dead (brief, 6 + 6, 12));
  /* Without a season, sixteen buckets stand for one. */
  for (int silence = 7; silence < 9; silence++)
    g_assert_cmpint (is_dead (monthly, 14 + silence, 1), ==, silence >= 8);
  g_assert_true (is_dead (monthly + 20, 10, 12)); /* it never sold */
}

/* Sold in eight weeks before Christmas, silent for the half year since: not dead. */
static void
test_what_waits_for_christmas_is_not_dead (void)
{
  double values[40] = {0};

  for (int i = 0; i < 8; i++)
    values[i] = 30;
  {
    g_autoptr (GrForecast) forecast = run (values, 40, 52, GR_METHOD_AUTOMATIC, 4);

    g_assert_cmpint (forecast->method, !=, GR_METHOD_ZERO);
  }
}

static void
test_unknown_and_partly_available_buckets (void)
{
  const double values[] = {NAN, NAN, 10, 10, NAN, 10, 5, 0, 10, INFINITY, 10, 10};
  const double availability[] = {1, 1, 1, 1, 1, 1, 0.5, 0, 1, 1, 1, 1};
  GrSeries series = {.values = values, .availability = availability, .n = 12, .period = 1};
  GrForecastOptions options = {.method = GR_METHOD_AUTOMATIC, .horizon = 5, .is_sales = TRUE};
  g_autoptr (GrForecast) forecast = gr_forecast_new (&series, &options);

  g_assert_cmpint (forecast->n_used, ==, 10);
  for (int h = 0; h < 5; h++) {
    g_assert_cmpfloat_with_epsilon (forecast->mean[h], 10, 1e-9);
    g_assert_cmpfloat_with_epsilon (forecast->hi95[h], 10, 1e-6);
  }
}

static void
test_constants_come_back (void)
{
  for (int method = 0; method < GR_METHOD_ZERO; method++) {
    double values[30];

    for (int i = 0; i < 30; i++)
      values[i] = 7;
    {
      g_autoptr (GrForecast) forecast = run (values, 30, 12, (GrForecastMethod) method, 24);

      for (int h = 0; h < 24; h++)
        g_assert_cmpfloat_with_epsilon (forecast->mean[h], 7, 1e-9);
      g_assert_cmpfloat_with_epsilon (forecast->error_sd, 0, 1e-6);
    }
  }
}

static void
test_nothing_known_is_nothing_forecast (void)
{
  const double values[] = {NAN, NAN};

  for (gsize n = 0; n <= 2; n++) {
    g_autoptr (GrForecast) forecast = run (values, n, 52, GR_METHOD_AUTOMATIC, 3);

    g_assert_cmpfloat (forecast->hi95[2], ==, 0);
    g_assert_cmpint (forecast->n_used, ==, 0);
  }
}

static double
draw_value (GRand *random, int kind)
{
  switch (kind) {
  case 0:
    return g_rand_double (random) * 100;
  case 1:
    return g_rand_int_range (random, 0, 5) == 0 ? g_rand_int_range (random, 1, 500) : 0;
  case 2:
    return 1e15 * g_rand_double (random);
  case 3:
    return 1e-15 * g_rand_double (random);
  case 4:
    return g_rand_boolean (random) ? NAN : g_rand_double_range (random, -50, 50);
  case 5:
    return g_rand_boolean (random) ? DBL_MAX : -DBL_MAX;
  default:
    return 0;
  }
}

static void
test_whatever_comes_in_is_finite_coming_out (void)
{
  static const gsize lengths[] = {0, 1, 2, 3, 4, 5, 7, 11, 12, 13, 23, 24, 25, 51, 52, 53, 104, 130};
  static const int periods[] = {1, 4, 12, 52, -3, 0};
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (int round = 0; round < 500; round++) {
    double values[130];
    gsize n = lengths[g_rand_int_range (random, 0, G_N_ELEMENTS (lengths))];
    GrSeries series = {.values = values,
        .n = n,
        .period = periods[g_rand_int_range (random, 0, 6)],
        .first = g_rand_int_range (random, -100, 100)};
    GrForecastOptions options = {.method = (GrForecastMethod) g_rand_int_range (random, 0, GR_N_METHODS),
        .horizon = g_rand_int_range (random, -1, 60),
        .is_sales = g_rand_boolean (random)};
    guint8 events[200];
    g_autoptr (GrForecast) forecast = NULL;
    g_autoptr (GPtrArray) lines = NULL;
    g_autofree char *text = NULL;

    for (gsize i = 0; i < sizeof events; i++)
      events[i] = (guint8) (g_rand_int_range (random, 0, 4) == 0 ? g_rand_int_range (random, 0, 256) : 0);
    options.events = g_rand_boolean (random) ? events : NULL;
    options.caps_outliers = g_rand_boolean (random);
    for (gsize i = 0; i < n; i++)
      values[i] = draw_value (random, round % 7);
    forecast = gr_forecast_new (&series, &options);
    assert_is_sound (forecast, options.is_sales);
    lines = gr_forecast_explain (forecast, &series, GR_GRAIN_MONTH);
    text = gr_explanation_lines_text (lines);
    g_assert_true (g_utf8_validate (text, -1, NULL));
    g_assert_null (strstr (text, "nan"));
    g_assert_null (strstr (text, "inf"));
  }
}

static void
test_ten_thousand_points_are_no_matter (void)
{
  g_autofree double *values = g_new (double, 10000);
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  gint64 start = g_get_monotonic_time();

  for (int i = 0; i < 10000; i++)
    values[i] = 50 + g_rand_double (random);
  {
    g_autoptr (GrForecast) forecast = run (values, 10000, 52, GR_METHOD_AUTOMATIC, 52);

    assert_is_sound (forecast, TRUE);
    g_assert_cmpfloat (fabs (forecast->mean[0] - 50.5), <, 0.5);
  }
  g_assert_cmpint (g_get_monotonic_time() - start, <, 5 * G_USEC_PER_SEC);
}

static void
test_forecast_scales_with_its_series (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);

  for (int round = 0; round < 40; round++) {
    double values[50], scaled[50];

    for (int i = 0; i < 50; i++) {
      values[i] = g_rand_int_range (random, 0, 20);
      scaled[i] = values[i] * 1024;
    }
    {
      g_autoptr (GrForecast) one = run (values, 50, 12, GR_METHOD_AUTOMATIC, 6);
      g_autoptr (GrForecast) other = run (scaled, 50, 12, GR_METHOD_AUTOMATIC, 6);

      g_assert_cmpint (one->method, ==, other->method);
      for (int h = 0; h < 6; h++) {
        g_assert_cmpfloat_with_epsilon (one->mean[h] * 1024, other->mean[h], 1e-7);
        g_assert_cmpfloat_with_epsilon (one->hi95[h] * 1024, other->hi95[h], 1e-7);
      }
    }
  }
}

static gpointer
forecast_on_thread (gpointer data)
{
  const FixtureSeries *series = data;

  return run (series->values, (gsize) series->n, series->period, GR_METHOD_AUTOMATIC, 12);
}

static void
test_any_thread_says_the_same (void)
{
  g_autoptr (GPtrArray) all = fixture_series_load();

  for (guint i = 0; i < all->len; i++) {
    FixtureSeries *series = g_ptr_array_index (all, i);
    GThread *threads[2];
    GrForecast *forecasts[2];

    for (int t = 0; t < 2; t++)
      threads[t] = g_thread_new ("forecast", forecast_on_thread, series);
    for (int t = 0; t < 2; t++)
      forecasts[t] = g_thread_join (threads[t]);
    g_assert_cmpint (forecasts[0]->method, ==, forecasts[1]->method);
    g_assert_cmpmem (forecasts[0]->mean, 12 * sizeof (double), forecasts[1]->mean, 12 * sizeof (double));
    g_assert_cmpmem (forecasts[0]->hi95, 12 * sizeof (double), forecasts[1]->hi95, 12 * sizeof (double));
    gr_forecast_free (forecasts[0]);
    gr_forecast_free (forecasts[1]);
  }
}

static void
test_explanation_shows_the_sum (void)
{
  const double values[] = {4, 5, 6};
  GrSeries series = {.values = values, .n = 3, .period = 12};
  g_autoptr (GrForecast) forecast = run (values, 3, 12, GR_METHOD_MOVING_AVERAGE, 1);
  g_autoptr (GPtrArray) lines = gr_forecast_explain (forecast, &series, GR_GRAIN_MONTH);
  g_autofree char *text = gr_explanation_lines_text (lines);

  g_assert_nonnull (strstr (text, "Moving average"));
  g_assert_nonnull (strstr (text, "(4 + 5 + 6) / 3 = 5"));
}

static void
test_ids_are_there_and_back (void)
{
  GrForecastMethod method = GR_METHOD_SES;

  for (int i = 0; i < GR_N_METHODS; i++) {
    g_assert_true (gr_forecast_method_from_id (gr_forecast_method_id ((GrForecastMethod) i), &method));
    g_assert_cmpint (method, ==, i);
    g_assert_cmpint (strlen (gr_forecast_method_title (method)), >, 3);
  }
  g_assert_false (gr_forecast_method_from_id ("none", &method));
  g_assert_false (gr_forecast_method_from_id (NULL, &method));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/forecast/moving-average", test_moving_average_is_the_mean_of_its_window);
  g_test_add_func ("/forecast/seasonal-naive", test_seasonal_naive_repeats_the_season);
  g_test_add_func ("/forecast/figures", test_figures_reproduce_the_mean);
  g_test_add_func ("/forecast/first-step", test_figures_reproduce_the_first_step);
  g_test_add_func ("/forecast/trend", test_trend_is_chosen_where_there_is_one);
  g_test_add_func ("/forecast/season", test_season_is_chosen_where_there_is_one);
  g_test_add_func ("/forecast/lumpy", test_lumpy_demand_is_not_forecast_as_nothing);
  g_test_add_func ("/forecast/dead", test_what_died_goes_to_zero);
  g_test_add_func ("/forecast/certain-death", test_when_death_is_certain);
  g_test_add_func ("/forecast/christmas", test_what_waits_for_christmas_is_not_dead);
  g_test_add_func ("/forecast/unknown", test_unknown_and_partly_available_buckets);
  g_test_add_func ("/forecast/constant", test_constants_come_back);
  g_test_add_func ("/forecast/nothing", test_nothing_known_is_nothing_forecast);
  g_test_add_func ("/forecast/finite", test_whatever_comes_in_is_finite_coming_out);
  g_test_add_func ("/forecast/long", test_ten_thousand_points_are_no_matter);
  g_test_add_func ("/forecast/scale", test_forecast_scales_with_its_series);
  g_test_add_func ("/forecast/threads", test_any_thread_says_the_same);
  g_test_add_func ("/forecast/explanation", test_explanation_shows_the_sum);
  g_test_add_func ("/forecast/ids", test_ids_are_there_and_back);
  return g_test_run();
}
