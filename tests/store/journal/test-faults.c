#include "fault.h"
#include "fixture.h"
#include "random-deed.h"

#include "store/catalogue/barcode-store.h"
#include "store/catalogue/family-store.h"
#include "store/catalogue/item-store.h"
#include "store/catalogue/predecessor-store.h"
#include "store/catalogue/setting-store.h"
#include "store/catalogue/supplier-store.h"
#include "store/file/check.h"
#include "store/journal/deed-items.h"
#include "store/lists/order-list.h"
#include "store/lists/plan-list.h"
#include "store/lists/stock-list.h"
#include "store/lists/stock-rows.h"
#include "store/lists/supplier-list.h"
#include "store/lists/today-list.h"
#include "store/orders/order-store.h"
#include "store/orders/supplier-history.h"
#include "store/plans/event-effect-store.h"
#include "store/plans/event-store.h"
#include "store/plans/season-store.h"
#include "store/plans/forecast-choice-store.h"
#include "store/plans/forecast-store.h"
#include "store/plans/plan-store.h"
#include "store/sales/demand-mark-store.h"
#include "store/sales/demand-store.h"
#include "store/stock/ledger-history.h"
#include "store/stock/ledger-store.h"
#include "store/stock/location-store.h"
#include "store/stock/stock-count-store.h"

#define TEST(name, func) g_test_add (name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

/* A reading: whether it gave anything; what it gave is freed. */
typedef gboolean (*Reading) (GrDatabase *d, GError **e);

#define POINTERS(name, call)                                                                                           \
  static gboolean name (GrDatabase *d, GError **e)                                                                     \
  {                                                                                                                    \
    g_autoptr (GrItemSet) all = gr_item_set_new_all();                                                                 \
    g_autoptr (GrItemSet) one = gr_item_set_new_one (1);                                                               \
    g_autoptr (GPtrArray) found = call;                                                                                \
    return found != NULL;                                                                                              \
  }
#define ARRAY(name, call)                                                                                              \
  static gboolean name (GrDatabase *d, GError **e)                                                                     \
  {                                                                                                                    \
    g_autoptr (GrItemSet) all = gr_item_set_new_all();                                                                 \
    g_autoptr (GrItemSet) one = gr_item_set_new_one (1);                                                               \
    g_autoptr (GArray) found = call;                                                                                   \
    return found != NULL;                                                                                              \
  }
#define TABLE(name, call)                                                                                              \
  static gboolean name (GrDatabase *d, GError **e)                                                                     \
  {                                                                                                                    \
    g_autoptr (GrItemSet) all = gr_item_set_new_all();                                                                 \
    g_autoptr (GrItemSet) one = gr_item_set_new_one (1);                                                               \
    g_autoptr (GHashTable) found = call;                                                                               \
    return found != NULL;                                                                                              \
  }
#define OBJECT(type, name, call)                                                                                       \
  static gboolean name (GrDatabase *d, GError **e)                                                                     \
  {                                                                                                                    \
    g_autoptr (GrItemSet) all = gr_item_set_new_all();                                                                 \
    g_autoptr (GrItemSet) one = gr_item_set_new_one (1);                                                               \
    g_autoptr (type) found = call;                                                                                     \
    return found != NULL;                                                                                              \
  }
#define FIND(type, name, call)                                                                                         \
  static gboolean name (GrDatabase *d, GError **e)                                                                     \
  {                                                                                                                    \
    g_autoptr (GrItemSet) all = gr_item_set_new_all();                                                                 \
    g_autoptr (GrItemSet) one = gr_item_set_new_one (1);                                                               \
    g_autoptr (type) found = NULL;                                                                                     \
    return call;                                                                                                       \
  }
#define TRUTH(name, variable, call)                                                                                    \
  static gboolean name (GrDatabase *d, GError **e)                                                                     \
  {                                                                                                                    \
    g_autoptr (GrItemSet) all = gr_item_set_new_all();                                                                 \
    g_autoptr (GrItemSet) one = gr_item_set_new_one (1);                                                               \
    variable;                                                                                                          \
    return call;                                                                                                       \
  }

static gboolean
go_on_cb (gconstpointer row, gpointer data)
{
  return TRUE;
}

static const GrStockFilter all_stock = {.health = -1, .status = -1};
static const GrStockFilter some_stock = {.search = "a", .health = -1, .status = -1, .due_by = 100, .only_due = TRUE};
static const GrOrderFilter all_orders = {.state = -1, .late_on = GR_DATE_NONE};
static const gint64 some_items[] = {1, 2, 3};
static const GrDate some_days[] = {100, 110, 120};
static const GrDaySpan some_span = {0, 200};

