#include "fixture.h"

#include "domain/trade/item.h"
#include "store/catalogue/barcode-store.h"
#include "store/plans/forecast-store.h"
#include "store/catalogue/item-store.h"
#include "store/stock/location-store.h"
#include "store/lists/plan-list.h"
#include "store/plans/plan-store.h"
#include "store/lists/stock-list.h"
#include "store/lists/stock-rows.h"
#include "store/catalogue/supplier-store.h"

#include <math.h>

#define TEST(name, func) g_test_add (name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

static void
add_items (Fixture *fixture)
{
  static const char *const items[][3] = {
      {"10002", "INFLATABLE POLITICAL GLOBE", "5012345678900"},
      {"84029G", "KNITTED \"UNION FLAG\" 100% WOOL", NULL},
      {"M_1", "Crème brûlée – Größe 5", "00501"},
      {"POST", "POSTAGE", NULL},
  };

  fixture_begin (fixture, "Items");
  for (guint i = 0; i < G_N_ELEMENTS (items); i++) {
    gint64 item_id = fixture_add_item (fixture, items[i][0], items[i][1]);

    if (items[i][2] != NULL) {
      GrBarcode barcode = {.code = (char *) items[i][2], .item_id = item_id, .qty = 1000};

      g_assert_true (gr_barcode_store_save (fixture->database, &barcode, NULL));
    }
    fixture_count (fixture, item_id, i % 2 == 0 ? GR_PLACE_SHOP : GR_PLACE_WAREHOUSE, 10 * ((int) i + 1), 100);
  }
  fixture_finish (fixture);
}

static char *
codes_of (Fixture *fixture, const GrStockFilter *filter)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = gr_stock_list_ids (fixture->database, filter, &error);
  g_autoptr (GPtrArray) rows = NULL;
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  rows = gr_stock_rows_read (fixture->database, (const gint64 *) (void *) ids->data, ids->len, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, ids->len);
  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", ((GrStockRow *) rows->pdata[i])->code);
  return g_string_free (text, FALSE);
}

static void
test_search_finds_parts (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *typed;
    const char *found;
  } cases[] = {
      {"", "10002 84029G M_1 POST"},
      {"globe", "10002"},
      {"LITIC", "10002"},
      {"0", "10002 84029G M_1"},
      {"00", "10002 84029G M_1"},
      {"34567", "10002"},
      {"02", "10002 84029G"},
      {"\"UNION", "84029G"},
      {"100%", "84029G"},
      {"%", "84029G"},
      {"_", "M_1"},
      {"M_", "M_1"},
      {"größe 5", "M_1"},
      {"ûlé", "M_1"},
      {"–", "M_1"},
      {"wool union", "84029G"},
      {"wool globe", ""},
      {"' OR 1", ""},
      {"AND", ""},
      {"*", ""},
      {"post*", "POST"}, /* but for one slip */
      {"post", "POST"},
      {"\t po ", "10002 POST"},
  };

  add_items (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    GrStockFilter filter = GR_STOCK_FILTER_ALL;
    g_autofree char *found = NULL;

    filter.search = cases[i].typed;
    found = codes_of (fixture, &filter);
    g_test_message ("%s -> %s", cases[i].typed, found);
    g_assert_cmpstr (found, ==, cases[i].found);
  }
}

static void
test_every_order_both_ways (Fixture *fixture, gconstpointer data)
{
  add_items (fixture);
  for (int sort = 0; sort < GR_N_STOCK_SORTS; sort++) {
    GrStockFilter filter = GR_STOCK_FILTER_ALL;
    g_autofree char *up = NULL, *down = NULL;

    filter.sort = (GrStockSort) sort;
    up = codes_of (fixture, &filter);
    filter.is_descending = TRUE;
    down = codes_of (fixture, &filter);
    if (sort == GR_STOCK_SORT_ON_HAND || sort == GR_STOCK_SORT_VALUE) {
      g_assert_cmpstr (up, ==, "10002 84029G M_1 POST");
      g_assert_cmpstr (down, ==, "POST M_1 84029G 10002");
    }
  }
}

