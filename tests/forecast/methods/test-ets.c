#include "fixture-series.h"

#include "forecast/methods/ets-family.h"
#include "forecast/methods/ets-start.h"

#include <math.h>
#include <string.h>

static void
test_likelihoods_are_no_worse_than_r_s (void)
{
  g_autoptr (GPtrArray) all = fixture_series_load();
  g_autoptr (GPtrArray) models = fixture_models_load (all);
  int count = 0, as_good = 0;

  for (guint i = 0; i < models->len; i++) {
    const FixtureModel *expected = g_ptr_array_index (models, i);
    const FixtureSeries *series = expected->series;
    GrEtsForm form;
    GrEtsModel model;

    if (isnan (expected->log_likelihood))
      continue;
    g_assert_true (gr_ets_form_from_name (expected->request, &form));
    g_assert_true (gr_ets_fit (&model, form, series->values, series->n, series->period));
    count++;
    as_good += model.log_likelihood >= expected->log_likelihood - 0.05;
  }
  g_assert_cmpint (count, ==, 320);
  g_assert_cmpint (as_good, >=, count * 99 / 100);
}

/* Where R's search found the same valley, its forecasts are ours. */
static void
test_forecasts_are_r_s_where_the_fit_is (void)
{
  g_autoptr (GPtrArray) all = fixture_series_load();
  g_autoptr (GPtrArray) models = fixture_models_load (all);
  int count = 0, alike = 0;

  for (guint i = 0; i < models->len; i++) {
    const FixtureModel *expected = g_ptr_array_index (models, i);
    const FixtureSeries *series = expected->series;
    GrEtsForm form;
    GrEtsModel model;
    double mean[24];

    if (isnan (expected->log_likelihood))
      continue;
    gr_ets_form_from_name (expected->request, &form);
    gr_ets_fit (&model, form, series->values, series->n, series->period);
    if (fabs (model.log_likelihood - expected->log_likelihood) > 0.001)
      continue;
    gr_ets_forecast (&model, series->h, mean, NULL);
    count++;
    alike += fabs (mean[0] / expected->first - 1) < 0.005 && fabs (mean[series->h - 1] / expected->last - 1) < 0.02;
  }
  g_assert_cmpint (count, >, 40);
  g_assert_cmpint (alike, >=, count * 9 / 10);
}

/* The exact derivatives against differences, at a point away from the start, for all forms. */
static void
test_derivatives (void)
{
  double y[48];

  for (int i = 0; i < 48; i++)
    y[i] = (1 + 0.01 * i) * (1 + 0.2 * sin (i * M_PI / 2)) + 0.03 * ((i * 7) % 5);
  for (int f = 0; f < GR_ETS_N_FORMS; f++) {
    double at[GR_ETS_MOST_PARAMETERS];
    GrEtsProblem problem;
    GrEtsSlope slope;

    gr_ets_problem_init (&problem, gr_ets_form_at (f), y, 48, 4);
    gr_ets_start (&problem, at);
    for (int j = 0; j < problem.layout.count; j++)
      at[j] *= 1 + 0.01 * (j % 3);
    gr_ets_pass_slope (&problem, at, &slope);
    for (int j = 0; j < problem.layout.count; j++) {
      double step = 1e-6, before = at[j], up, down;

      at[j] = before + step;
      up = gr_ets_pass_value (&problem, at, NULL, NULL);
      at[j] = before - step;
      down = gr_ets_pass_value (&problem, at, NULL, NULL);
      at[j] = before;
      g_assert_cmpfloat_with_epsilon (
          slope.gradient[j], (up - down) / (2 * step), 1e-3 * (1 + fabs (slope.gradient[j])));
    }
  }
}

static void
test_resuming_is_where_the_fit_ended (void)
{
  g_autoptr (GPtrArray) all = fixture_series_load();

  for (guint i = 0; i < all->len; i += 3) {
    const FixtureSeries *series = g_ptr_array_index (all, i);
    GrEtsModel model, again;
    double mean[24], other[24];

    g_assert_true (gr_ets_select (&model, series->values, series->n, series->period));
    again = model;
    gr_ets_resume (&again, series->values, series->n);
    gr_ets_forecast (&model, series->h, mean, NULL);
    gr_ets_forecast (&again, series->h, other, NULL);
    for (int h = 0; h < series->h; h++)
      g_assert_cmpfloat_with_epsilon (mean[h], other[h], 1e-6 * fabs (mean[h]));
  }
}

/* Draws paths from a model that is made up, and compares their spread with the formula's, which takes level and season
 * for independent where they are multiplied. */