POINTERS (barcodes, gr_barcode_store_of_item (d, 1, e))
FIND (GrBarcode, barcode, gr_barcode_store_find (d, "nothing", &found, e))
POINTERS (families, gr_family_store_list (d, e))
TRUTH (family, gint64 id, gr_family_store_find (d, "Family 1", &id, e))
POINTERS (items, gr_item_store_list (d, all, e))
OBJECT (GrItem, item, gr_item_store_by_id (d, 1, e))
FIND (GrItem, item_of_code, gr_item_store_find (d, "nothing", &found, e))
ARRAY (predecessors, gr_predecessor_store_list (d, all, e))
POINTERS (suppliers, gr_supplier_store_list (d, e))
OBJECT (GrSupplier, supplier, gr_supplier_store_by_id (d, 1, e))
FIND (GrSupplier, supplier_of_name, gr_supplier_store_find (d, "nobody", &found, e))
POINTERS (terms_of_item, gr_supplier_item_store_of_item (d, 1, e))
TABLE (preferred, gr_supplier_item_store_all_preferred (d, all, e))
FIND (GrSupplierItem, preferred_of_item, gr_supplier_item_store_preferred (d, 1, &found, e))
FIND (GrSupplierItem, terms, gr_supplier_item_store_find (d, 1, 1, &found, e))
POINTERS (ledger, gr_ledger_history_rows (d, 1, &(GrLedgerCursor){0}, 10, e))
TRUTH (day_ends, GrQty stock[3], gr_ledger_history_day_ends (d, 1, some_days, 3, stock, e))
TRUTH (ledger_days, , gr_ledger_history_each_day (d, all, 0, (GrLedgerDayFunc) go_on_cb, NULL, e))
TRUTH (days_of_item, , gr_ledger_history_each_day (d, one, 0, (GrLedgerDayFunc) go_on_cb, NULL, e))
TRUTH (on_hand, GrQty qty, gr_ledger_on_hand (d, 1, &qty, e))
ARRAY (all_on_hand, gr_ledger_all_on_hand (d, all, e))
POINTERS (balances, gr_ledger_balances (d, 1, e))
POINTERS (locations, gr_location_store_list_internal (d, e))
TRUTH (location, gint64 id, gr_location_store_find (d, "Shop", &id, e))
ARRAY (first_days, gr_stock_count_store_first_days (d, all, e))
TRUTH (first_day, GrDate day, gr_stock_count_store_first_day (d, 1, &day, e))
POINTERS (lines, gr_order_store_lines (d, 1, e))
FIND (GrPurchaseOrderLine, line, gr_order_store_find_line (d, 1, 1, &found, e))
OBJECT (GrPurchaseOrder, order, gr_order_store_by_id (d, 1, e))
TRUTH (open_draft, gint64 id, gr_order_store_open_draft (d, 1, &id, e))
ARRAY (on_order, gr_order_store_on_order (d, all, e))
ARRAY (on_order_of_item, gr_order_store_on_order (d, one, e))
ARRAY (deliveries, gr_supplier_history (d, 0, 0, e))
POINTERS (events, gr_event_store_list (d, e))
OBJECT (GrEvent, event, gr_event_store_by_id (d, 1, e))
ARRAY (choices, gr_forecast_choice_store_list (d, all, e))
TRUTH (forecasts, , gr_forecast_store_each (d, all, GR_GRAIN_WEEK, (GrForecastFunc) go_on_cb, NULL, e))
FIND (GrForecastRow, forecast, gr_forecast_store_find (d, 1, GR_GRAIN_WEEK, &found, e))
TABLE (settings, gr_setting_store_all (d, e))
ARRAY (marks, gr_demand_mark_store_list (d, all, e))
POINTERS (suggestions, gr_plan_store_suggestions (d, 0, 200, e))
POINTERS (suggestions_of_item, gr_plan_store_suggestions_of_item (d, 1, e))
TRUTH (demand, , gr_demand_store_each (d, all, &some_span, (GrDemandFunc) go_on_cb, NULL, e))
ARRAY (demand_of_item, gr_demand_store_of_many (d, 1, NULL, e))
ARRAY (demand_of_family, gr_demand_store_of_many (d, 0, "Family 1", e))
ARRAY (demand_of_all, gr_demand_store_of_many (d, 0, NULL, e))
ARRAY (open_days, gr_demand_store_open_days (d, 200, 1, e))
TRUTH (span, GrDate first; GrDate last, gr_demand_store_span (d, &first, &last, e))
ARRAY (effects, gr_event_effect_store_list (d, all, e))
POINTERS (seasons, gr_season_store_list (d, e))
POINTERS (order_list, gr_order_list (d, &all_orders, 10, e))
TRUTH (order_counts, gint64 n[GR_N_ORDER_STATES], gr_order_list_counts (d, n, e))
POINTERS (plan_families, gr_plan_list_families (d, 100, e))
ARRAY (stock_ids, gr_stock_list_ids (d, &some_stock, e))
POINTERS (stock_rows, gr_stock_rows_read (d, some_items, 3, 0, e))
TRUTH (totals, GrStockTotals sums, gr_stock_list_totals (d, &all_stock, &sums, e))
POINTERS (supplier_rows, gr_supplier_list (d, "a", e))
POINTERS (supplier_items, gr_supplier_list_items (d, 1, e))
POINTERS (today, gr_today_list (d, 100, 10, e))
TRUTH (today_counts, gint64 n[GR_N_TODAY_KINDS], gr_today_list_counts (d, 100, n, e))
ARRAY (items_of_deed, gr_deed_items (d, 1, e))
POINTERS (events_of_deed, gr_deed_events (d, 1, e))
FIND (GrDeed, next_undo, gr_deed_next_undo (d, &found, e))
FIND (GrDeed, next_redo, gr_deed_next_redo (d, &found, e))
OBJECT (GrDeed, deed, gr_deed_by_id (d, 1, e))
POINTERS (deeds, gr_deed_list (d, 0, 10, e))
POINTERS (row_history, gr_deed_row_history (d, "item", 1, e))
POINTERS (check, gr_check_run (d, NULL, e))