static void
test_filters_and_totals (Fixture *fixture, gconstpointer data)
{
  GrStockFilter filter = GR_STOCK_FILTER_ALL;
  GrStockTotals totals;
  g_autofree char *in_shop = NULL, *discontinued = NULL;

  add_items (fixture);
  filter.location_id = fixture_place (fixture, GR_PLACE_SHOP);
  in_shop = codes_of (fixture, &filter);
  g_assert_cmpstr (in_shop, ==, "10002 M_1");
  g_assert_true (gr_stock_list_totals (fixture->database, &filter, &totals, NULL));
  g_assert_cmpint (totals.n_items, ==, 2);
  g_assert_cmpint (totals.stock_value, ==, 40 * 125);
  g_assert_cmpint (totals.n_by_health[GR_HEALTH_NONE], ==, 2);
  filter = GR_STOCK_FILTER_ALL;
  filter.status = GR_ITEM_DISCONTINUED;
  discontinued = codes_of (fixture, &filter);
  g_assert_cmpstr (discontinued, ==, "");
}

/* Less than nothing is an error to count: no list or total takes it off what the rest is worth. */
static void
test_below_zero_is_no_credit (Fixture *fixture, gconstpointer data)
{
  GrStockFilter filter = GR_STOCK_FILTER_ALL;
  GrStockTotals totals;
  gint64 item_id;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) families = NULL;
  g_autofree char *below = NULL;
  GrStockRow *row;

  add_items (fixture);
  fixture_begin (fixture, "Sold before it was booked in");
  item_id = fixture_add_item (fixture, "NEG", "Below zero");
  fixture_count (fixture, item_id, GR_PLACE_SHOP, 0, 100);
  fixture_sell (fixture, item_id, 7, 101, "1");
  fixture_finish (fixture);
  g_assert_true (gr_stock_list_totals (fixture->database, &filter, &totals, NULL));
  g_assert_cmpint (totals.stock_value, ==, 100 * 125);
  g_assert_cmpint (totals.n_items, ==, 5);
  g_assert_cmpint (totals.n_below_zero, ==, 1);
  rows = gr_stock_rows_read (fixture->database, &item_id, 1, 0, NULL);
  row = rows->pdata[0];
  g_assert_cmpint (row->on_hand, ==, -7000);
  g_assert_cmpint (row->projected, ==, 0);
  g_assert_cmpint (row->value, ==, 0);
  families = gr_plan_list_families (fixture->database, 100, NULL);
  g_assert_cmpint (((GrPlanFamilyRow *) families->pdata[0])->stock_value, ==, 100 * 125);
  filter.health = GR_STOCK_BELOW_ZERO;
  below = codes_of (fixture, &filter);
  g_assert_cmpstr (below, ==, "NEG");
  g_assert_true (gr_stock_list_totals (fixture->database, &filter, &totals, NULL));
  g_assert_cmpint (totals.n_items, ==, 1);
  g_assert_cmpint (totals.stock_value, ==, 0);
}

static void
test_plan_shows_in_the_list (Fixture *fixture, gconstpointer data)
{
  GrPlanHead head = {1, 100, 26}, read;
  GrStockFilter filter = GR_STOCK_FILTER_ALL;
  g_autoptr (GrItem) item = NULL;
  g_autoptr (GPtrArray) families = NULL;
  g_autofree char *risky = NULL;
  gboolean exists;

  add_items (fixture);
  g_assert_true (gr_item_store_find (fixture->database, "M_1", &item, NULL));
  g_assert_true (gr_database_begin (fixture->database, NULL));
  g_assert_true (gr_plan_store_begin (fixture->database, &head, NULL));
  g_assert_true (gr_plan_store_add_line (fixture->database,
      &(GrPlanLine){.item_id = item->id,
          .health = GR_HEALTH_POTENTIAL_STOCK_OUT,
          .days_of_supply = NAN,
          .stock_out_on = 120,
          .money_at_risk = 777},
      NULL));
  g_assert_true (gr_database_commit (fixture->database, NULL));
  filter.only_exceptions = TRUE;
  risky = codes_of (fixture, &filter);
  g_assert_cmpstr (risky, ==, "M_1");
  families = gr_plan_list_families (fixture->database, 100, NULL);
  g_assert_cmpint (((GrPlanFamilyRow *) families->pdata[0])->money_at_risk, ==, 777);
  g_assert_true (gr_plan_store_head (fixture->database, &read, &exists, NULL));
  g_assert_true (exists);
  g_assert_cmpint (read.horizon_weeks, ==, 26);
  fixture_assert_clean (fixture);
}

