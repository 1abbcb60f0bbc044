#include "shop-fixture.h"

#include "domain/base/error.h"
#include "shop/forecasting/forecast-card.h"
#include "shop/forecasting/forecast-record.h"
#include "shop/catalogue/save-item.h"
#include "shop/base/shop-deed.h"
#include "shop/base/undo-deed.h"
#include "store/sales/demand-store.h"
#include "store/stock/ledger-store.h"
#include "store/stock/location-store.h"
#include "store/stock/stock-count-store.h"

#include <math.h>

/* The item: 60 weeks of 10 to 14 a week, sold on Mondays to Saturdays alike. */
#define WEEKS 60

typedef struct {
  ShopFixture base;
  gint64 item;
  GrDate first; /* a Monday */
} Fixture;

static int
units_on (int day)
{
  return day % 7 == 6 ? 0 : 2 + (day * 5 + day / 7) % 3 / 2;
}

/* Sells all along but for the weeks from @out on, in which nothing is sold. */
static void
sell (Fixture *fixture, int out, int n_out)
{
  g_autoptr (GrSaleBatch) batch = NULL;
  g_autoptr (GError) error = NULL;
  GrSaleBatchSummary summary;
  gboolean is_duplicate;

  gr_shop_begin_deed (fixture->base.shop, "import-sales", "Sales", &error);
  batch = gr_sale_batch_begin (gr_shop_database (fixture->base.shop), &error);
  g_assert_no_error (error);
  for (int day = 0; day < 7 * WEEKS; day++) {
    GrSaleLine line = {.item_id = fixture->item, .sold_on = fixture->first + day, .unit_price = 10000};

    line.qty = gr_qty_from_units (units_on (day));
    if (line.qty > 0 && (day / 7 < out || day / 7 >= out + n_out))
      g_assert_true (gr_sale_batch_add (batch, &line, &is_duplicate, &error));
  }
  gr_sale_batch_finish (batch, NULL, &summary, &error);
  gr_shop_end_deed (fixture->base.shop, TRUE, NULL, &error);
  g_assert_no_error (error);
}

static int
units_sold_before (int week)
{
  int sum = 0;

  for (int day = 0; day < 7 * week; day++)
    sum += units_on (day);
  return sum;
}

/* Stock that ends when week @out begins, and comes again @n_out weeks later. */
static void
stock (Fixture *fixture, int out, int n_out)
{
  GrDatabase *database = gr_shop_database (fixture->base.shop);
  g_autoptr (GError) error = NULL;
  GrCountResult result;
  GrMove receipt = {
      .item_id = fixture->item,
      .from_id = shop_fixture_place (&fixture->base, GR_PLACE_SUPPLIERS),
      .to_id = shop_fixture_place (&fixture->base, GR_PLACE_SHOP),
      .qty = gr_qty_from_units (1000),
      .moved_on = fixture->first + 7 * (out + n_out),
      .kind = GR_MOVE_RECEIPT,
  };

  gr_shop_begin_deed (fixture->base.shop, "stock", "Stock", &error);
  gr_stock_count_store_take (database, fixture->item, shop_fixture_place (&fixture->base, GR_PLACE_SHOP),
      gr_qty_from_units (units_sold_before (out)), fixture->first, &result, &error);
  g_assert_no_error (error);
  gr_ledger_post (database, &receipt, NULL, &error);
  gr_shop_end_deed (fixture->base.shop, TRUE, NULL, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GrItem) item = gr_item_new();
  g_autoptr (GError) error = NULL;

  shop_fixture_set_up (&fixture->base, data);
  item->code = g_strdup ("JAM");
  fixture->item = shop_save_item (fixture->base.shop, item, &error);
  g_assert_no_error (error);
  fixture->first = gr_grain_start (GR_GRAIN_WEEK, fixture->base.today) - 7 * WEEKS;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  shop_fixture_check (&fixture->base);
  shop_fixture_tear_down (&fixture->base, data);
}