/* clang-format off */
static const struct {
  const char *name;
  Reading read;
} readings[] = {
#define ROW(name) {#name, name}
  ROW (barcodes), ROW (barcode), ROW (families), ROW (family), ROW (items), ROW (item),
  ROW (item_of_code), ROW (predecessors), ROW (suppliers), ROW (supplier), ROW (supplier_of_name),
  ROW (terms_of_item), ROW (preferred), ROW (preferred_of_item), ROW (terms), ROW (ledger),
  ROW (day_ends), ROW (ledger_days), ROW (days_of_item), ROW (on_hand), ROW (all_on_hand), ROW (balances),
  ROW (locations), ROW (location), ROW (first_days), ROW (first_day), ROW (lines), ROW (line), ROW (order),
  ROW (open_draft), ROW (on_order), ROW (on_order_of_item), ROW (deliveries), ROW (events), ROW (event), ROW (choices),
  ROW (forecasts), ROW (forecast), ROW (settings), ROW (marks), ROW (suggestions), ROW (suggestions_of_item),
  ROW (demand), ROW (demand_of_item), ROW (demand_of_family), ROW (demand_of_all), ROW (open_days), ROW (span),
  ROW (effects), ROW (seasons), ROW (order_list), ROW (order_counts), ROW (plan_families), ROW (stock_ids), ROW (stock_rows),
  ROW (totals), ROW (supplier_rows), ROW (supplier_items), ROW (today), ROW (today_counts), ROW (items_of_deed),
  ROW (events_of_deed), ROW (next_undo), ROW (next_redo), ROW (deed), ROW (deeds), ROW (row_history), ROW (check),
};
/* clang-format on */

static void
play (Fixture *fixture, GRand *rand, int n)
{
  for (int i = 0; i < n; i++) {
    g_autoptr (GError) error = NULL;

    random_deed (fixture->database, rand, &error);
    g_assert_no_error (error);
  }
}

/* Whatever statement of it fails, a reading says so, and is no empty list and no half one. */
static void
test_readings_say_that_they_failed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (41);

  play (fixture, rand, 60);
  for (gsize i = 0; i < G_N_ELEMENTS (readings); i++) {
    gboolean is_more = TRUE;

    for (int at = 0; is_more; at++) {
      g_autoptr (GError) error = NULL;
      Fault fault;
      gboolean is_read;

      fault_arm (&fault, fixture->database, at);
      is_read = readings[i].read (fixture->database, &error);
      is_more = fault_disarm (&fault, fixture->database);
      if (is_read == fault.has_struck || (error != NULL) != fault.has_struck)
        g_test_message ("%s, statement %d: %s", readings[i].name, at, error != NULL ? error->message : "no error");
      g_assert_cmpint (is_read, ==, !fault.has_struck);
      g_assert_cmpint (error != NULL, ==, fault.has_struck);
    }
  }
}

