#include "shop-fixture.h"

#include "shop/forecasting/forecast-card.h"

#include "domain/plan/explanation.h"
#include "shop/forecasting/read-series.h"
#include "shop/forecasting/refit-items.h"
#include "shop/catalogue/save-item.h"
#include "shop/base/shop-deed.h"
#include "store/sales/demand-store.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#define OLD_WEEKS   100
#define YOUNG_WEEKS 26

#define POINTS(grain)                                                                                                  \
  "SELECT item_id, starts_on, mean, lo80, hi80, lo95, hi95, naive, cumulative_sd FROM forecast_point WHERE grain = "   \
  "'" grain "' ORDER BY 1, 2"

/* A shop on Thursday, 6 November 2025: what its families sell each week is level, but in December @peak times as much.
 */
typedef struct {
  ShopFixture shop;
  gint64 old, young, newest;
} Decorations;

static gint64
add_item (ShopFixture *fixture, const char *code, const char *family)
{
  g_autoptr (GrItem) item = gr_item_new();
  g_autoptr (GError) error = NULL;
  gint64 id;

  g_free (item->code);
  g_free (item->unit);
  item->code = g_strdup (code);
  item->unit = g_strdup ("pcs");
  item->family = g_strdup (family);
  id = shop_save_item (fixture->shop, item, &error);
  g_assert_no_error (error);
  return id;
}

static void
sell_weeks (const ShopFixture *fixture, GrSaleBatch *batch, gint64 item_id, int n_weeks, double peak)
{
  GrDate last = gr_grain_start (GR_GRAIN_WEEK, fixture->today) - 5; /* the Wednesday before */

  for (int week = n_weeks - 1; week >= 0; week--) {
    GrSaleLine line = {.item_id = item_id, .sold_on = last - 7 * week, .unit_price = 29900};
    double units = 20 + (int) (week * 7 + item_id * 3) % 9;
    g_autoptr (GError) error = NULL;
    gboolean is_duplicate;
    int year, month, day;

    gr_date_to_ymd (line.sold_on, &year, &month, &day);
    line.qty = gr_qty_from_units ((int) (month == 12 ? peak * units : units));
    gr_sale_batch_add (batch, &line, &is_duplicate, &error);
    g_assert_no_error (error);
  }
}

static void
fill (Decorations *all, GrSaleBatch *batch, double peak)
{
  for (int i = 0; i < 40; i++) {
    all->old = g_array_index ((GArray *) g_object_get_data (G_OBJECT (all->shop.shop), "old"), gint64, i);
    sell_weeks (&all->shop, batch, all->old, OLD_WEEKS, peak);
  }
  sell_weeks (&all->shop, batch, all->young, YOUNG_WEEKS, peak);
  sell_weeks (&all->shop, batch, all->newest, 9, peak);
}

static void
set_up (Decorations *all, double peak)
{
  ShopFixture *fixture = &all->shop;
  GArray *old = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GrSaleBatch) batch = NULL;
  g_autoptr (GError) error = NULL;
  GrSaleBatchSummary summary;

  fixture->directory = g_dir_make_tmp ("granary-season-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->directory, "shop.granary", NULL);
  fixture->today = gr_date_from_ymd (2025, 11, 6);
  fixture->shop = gr_shop_create (fixture->path, "Decorations", "EUR", gr_clock_fixed (fixture->today), &error);
  g_assert_no_error (error);
  for (int i = 0; i < 40; i++) {
    g_autofree char *code = g_strdup_printf ("OLD-%d", i);
    gint64 id = add_item (fixture, code, "Decoration");

    g_array_append_val (old, id);
  }
  g_object_set_data_full (G_OBJECT (fixture->shop), "old", old, (GDestroyNotify) g_array_unref);
  all->young = add_item (fixture, "YOUNG", "Decoration");
  all->newest = add_item (fixture, "NEWEST", NULL);
  gr_shop_begin_deed (fixture->shop, "import-sales", "Sales", &error);
  batch = gr_sale_batch_begin (gr_shop_database (fixture->shop), &error);
  g_assert_no_error (error);
  fill (all, batch, peak);
  gr_sale_batch_finish (batch, NULL, &summary, &error);
  gr_shop_end_deed (fixture->shop, TRUE, NULL, &error);
  g_assert_no_error (error);
  shop_fixture_plan (fixture);
}

static void
set_up_christmas (Decorations *all, gconstpointer data)
{
  set_up (all, 4);
}

static void
set_up_level (Decorations *all, gconstpointer data)
{
  set_up (all, 1);
}

static void
tear_down (Decorations *all, gconstpointer data)
{
  shop_fixture_tear_down (&all->shop, data);
}

/* In hundredths: the mean forecast of an item from @from, before @before. */
static double
mean_between (const Decorations *all, gint64 item_id, const char *grain, GrDate from, GrDate before)
{
  g_autofree char *sql = g_strdup_printf ("SELECT cast (100 * avg (mean) AS INTEGER) FROM forecast_point "
                                          "WHERE item_id = %d AND grain = '%s' AND starts_on >= %d AND starts_on < %d",
      (int) item_id, grain, from, before);

  return (double) shop_fixture_number (&all->shop, sql) / 100;
}