/* Exceptions, then what is due, then the rest, in each most money at risk first. */
static void
test_urgency (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *code;
    GrStockHealth health;
    GrMoney at_risk;
    GrDate order_on;
  } lines[] = {
      {"A", GR_HEALTH_OK, 900, GR_DATE_NONE},
      {"B", GR_HEALTH_OK, 50, 100},
      {"C", GR_HEALTH_STOCKED_OUT, 10, 98},
      {"D", GR_HEALTH_POTENTIAL_STOCK_OUT, 20, 101},
      {"E", GR_HEALTH_OK, 70, 99},
  };
  GrStockFilter filter = {.health = -1, .status = -1, .due_by = 100, .sort = GR_STOCK_SORT_URGENCY};
  GrSupplier supplier = {.name = (char *) "Market"};
  GrStockTotals totals;
  g_autofree char *upwards = NULL;
  g_autofree char *all = NULL;
  g_autofree char *due = NULL;

  fixture_begin (fixture, "Plan");
  g_assert_true (gr_supplier_store_save (fixture->database, &supplier, NULL));
  fixture_add_item (fixture, "F", "without a plan");
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++) {
    gint64 item_id = fixture_add_item (fixture, lines[i].code, "");
    GrPlanLine line = {.item_id = item_id,
        .health = lines[i].health,
        .days_of_supply = NAN,
        .stock_out_on = GR_DATE_NONE,
        .money_at_risk = lines[i].at_risk};
    GrSuggestion suggestion = {
        .item_id = item_id, .supplier_id = supplier.id, .qty = 1000, .order_on = lines[i].order_on};

    g_assert_true (gr_plan_store_add_line (fixture->database, &line, NULL));
    if (lines[i].order_on != GR_DATE_NONE)
      g_assert_true (gr_plan_store_add_suggestions (fixture->database, &suggestion, 1, NULL));
  }
  fixture_finish (fixture);

  upwards = codes_of (fixture, &filter);
  filter.is_descending = TRUE;
  all = codes_of (fixture, &filter);
  filter.only_due = TRUE;
  due = codes_of (fixture, &filter);
  g_assert_cmpstr (upwards, ==, "F A B E C D");
  g_assert_cmpstr (all, ==, "D C E B A F");
  g_assert_cmpstr (due, ==, "C E B");
  g_assert_true (gr_stock_list_totals (fixture->database, &filter, &totals, NULL));
  g_assert_cmpint (totals.n_due, ==, 3);
  g_assert_cmpint (totals.n_by_health[GR_HEALTH_OK], ==, 3);
}

static void
test_forecast_comes_back (Fixture *fixture, gconstpointer data)
{
  GrForecastPoint points[] = {{1.5, 1, 2, 0, 3, 1}, {2.5, 2, 3, 1, 4, 2}};
  GrForecastRow row = {.grain = GR_GRAIN_WEEK,
      .starts_on = 102,
      .method = (char *) "ses",
      .error_sd = 1.25,
      .wape = NAN,
      .naive_wape = 0.5,
      .n_history = 40,
      .n_points = 2,
      .points = points};
  g_autoptr (GrForecastRow) read = NULL;
  g_autoptr (GrForecastRow) none = NULL;

  fixture_begin (fixture, "Item");
  row.item_id = fixture_add_item (fixture, "A", "");
  fixture_finish (fixture);
  g_assert_true (gr_forecast_store_save (fixture->database, &row, NULL));
  g_assert_true (gr_forecast_store_save (fixture->database, &row, NULL));
  g_assert_true (gr_forecast_store_find (fixture->database, row.item_id, GR_GRAIN_WEEK, &read, NULL));
  g_assert_cmpint (read->n_points, ==, 2);
  g_assert_cmpfloat (read->points[1].hi95, ==, 4);
  g_assert_true (isnan (read->wape));
  g_assert_true (gr_forecast_store_find (fixture->database, row.item_id, GR_GRAIN_MONTH, &none, NULL));
  g_assert_null (none);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/stock-list/below-zero", test_below_zero_is_no_credit);
  TEST ("/stock-list/search", test_search_finds_parts);
  TEST ("/stock-list/orders", test_every_order_both_ways);
  TEST ("/stock-list/filters", test_filters_and_totals);
  TEST ("/stock-list/plan", test_plan_shows_in_the_list);
  TEST ("/stock-list/forecast", test_forecast_comes_back);
  TEST ("/stock-list/urgency", test_urgency);
  return g_test_run();
}
