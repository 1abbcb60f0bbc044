#include "clock.h"

GrClock
gr_clock_system (void)
{
  return (GrClock){.fixed_today = GR_DATE_NONE};
}

/**
 * gr_clock_fixed:
 *
 * Returns: a clock that stands on @today; instants still pass, so that deeds keep their order.
 */
GrClock
gr_clock_fixed (GrDate today)
{
  return (GrClock){.fixed_today = today};
}

/**
 * gr_clock_today:
 *
 * Returns: the business date, by the local calendar.
 */
GrDate
gr_clock_today (GrClock clock)
{
  g_autoptr (GDateTime) now = NULL;

  if (clock.moving != NULL)
    return *clock.moving;
  if (clock.fixed_today != GR_DATE_NONE)
    return clock.fixed_today;
  now = g_date_time_new_now_local();
  return gr_date_from_ymd (g_date_time_get_year (now), g_date_time_get_month (now), g_date_time_get_day_of_month (now));
}

GrInstant
gr_clock_now (GrClock clock)
{
  (void) clock;
  return g_get_real_time();
}
