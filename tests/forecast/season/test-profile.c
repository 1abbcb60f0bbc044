#include "forecast/engine/forecast.h"
#include "forecast/season/profile-pool.h"
#include "forecast/season/profile.h"

#include "domain/plan/explanation.h"

#include <math.h>
#include <string.h>

#define WEEKS 52

/* Christmas: from week 44 on sales rise to four times the usual, and are over by the new year. */
static double
christmas (int week)
{
  double distance = (week % WEEKS - 49.0) / 2.5;

  return 1 + 3 * exp (-distance * distance / 2);
}

static void
fill (double *y, int n, int first, double level, GRand *random)
{
  for (int i = 0; i < n; i++)
    y[i] = level * christmas (first + i) * g_rand_double_range (random, 0.7, 1.3);
}

static double
mean_season (void)
{
  double sum = 0;

  for (int week = 0; week < WEEKS; week++)
    sum += christmas (week) / WEEKS;
  return sum;
}

static void
test_own_season_of_weeks (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  double y[130], index[WEEKS];

  fill (y, 130, 20, 40, random);
  g_assert_true (gr_profile_estimate (y, 130, WEEKS, 20, index));
  g_assert_cmpfloat_with_epsilon (index[49], christmas (49) / mean_season(), 0.7);
  g_assert_cmpfloat_with_epsilon (index[20], christmas (20) / mean_season(), 0.25);
}

static void
test_noise_has_no_season (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (2);
  int found = 0;

  for (int round = 0; round < 50; round++) {
    double y[110], index[WEEKS];

    for (int i = 0; i < 110; i++)
      y[i] = g_rand_double_range (random, 20, 60);
    found += gr_profile_estimate (y, 110, WEEKS, 0, index);
  }
  g_assert_cmpint (found, <, 30); /* faint waves are taken at times; they are small */
}

static void
test_too_short_for_a_season (void)
{
  const double y[] = {1, 2, 3};
  const double nothing[60] = {0};
  double index[WEEKS], noise;

  g_assert_false (gr_profile_estimate (y, 3, WEEKS, 0, index));
  g_assert_false (gr_profile_estimate (nothing, 60, WEEKS, 0, index));
  g_assert_cmpint (gr_profile_pool (NULL, 0, index, &noise), ==, 0);
}

/* Twenty old items of the family know about Christmas; the new one has been on sale since June. */
static void
test_a_new_item_knows_about_christmas (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  static double old[20][128];
  GrSeries family[20];
  double young[24], index[WEEKS], noise;

  for (int i = 0; i < 20; i++) {
    fill (old[i], 128, 20, 5 + i, random);
    family[i] = (GrSeries){.values = old[i], .n = 128, .period = WEEKS, .first = 20};
  }
  fill (young, 24, 20 + 128 - 24, 30, random); /* ends in week 43 */
  g_assert_cmpint (gr_profile_pool (family, 20, index, &noise), ==, 20);
  {
    GrSeries series = {.values = young, .n = 24, .period = WEEKS, .first = 20 + 128 - 24};
    GrForecastOptions options = {.horizon = 12, .is_sales = TRUE, .profile = index};
    g_autoptr (GrForecast) with = gr_forecast_new (&series, &options);
    g_autoptr (GrForecast) without = NULL;
    double error_with = 0, error_without = 0;

    options.profile = NULL;
    without = gr_forecast_new (&series, &options);
    for (int h = 0; h < 12; h++) {
      double truth = 30 * christmas (20 + 128 + h);

      error_with += fabs (with->mean[h] - truth);
      error_without += fabs (without->mean[h] - truth);
    }
    g_assert_cmpfloat (error_with, <, 0.5 * error_without);
    g_assert_cmpfloat (with->mean[5], >, 2 * with->mean[0]);
    g_assert_true (with->is_season_ratio);
  }
}

/* Two and a half years of weeks, then five: by waves, then by decomposition. */
static void
test_weeks_are_forecast_with_their_season (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (4);
  static const int lengths[] = {130, 260};

  for (int k = 0; k < 2; k++) {
    int n = lengths[k];
    double y[260];
    GrSeries series = {.values = y, .n = (gsize) n, .period = WEEKS, .first = 44 - n % WEEKS};
    GrForecastOptions options = {.horizon = 12, .is_sales = TRUE};
    g_autoptr (GrForecast) forecast = NULL;

    fill (y, n, series.first + WEEKS, 60, random); /* ends in week 43 */
    forecast = gr_forecast_new (&series, &options);
    g_assert_cmpfloat (forecast->mean[5], >, 2 * forecast->mean[0]);
    g_assert_cmpfloat_with_epsilon (forecast->mean[5], 60 * christmas (49), 70);
    g_assert_cmpfloat_with_epsilon (forecast->mean[11], 60 * christmas (55), 30);
  }
}

