#include "demand/recipe/grain-agreement.h"

#include <math.h>

#define N_WEEKS  26
#define N_MONTHS 18

/* Each bucket spread evenly over its days; NaN where there is none. */
static double
sum_of_days (GrGrain grain, const GrGrainValues *from, GrDate start, GrDate end)
{
  double sum = 0;

  for (GrDate day = start; day < end; day++) {
    int bucket = gr_grain_between (grain, from->start, day);
    GrDate first = gr_grain_add (grain, from->start, bucket);

    sum += bucket >= 0 && bucket < from->n ? from->values[bucket] / (gr_grain_add (grain, first, 1) - first) : NAN;
  }
  return sum;
}

static void
test_the_middle (void)
{
  double week_values[5] = {7, 7, 7, 7, 7};       /* 1 a day, 2 February to 8 March */
  double month_values[3] = {31, 4 * 28, 4 * 31}; /* then 4 a day */
  GrGrainValues weeks = {gr_date_from_ymd (2026, 2, 2), 5, week_values};
  GrGrainValues months = {gr_date_from_ymd (2026, 1, 1), 3, month_values};

  gr_grains_agree (&weeks, &months);
  g_assert_cmpfloat (month_values[0], ==, 31);                        /* the weeks say nothing of January */
  g_assert_cmpfloat_with_epsilon (month_values[1], 4 + 27 * 2, 1e-9); /* 1 February is the month's alone */
  g_assert_cmpfloat_with_epsilon (month_values[2], 23 * 4 + 8 * 2, 1e-9);
  for (int i = 0; i < 5; i++)
    g_assert_cmpfloat_with_epsilon (week_values[i], 14, 1e-9);
}

static void
test_either_may_say_that_it_is_dead (void)
{
  double week_values[9] = {0}, month_values[2] = {30, 31};
  GrGrainValues weeks = {gr_date_from_ymd (2026, 5, 25), 9, week_values}; /* up to 26 July */
  GrGrainValues months = {gr_date_from_ymd (2026, 6, 1), 2, month_values};

  gr_grains_agree (&weeks, &months);
  g_assert_cmpfloat (month_values[0], ==, 0);
  g_assert_cmpfloat_with_epsilon (month_values[1], 5, 1e-9);
  for (int i = 0; i < 9; i++)
    g_assert_cmpfloat (week_values[i], ==, 0);
}

/* Whatever the two say, afterwards they say the same of what they share. */
static void
test_random_forecasts_add_up (void)
{
  GRand *random = g_rand_new_with_seed (7);

  for (int round = 0; round < 200; round++) {
    double week_values[N_WEEKS], month_values[N_MONTHS], before, week;
    GrDate today = gr_date_from_ymd (2026, 1, 1) + g_rand_int_range (random, 0, 1500);
    GrGrainValues weeks = {gr_grain_start (GR_GRAIN_WEEK, today), N_WEEKS, week_values};
    GrGrainValues months = {gr_grain_start (GR_GRAIN_MONTH, today), N_MONTHS, month_values};
    GrDate month = gr_date_add_months (months.start, 2);

    for (int i = 0; i < N_WEEKS; i++)
      week_values[i] = g_rand_double_range (random, 5, 6);
    for (int i = 0; i < N_MONTHS; i++)
      month_values[i] = g_rand_double_range (random, 0, 100);
    gr_grains_agree (&weeks, &months);
    week = sum_of_days (GR_GRAIN_WEEK, &weeks, weeks.start, weeks.start + 7 * N_WEEKS);
    before = sum_of_days (GR_GRAIN_MONTH, &months, month, gr_date_add_months (month, 1));
    g_assert_true (isfinite (week) && week >= 0);
    /* A week that lies in two months is spread over both again, hence the tolerance of a few days' difference. */
    g_assert_cmpfloat_with_epsilon (
        sum_of_days (GR_GRAIN_WEEK, &weeks, month, gr_date_add_months (month, 1)), before, 15);
  }
  g_rand_free (random);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/grain-agreement/middle", test_the_middle);
  g_test_add_func ("/grain-agreement/dead", test_either_may_say_that_it_is_dead);
  g_test_add_func ("/grain-agreement/random", test_random_forecasts_add_up);
  return g_test_run();
}
