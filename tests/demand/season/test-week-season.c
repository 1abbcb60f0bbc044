#include "demand/season/week-season.h"

static void
test_closed_weeks_are_known (void)
{
  GrDate first = gr_date_from_ymd (2024, 1, 1), cut = gr_date_from_ymd (2025, 7, 1);
  GrDate closed = gr_date_from_ymd (2024, 12, 23);
  int step = gr_grain_between (GR_GRAIN_WEEK, 0, closed) % 52;
  double months[12], closures[52], weeks[52], mean = 0;
  GrWeekActivity activity;

  gr_week_activity_init (&activity, first, cut);
  for (GrDate day = first; day < cut; day++)
    for (int i = 0; i < 5 && (day < closed || day >= closed + 7 || (day == closed && i == 0)); i++)
      gr_week_activity_add (&activity, day);
  gr_week_activity_closures (&activity, cut, closures);
  for (int i = 0; i < 52; i++)
    g_assert_cmpfloat_with_epsilon (closures[i], i == step ? 1.0 / 35 : 1, 1e-9);
  gr_week_activity_closures (&activity, closed, closures); /* not known yet */
  g_assert_cmpfloat (closures[step], ==, 1);
  for (int i = 0; i < 12; i++)
    months[i] = i == 11 ? 3 : 1;
  gr_week_activity_closures (&activity, cut, closures);
  gr_weeks_of_months (months, closures, cut, weeks);
  for (int i = 0; i < 52; i++)
    mean += weeks[i] / 52;
  g_assert_cmpfloat_with_epsilon (mean, 1, 1e-9);
  g_assert_cmpfloat (weeks[step], <, 0.1);
  g_assert_cmpfloat (weeks[(step + 50) % 52], >, 2);
  g_assert_cmpfloat_with_epsilon (weeks[(step + 26) % 52], weeks[(step + 20) % 52], 1e-9);
  gr_week_activity_clear (&activity);
}

/* So little is usual that a week of nothing says nothing. */
static void
test_quiet_weeks_are_not_closed_ones (void)
{
  GrDate first = gr_date_from_ymd (2024, 1, 1), cut = gr_date_from_ymd (2025, 7, 1);
  GrDate quiet = gr_date_from_ymd (2024, 12, 23);
  double closures[52];
  GrWeekActivity activity;

  gr_week_activity_init (&activity, first, cut);
  for (GrDate day = first; day < cut; day++)
    if (day < quiet || day >= quiet + 7)
      gr_week_activity_add (&activity, day);
  gr_week_activity_closures (&activity, cut, closures);
  for (int i = 0; i < 52; i++)
    g_assert_cmpfloat (closures[i], ==, 1);
  gr_week_activity_clear (&activity);
}

/* A week of half of what is usual is a weak one, and no closed one. */
static void
test_half_is_not_closed (void)
{
  GrDate first = gr_date_from_ymd (2024, 1, 1), cut = gr_date_from_ymd (2025, 7, 1),
         weak = gr_date_from_ymd (2024, 6, 3);
  double closures[52];
  GrWeekActivity activity;

  gr_week_activity_init (&activity, first, cut);
  for (GrDate day = first; day < cut; day++)
    for (int i = 0; i < (day >= weak && day < weak + 7 ? 1 : 2); i++)
      gr_week_activity_add (&activity, day);
  gr_week_activity_add (&activity, first - 1); /* before all weeks */
  gr_week_activity_add (&activity, cut);       /* and the running one */
  gr_week_activity_closures (&activity, cut, closures);
  for (int i = 0; i < 52; i++)
    g_assert_cmpfloat (closures[i], ==, 1);
  gr_week_activity_clear (&activity);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/week-season/closed-weeks", test_closed_weeks_are_known);
  g_test_add_func ("/week-season/quiet", test_quiet_weeks_are_not_closed_ones);
  g_test_add_func ("/week-season/half", test_half_is_not_closed);
  return g_test_run();
}