static void
test_variance_is_that_of_simulated_paths (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (2);
  const int horizon = 9, n_paths = 40000;

  for (int f = 0; f < GR_ETS_N_FORMS; f++) {
    GrEtsForm form = gr_ets_form_at (f);
    gboolean is_relative = form.error == GR_ETS_MULTIPLICATIVE, is_ratio = form.season == GR_ETS_MULTIPLICATIVE;
    GrEtsModel model = {.form = form,
        .period = form.season != GR_ETS_NONE ? 4 : 1,
        .n = 8,
        .alpha = 0.4,
        .beta = form.trend != GR_ETS_NONE ? 0.1 : 0,
        .gamma = form.season != GR_ETS_NONE ? 0.2 : 0,
        .phi = form.trend == GR_ETS_DAMPED ? 0.9 : form.trend == GR_ETS_ADDITIVE,
        .level = 100,
        .trend = form.trend != GR_ETS_NONE ? 2 : 0,
        .variance = is_relative ? 0.01 : 100};
    double mean[9], variance[9], squares[9] = {0};

    for (int s = 0; s < model.period; s++)
      model.season[s] = is_ratio ? 0.8 + 0.1 * s : form.season == GR_ETS_ADDITIVE ? 10 * s - 15 : 0;
    gr_ets_forecast (&model, horizon, mean, variance);
    for (int path = 0; path < n_paths; path++) {
      GrEtsModel walk = model;

      for (int h = 0; h < horizon; h++) {
        double *s = &walk.season[h % walk.period];
        double q = walk.level + walk.phi * walk.trend, was = *s;
        double expected = is_ratio ? q * was : q + was;
        double draw = g_rand_double (random) + g_rand_double (random) + g_rand_double (random) - 1.5;
        double e = 2 * draw * sqrt (model.variance) * (is_relative ? expected : 1);

        squares[h] += (expected + e - mean[h]) * (expected + e - mean[h]) / n_paths;
        walk.level = q + walk.alpha * (is_ratio ? e / was : e);
        walk.trend = walk.phi * walk.trend + walk.beta * (is_ratio ? e / was : e);
        *s = was + walk.gamma * (is_ratio ? e / q : e);
      }
    }
    for (int h = 0; h < horizon; h++)
      g_assert_cmpfloat_with_epsilon (sqrt (squares[h] / variance[h]), 1, is_ratio ? 0.08 : 0.03);
  }
}

static void
test_selection_finds_what_made_the_series (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (9);
  double y[96];
  GrEtsModel model;

  for (int i = 0; i < 96; i++)
    y[i] = (100 + 2 * i) * (i % 12 == 11 ? 1.8 : 0.93) * g_rand_double_range (random, 0.97, 1.03);
  g_assert_true (gr_ets_select (&model, y, 96, 12));
  g_assert_cmpint (model.form.season, ==, GR_ETS_MULTIPLICATIVE);
  g_assert_cmpint (model.form.trend, !=, GR_ETS_NONE);
  g_assert_cmpfloat_with_epsilon (model.start_season[11], 1.8, 0.05);
}

static void
test_family_weights_add_up (void)
{
  g_autoptr (GPtrArray) all = fixture_series_load();

  for (guint i = 0; i < all->len; i += 4) {
    const FixtureSeries *series = g_ptr_array_index (all, i);
    g_autoptr (GrEtsFamily) family = gr_ets_family_new (series->values, series->n, series->period);
    double sum = 0;

    g_assert_nonnull (family);
    for (int k = 0; k < family->n_models; k++) {
      sum += family->weights[k];
      g_assert_cmpfloat (family->weights[k], <=, family->weights[0]);
    }
    g_assert_cmpfloat_with_epsilon (sum, 1, 1e-12);
  }
}

static void
test_odd_series_fit_or_are_refused (void)
{
  double y[40] = {0};
  GrEtsModel model;

  g_assert_null (gr_ets_family_new (y, 4, 1));
  for (int kind = 0; kind < 3; kind++) {
    for (int i = 0; i < 40; i++)
      y[i] = kind == 0 ? 0 : kind == 1 ? 7 : -3 + i % 2;
    if (gr_ets_select (&model, y, 40, 4)) {
      double mean[8], variance[8];

      gr_ets_forecast (&model, 8, mean, variance);
      for (int h = 0; h < 8; h++)
        g_assert_true (isfinite (mean[h]) && isfinite (variance[h]));
    }
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ets/likelihood", test_likelihoods_are_no_worse_than_r_s);
  g_test_add_func ("/ets/forecast", test_forecasts_are_r_s_where_the_fit_is);
  g_test_add_func ("/ets/derivatives", test_derivatives);
  g_test_add_func ("/ets/resume", test_resuming_is_where_the_fit_ended);
  g_test_add_func ("/ets/variance", test_variance_is_that_of_simulated_paths);
  g_test_add_func ("/ets/selection", test_selection_finds_what_made_the_series);
  g_test_add_func ("/ets/family", test_family_weights_add_up);
  g_test_add_func ("/ets/odd", test_odd_series_fit_or_are_refused);
  return g_test_run();
}