static void
test_an_item_against_the_season_is_believed (void)
{
  double index[WEEKS], with[104], against[104], flat[104];

  for (int week = 0; week < WEEKS; week++)
    index[week] = christmas (week) / mean_season();
  for (int i = 0; i < 104; i++) {
    with[i] = 10 * christmas (i);
    against[i] = 10 / christmas (i);
    flat[i] = 10;
  }
  g_assert_cmpfloat_with_epsilon (gr_profile_strength (with, 104, 0, index, WEEKS), 1, 0.1);
  g_assert_cmpfloat (gr_profile_strength (flat, 104, 0, index, WEEKS), <, 0.2);
  g_assert_cmpfloat (gr_profile_strength (against, 104, 0, index, WEEKS), <, 0.05);
  g_assert_cmpfloat_with_epsilon (gr_profile_strength (flat, 4, 20, index, WEEKS), 1, 0.35);
  g_assert_cmpfloat (gr_profile_strength (flat, 0, 0, index, WEEKS), ==, 1);
}

/* Forty flat items, half of which sell ten times as much as the rest. */
static void
test_no_season_stays_none (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  static double y[40][20];
  GrSeries family[40];
  double index[12], noise;

  for (int i = 0; i < 40; i++) {
    for (int t = 0; t < 20; t++)
      y[i][t] = (i % 2 == 0 ? 10 : 100) * g_rand_double_range (random, 0.6, 1.4);
    family[i] = (GrSeries){.values = y[i], .n = 20, .period = 12, .first = 480};
  }
  g_assert_cmpint (gr_profile_pool (family, 40, index, &noise), ==, 40);
  gr_profile_steady (index, 12, noise);
  for (int s = 0; s < 12; s++)
    g_assert_cmpfloat (index[s], ==, 1);
}

/* December sells three times as much. Items come and go and decline by 1 % a month; the pool sees through both. */
static void
test_items_that_come_and_go (void)
{
  static double y[30][24];
  GrSeries family[30];
  double index[12], noise, mean = 14.0 / 12;

  for (int i = 0; i < 30; i++) {
    int born = i % 3 * 5, n = 24 - born;

    for (int t = 0; t < n; t++)
      y[i][t] = (5 + i) * pow (0.99, born + t) * ((born + t) % 12 == 11 ? 3 : 1);
    family[i] = (GrSeries){.values = y[i], .n = (gsize) n, .period = 12, .first = born};
  }
  y[3][2] = 5000; /* a bulk order */
  g_assert_cmpint (gr_profile_pool (family, 30, index, &noise), ==, 30);
  for (int s = 0; s < 12; s++)
    g_assert_cmpfloat_with_epsilon (index[s], (s == 11 ? 3 : 1) / mean, 0.15);
  g_assert_cmpint (gr_profile_pool (family + 2, 1, index, &noise), ==, 1); /* fourteen months alone will do */
  family[0].n = 11;
  g_assert_cmpint (gr_profile_pool (family, 1, index, &noise), ==, 0);
}

/* The same family by unsteady items, by steady ones, and by the steadiest. */
static void
test_unsteady_items_go_by_the_shop (void)
{
  double family[12], shop[12], index[12], mean = 0, noise = 1;

  for (int s = 0; s < 12; s++) {
    family[s] = s == 11 ? 4 : 8.0 / 11;
    shop[s] = s == 6 ? 2 : 10.0 / 11;
  }
  memcpy (index, family, sizeof index);
  gr_profile_blend (index, &noise, shop, 12);
  for (int s = 0; s < 12; s++)
    g_assert_cmpfloat_with_epsilon (index[s], shop[s], 1e-9);
  memcpy (index, family, sizeof index);
  noise = 0.01;
  gr_profile_blend (index, &noise, shop, 12);
  g_assert_cmpfloat (index[6], <, 0.9);
  g_assert_cmpfloat (index[11], >, 3.5);
  g_assert_cmpfloat (noise, <, 0.01);
  gr_profile_steady (index, 12, noise); /* so strong a season hardly moves */
  for (int s = 0; s < 12; s++)
    mean += index[s] / 12;
  g_assert_cmpfloat_with_epsilon (mean, 1, 1e-9);
  g_assert_cmpfloat (index[11], >, 3.2);
}

/* Of sales that stray by a half, forty items leave a noise of about 0.5 squared / 40 in each month of a year. */
static void
test_noise_is_measured (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (6);
  static double y[40][12];
  GrSeries family[40];
  double index[12], noise;

  for (int i = 0; i < 40; i++) {
    for (int t = 0; t < 12; t++)
      y[i][t] = 50 * (1 + 0.5 * sqrt (3) * g_rand_double_range (random, -1, 1));
    family[i] = (GrSeries){.values = y[i], .n = 12, .period = 12, .first = 480};
  }
  g_assert_cmpint (gr_profile_pool (family, 40, index, &noise), ==, 40);
  g_assert_cmpfloat_with_epsilon (noise, 0.5 * 0.5 / 40, 0.001);
}