static double
forecast_of (const Fixture *fixture, const char *grain)
{
  g_autofree char *sql = g_strdup_printf ("SELECT avg (mean) FROM (SELECT mean FROM forecast_point WHERE item_id = %d "
                                          "AND grain = '%s' ORDER BY starts_on LIMIT 4)",
      (int) fixture->item, grain);
  g_autofree char *text = shop_fixture_dump (&fixture->base, sql);

  return g_ascii_strtod (text, NULL);
}

static GArray *
findings (const Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GArray *found = gr_shop_demand_findings (fixture->base.shop, fixture->item, &error);

  g_assert_no_error (error);
  return found;
}

static void
decide (const Fixture *fixture, const GrDemandMark *mark, gboolean is_set_aside)
{
  g_autoptr (GError) error = NULL;

  gr_shop_decide_finding (fixture->base.shop, fixture->item, mark, is_set_aside, &error);
  g_assert_no_error (error);
}

static void
undo (const Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  gr_shop_undo (fixture->base.shop, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* The last three weeks before today: the worst moment to have run out. */
static void
test_a_stock_out_is_no_lack_of_demand (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) found = NULL;
  const GrDemandFinding *finding;
  double steady, censored, naive;

  sell (fixture, WEEKS, 0);
  shop_fixture_plan (&fixture->base);
  steady = forecast_of (fixture, "week");
  undo (fixture);
  sell (fixture, WEEKS - 4, 3);
  stock (fixture, WEEKS - 4, 3);
  shop_fixture_plan (&fixture->base);
  censored = forecast_of (fixture, "week");
  g_assert_cmpfloat_with_epsilon (censored, steady, 0.05 * steady);
  found = findings (fixture);
  g_assert_cmpuint (found->len, ==, 1);
  finding = &g_array_index (found, GrDemandFinding, 0);
  g_assert_cmpint (finding->mark.kind, ==, GR_MARK_STOCK_OUT);
  /* It sold its last on the Saturday before. */
  g_assert_cmpint (finding->mark.starts_on, ==, fixture->first + 7 * (WEEKS - 4) - 1);
  g_assert_cmpint (finding->mark.ends_before, ==, fixture->first + 7 * (WEEKS - 1));
  g_assert_true (finding->mark.is_set_aside);
  g_assert_false (finding->is_decided);
  decide (fixture, &finding->mark, FALSE);
  naive = forecast_of (fixture, "week");
  g_assert_cmpfloat (naive, <, 0.95 * censored);
  undo (fixture);
  g_assert_cmpfloat_with_epsilon (forecast_of (fixture, "week"), censored, 1e-9);
}

static void
test_a_bulk_order_can_be_set_aside (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) found = NULL, after = NULL;
  GrDate day = fixture->first + 7 * (WEEKS - 6) + 2;
  double steady, with_bulk;

  sell (fixture, WEEKS, 0);
  shop_fixture_plan (&fixture->base);
  steady = forecast_of (fixture, "month");
  shop_fixture_sell (&fixture->base, fixture->item, day, 400);
  shop_fixture_plan (&fixture->base);
  with_bulk = forecast_of (fixture, "month");
  found = findings (fixture);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpint (g_array_index (found, GrDemandFinding, 0).mark.kind, ==, GR_MARK_OUTLIER);
  g_assert_false (g_array_index (found, GrDemandFinding, 0).mark.is_set_aside);
  g_assert_cmpfloat (g_array_index (found, GrDemandFinding, 0).sold, >, 400);
  g_assert_cmpfloat (g_array_index (found, GrDemandFinding, 0).usual, <, 40);
  decide (fixture, &g_array_index (found, GrDemandFinding, 0).mark, TRUE);
  g_assert_cmpfloat (fabs (forecast_of (fixture, "month") - steady), <, 0.1 * steady);
  g_assert_cmpfloat (fabs (forecast_of (fixture, "month") - steady), <=, fabs (with_bulk - steady));
  after = findings (fixture);
  g_assert_cmpuint (after->len, ==, 1);
  g_assert_true (g_array_index (after, GrDemandFinding, 0).mark.is_set_aside);
  g_assert_true (g_array_index (after, GrDemandFinding, 0).is_decided);
}

