#include "fixture.h"

#include "domain/trade/item.h"
#include "store/plans/plan-store.h"
#include "store/file/query.h"
#include "store/lists/stock-list.h"
#include "store/lists/supplier-list.h"
#include "store/lists/today-list.h"

#include <math.h>

#define TEST(name, func) g_test_add (name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

typedef struct {
  gint64 items[2];
  gint64 suppliers[2];
} Plan;

static GrSuggestion
suggest (const Plan *plan, int item, int supplier, int step, GrDate order_on)
{
  return (GrSuggestion){.item_id = plan->items[item],
      .step = step,
      .supplier_id = plan->suppliers[supplier],
      .need = 900,
      .qty = gr_qty_from_units (10 + item),
      .unit_price = 12345,
      .needed_on = order_on + 3,
      .order_on = order_on,
      .arrive_on = order_on + 7,
      .is_late = TRUE};
}

static Plan
save_plan (Fixture *fixture)
{
  GrPlanHead head = {.made_at = 5, .made_for = 100, .horizon_weeks = 26};
  Plan plan;

  fixture_begin (fixture, "Shop");
  plan.items[0] = fixture_add_item (fixture, "A", "Apples");
  plan.items[1] = fixture_add_item (fixture, "B", "Birnen");
  plan.suppliers[0] = fixture_add_supplier (fixture, "Orchard");
  plan.suppliers[1] = fixture_add_supplier (fixture, "Market");
  fixture_finish (fixture);
  g_assert_true (gr_database_begin (fixture->database, NULL));
  g_assert_true (gr_plan_store_begin (fixture->database, &head, NULL));
  for (int i = 0; i < 2; i++) {
    GrPlanLine line = {.item_id = plan.items[i],
        .supplier_id = plan.suppliers[i],
        .health = GR_HEALTH_STOCKED_OUT,
        .safety_stock = 1,
        .reorder_point = 2,
        .order_up_to = 3,
        .days_of_supply = i == 0 ? NAN : 4.5,
        .stock_out_on = i == 0 ? GR_DATE_NONE : 101,
        .money_at_risk = 100 * (i + 1),
        .excess_value = 7,
        .weekly_demand = 1.25};

    g_assert_true (gr_plan_store_add_line (fixture->database, &line, NULL));
    for (int step = 0; step < 2; step++) {
      GrSuggestion suggestion = suggest (&plan, i, i, step, 100 + 30 * step);

      g_assert_true (gr_plan_store_add_suggestions (fixture->database, &suggestion, 1, NULL));
    }
  }
  g_assert_true (gr_database_commit (fixture->database, NULL));
  return plan;
}

static void
test_plan_comes_back (Fixture *fixture, gconstpointer data)
{
  Plan plan = save_plan (fixture);
  GrPlanLine line;
  gboolean exists;

  g_assert_true (gr_plan_store_find_line (fixture->database, plan.items[0], &line, &exists, NULL));
  g_assert_true (exists);
  g_assert_true (isnan (line.days_of_supply));
  g_assert_cmpint (line.stock_out_on, ==, GR_DATE_NONE);
  g_assert_cmpint (line.supplier_id, ==, plan.suppliers[0]);
  g_assert_cmpint (line.order_up_to, ==, 3);
  g_assert_cmpfloat (line.weekly_demand, ==, 1.25);
  g_assert_true (gr_plan_store_find_line (fixture->database, 999, &line, &exists, NULL));
  g_assert_false (exists);
}

static void
test_suggestions_worst_first (Fixture *fixture, gconstpointer data)
{
  Plan plan = save_plan (fixture);
  g_autoptr (GPtrArray) due = gr_plan_store_suggestions (fixture->database, 0, 100, NULL);
  g_autoptr (GPtrArray) all = gr_plan_store_suggestions (fixture->database, 0, G_MAXINT32, NULL);
  g_autoptr (GPtrArray) of_one = gr_plan_store_suggestions (fixture->database, plan.suppliers[0], G_MAXINT32, NULL);
  g_autoptr (GPtrArray) of_item = gr_plan_store_suggestions_of_item (fixture->database, plan.items[1], NULL);
  const GrSuggestion *first = due->pdata[0];

  g_assert_cmpuint (due->len, ==, 2);
  g_assert_cmpstr (first->item_code, ==, "B");
  g_assert_cmpint (first->money_at_risk, ==, 200);
  g_assert_cmpint (first->value, ==, 1358); /* 11 x 1.2345 = 13.5795 */
  g_assert_cmpstr (first->supplier_name, ==, "Market");
  g_assert_true (first->is_late);
  g_assert_cmpuint (all->len, ==, 4);
  g_assert_cmpuint (of_one->len, ==, 2);
  g_assert_cmpuint (of_item->len, ==, 2);
  g_assert_cmpint (((GrSuggestion *) of_item->pdata[1])->order_on, ==, 130);
}

static void
test_one_item_is_planned_anew (Fixture *fixture, gconstpointer data)
{
  Plan plan = save_plan (fixture);
  GrPlanLine line = {.item_id = plan.items[0], .health = GR_HEALTH_OK, .stock_out_on = GR_DATE_NONE};
  GrSuggestion suggestion = suggest (&plan, 0, 1, 0, 100);
  g_autoptr (GrItemSet) items = gr_item_set_new_one (plan.items[0]);
  g_autoptr (GPtrArray) of_item = NULL;

  g_assert_true (gr_database_begin (fixture->database, NULL));
  g_assert_true (gr_plan_store_clear (fixture->database, items, NULL));
  g_assert_true (gr_plan_store_add_line (fixture->database, &line, NULL));
  g_assert_true (gr_plan_store_add_suggestions (fixture->database, &suggestion, 1, NULL));
  g_assert_true (gr_database_commit (fixture->database, NULL));
  of_item = gr_plan_store_suggestions_of_item (fixture->database, plan.items[0], NULL);
  g_assert_cmpuint (of_item->len, ==, 1);
  g_assert_cmpstr (((GrSuggestion *) of_item->pdata[0])->supplier_name, ==, "Market");
}