static void
assert_december (const Decorations *all, gint64 item_id)
{
  GrDate december = gr_date_from_ymd (2025, 12, 1), january = gr_date_from_ymd (2026, 1, 1);
  double peak = mean_between (all, item_id, "month", december, january);
  double after = mean_between (all, item_id, "month", january, gr_date_from_ymd (2026, 11, 1));

  g_assert_cmpfloat (peak, >, 2 * after);
  g_assert_cmpfloat (peak, <, 4.5 * after);
  peak = mean_between (all, item_id, "week", december + 7, december + 21);
  after = mean_between (all, item_id, "week", january + 21, january + 90);
  g_assert_cmpfloat (peak, >, 2 * after);
}

/* Half a year of history, none of it in December; another of two months, without a family. */
static void
test_new_items_know_about_christmas (Decorations *all, gconstpointer data)
{
  assert_december (all, all->old);
  assert_december (all, all->young);
  assert_december (all, all->newest);
}

/* Those that have seen a year themselves go by what they have of their own. */
static void
test_no_season_changes_nothing (Decorations *all, gconstpointer data)
{
  const gint64 items[] = {all->young, all->newest};
  g_autofree char *sql = g_strdup_printf (
      "SELECT * FROM forecast_point WHERE item_id IN (%d, %d) ORDER BY 1, 2, 3", (int) all->young, (int) all->newest);
  g_autofree char *before = shop_fixture_dump (&all->shop, sql);
  g_autofree char *after = NULL;

  g_assert_cmpint (shop_fixture_number (&all->shop, "SELECT count (*) FROM season_index"), ==, 2 * (52 + 12));
  g_assert_cmpint (shop_fixture_number (&all->shop, "SELECT count (*) FROM season_index WHERE now <> 1"), ==, 0);
  shop_fixture_run_sql (&all->shop, "DELETE FROM season; UPDATE forecast SET fingerprint = 0");
  shop_fixture_refit (&all->shop, items, 2);
  after = shop_fixture_dump (&all->shop, sql);
  g_assert_cmpstr (before, ==, after);
}

/* All processors, and then one item after the other. */
static void
test_threads_change_nothing (Decorations *all, gconstpointer data)
{
  g_autofree char *before = shop_fixture_dump (&all->shop, POINTS ("week"));
  g_autofree char *after = NULL;
  g_autoptr (GArray) items = g_array_copy (g_object_get_data (G_OBJECT (all->shop.shop), "old"));

  g_array_append_val (items, all->young);
  g_array_append_val (items, all->newest);
  shop_fixture_run_sql (&all->shop, "UPDATE forecast SET fingerprint = 0; UPDATE forecast_point SET mean = 0");
  shop_fixture_refit (&all->shop, (const gint64 *) (gconstpointer) items->data, items->len);
  after = shop_fixture_dump (&all->shop, POINTS ("week"));
  g_assert_cmpstr (before, ==, after);
}

static gint64
count_made_anew (const Decorations *all)
{
  return shop_fixture_number (&all->shop,
      "SELECT count (*) FROM forecast f WHERE NOT EXISTS (SELECT 1 FROM forecast_point p "
      "WHERE p.item_id = f.item_id AND p.grain = f.grain AND naive = 777)");
}

/* The last days of the last whole week lie in the running month. */
static void
test_a_days_sales_refit_what_was_sold (Decorations *all, gconstpointer data)
{
  shop_fixture_run_sql (&all->shop, "UPDATE forecast_point SET naive = 777");
  shop_fixture_sell (&all->shop, all->young, all->shop.today, 500);
  shop_fixture_plan (&all->shop);
  g_assert_cmpint (count_made_anew (all), ==, 0);
  shop_fixture_sell (&all->shop, all->young, gr_date_from_ymd (2025, 11, 1), 500);
  shop_fixture_plan (&all->shop);
  g_assert_cmpint (count_made_anew (all), ==, 2);
}

/* The families' months are the shop's, and the weeks of a month lie in it. */
static void
test_every_level_adds_up (Decorations *all, gconstpointer data)
{
  for (int grain = 0; grain < 2; grain++) {
    g_autoptr (GrItemSeries) shop = gr_shop_family_series (all->shop.shop, NULL, grain, NULL);
    g_autoptr (GrItemSeries) family = gr_shop_family_series (all->shop.shop, "Decoration", grain, NULL);
    g_autoptr (GrItemSeries) other = gr_shop_family_series (all->shop.shop, "", grain, NULL);
    g_autoptr (GrItemSeries) newest = gr_shop_item_series (all->shop.shop, all->newest, grain, NULL);

    for (int i = shop->n_past; i < shop->n_past + shop->n_ahead; i++) {
      g_assert_cmpfloat_with_epsilon (shop->mean[i], family->mean[i] + other->mean[i], 1e-9 * shop->mean[i]);
      g_assert_cmpfloat (other->mean[i], ==, newest->mean[i]);
    }
  }
  {
    g_autoptr (GrItemSeries) weeks = gr_shop_family_series (all->shop.shop, NULL, GR_GRAIN_WEEK, NULL);
    g_autoptr (GrItemSeries) months = gr_shop_family_series (all->shop.shop, NULL, GR_GRAIN_MONTH, NULL);
    GrDate december = gr_date_from_ymd (2025, 12, 1); /* a Monday */
    double sum = 0;

    for (int i = weeks->n_past; i < weeks->n_past + weeks->n_ahead; i++)
      sum += weeks->mean[i] / 7 * CLAMP (december + 31 - weeks->starts[i], 0, 7) * (weeks->starts[i] >= december);
    /* Of the week that the year ends in, days of different months weigh differently. */
    g_assert_cmpfloat_with_epsilon (sum, months->mean[months->n_past + 1], 0.01 * sum);
  }
}

