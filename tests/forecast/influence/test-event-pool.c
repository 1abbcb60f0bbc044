#include "forecast/influence/event-pool.h"

#include <math.h>

enum { NO_EVENT, PROMOTION, FEAST };

#define N 21

/* So many a bucket, and @lift times as many in two promotions. */
static GrEventEvidence
gather (double each, double lift, const double *availability, const double *days)
{
  double y[N];
  guint8 events[N] = {[5] = PROMOTION, [15] = PROMOTION};
  GrSeries series = {.values = y, .availability = availability, .days = days, .n = N, .period = 1};
  GrEventEvidence evidence[GR_N_EVENTS];

  for (int i = 0; i < N; i++)
    y[i] = each * (events[i] == PROMOTION ? lift : 1) * (availability != NULL ? availability[i] : 1) *
           (days != NULL ? days[i] : 1);
  gr_event_pool_gather (&series, events, evidence);
  g_assert_cmpint (evidence[NO_EVENT].n, ==, 0);
  g_assert_cmpint (evidence[FEAST].n, ==, 0);
  return evidence[PROMOTION];
}

static void
add (GrEventEvidence *sum, GrEventEvidence evidence)
{
  sum->actual += evidence.actual;
  sum->expected += evidence.expected;
  sum->n += evidence.n;
}

/* Worked out by hand: 2 · (90 + 5) sold where 2 · (30 + 5) are usual; the prior weighs 70 / 4 + 1. */
static void
test_items_count_by_what_they_sell (void)
{
  GrEventEvidence sum = {0};

  add (&sum, gather (30, 3, NULL, NULL));
  add (&sum, gather (5, 1, NULL, NULL));
  g_assert_cmpint (sum.n, ==, 4);
  g_assert_cmpfloat_with_epsilon (sum.actual, 190, 1e-9);
  g_assert_cmpfloat_with_epsilon (sum.expected, 70, 1e-9);
  g_assert_cmpfloat_with_epsilon (gr_event_pool_effect (&sum, 1), (190 + 18.5) / (70 + 18.5), 1e-12);
  g_assert_cmpfloat_with_epsilon (gr_event_pool_effect (&sum, 1.6), (190 + 18.5 * 1.6) / (70 + 18.5), 1e-12);
}

/* The more was seen the less the prior weighs, and next to nothing sold is next to no evidence. */
static void
test_shrinkage (void)
{
  GrEventEvidence few = gather (40, 3, NULL, NULL), many = {0}, small = gather (0.01, 3, NULL, NULL);
  const GrEventEvidence none = {0}, vanished = {0, 400, 10};

  for (int i = 0; i < 500; i++)
    add (&many, few);
  g_assert_cmpfloat (gr_event_pool_effect (&few, 1), >, 2);
  g_assert_cmpfloat (gr_event_pool_effect (&few, 1), <, 2.5);
  g_assert_cmpfloat_with_epsilon (gr_event_pool_effect (&many, 1), 3, 0.01);
  g_assert_cmpfloat_with_epsilon (gr_event_pool_effect (&small, 1.5), 1.5, 0.05);
  g_assert_cmpfloat (gr_event_pool_effect (&none, 1.5), ==, 1.5);
  g_assert_cmpfloat (gr_event_pool_effect (&vanished, 1), ==, 0.1); /* the least that an event leaves */
  g_assert_cmpfloat (gr_event_pool_effect (&none, INFINITY), ==, 10);
  g_assert_cmpfloat (gr_event_pool_effect (&none, -1), ==, 0.1);
}

static void
test_silence_says_nothing (void)
{
  GrEventEvidence evidence = gather (0, 1, NULL, NULL);

  g_assert_cmpint (evidence.n, ==, 0);
  g_assert_cmpfloat (evidence.expected, ==, 0);
}

/* Where it could not be bought it tells neither of the promotion nor of the usual; half a bucket counts as one. */
static void
test_stock_outs_are_left_out (void)
{
  double availability[N];
  GrEventEvidence evidence;

  for (int i = 0; i < N; i++)
    availability[i] = i == 4 || i == 14 || i == 15 ? 0 : i == 5 ? 0.5 : 1;
  evidence = gather (20, 3, availability, NULL);
  g_assert_cmpint (evidence.n, ==, 1);
  g_assert_cmpfloat_with_epsilon (evidence.actual, 60, 1e-9);
  g_assert_cmpfloat_with_epsilon (evidence.expected, 20, 1e-9);
}

/* A promotion in a week of three open days lifts those. */
static void
test_days_count (void)
{
  double days[N];
  GrEventEvidence evidence;

  for (int i = 0; i < N; i++)
    days[i] = i == 5 ? 3 : i == 6 ? 0 : 6;
  evidence = gather (10, 2, NULL, days);
  g_assert_cmpint (evidence.n, ==, 2);
  g_assert_cmpfloat_with_epsilon (evidence.expected, 30 + 60, 1e-9);
  g_assert_cmpfloat_with_epsilon (evidence.actual, 60 + 120, 1e-9);
}

/* Where demand falls, what comes before an event counts as much as what comes after, be it known of few buckets. */
static void
test_both_sides_count (void)
{
  const double y[] = {30, 40, 10, 10, 10, 10, 10};
  const guint8 events[] = {NO_EVENT, PROMOTION, NO_EVENT, NO_EVENT, NO_EVENT, NO_EVENT, NO_EVENT};

  g_assert_cmpfloat_with_epsilon (gr_events_level (y, 7, events, 1), 20, 1e-12);
  g_assert_cmpfloat_with_epsilon (gr_events_level (y + 1, 6, events + 1, 0), 10, 1e-12);
  g_assert_cmpfloat_with_epsilon (gr_events_level (y, 2, events, 1), 30, 1e-12);
  g_assert_true (isnan (gr_events_level (y + 1, 1, events + 1, 0)));
}

static void
test_a_bulk_order_is_cut (void)
{
  GrEventEvidence evidence = gather (10, 1000, NULL, NULL);

  g_assert_cmpfloat_with_epsilon (evidence.actual / evidence.expected, 10, 1e-9);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/event-pool/shares", test_items_count_by_what_they_sell);
  g_test_add_func ("/event-pool/shrinkage", test_shrinkage);
  g_test_add_func ("/event-pool/silence", test_silence_says_nothing);
  g_test_add_func ("/event-pool/stock-outs", test_stock_outs_are_left_out);
  g_test_add_func ("/event-pool/days", test_days_count);
  g_test_add_func ("/event-pool/sides", test_both_sides_count);
  g_test_add_func ("/event-pool/bulk", test_a_bulk_order_is_cut);
  return g_test_run();
}