static void
test_today_is_worst_first (Fixture *fixture, gconstpointer data)
{
  Plan plan = save_plan (fixture);
  gint64 counts[GR_N_TODAY_KINDS];
  g_autoptr (GPtrArray) rows = NULL, limited = NULL, suppliers = NULL;
  GrStockTotals totals;
  GrMoney last = G_MAXINT64;

  fixture_begin (fixture, "Oversold");
  fixture_count (fixture, plan.items[0], 4, 1, 90);
  fixture_sell (fixture, plan.items[0], 3, 95, "1");
  fixture_finish (fixture);
  rows = gr_today_list (fixture->database, 100, 10, NULL);
  for (guint i = 0; i < rows->len; i++) {
    g_assert_cmpint (((GrTodayRow *) rows->pdata[i])->money, <=, last);
    last = ((GrTodayRow *) rows->pdata[i])->money;
  }
  g_assert_true (gr_today_list_counts (fixture->database, 100, counts, NULL));
  g_assert_cmpint (counts[GR_TODAY_STOCK_OUT], ==, 2);
  g_assert_cmpint (counts[GR_TODAY_ORDER_TO_PLACE], ==, 2);
  g_assert_cmpint (counts[GR_TODAY_NEGATIVE_STOCK], ==, 1);
  g_assert_cmpuint (rows->len, ==, 5);
  limited = gr_today_list (fixture->database, 100, 1, NULL);
  g_assert_cmpuint (limited->len, ==, 3);
  suppliers = gr_supplier_list (fixture->database, NULL, NULL);
  g_assert_cmpint (((GrSupplierRow *) suppliers->pdata[0])->n_suggestions, ==, 1);
  g_assert_true (gr_stock_list_totals (fixture->database, &GR_STOCK_FILTER_ALL, &totals, NULL));
  g_assert_cmpint (totals.n_by_health[GR_HEALTH_STOCKED_OUT], ==, 2);
  g_assert_cmpint (totals.money_at_risk, ==, 300);
  g_assert_cmpint (totals.stock_value, ==, 0);
}

/* The plan follows its items: an item that goes takes its line along, with no word in the journal. */
static void
test_plan_follows_items (Fixture *fixture, gconstpointer data)
{
  save_plan (fixture);
  fixture_undo (fixture, 1);
  g_assert_cmpint (fixture_number (fixture, "SELECT count (*) FROM plan_line"), ==, 0);
  g_assert_cmpint (fixture_number (fixture, "SELECT count (*) FROM plan_suggestion"), ==, 0);
  fixture_assert_clean (fixture);
}

/* A scenario beside the working plan changes nothing of it, and making the working plan anew nothing of the scenario.
 */
static void
test_plans_side_by_side (Fixture *fixture, gconstpointer data)
{
  const GrPlanHead head = {.made_at = 5, .made_for = 100, .horizon_weeks = 26};
  GrPlanLine line = {.reorder_point = 4000, .days_of_supply = NAN, .stock_out_on = GR_DATE_NONE}, found;
  g_autoptr (GrItemSet) all = gr_item_set_new_all();
  gboolean exists;

  g_assert_true (gr_plan_store_head (fixture->database, &(GrPlanHead){0}, &exists, NULL));
  g_assert_false (exists); /* there is a working plan, but nobody made it yet */
  fixture_begin (fixture, "Plan");
  line.item_id = fixture_add_item (fixture, "PLAN", "");
  g_assert_true (gr_plan_store_begin (fixture->database, &head, NULL));
  g_assert_true (gr_plan_store_add_line (fixture->database, &line, NULL));
  g_assert_true (gr_query_script (fixture->database,
      "INSERT INTO plan (kind, name, made_at) VALUES ('scenario', 'What if', 1);"
      "INSERT INTO plan_line SELECT (SELECT id FROM plan WHERE kind = 'scenario'), item_id, supplier_id, health, "
      "safety_stock, 9000, order_up_to, days_of_supply, stock_out_on, money_at_risk, excess_value, weekly_demand "
      "FROM working_line;",
      NULL));
  g_assert_true (gr_plan_store_find_line (fixture->database, line.item_id, &found, &exists, NULL));
  g_assert_true (exists);
  g_assert_cmpint (found.reorder_point, ==, 4000);
  g_assert_true (gr_plan_store_begin (fixture->database, &head, NULL));
  g_assert_true (gr_plan_store_clear (fixture->database, all, NULL));
  g_assert_true (gr_plan_store_find_line (fixture->database, line.item_id, &found, &exists, NULL));
  g_assert_false (exists);
  g_assert_cmpint (fixture_number (fixture, "SELECT reorder_point FROM plan_line"), ==, 9000);
  fixture_finish (fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/plan-store/comes-back", test_plan_comes_back);
  TEST ("/plan-store/suggestions", test_suggestions_worst_first);
  TEST ("/plan-store/anew", test_one_item_is_planned_anew);
  TEST ("/plan-store/today", test_today_is_worst_first);
  TEST ("/plan-store/follows", test_plan_follows_items);
  TEST ("/plan/side-by-side", test_plans_side_by_side);
  return g_test_run();
}