/* A day on which nothing was found stands for its week. */
static void
test_any_week_can_be_set_aside (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) found = NULL;
  g_autoptr (GError) error = NULL;
  const GrDemandMark *mark;

  sell (fixture, WEEKS, 0);
  gr_shop_decide_day (fixture->base.shop, fixture->item, fixture->first + 17, TRUE, &error);
  g_assert_no_error (error);
  found = findings (fixture);
  g_assert_cmpuint (found->len, ==, 1);
  mark = &g_array_index (found, GrDemandFinding, 0).mark;
  g_assert_cmpint (mark->starts_on, ==, fixture->first + 14);
  g_assert_cmpint (mark->ends_before, ==, fixture->first + 21);
  g_assert_cmpfloat (g_array_index (found, GrDemandFinding, 0).sold, >, 9);
  g_assert_false (gr_shop_decide_day (fixture->base.shop, fixture->item, fixture->base.today, TRUE, &error));
  g_assert_error (error, GR_ERROR, GR_ERROR_INVALID);
}

static void
test_the_owner_chooses (Fixture *fixture, gconstpointer data)
{
  GrForecastChoice choice = {fixture->item, GR_METHOD_SES, fixture->first + 7 * 40};
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL, *chosen = NULL, *planned = NULL, *after = NULL;
  const char *all = "SELECT grain, method, n_history, fingerprint FROM forecast ORDER BY item_id, grain";

  sell (fixture, WEEKS, 0);
  shop_fixture_plan (&fixture->base);
  before = shop_fixture_dump (&fixture->base, all);
  g_assert_true (gr_shop_set_forecast_choice (fixture->base.shop, &choice, &error));
  g_assert_no_error (error);
  g_assert_cmpint (
      shop_fixture_number (&fixture->base, "SELECT n_history FROM forecast WHERE method = 'ses' AND grain = 'week' "
                                           "AND item_id = (SELECT id FROM item WHERE code = 'JAM')"),
      ==, 20);
  /* What was made for one item is what a run for all would make. */
  chosen = shop_fixture_dump (&fixture->base, all);
  shop_fixture_plan (&fixture->base);
  planned = shop_fixture_dump (&fixture->base, all);
  g_assert_cmpstr (planned, ==, chosen);
  g_assert_true (gr_shop_forecast_choice (fixture->base.shop, fixture->item, &choice, &error));
  g_assert_cmpint (choice.method, ==, GR_METHOD_SES);
  undo (fixture);
  after = shop_fixture_dump (&fixture->base, all);
  g_assert_cmpstr (after, ==, before);
  choice.history_from = fixture->base.today;
  g_assert_false (gr_shop_set_forecast_choice (fixture->base.shop, &choice, &error));
  g_assert_error (error, GR_ERROR, GR_ERROR_INVALID);
}

static void
test_a_choice_of_nothing_is_no_deed (Fixture *fixture, gconstpointer data)
{
  GrForecastChoice choice = {fixture->item, GR_METHOD_AUTOMATIC, GR_DATE_NONE};
  gint64 n_deeds = shop_fixture_number (&fixture->base, "SELECT count (*) FROM deed");

  g_assert_true (gr_shop_set_forecast_choice (fixture->base.shop, &choice, NULL));
  g_assert_cmpint (shop_fixture_number (&fixture->base, "SELECT count (*) FROM deed"), ==, n_deeds);
}

static void
test_one_item_is_forecast_again_at_once (Fixture *fixture, gconstpointer data)
{
  GrForecastChoice choice = {fixture->item, GR_METHOD_THETA, GR_DATE_NONE};
  gint64 start;

  sell (fixture, WEEKS, 0);
  shop_fixture_plan (&fixture->base);
  start = g_get_monotonic_time();
  g_assert_true (gr_shop_set_forecast_choice (fixture->base.shop, &choice, NULL));
  choice.method = GR_METHOD_AUTOMATIC;
  g_assert_true (gr_shop_set_forecast_choice (fixture->base.shop, &choice, NULL));
  g_test_message ("two refits: %.1f ms", (double) (g_get_monotonic_time() - start) / 1000);
}

