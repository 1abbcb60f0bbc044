#include "forecast/judge/backtest.h"
#include "forecast/influence/events.h"

#include "domain/plan/explanation.h"

#include <math.h>
#include <string.h>

enum { NO_EVENT, PROMOTION, FEAST };

#define N       100
#define HORIZON 6

/* A steady item that sells three times as much in a promotion, which comes every 20 buckets, and again two buckets from
 * now. */
static void
fill (double *y, guint8 *events)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (21);

  for (int i = 0; i < N + HORIZON; i++) {
    events[i] = i % 20 == 2 ? PROMOTION : NO_EVENT;
    if (i < N)
      y[i] = 50 * (events[i] != NO_EVENT ? 3 : 1) * g_rand_double_range (random, 0.9, 1.1);
  }
}

static void
test_effects_are_learnt_with_caution (void)
{
  double y[N], effects[GR_N_EVENTS];
  guint8 events[N + HORIZON];

  fill (y, events);
  gr_events_estimate (y, N, events, NULL, effects);
  g_assert_cmpfloat (effects[NO_EVENT], ==, 1);
  g_assert_cmpfloat (effects[FEAST], ==, 1);
  g_assert_cmpfloat (effects[PROMOTION], >, 2.1);
  g_assert_cmpfloat (effects[PROMOTION], <, 3.1);
  gr_events_estimate (y, 20, events, NULL, effects); /* one occurrence only */
  g_assert_cmpfloat (effects[PROMOTION], >, 1.4);
  g_assert_cmpfloat (effects[PROMOTION], <, 2);
}

/* An owner's idea counts as much as an occurrence, and alone where there was none. */
static void
test_expectations (void)
{
  double y[N], priors[GR_N_EVENTS], alone[GR_N_EVENTS], effects[GR_N_EVENTS];
  guint8 events[N + HORIZON];

  fill (y, events);
  for (int i = 0; i < GR_N_EVENTS; i++)
    priors[i] = 1;
  priors[PROMOTION] = 3;
  priors[FEAST] = 1.4;
  gr_events_estimate (y, N, events, NULL, alone);
  gr_events_estimate (y, N, events, priors, effects);
  g_assert_cmpfloat_with_epsilon (effects[FEAST], 1.4, 1e-12);
  g_assert_cmpfloat (effects[PROMOTION], >, alone[PROMOTION]);
  g_assert_cmpfloat_with_epsilon (effects[PROMOTION], 3, 0.4);
  priors[FEAST] = 0; /* not even a silly one gives silly numbers */
  priors[PROMOTION] = INFINITY;
  gr_events_estimate (y, N, events, priors, effects);
  g_assert_cmpfloat (effects[FEAST], >, 0);
  g_assert_cmpfloat (effects[PROMOTION], <=, 10);
}

static void
test_events_are_taken_out_and_put_back (void)
{
  double y[N];
  guint8 events[N + HORIZON];
  GrSeries series = {.values = y, .n = N, .period = 1};
  GrForecastOptions options = {.horizon = HORIZON, .is_sales = TRUE, .events = events};
  g_autoptr (GrForecast) with = NULL;
  g_autoptr (GrForecast) without = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autofree char *text = NULL;

  fill (y, events);
  with = gr_forecast_new (&series, &options);
  lines = gr_forecast_explain (with, &series, GR_GRAIN_MONTH);
  text = gr_explanation_lines_text (lines);
  options.events = NULL;
  without = gr_forecast_new (&series, &options);
  g_assert_cmpfloat_with_epsilon (with->mean[0], 50, 4);
  g_assert_cmpfloat (with->mean[2], >, 105);
  g_assert_cmpfloat (with->event_effect[2], >, 2.1);
  g_assert_cmpfloat (with->event_effect[3], ==, 1);
  g_assert_cmpfloat (without->mean[2], <, 75);
  g_assert_cmpfloat (with->error_sd, <, without->error_sd);
  g_assert_nonnull (strstr (text, "Event in forecast month 3: ×"));
}

/* Last year's promotion is not repeated, and one that is to come is not forgotten. */
static void
test_last_year_is_repeated_without_its_events (void)
{
  double y[N];
  guint8 events[N + HORIZON];
  GrSeries series = {.values = y, .n = N, .period = 19};
  GrForecastOptions options = {
      .method = GR_METHOD_SEASONAL_NAIVE, .horizon = HORIZON, .is_sales = TRUE, .events = events};
  g_autoptr (GrForecast) forecast = NULL;
  double effect;

  fill (y, events);
  forecast = gr_forecast_new (&series, &options);
  effect = forecast->event_effect[2];
  g_assert_cmpfloat (effect, >, 2.1);
  g_assert_cmpfloat_with_epsilon (forecast->mean[0], y[N - 19], 1e-9);
  g_assert_cmpfloat_with_epsilon (forecast->mean[1], y[N - 18] / effect, 1e-9);
  g_assert_cmpfloat_with_epsilon (forecast->mean[2], y[N - 17] * effect, 1e-9);
}

/* Promotions that ran out at once say nothing of what a promotion does. */
static void
test_what_was_not_there_teaches_nothing (void)
{
  double y[N], availability[N];
  guint8 events[N + HORIZON];
  GrSeries series = {.values = y, .availability = availability, .n = N, .period = 1};
  GrForecastOptions options = {.horizon = HORIZON, .is_sales = TRUE, .events = events};
  g_autoptr (GrForecast) forecast = NULL;

  fill (y, events);
  for (int i = 0; i < N; i++)
    availability[i] = i == 62 || i == 82 ? 0 : 1;
  y[62] = y[82] = 0;
  forecast = gr_forecast_new (&series, &options);
  g_assert_cmpfloat (forecast->event_effect[2], >, 2.1); /* three times, seen three times: 3^(3/4) */
  g_assert_cmpfloat_with_epsilon (forecast->mean[0], 50, 4);
}

static void
test_events_of_nothing (void)
{
  const double zeros[N] = {0};
  guint8 events[N + HORIZON];
  double effects[GR_N_EVENTS];

  memset (events, PROMOTION, sizeof events);
  gr_events_estimate (zeros, N, events, NULL, effects); /* nothing but events: no telling what would have been */
  g_assert_cmpfloat (effects[PROMOTION], ==, 1);
  events[5] = NO_EVENT;
  gr_events_estimate (zeros, N, events, NULL, effects);
  g_assert_cmpfloat (effects[PROMOTION], ==, 1);
  gr_events_estimate (NULL, 0, events, NULL, effects);
  g_assert_cmpfloat (effects[PROMOTION], ==, 1);
}

static void
test_backtests_know_the_events (void)
{
  double y[N];
  guint8 events[N + HORIZON];
  GrSeries series = {.values = y, .n = N, .period = 1};
  GrForecastOptions options = {.horizon = 3, .is_sales = TRUE, .events = events};
  GrBacktest with, without;

  fill (y, events);
  gr_backtest_run (&with, &series, &options, 25);
  options.events = NULL;
  gr_backtest_run (&without, &series, &options, 25);
  g_assert_cmpfloat (with.wape, <, without.wape);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/events/effects", test_effects_are_learnt_with_caution);
  g_test_add_func ("/events/expectations", test_expectations);
  g_test_add_func ("/events/forecast", test_events_are_taken_out_and_put_back);
  g_test_add_func ("/events/last-year", test_last_year_is_repeated_without_its_events);
  g_test_add_func ("/events/unseen", test_what_was_not_there_teaches_nothing);
  g_test_add_func ("/events/nothing", test_events_of_nothing);
  g_test_add_func ("/events/backtest", test_backtests_know_the_events);
  return g_test_run();
}
