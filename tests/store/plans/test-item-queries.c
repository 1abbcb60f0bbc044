#include "fixture.h"

#include "store/catalogue/item-store.h"
#include "store/catalogue/predecessor-store.h"
#include "store/catalogue/supplier-store.h"
#include "store/file/query.h"
#include "store/orders/order-store.h"
#include "store/plans/event-effect-store.h"
#include "store/plans/forecast-choice-store.h"
#include "store/plans/forecast-store.h"
#include "store/plans/plan-store.h"
#include "store/sales/demand-mark-store.h"
#include "store/sales/demand-store.h"
#include "store/stock/ledger-history.h"
#include "store/stock/ledger-store.h"
#include "store/stock/location-store.h"
#include "store/stock/stock-count-store.h"

#include <string.h>

/* More rows than a shop has places, which are few and may be gone through. */
#define ITEMS 60

static gboolean
go_on_cb (gconstpointer row, gpointer data)
{
  return TRUE;
}

static void
fill (Fixture *fixture, gint64 *items)
{
  fixture_begin (fixture, "Items");
  for (int i = 0; i < ITEMS; i++) {
    g_autofree char *code = g_strdup_printf ("I-%d", i);

    items[i] = fixture_add_item (fixture, code, "");
    fixture_count (fixture, items[i], GR_PLACE_SHOP, 20, 100);
  }
  for (int i = 0; i < ITEMS; i++) {
    GrForecastPoint point = {.mean = i};
    GrForecastRow row = {
        .item_id = items[i], .starts_on = 105, .method = (char *) "naive", .n_points = 1, .points = &point};
    GrForecastChoice choice = {items[i], GR_METHOD_AUTOMATIC, 90};
    GrDemandMark mark = {items[i], GR_MARK_OUTLIER, 98, 99, TRUE};
    GrPlanLine line = {.item_id = items[i], .stock_out_on = GR_DATE_NONE};

    fixture_sell (fixture, items[i], 3, 101 + i, "1");
    g_assert_true (gr_forecast_store_save (fixture->database, &row, NULL));
    g_assert_true (gr_forecast_choice_store_save (fixture->database, &choice, NULL));
    g_assert_true (gr_demand_mark_store_save (fixture->database, &mark, NULL));
    g_assert_true (gr_plan_store_add_line (fixture->database, &line, NULL));
    if (i > 0)
      g_assert_true (gr_predecessor_store_save (fixture->database, &(GrPredecessor){items[0], items[i], 0}, NULL));
  }
  fixture_finish (fixture);
}

static void
read_all (GrDatabase *d, const GrItemSet *items)
{
  g_autoptr (GPtrArray) found = gr_item_store_list (d, items, NULL);
  g_autoptr (GHashTable) terms = gr_supplier_item_store_all_preferred (d, items, NULL);
  g_autoptr (GArray) on_hand = gr_ledger_all_on_hand (d, items, NULL);
  g_autoptr (GArray) on_order = gr_order_store_on_order (d, items, NULL);
  g_autoptr (GArray) first_days = gr_stock_count_store_first_days (d, items, NULL);
  g_autoptr (GArray) predecessors = gr_predecessor_store_list (d, items, NULL);
  g_autoptr (GArray) choices = gr_forecast_choice_store_list (d, items, NULL);
  g_autoptr (GArray) marks = gr_demand_mark_store_list (d, items, NULL);
  g_autoptr (GArray) effects = gr_event_effect_store_list (d, items, NULL);

  g_assert_true (gr_demand_store_each (d, items, NULL, (GrDemandFunc) go_on_cb, NULL, NULL));
  g_assert_true (gr_ledger_history_each_day (d, items, 0, (GrLedgerDayFunc) go_on_cb, NULL, NULL));
  g_assert_true (gr_forecast_store_each (d, items, GR_GRAIN_WEEK, (GrForecastFunc) go_on_cb, NULL, NULL));
  g_assert_true (gr_plan_store_clear (d, items, NULL));
  g_assert_nonnull (found);
  g_assert_nonnull (terms);
  g_assert_nonnull (on_hand);
  g_assert_nonnull (on_order);
  g_assert_nonnull (first_days);
  g_assert_nonnull (predecessors);
  g_assert_nonnull (choices);
  g_assert_nonnull (marks);
  g_assert_nonnull (effects);
}

/* What is asked of one item does not go through those of all. */
static void
test_one_is_found_by_its_number (Fixture *fixture, gconstpointer data)
{
  gint64 items[ITEMS];
  g_autoptr (GrItemSet) one = NULL;
  int n = 0;

  fill (fixture, items);
  one = gr_item_set_new_one (items[ITEMS / 2]);
  g_assert_true (gr_database_begin (fixture->database, NULL));
  read_all (fixture->database, one);
  gr_database_rollback (fixture->database);
  for (sqlite3_stmt *statement = sqlite3_next_stmt (gr_database_handle (fixture->database), NULL); statement != NULL;
       statement = sqlite3_next_stmt (gr_database_handle (fixture->database), statement)) {
    if (strstr (sqlite3_sql (statement), "json_each") == NULL)
      continue;
    n++;
    if (sqlite3_stmt_status (statement, SQLITE_STMTSTATUS_FULLSCAN_STEP, 0) >= ITEMS / 2)
      g_error ("goes through everything: %s", sqlite3_sql (statement));
  }
  g_assert_cmpint (n, >=, 14);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/item-queries/one", Fixture, NULL, fixture_set_up, test_one_is_found_by_its_number, fixture_tear_down);
  return g_test_run();
}