static GrForecastCard *
card_of (const Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GrForecastCard *card = gr_shop_forecast_card (fixture->base.shop, fixture->item, GR_GRAIN_WEEK, &error);

  g_assert_no_error (error);
  return card;
}

static void
test_a_card_says_why (Fixture *fixture, gconstpointer data)
{
  GrForecastChoice choice = {fixture->item, GR_METHOD_SES, GR_DATE_NONE};
  g_autoptr (GrForecastCard) card = NULL, chosen = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (gr_shop_forecast_card (fixture->base.shop, fixture->item, GR_GRAIN_WEEK, &error));
  g_assert_error (error, GR_ERROR, GR_ERROR_NOT_FOUND);
  sell (fixture, WEEKS, 0);
  shop_fixture_plan (&fixture->base);
  card = card_of (fixture);
  g_assert_nonnull (card->method);
  g_assert_nonnull (card->why);
  g_assert_cmpuint (card->lines->len, >=, 3);
  g_assert_true (g_str_has_prefix (card->record, "Over the last "));
  g_assert_null (card->warning);
  g_assert_cmpuint (card->findings->len, ==, 0);
  gr_shop_set_forecast_choice (fixture->base.shop, &choice, NULL);
  chosen = card_of (fixture);
  g_assert_cmpstr (chosen->method, ==, gr_forecast_method_title (GR_METHOD_SES));
  g_assert_cmpstr (chosen->why, ==, "Your choice");
}

static void
test_records_in_words (void)
{
  GrForecastRow month = {.method = (char *) "theta", .wape = 0.18, .naive_wape = 0.27, .n_origins = 6};
  GrForecastRow week = {.method = (char *) "theta", .wape = 0.4, .naive_wape = NAN, .n_origins = 9};
  g_autofree char *of_months = gr_forecast_record_write (&week, &month);
  g_autofree char *of_weeks = NULL;

  g_assert_cmpstr (of_months, ==,
      "Over the last 6 months the forecast was 18% off on average; the same month last year would have been 27% off");
  month.n_origins = 2;
  of_weeks = gr_forecast_record_write (&week, &month);
  g_assert_cmpstr (of_weeks, ==, "Over the last 9 weeks the forecast was 40% off on average");
  week.wape = NAN;
  g_assert_null (gr_forecast_record_write (&week, &month));
  g_assert_null (gr_forecast_record_write (NULL, NULL));
}

static void
test_a_lost_track_is_told (void)
{
  GrForecastRow row = {.bias = -3, .mae = 3, .n_origins = 26};
  g_autofree char *low = gr_forecast_record_warn (&row);

  g_assert_cmpfloat (gr_forecast_record_signal (&row), ==, -26);
  g_assert_nonnull (strstr (low, "too low"));
  row.bias = 1; /* 8.7: of 26 errors no rarity */
  g_assert_null (gr_forecast_record_warn (&row));
  row = (GrForecastRow){.bias = 3, .mae = 3, .n_origins = 5};
  g_assert_null (gr_forecast_record_warn (&row));
  row.mae = NAN;
  g_assert_null (gr_forecast_record_warn (&row));
}

#define ADD(name, test) g_test_add ("/shop/forecast-choice/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("stock-out", test_a_stock_out_is_no_lack_of_demand);
  ADD ("bulk-order", test_a_bulk_order_can_be_set_aside);
  ADD ("any-week", test_any_week_can_be_set_aside);
  ADD ("choice", test_the_owner_chooses);
  ADD ("nothing", test_a_choice_of_nothing_is_no_deed);
  ADD ("one-item", test_one_item_is_forecast_again_at_once);
  ADD ("card", test_a_card_says_why);
  g_test_add_func ("/shop/forecast-choice/record", test_records_in_words);
  g_test_add_func ("/shop/forecast-choice/track", test_a_lost_track_is_told);
  return g_test_run();
}
