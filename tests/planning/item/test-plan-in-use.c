#include "planning/item/item-plan.h"

#include "planning/theory/normal.h"

#include <math.h>

#define DAYS     6000
#define LEAD     14
#define DAILY    10.0
#define DAILY_SD 4.0

/* How an item fared that was ordered as the plan says. */
typedef struct {
  double served;     /* share of demand */
  double mean_stock; /* in days of demand */
  int n_orders;
  int n_bad_cycles; /* deliveries before which stock ran out */
} Record;

static double
random_demand (void)
{
  double units = DAILY + DAILY_SD * gr_normal_quantile (g_test_rand_double_range (1e-9, 1));

  return MAX (0, round (units));
}

static GrQty
quantity_to_order (GrDate today, int review_days, GrQty on_hand, const GQueue *coming)
{
  static const double forecast[26] = {
      70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70};
  GrPlannedReceipt receipts[LEAD + 2];
  GrItemPlanInput input = {.today = today, .n_weeks = 26, .forecast = forecast, .receipts = receipts};
  g_autoptr (GrItemPlan) plan = NULL;

  for (GList *l = coming->head; l != NULL; l = l->next)
    receipts[input.n_receipts++] = *(GrPlannedReceipt *) l->data;
  input.error_sd_per_week = DAILY_SD * sqrt (7);
  input.cumulative_sd = NAN;
  input.history_weeks = 100;
  input.on_hand = on_hand;
  input.is_stocked = input.is_orderable = TRUE;
  input.lead_time_days = LEAD;
  input.review_period_days = review_days;
  input.service_level = 0.95;
  plan = gr_item_plan_new (&input);
  return plan->is_due ? plan->suggestions[0].qty : 0;
}

/* @look_days: how often somebody really looks. */
static Record
run_shop (int review_days, int look_days)
{
  Record record = {0};
  GQueue coming = G_QUEUE_INIT;
  GrQty on_hand = gr_qty_from_units (300);
  double asked = 0, lost = 0;
  gboolean ran_out = FALSE;

  for (GrDate day = 20000; day < 20000 + DAYS; day++) {
    GrPlannedReceipt *next = g_queue_peek_head (&coming);
    GrQty demand = gr_qty_from_double (random_demand()), sold;

    if (next != NULL && next->on <= day) {
      on_hand += next->qty;
      g_free (g_queue_pop_head (&coming));
      record.n_bad_cycles += ran_out;
      ran_out = FALSE;
    }
    if (day % look_days == 0) {
      GrQty qty = quantity_to_order (day, review_days, on_hand, &coming);
      GrPlannedReceipt receipt = {day + LEAD, qty, FALSE};

      record.n_orders += qty > 0;
      if (qty > 0)
        g_queue_push_tail (&coming, g_memdup2 (&receipt, sizeof receipt));
    }
    sold = MIN (demand, on_hand);
    ran_out |= sold < demand;
    asked += gr_qty_to_double (demand);
    lost += gr_qty_to_double (demand - sold);
    on_hand -= sold;
    record.mean_stock += gr_qty_to_double (on_hand) / DAILY / DAYS;
  }
  g_queue_clear_full (&coming, g_free);
  record.served = 1 - lost / asked;
  return record;
}

static void
check_service (int review_days, int look_days, double most_stock)
{
  Record record = run_shop (review_days, look_days);

  g_test_message ("review %d, looked at every %d days: %.4f served, %.1f days of stock, %d of %d cycles bad",
      review_days, look_days, record.served, record.mean_stock, record.n_bad_cycles, record.n_orders);
  g_assert_cmpfloat (record.served, >, 0.99);
  g_assert_cmpfloat (record.n_bad_cycles, <, 0.07 * record.n_orders);
  g_assert_cmpfloat (record.mean_stock, <, most_stock);
}

static void
test_weekly (void)
{
  check_service (7, 7, 9);
}

/* Looking more often than planned for costs some stock, no service, and no flood of orders. */
static void
test_daily (void)
{
  Record record = run_shop (7, 1);

  check_service (7, 1, 15);
  g_assert_cmpint (record.n_orders, <, DAYS / 5);
}

static void
test_continuous (void)
{
  check_service (0, 1, 8);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-in-use/weekly", test_weekly);
  g_test_add_func ("/plan-in-use/daily", test_daily);
  g_test_add_func ("/plan-in-use/continuous", test_continuous);
  return g_test_run();
}
