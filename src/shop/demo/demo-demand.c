#include "demo-demand.h"

#include <math.h>

/* Share of an average week's demand, Monday to Sunday: the shop lives on Friday and Saturday. */
static const double weekdays[] = {0.10, 0.12, 0.14, 0.15, 0.22, 0.27, 0};

/* Demand of each month's middle against the year's average. */
static const double months[][12] = {
    [GR_DEMO_EVEN] = {0.92, 0.94, 0.97, 1.00, 1.00, 1.00, 0.96, 0.92, 1.00, 1.02, 1.05, 1.25},
    [GR_DEMO_CHRISTMAS] = {0.60, 0.55, 0.55, 0.60, 0.55, 0.55, 0.50, 0.50, 0.75, 1.10, 2.10, 3.80},
    [GR_DEMO_WINTER] = {1.50, 1.40, 1.15, 0.90, 0.75, 0.60, 0.50, 0.55, 0.80, 1.10, 1.40, 1.70},
    [GR_DEMO_SUMMER] = {0.60, 0.65, 0.80, 1.00, 1.25, 1.50, 1.55, 1.40, 1.10, 0.80, 0.65, 0.90},
    [GR_DEMO_EASTER] = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1},
    [GR_DEMO_ASPARAGUS] = {0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 0},
    [GR_DEMO_AUTUMN] = {0.60, 0.50, 0.50, 0.50, 0.50, 0.50, 0.60, 0.95, 1.70, 2.20, 1.90, 1.30},
};

/**
 * gr_demo_easter:
 *
 * Returns: Easter Sunday by the anonymous Gregorian computus (Meeus, "Astronomical Algorithms")
 */
GrDate
gr_demo_easter (int year)
{
  int a = year % 19, b = year / 100, c = year % 100;
  int d = b / 4, e = b % 4, g = (8 * b + 13) / 25;
  int h = (19 * a + b - d - g + 15) % 30;
  int j = c / 4, k = c % 4;
  int m = (a + 11 * h) / 319;
  int r = (2 * e + 2 * j - k - h + m + 32) % 7;
  int month = (h - m + r + 90) / 25;

  return gr_date_from_ymd (year, month, (h - m + r + month + 19) % 32);
}

/* Rises over five weeks to the holiday, and is over with it. */
static double
easter_factor (GrDate on)
{
  int year, month, day, before;

  gr_date_to_ymd (on, &year, &month, &day);
  before = gr_demo_easter (year) - on;
  return before < 0 || before > 35 ? 0 : 0.5 + 5.5 * (35 - before) / 35.0;
}

static double
asparagus_factor (GrDate on)
{
  int year, month, day, since;

  gr_date_to_ymd (on, &year, &month, &day);
  since = on - gr_date_from_ymd (year, 4, 12);
  if (since < 0 || month > 6)
    return 0;
  if (month == 6 && day > 24)
    return 0.5; /* what is left of it */
  return MIN (1.0, 0.3 + since / 20.0);
}

static double
season_factor (GrDemoSeason season, GrDate on)
{
  int year, month, day, other;
  double away;

  if (season == GR_DEMO_EASTER)
    return easter_factor (on);
  if (season == GR_DEMO_ASPARAGUS)
    return asparagus_factor (on);
  gr_date_to_ymd (on, &year, &month, &day);
  if (season == GR_DEMO_CHRISTMAS && month == 12 && day > 24)
    return 0.9;
  away = (day - 15) / 30.0;
  other = (month - 1 + (away < 0 ? 11 : 1)) % 12;
  return months[season][month - 1] * (1 - fabs (away)) + months[season][other] * fabs (away);
}

/* Two weeks each May and October. */
static gboolean
is_promoted (const GrDemoItem *item, GrDate on)
{
  int year, month, day;

  gr_date_to_ymd (on, &year, &month, &day);
  return item->fate == GR_DEMO_PROMOTED && (month == 5 || month == 10) && day >= 8 && day < 22;
}

static double
fate_factor (const GrDemoItem *item, GrDate on, GrDate today)
{
  int ago = MAX (0, today - on);

  switch (item->fate) {
  case GR_DEMO_GROWING:
    return 1.35 - 0.65 * ago / 910.0;
  case GR_DEMO_DYING:
    return ago > 540 ? 1 : 0.04 + 0.96 * pow (ago / 540.0, 1.6);
  case GR_DEMO_NEW:
    return ago > 63 ? 0 : MIN (1, 0.4 + (63 - ago) / 40.0);
  case GR_DEMO_PROMOTED:
    return is_promoted (item, on) ? 2.6 : 1;
  case GR_DEMO_RAN_OUT:
    return ago > 380 && ago <= 401 ? 0 : 1;
  case GR_DEMO_OVERBOUGHT:
    return 0.7;
  default:
    return 1;
  }
}

/**
 * gr_demo_is_open:
 *
 * Returns: whether the shop sells on that day: not on Sundays, at Christmas and on New Year's Day.
 */
gboolean
gr_demo_is_open (GrDate on)
{
  int year, month, day;

  gr_date_to_ymd (on, &year, &month, &day);
  return gr_date_weekday (on) != 7 && !(month == 12 && (day == 25 || day == 26)) && !(month == 1 && day == 1);
}

/**
 * gr_demo_demand_mean:
 *
 * Returns: how many units of @item the shop would sell on an average such day: weekday, season and fate.
 */
double
gr_demo_demand_mean (const GrDemoItem *item, GrDate on, GrDate today)
{
  if (!gr_demo_is_open (on))
    return 0;
  return item->weekly * weekdays[gr_date_weekday (on) - 1] * season_factor (item->season, on) *
         fate_factor (item, on, today);
}

/**
 * gr_demo_demand_draw:
 *
 * Returns: what customers ask for on a day of that mean: whole pieces, or cuts of about a quarter of a kilogram to the
 *   nearest five grams.
 */
GrQty
gr_demo_demand_draw (const GrDemoItem *item, double mean, GrDemoRandom *random)
{
  double cut = item->weekly < 1 ? 0.02 : 0.25, weight;
  int n;

  if (!g_str_equal (item->unit, "kg"))
    return gr_qty_from_units (gr_demo_random_poisson (random, mean));
  n = gr_demo_random_poisson (random, mean / cut);
  if (n == 0)
    return 0;
  weight = n * cut * (1 + 0.3 / sqrt (n) * gr_demo_random_normal (random));
  return 5 * (GrQty) floor (MAX (weight, 0.01) * 200 + 0.5);
}

/**
 * gr_demo_demand_price:
 *
 * Returns: what a unit sold for on that day: a fifth less in a promotion.
 */
GrPrice
gr_demo_demand_price (const GrDemoItem *item, GrDate on)
{
  return is_promoted (item, on) ? item->unit_price * 4 / 5 / 100 * 100 : item->unit_price;
}
