#include "shop-days.h"

/* What is learnt, is learnt from the last year, if it has so many weeks. */
#define YEAR        (52 * 7)
#define LEAST_WEEKS 12

/* A shop is open on a weekday on which it sells at least this often. */
#define OPEN_WEEKDAY 0.25

/* One that sells on fewer of its open days tells nothing of closed ones. */
#define LEAST_BUSY 0.8

/* A week is mostly closed below this share of its days. */
#define MOSTLY_CLOSED 0.5

/* So many years tell when holidays are. */
#define MOST_YEARS 3

/* As far as anybody plans: more than ten years. */
#define WEEKS_AHEAD  600
#define MONTHS_AHEAD 150

/* The days from @first to before @before, on which anything was sold or not. */
typedef struct {
  GrDate first, before;
  gboolean *is_open;
  gboolean is_weekday_open[7];
  double busy; /* the share of open weekdays on which something was sold */
} Calendar;

static int
weekday_of (GrDate day)
{
  return day - gr_grain_start (GR_GRAIN_WEEK, day);
}

static void
learn_weekdays (Calendar *calendar)
{
  int n_days[7] = {0}, n_open[7] = {0}, days = 0, open = 0;

  for (GrDate day = MAX (calendar->first, calendar->before - YEAR); day < calendar->before; day++) {
    n_days[weekday_of (day)]++;
    n_open[weekday_of (day)] += calendar->is_open[day - calendar->first];
  }
  for (int weekday = 0; weekday < 7; weekday++) {
    calendar->is_weekday_open[weekday] = n_open[weekday] >= OPEN_WEEKDAY * n_days[weekday] && n_open[weekday] > 0;
    if (!calendar->is_weekday_open[weekday])
      continue;
    days += n_days[weekday];
    open += n_open[weekday];
  }
  calendar->busy = days > 0 ? (double) open / days : 0;
}

static int
count_sold (const Calendar *calendar, GrDate from, GrDate before)
{
  int count = 0;

  for (GrDate day = MAX (from, calendar->first); day < MIN (before, calendar->before); day++)
    count += calendar->is_open[day - calendar->first];
  return count;
}

static int
count_weekdays (const Calendar *calendar, GrDate from, GrDate before)
{
  int count = 0;

  for (GrDate day = from; day < before; day++)
    count += calendar->is_weekday_open[weekday_of (day)];
  return count;
}

/* How much of its open weekdays the same bucket was open in the years before, holidays being what they are. */
static double
usual_share (const Calendar *calendar, GrGrain grain, GrDate bucket)
{
  int sold = 0, weekdays = 0, years = 0;

  for (int year = 1; years < MOST_YEARS; year++) {
    GrDate from = gr_grain_add (grain, bucket, -year * gr_grain_per_year (grain));
    GrDate before = gr_grain_add (grain, from, 1);

    if (from < calendar->first)
      break;
    if (before > calendar->before)
      continue;
    sold += count_sold (calendar, from, before);
    weekdays += count_weekdays (calendar, from, before);
    years++;
  }
  return weekdays > 0 ? MIN ((double) sold / weekdays, 1) : calendar->busy;
}

/* The days of a bucket. People come a day later rather than not at all: only the days of a month, and weeks that are
 * mostly closed, count. */
static double
weigh (const Calendar *calendar, GrGrain grain, GrDate from, GrDate before)
{
  int weekdays = count_weekdays (calendar, from, before);
  double open =
      before <= calendar->before ? count_sold (calendar, from, before) : weekdays * usual_share (calendar, grain, from);

  return grain == GR_GRAIN_WEEK && open > MOSTLY_CLOSED * weekdays ? weekdays : open;
}

/* What changes within the running bucket does not count, so that forecasts hold until it is over. */
static void
learn_grain (GrShopDays *days, Calendar *calendar, GrGrain grain, GrDate until)
{
  int ahead = grain == GR_GRAIN_WEEK ? WEEKS_AHEAD : MONTHS_AHEAD, n_past;

  calendar->before = gr_grain_start (grain, until);
  if (calendar->before - calendar->first < 7 * LEAST_WEEKS)
    return;
  learn_weekdays (calendar);
  if (calendar->busy < LEAST_BUSY)
    return;
  days->starts[grain] = gr_grain_start (grain, calendar->first);
  n_past = gr_grain_between (grain, days->starts[grain], calendar->before);
  days->lengths[grain] = n_past + ahead;
  days->weights[grain] = g_new (double, days->lengths[grain]);
  for (int i = 0; i < days->lengths[grain]; i++) {
    GrDate from = gr_grain_add (grain, days->starts[grain], i), before = gr_grain_add (grain, from, 1);

    days->weights[grain][i] = weigh (calendar, grain, from, before);
  }
}

/**
 * gr_shop_days_learn:
 * @open_days: (element-type GrDate): the days on which anything was sold, in order
 * @until: the first day that is not history yet
 *
 * Past buckets have the days on which something was sold; those to come the days of the weekdays on which the shop is
 * open, as far as it was open in the same week or month of the years before. So Christmas is counted, and a February of
 * 24 days; on the retail shop's past that took 1.3 points off the months' WAPE and 1.8 off the families'. A shop that
 * often sells nothing on a day tells nothing. O(days).
 */
GrShopDays *
gr_shop_days_learn (const GArray *open_days, GrDate until)
{
  GrShopDays *days = g_new0 (GrShopDays, 1);
  Calendar calendar = {0};

  if (open_days->len == 0)
    return days;
  calendar.first = g_array_index (open_days, GrDate, 0);
  calendar.is_open = g_new0 (gboolean, MAX (until - calendar.first, 0) + 1);
  for (guint i = 0; i < open_days->len && g_array_index (open_days, GrDate, i) < until; i++)
    calendar.is_open[g_array_index (open_days, GrDate, i) - calendar.first] = TRUE;
  for (int grain = 0; grain < 2; grain++)
    learn_grain (days, &calendar, grain, until);
  g_free (calendar.is_open);
  return days;
}

void
gr_shop_days_free (GrShopDays *days)
{
  if (days == NULL)
    return;
  g_free (days->weights[GR_GRAIN_WEEK]);
  g_free (days->weights[GR_GRAIN_MONTH]);
  g_free (days);
}

/**
 * gr_shop_days_from:
 * @days: (nullable)
 * @start: the first bucket's
 * @n: how many buckets, past and to come
 *
 * Returns: (nullable): the weights of those buckets, as GrSeries takes them; %NULL where they are not all known
 */
const double *
gr_shop_days_from (const GrShopDays *days, GrGrain grain, GrDate start, int n)
{
  int from;

  if (days == NULL || days->weights[grain] == NULL)
    return NULL;
  from = gr_grain_between (grain, days->starts[grain], start);
  return from >= 0 && n <= days->lengths[grain] - from ? days->weights[grain] + from : NULL;
}
