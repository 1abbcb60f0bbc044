#include "every-deed.h"
#include "expect.h"
#include "forecast-words.h"
#include "shop-words.h"
#include "fault.h"

#include "shop/base/check-shop.h"
#include "shop/base/deed-log.h"
#include "shop/base/shop-private.h"
#include "shop/base/undo-deed.h"
#include "shop/catalogue/item-card.h"
#include "shop/catalogue/supplier-view.h"
#include "shop/forecasting/forecast-card.h"
#include "shop/forecasting/read-series.h"
#include "shop/forecasting/known-events.h"
#include "shop/planning/plan-view.h"
#include "shop/planning/run-plan.h"
#include "shop/planning/today-view.h"
#include "shop/purchasing/order-view.h"
#include "shop/purchasing/supplier-reliability.h"
#include "shop/review/sop-review.h"
#include "shop/stock/stock-view.h"

/* A deed of which any statement fails says so and is not in the file; the next time it goes well. */
static void
try_deed (ShopFixture *fixture, const ShopDeed *deed)
{
  g_autofree char *before = shop_fixture_books_text (fixture);
  int n_deeds = shop_fixture_n_deeds (fixture);
  gboolean is_more = TRUE;

  for (int at = 0; is_more; at++) {
    g_autoptr (GError) error = NULL;
    Fault fault;
    gboolean is_done;

    fault_arm (&fault, gr_shop_database (fixture->shop), at);
    is_done = deed->act (fixture, &error);
    is_more = fault_disarm (&fault, gr_shop_database (fixture->shop));
    if (is_done == (error != NULL) || (!is_done && !fault.has_struck))
      g_test_message ("%s, statement %d: %s", deed->name, at, error != NULL ? error->message : "no error");
    g_assert_cmpint (is_done, ==, error == NULL);
    g_assert_true (is_done || fault.has_struck); /* not so what is looked at when it is in the file */
    if (is_done && is_more)
      EXPECT (gr_shop_undo (fixture->shop, NULL, NULL, ERR));
    else if (!is_done)
      g_assert_cmpint (shop_fixture_n_deeds (fixture), >=, n_deeds);
    if (is_more && at % 8 == 0) {
      g_autofree char *after = shop_fixture_books_text (fixture);

      g_assert_cmpstr (after, ==, before);
    }
  }
}

static void
try_all (ShopFixture *fixture, const ShopDeed *deeds)
{
  shop_fixture_plan (fixture);
  for (; deeds->name != NULL; deeds++)
    try_deed (fixture, deeds);
  shop_fixture_check (fixture);
}

static void
test_orders (ShopFixture *fixture, gconstpointer data)
{
  try_all (fixture, shop_deeds_of_orders);
}

static void
test_catalogue (ShopFixture *fixture, gconstpointer data)
{
  try_all (fixture, shop_deeds_of_catalogue);
}

/* A reading: whether it gave anything; what it gave is freed. */
#define READING(name, type, call)                                                                                      \
  static gboolean name (const ShopFixture *f, GError **e)                                                              \
  {                                                                                                                    \
    g_autoptr (type) found = call;                                                                                     \
    return found != NULL;                                                                                              \
  }

static const GrStockFilter all_stock = {.search = "A", .health = -1, .status = -1};
static const GrOrderFilter all_orders = {.state = -1, .late_on = GR_DATE_NONE};

READING (card, GrItemCard, gr_shop_item_card (f->shop, f->steady[0], e))
READING (stock_ids, GArray, gr_shop_stock_ids (f->shop, &all_stock, e))
READING (stock_rows, GPtrArray, gr_shop_stock_rows (f->shop, f->steady, 4, 0, e))
READING (families, GPtrArray, gr_shop_families (f->shop, e))
READING (locations, GPtrArray, gr_shop_locations (f->shop, e))
READING (orders, GPtrArray, gr_shop_orders (f->shop, &all_orders, 10, e))
READING (order, GrPurchaseOrder, gr_shop_order (f->shop, 1, e))
READING (order_by_number, GrPurchaseOrder, gr_shop_order_by_number (f->shop, "PO-0001", e))
READING (lines, GPtrArray, gr_shop_order_lines (f->shop, 1, e))
READING (records, GHashTable, gr_shop_supplier_records (f->shop, 0, e))
READING (suppliers, GPtrArray, gr_shop_suppliers (f->shop, "i", e))
READING (supplier, GrSupplier, gr_shop_supplier (f->shop, f->mill, e))
READING (supplied, GPtrArray, gr_shop_supplier_items (f->shop, f->mill, e))
READING (supplier_orders, GPtrArray, gr_shop_supplier_orders (f->shop, f->mill, e))
READING (today, GPtrArray, gr_shop_today_rows (f->shop, 10, e))
READING (plan_families, GPtrArray, gr_shop_plan_families (f->shop, e))
READING (suggestions, GPtrArray, gr_shop_suggestions (f->shop, 0, f->today, e))
READING (of_item, GPtrArray, gr_shop_suggestions_of_item (f->shop, f->steady[0], e))
READING (weeks, GrItemSeries, gr_shop_item_series (f->shop, f->steady[0], GR_GRAIN_WEEK, e))
READING (months, GrItemSeries, gr_shop_item_series (f->shop, f->steady[0], GR_GRAIN_MONTH, e))
READING (family, GrItemSeries, gr_shop_family_series (f->shop, "Milk", GR_GRAIN_WEEK, e))
READING (everything, GrItemSeries, gr_shop_family_series (f->shop, NULL, GR_GRAIN_MONTH, e))
READING (forecast_card, GrForecastCard, gr_shop_forecast_card (f->shop, f->steady[0], GR_GRAIN_WEEK, e))
READING (findings, GArray, gr_shop_demand_findings (f->shop, f->steady[0], e))
READING (events, GPtrArray, gr_shop_event_records (f->shop, e))
READING (event, GrEvent, gr_shop_event (f->shop, 1, e))
READING (deeds, GPtrArray, gr_shop_deeds (f->shop, NULL, 0, 10, e))
READING (history, GPtrArray, gr_shop_item_history (f->shop, f->steady[0], e))
READING (grid, GrSopGrid, gr_shop_sop_grid (f->shop, NULL, e))
READING (check, GPtrArray, gr_shop_check (f->shop, NULL, e))