/* December 2010 in the record: told by the season of before, which had not seen it. */
static void
test_the_record_holds_no_hindsight (void)
{
  double y[19], now[12], before[12];
  GrSeries series = {.values = y, .n = 19, .period = 12, .first = 0};
  GrForecastOptions options = {.horizon = 6, .is_sales = TRUE, .profile = now, .n_judged = 7};
  g_autoptr (GrForecast) blind = NULL;
  g_autoptr (GrForecast) seeing = NULL;

  for (int s = 0; s < 12; s++) {
    now[s] = s == 3 ? 2.1 : 0.9;
    before[s] = 1;
  }
  for (int t = 0; t < 19; t++)
    y[t] = 50 * (t >= 12 ? now[t % 12] : 1); /* a season that begins in the second year */
  options.past_profile = before;
  blind = gr_forecast_new (&series, &options);
  options.past_profile = now;
  seeing = gr_forecast_new (&series, &options);
  g_assert_cmpint (blind->n_origins, ==, 7);
  g_assert_cmpfloat (blind->wape, >, 0.1);
  for (int h = 0; h < 6; h++)
    g_assert_cmpfloat (blind->mean[h], ==, seeing->mean[h]);
  options.past_profile = NULL;
  gr_forecast_free (g_steal_pointer (&seeing));
  seeing = gr_forecast_new (&series, &options);
  g_assert_cmpfloat (seeing->mean[3], ==, blind->mean[3]);
}

/* An item of a level family that sells twice as much every July: after one and a half years that is its season; a
 * single good month is none. */
static void
test_an_items_own_year_counts (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  double steady[19], chance[19], index[12];

  for (int t = 0; t < 19; t++) {
    steady[t] = 100 * (t % 12 == 6 ? 2 : 1) * g_rand_double_range (random, 0.95, 1.05);
    chance[t] = 100 * (t == 6 ? 2 : 1) * g_rand_double_range (random, 0.95, 1.05);
  }
  for (int s = 0; s < 12; s++)
    index[s] = 1;
  gr_profile_own (steady, 14, 0, index, 12);
  for (int s = 0; s < 12; s++)
    g_assert_cmpfloat_with_epsilon (index[s], 1, 1e-9); /* too early */
  gr_profile_own (steady, 19, 0, index, 12);
  g_assert_cmpfloat (index[6] / index[5], >, 1.6);
  for (int s = 0; s < 12; s++)
    index[s] = 1;
  gr_profile_own (chance, 19, 0, index, 12);
  g_assert_cmpfloat (index[6] / index[5], <, 1.25);
}

/* What the explanation says of a short history with its family's season gives the first step when worked out. */
static void
test_figures_reproduce_the_first_step (void)
{
  const double y[] = {12, 30, 18, 9, 14};
  double index[12];
  GrSeries series = {.values = y, .n = 5, .period = 12, .first = 3};
  GrForecastOptions options = {.horizon = 4, .is_sales = TRUE, .profile = index};
  g_autoptr (GrForecast) forecast = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autofree char *text = NULL;
  double sum = 0;

  for (int s = 0; s < 12; s++)
    index[s] = 0.5 + s / 11.0;
  forecast = gr_forecast_new (&series, &options);
  lines = gr_forecast_explain (forecast, &series, GR_GRAIN_MONTH);
  text = gr_explanation_lines_text (lines);
  g_assert_cmpint (forecast->method, ==, GR_METHOD_MOVING_AVERAGE);
  g_assert_nonnull (strstr (text, " / "));
  for (int i = 0; i < forecast->window; i++) {
    int at = 5 - forecast->window + i;

    g_assert_cmpfloat_with_epsilon (forecast->index[at], 1 + forecast->profile_strength * (index[3 + at] - 1), 1e-9);
    sum += y[at] / forecast->index[at];
  }
  g_assert_cmpfloat_with_epsilon (sum / forecast->window, forecast->level, 1e-9);
  g_assert_cmpfloat_with_epsilon (1 + forecast->profile_strength * (index[8] - 1), forecast->season, 1e-9);
  g_assert_cmpfloat_with_epsilon (forecast->level * forecast->season, forecast->mean[0], 1e-9);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/profile/own", test_own_season_of_weeks);
  g_test_add_func ("/profile/noise", test_noise_has_no_season);
  g_test_add_func ("/profile/short", test_too_short_for_a_season);
  g_test_add_func ("/profile/new-item", test_a_new_item_knows_about_christmas);
  g_test_add_func ("/profile/weeks", test_weeks_are_forecast_with_their_season);
  g_test_add_func ("/profile/strength", test_an_item_against_the_season_is_believed);
  g_test_add_func ("/profile/none", test_no_season_stays_none);
  g_test_add_func ("/profile/come-and-go", test_items_that_come_and_go);
  g_test_add_func ("/profile/blend", test_unsteady_items_go_by_the_shop);
  g_test_add_func ("/profile/measured", test_noise_is_measured);
  g_test_add_func ("/profile/own-year", test_an_items_own_year_counts);
  g_test_add_func ("/profile/figures", test_figures_reproduce_the_first_step);
  g_test_add_func ("/profile/hindsight", test_the_record_holds_no_hindsight);
  return g_test_run();
}
