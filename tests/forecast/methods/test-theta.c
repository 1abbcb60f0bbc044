#include "fixture-series.h"

#include "forecast/season/season.h"
#include "forecast/methods/theta.h"

#include <math.h>
#include <string.h>

typedef void (*ThetaFunc) (const double *y, int n, int horizon, double *mean, GrTheta *theta);

static double
distance (const FixtureModel *model, ThetaFunc func)
{
  const FixtureSeries *series = model->series;
  g_autoptr (GrSeason) season = gr_season_new (series->values, series->n, series->period);
  double adjusted[200], mean[24];
  GrTheta theta;

  gr_season_remove (season, series->values, series->n, adjusted);
  func (adjusted, series->n, series->h, mean, &theta);
  gr_season_restore (season, series->n, series->h, mean);
  return fmax (fabs (mean[0] / model->first - 1), fabs (mean[series->h - 1] / model->last - 1));
}

/* Share of the sample on which first and last forecast are those of R. */
static double
share_alike (const char *request, ThetaFunc func, double tolerance)
{
  g_autoptr (GPtrArray) all = fixture_series_load();
  g_autoptr (GPtrArray) models = fixture_models_load (all);
  int count = 0, alike = 0;

  for (guint i = 0; i < models->len; i++) {
    const FixtureModel *model = g_ptr_array_index (models, i);

    if (strcmp (model->request, request) != 0)
      continue;
    count++;
    alike += distance (model, func) < tolerance;
  }
  g_assert_cmpint (count, ==, 30);
  return (double) alike / count;
}

static void
test_theta_is_r_s (void)
{
  g_assert_cmpfloat (share_alike ("thetaf", gr_theta_forecast, 0.002), >=, 0.9);
}

/* R's search stops at times in another valley; ours is the deepest. */
static void
test_dotm_is_r_s (void)
{
  g_assert_cmpfloat (share_alike ("DOTM", gr_theta_forecast_dynamic, 0.01), >=, 0.7);
  g_assert_cmpfloat (share_alike ("DOTM", gr_theta_forecast_dynamic, 0.05), >=, 0.95);
}

static void
test_a_line_goes_on (void)
{
  double y[30], mean[5];
  GrTheta theta;

  for (int i = 0; i < 30; i++)
    y[i] = 50 + 4 * i;
  gr_theta_forecast_dynamic (y, 30, 5, mean, &theta);
  for (int h = 0; h < 5; h++)
    g_assert_cmpfloat_with_epsilon (mean[h], 50 + 4 * (30 + h), 1.5);
  g_assert_cmpfloat_with_epsilon (theta.slope, 4, 1e-9);
}

static void
test_scale_and_shift (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  double y[40], moved[40], mean[6], moved_mean[6];
  GrTheta theta;

  for (int round = 0; round < 20; round++) {
    for (int i = 0; i < 40; i++) {
      y[i] = g_rand_double_range (random, 50, 100) + i;
      moved[i] = 1000 + 3 * y[i];
    }
    gr_theta_forecast (y, 40, 6, mean, &theta);
    gr_theta_forecast (moved, 40, 6, moved_mean, &theta);
    for (int h = 0; h < 6; h++)
      g_assert_cmpfloat_with_epsilon (1000 + 3 * mean[h], moved_mean[h], 0.01);
    gr_theta_forecast_dynamic (y, 40, 6, mean, &theta);
    gr_theta_forecast_dynamic (moved, 40, 6, moved_mean, &theta);
    for (int h = 0; h < 6; h++)
      g_assert_cmpfloat_with_epsilon (1000 + 3 * mean[h], moved_mean[h], 0.01);
  }
}

static void
test_short_series (void)
{
  const double y[] = {5, 7, 6};

  for (int n = 1; n <= 3; n++) {
    double mean[3];
    GrTheta theta;

    gr_theta_forecast (y, n, 3, mean, &theta);
    g_assert_cmpfloat (fabs (mean[2] - 6), <, 4);
    gr_theta_forecast_dynamic (y, n, 3, mean, &theta);
    g_assert_cmpfloat (fabs (mean[2] - 6), <, 4);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/theta/r", test_theta_is_r_s);
  g_test_add_func ("/theta/dotm-r", test_dotm_is_r_s);
  g_test_add_func ("/theta/line", test_a_line_goes_on);
  g_test_add_func ("/theta/equivariance", test_scale_and_shift);
  g_test_add_func ("/theta/short", test_short_series);
  return g_test_run();
}