/* A deed of which a statement fails is not in the file, and says so; the next one goes well. */
static void
test_deeds_are_whole_or_not_at_all (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  int n_struck = 0;

  play (fixture, rand, 40);
  for (guint32 round = 0; round < 24; round++) {
    g_autofree char *before = fixture_dump (fixture);
    gboolean is_more = TRUE;

    for (int at = 0; is_more; at++) {
      g_autoptr (GRand) same = g_rand_new_with_seed (1000 + round);
      g_autoptr (GError) error = NULL;
      g_autofree char *after = NULL;
      Fault fault;
      gint64 deed;

      fault_arm (&fault, fixture->database, at);
      deed = random_deed (fixture->database, same, &error);
      is_more = fault_disarm (&fault, fixture->database);
      g_assert_false (gr_database_in_transaction (fixture->database));
      g_assert_true (deed == 0 || error == NULL);
      g_assert_true (fault.has_struck || error == NULL);
      if (deed != 0 && is_more) /* what chance could not look up was left alone */
        fixture_undo (fixture, deed);
      after = fixture_dump (fixture);
      if (is_more)
        g_assert_cmpstr (after, ==, before);
      n_struck += error != NULL;
    }
  }
  g_assert_cmpint (n_struck, >, 100);
  fixture_assert_clean (fixture);
}

/* Takes a deed back, or does it again, after each of its statements has failed once: nothing of it was kept then.
 * Returns: how many failed */
static int
turn_against_faults (Fixture *fixture, gint64 deed_id, gboolean is_redo)
{
  GrDeedHead head = {.who = "chance", .done_at = 1, .done_on = 1};
  g_autofree char *before = fixture_dump (fixture);

  for (int at = 0;; at++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *after = NULL;
    Fault fault;
    gboolean is_done;

    fault_arm (&fault, fixture->database, at);
    is_done = is_redo ? gr_deed_redo (fixture->database, deed_id, &head, &error)
                      : gr_deed_undo (fixture->database, deed_id, &head, &error);
    is_done = is_done && gr_deed_finish (fixture->database, NULL, NULL, &error);
    fault_disarm (&fault, fixture->database);
    g_assert_cmpint (error != NULL, ==, !is_done);
    g_assert_false (gr_database_in_transaction (fixture->database));
    if (is_done)
      return at;
    g_assert_true (fault.has_struck);
    after = fixture_dump (fixture);
    g_assert_cmpstr (after, ==, before);
  }
}

/* So is taking back and doing again. */
static void
test_undo_is_whole_or_not_at_all (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  play (fixture, rand, 40);
  for (int round = 0; round < 30; round++) {
    g_autoptr (GrDeed) deed = NULL;
    gboolean is_redo = round % 3 == 2;

    g_assert_true (is_redo ? gr_deed_next_redo (fixture->database, &deed, NULL)
                           : gr_deed_next_undo (fixture->database, &deed, NULL));
    g_assert_cmpint (turn_against_faults (fixture, deed->id, is_redo), >, 0);
  }
  fixture_assert_clean (fixture);
}

/* The stock that sales took away comes and goes with them. */
static void
test_undo_of_sales (Fixture *fixture, gconstpointer data)
{
  gint64 item_id, deed_id;

  fixture_begin (fixture, "Count");
  item_id = fixture_add_item (fixture, "A", "Apple");
  fixture_count (fixture, item_id, GR_PLACE_SHOP, 10, 90);
  fixture_finish (fixture);
  fixture_begin (fixture, "Sales");
  fixture_sell (fixture, item_id, 4, 95, "1");
  deed_id = fixture_finish (fixture);
  g_assert_cmpint (fixture_on_hand (fixture, item_id), ==, 6);
  g_assert_cmpint (turn_against_faults (fixture, deed_id, FALSE), >, 20);
  g_assert_cmpint (fixture_on_hand (fixture, item_id), ==, 10);
  g_assert_cmpint (turn_against_faults (fixture, deed_id, TRUE), >, 20);
  g_assert_cmpint (fixture_on_hand (fixture, item_id), ==, 6);
  fixture_assert_clean (fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/faults/readings", test_readings_say_that_they_failed);
  TEST ("/faults/deeds", test_deeds_are_whole_or_not_at_all);
  TEST ("/faults/undo", test_undo_is_whole_or_not_at_all);
  TEST ("/faults/undo-of-sales", test_undo_of_sales);
  return g_test_run();
}