static gboolean
totals (const ShopFixture *f, GError **e)
{
  GrStockTotals sums;

  return gr_shop_stock_totals (f->shop, &all_stock, &sums, e);
}

static gboolean
ledger (const ShopFixture *f, GError **e)
{
  GrLedgerCursor cursor = {0};
  g_autoptr (GPtrArray) rows = gr_shop_ledger (f->shop, f->steady[0], &cursor, 10, e);

  return rows != NULL;
}

static gboolean
barcode (const ShopFixture *f, GError **e)
{
  GrQty qty;

  return gr_shop_find_item (f->shop, "A-1", &qty, e) != 0;
}

static gboolean
plan (const ShopFixture *f, GError **e)
{
  GrPlanOutcome outcome;

  if (!gr_shop_run_plan (f->shop, &outcome, NULL, e))
    return FALSE;
  gr_plan_outcome_clear (&outcome);
  return TRUE;
}

/* clang-format off */
static const struct {
  const char *name;
  gboolean (*read) (const ShopFixture *f, GError **e);
} readings[] = {
#define ROW(name) {#name, name}
  ROW (card), ROW (stock_ids), ROW (stock_rows), ROW (families), ROW (locations), ROW (orders), ROW (order),
  ROW (order_by_number), ROW (lines), ROW (records), ROW (suppliers), ROW (supplier), ROW (supplied),
  ROW (supplier_orders), ROW (today), ROW (plan_families), ROW (suggestions), ROW (of_item), ROW (weeks),
  ROW (months), ROW (family), ROW (everything), ROW (forecast_card), ROW (findings), ROW (events), ROW (event),
  ROW (deeds), ROW (history), ROW (grid), ROW (check), ROW (totals), ROW (ledger), ROW (barcode),
  ROW (plan),
};
/* clang-format on */

/* Whatever statement of it fails, a reading says so: no empty list, and no half one. A plan is a reading that is kept:
 * the one before it stays. */
static void
test_readings (ShopFixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  shop_deeds_send_one (fixture);
  shop_fixture_plan (fixture);
  for (const ShopDeed *deed = shop_deeds_of_forecasts; deed->name != NULL; deed++)
    if (g_str_equal (deed->name, "event"))
      EXPECT (deed->act (fixture, ERR));
  before = shop_fixture_plan_text (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (readings); i++) {
    gboolean is_more = TRUE;

    for (int at = 0; is_more; at++) {
      g_autoptr (GError) error = NULL;
      Fault fault;
      gboolean is_read;

      fault_arm (&fault, gr_shop_database (fixture->shop), at);
      is_read = readings[i].read (fixture, &error);
      is_more = fault_disarm (&fault, gr_shop_database (fixture->shop));
      if (is_read == fault.has_struck || (error != NULL) != fault.has_struck)
        g_test_message ("%s, statement %d: %s", readings[i].name, at, error != NULL ? error->message : "no error");
      g_assert_cmpint (is_read, ==, !fault.has_struck);
      g_assert_cmpint (error != NULL, ==, fault.has_struck);
    }
  }
  after = shop_fixture_plan_text (fixture);
  g_assert_cmpstr (after, ==, before);
}

static void
add (const char *path, void (*test) (ShopFixture *, gconstpointer))
{
  g_test_add (path, ShopFixture, NULL, shop_fixture_set_up, test, shop_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/shop-faults/orders", test_orders);
  add ("/shop-faults/catalogue", test_catalogue);
  add ("/shop-faults/readings", test_readings);
  return g_test_run();
}