/* A mad August changes the season of now, and not that by which the months since are judged. */
static void
test_the_season_of_before_does_not_see_ahead (Decorations *all, gconstpointer data)
{
  const char *all_now = "SELECT now FROM season_index ORDER BY season_id, grain, step";
  const char *all_past = "SELECT past FROM season_index ORDER BY season_id, grain, step";
  g_autofree char *now = shop_fixture_dump (&all->shop, all_now);
  g_autofree char *past = shop_fixture_dump (&all->shop, all_past);
  g_autofree char *now_after = NULL;
  g_autofree char *past_after = NULL;
  GArray *old = g_object_get_data (G_OBJECT (all->shop.shop), "old");

  /* 22 whole months: twelve to see a season in, ten to judge by. */
  g_assert_cmpint (
      shop_fixture_number (&all->shop, "SELECT min (judged_from) FROM season"), ==, gr_date_from_ymd (2024, 12, 1));
  for (guint i = 0; i < old->len; i++)
    shop_fixture_sell (&all->shop, g_array_index (old, gint64, i), gr_date_from_ymd (2025, 8, 12), 300);
  shop_fixture_plan (&all->shop);
  now_after = shop_fixture_dump (&all->shop, all_now);
  past_after = shop_fixture_dump (&all->shop, all_past);
  g_assert_cmpstr (now, !=, now_after);
  g_assert_cmpstr (past, ==, past_after);
}

/* "1 + 0.973 × (1.45 − 1) = 1.438": the sum holds. */
static void
assert_sum_holds (const char *line)
{
  double strength, index, season;
  const char *sum = strstr (line, "1 + ");

  g_assert_nonnull (sum);
  g_assert_cmpint (sscanf (sum, "1 + %lf × (%lf − 1) = %lf", &strength, &index, &season), ==, 3);
  g_assert_cmpfloat_with_epsilon (1 + strength * (index - 1), season, 0.002);
}

/* The line of that name, or the one @after it. */
static const char *
find_formula (const GrForecastCard *card, const char *label, guint after)
{
  for (guint i = 0; i + after < card->lines->len; i++)
    if (g_str_equal (((const GrExplanationLine *) card->lines->pdata[i])->label, label))
      return ((const GrExplanationLine *) card->lines->pdata[i + after])->formula;
  return NULL;
}

static void
test_it_says_where_the_season_is_from (Decorations *all, gconstpointer data)
{
  g_autoptr (GrForecastCard) young = gr_shop_forecast_card (all->shop.shop, all->young, GR_GRAIN_MONTH, NULL);
  g_autoptr (GrForecastCard) newest = gr_shop_forecast_card (all->shop.shop, all->newest, GR_GRAIN_MONTH, NULL);
  g_autoptr (GrForecastCard) old = gr_shop_forecast_card (all->shop.shop, all->old, GR_GRAIN_WEEK, NULL);

  /* The young one has six months and a say; half a year is asked for. */
  assert_sum_holds (find_formula (young, "Season of Decoration, from 41 items", 1));
  assert_sum_holds (find_formula (newest, "Season of the whole shop, from 41 items", 1));
  assert_sum_holds (find_formula (old, "Season of Decoration, from 41 items", 1));
  g_assert_cmpstr (find_formula (newest, "Past sales", 0), ==, "so short that the level is uncertain");
  g_assert_null (find_formula (young, "Past sales", 0));
}

#define TEST(name, begin, func) g_test_add (name, Decorations, NULL, begin, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/family-season/christmas", set_up_christmas, test_new_items_know_about_christmas);
  TEST ("/family-season/threads", set_up_christmas, test_threads_change_nothing);
  TEST ("/family-season/days-sales", set_up_christmas, test_a_days_sales_refit_what_was_sold);
  TEST ("/family-season/before", set_up_christmas, test_the_season_of_before_does_not_see_ahead);
  TEST ("/family-season/adds-up", set_up_christmas, test_every_level_adds_up);
  TEST ("/family-season/explained", set_up_christmas, test_it_says_where_the_season_is_from);
  TEST ("/family-season/none", set_up_level, test_no_season_changes_nothing);
  return g_test_run();
}
