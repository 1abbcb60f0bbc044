#include "planning/item/item-plan.h"

#include "domain/trade/order-quantity.h"
#include "random-item.h"

#include <math.h>

/* A Monday. */
#define TODAY gr_date_from_ymd (2026, 3, 2)
#define UNITS gr_qty_from_units

static const double steady[20] = {14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14};

/* Two a day, two weeks' lead, weekly orders; safety stock 1.645 x 3 x sqrt (3) = 8.547. */
static GrItemPlanInput
steady_item (GrQty on_hand)
{
  return (GrItemPlanInput){.today = TODAY,
      .n_weeks = 20,
      .forecast = steady,
      .error_sd_per_week = 3,
      .cumulative_sd = NAN,
      .history_weeks = 60,
      .on_hand = on_hand,
      .is_orderable = TRUE,
      .is_stocked = TRUE,
      .lead_time_days = 14,
      .review_period_days = 7,
      .service_level = 0.95,
      .unit_cost = 20000,
      .unit_price = 50000,
      .currency_digits = 2};
}

static void
test_levels (void)
{
  GrItemPlanInput input = steady_item (UNITS (60));
  g_autoptr (GrItemPlan) plan = gr_item_plan_new (&input);

  g_assert_cmpint (plan->safety_stock, ==, 8547);
  g_assert_cmpint (plan->reorder_point, ==, 50547);
  g_assert_cmpint (plan->order_up_to, ==, 64547);
  g_assert_cmpint (plan->excess_above, ==, 65547);
  g_assert_cmpfloat (plan->days_of_supply, ==, 30);
  g_assert_cmpint (plan->stock_out_on, ==, TODAY + 30);
  g_assert_cmpint (plan->health, ==, GR_HEALTH_OK);
  g_assert_false (plan->is_due);
}

static void
test_first_suggestion (void)
{
  GrItemPlanInput input = steady_item (UNITS (50));
  g_autoptr (GrItemPlan) plan = gr_item_plan_new (&input);
  const GrSuggestion *first = &plan->suggestions[0];

  /* 50 - 2 (day + 1) ends below 8.547 on day 20; the order has to last to day 26. */
  g_assert_cmpint (first->needed_on, ==, TODAY + 20);
  g_assert_cmpint (first->order_by, ==, TODAY + 6);
  /* That is before the next review: order now. */
  g_assert_cmpint (first->order_on, ==, TODAY);
  g_assert_cmpint (first->arrive_on, ==, TODAY + 14);
  g_assert_cmpint (first->covers_until, ==, TODAY + 26);
  g_assert_cmpint (first->need, ==, 8547 - (50000 - 54000));
  g_assert_cmpint (first->qty, ==, UNITS (13));
  g_assert_false (first->is_late);
  g_assert_true (plan->is_due);
  g_assert_cmpint (plan->suggestions[1].order_on, ==, plan->suggestions[1].order_by);
}

/* Stock below the reorder point and an order to place today are one and the same. */
static void
test_due_below_the_reorder_point (void)
{
  for (GrQty on_hand = 0; on_hand < UNITS (80); on_hand += 173) {
    GrItemPlanInput input = steady_item (on_hand);
    g_autoptr (GrItemPlan) plan = gr_item_plan_new (&input);

    g_assert_cmpint (plan->is_due, ==, plan->projected < plan->reorder_point);
    g_assert_cmpint (plan->is_due, ==, plan->suggestions[0].order_on == TODAY);
  }
}

static void
test_late_means_today (void)
{
  GrItemPlanInput input = steady_item (UNITS (10));
  g_autoptr (GrItemPlan) plan = gr_item_plan_new (&input);
  const GrSuggestion *first = &plan->suggestions[0];

  g_assert_true (first->is_late);
  g_assert_cmpint (first->order_on, ==, TODAY);
  g_assert_cmpint (first->arrive_on, ==, TODAY + 14);
  g_assert_cmpint (first->needed_on, ==, TODAY);
  g_assert_cmpint (plan->health, ==, GR_HEALTH_POTENTIAL_STOCK_OUT);
  /* 14 days ask for 28, ten are there, 18 are lost at 5.00. */
  g_assert_cmpint (plan->money_at_risk, ==, 9000);
}

static void
test_minimum_and_packs (void)
{
  GrItemPlanInput input = steady_item (UNITS (50));
  g_autoptr (GrItemPlan) plan = NULL;

  input.minimum_order_qty = UNITS (15);
  input.order_multiple = UNITS (12);
  plan = gr_item_plan_new (&input);
  for (gsize i = 0; i < plan->n_suggestions; i++)
    g_assert_cmpint (
        plan->suggestions[i].qty, ==, gr_order_quantity (plan->suggestions[i].need, UNITS (15), UNITS (12)));
  g_assert_cmpint (plan->suggestions[0].qty, ==, UNITS (24));
}

static GrStockHealth
health_of (const GrItemPlanInput *input)
{
  g_autoptr (GrItemPlan) plan = gr_item_plan_new (input);

  return plan->health;
}

static void
test_health_worst_first (void)
{
  GrPlannedReceipt coming = {TODAY + 3, UNITS (40), FALSE};
  static const double nothing[20] = {0};
  GrItemPlanInput input = steady_item (0);

  g_assert_cmpint (health_of (&input), ==, GR_HEALTH_STOCKED_OUT);
  input.on_hand = UNITS (20);
  g_assert_cmpint (health_of (&input), ==, GR_HEALTH_POTENTIAL_STOCK_OUT);
  input.receipts = &coming;
  input.n_receipts = 1;
  g_assert_cmpint (health_of (&input), ==, GR_HEALTH_OK);
  input.on_hand = UNITS (63);
  g_assert_cmpint (health_of (&input), ==, GR_HEALTH_SURPLUS_ORDERS);
  input.n_receipts = 0;
  input.on_hand = UNITS (66);
  g_assert_cmpint (health_of (&input), ==, GR_HEALTH_EXCESS);
  input.history_weeks = 3;
  g_assert_cmpint (health_of (&input), ==, GR_HEALTH_NEW);
  input.history_weeks = 60;
  input.forecast = nothing;
  g_assert_cmpint (health_of (&input), ==, GR_HEALTH_EXCESS);
  input.on_hand = 0;
  g_assert_cmpint (health_of (&input), ==, GR_HEALTH_NONE);
  input.is_stocked = FALSE;
  input.forecast = steady;
  g_assert_cmpint (health_of (&input), ==, GR_HEALTH_NONE);
}

static void
test_money (void)
{
  GrPlannedReceipt coming = {TODAY + 3, UNITS (40), FALSE};
  GrItemPlanInput input = steady_item (0);
  g_autoptr (GrItemPlan) out = NULL;
  g_autoptr (GrItemPlan) excess = NULL;

  input.receipts = &coming;
  input.n_receipts = 1;
  out = gr_item_plan_new (&input);
  /* Three days without, until the delivery: 6 at 5.00. */
  g_assert_cmpint (out->money_at_risk, ==, 3000);
  input.n_receipts = 0;
  input.on_hand = 75547;
  excess = gr_item_plan_new (&input);
  g_assert_cmpint (excess->excess_value, ==, 2000);
  g_assert_cmpint (excess->money_at_risk, ==, 0);
}

/* What is overdue may come any day: until then sales are lost, though the plan orders no second time. */
static void
test_overdue_delivery_is_at_risk (void)
{
  GrPlannedReceipt overdue = {TODAY - 3, UNITS (60), FALSE};
  GrItemPlanInput input = steady_item (0);
  g_autoptr (GrItemPlan) plan = NULL;

  input.receipts = &overdue;
  input.n_receipts = 1;
  plan = gr_item_plan_new (&input);
  g_assert_cmpint (plan->health, ==, GR_HEALTH_STOCKED_OUT);
  g_assert_cmpint (plan->money_at_risk, ==, 14000); /* 14 days of 2 at 5.00 */
  g_assert_false (plan->is_due);
}

/* An error of the books is no debt: neither is it ordered for, nor does it use up what comes. */
static void
test_below_zero_counts_as_none (void)
{
  GrItemPlanInput none = steady_item (0), below = steady_item (-UNITS (1000));
  g_autoptr (GrItemPlan) of_none = gr_item_plan_new (&none);
  g_autoptr (GrItemPlan) of_below = gr_item_plan_new (&below);

  g_assert_cmpint (of_below->projected, ==, 0);
  g_assert_cmpint (of_below->suggestions[0].qty, ==, of_none->suggestions[0].qty);
  g_assert_cmpint (of_below->money_at_risk, ==, of_none->money_at_risk);
  /* 14 days are lost; from there on a week and safety stock are needed. */
  g_assert_cmpint (of_none->suggestions[0].lost, ==, UNITS (28));
  g_assert_cmpint (of_none->suggestions[0].need, ==, 8547 + UNITS (14));
}

static void
test_season_is_met_where_it_is (void)
{
  double season[20] = {0};
  GrItemPlanInput input = steady_item (UNITS (5));
  g_autoptr (GrItemPlan) before = NULL;
  g_autoptr (GrItemPlan) within = NULL;

  for (int week = 10; week < 14; week++)
    season[week] = 70;
  input.forecast = season;
  before = gr_item_plan_new (&input);
  g_assert_cmpint (before->reorder_point, ==, 0);
  g_assert_cmpint (before->suggestions[0].arrive_on, ==, TODAY + 70);
  input.today += 63;
  input.forecast = season + 9;
  input.n_weeks = 11;
  within = gr_item_plan_new (&input);
  g_assert_cmpint (within->reorder_point, ==, UNITS (140) + within->safety_stock);
}

static void
test_nothing_is_suggested_for_what_cannot_be_ordered (void)
{
  GrItemPlanInput input = steady_item (0);
  g_autoptr (GrItemPlan) plan = NULL;

  input.is_orderable = FALSE;
  plan = gr_item_plan_new (&input);
  g_assert_cmpuint (plan->n_suggestions, ==, 0);
  g_assert_false (plan->is_due);
  g_assert_cmpint (plan->health, ==, GR_HEALTH_STOCKED_OUT);
}

/* Longer than the forecast: the item is ordered all the same. */
static void
test_long_lead_times (void)
{
  GrItemPlanInput input = steady_item (UNITS (50));
  g_autoptr (GrItemPlan) plan = NULL;

  input.lead_time_days = 200;
  plan = gr_item_plan_new (&input);
  g_assert_cmpuint (plan->n_suggestions, >, 0);
  g_assert_cmpint (plan->suggestions[0].order_on, ==, TODAY);
}

static GrPlannedReceipt *
accept_all (const GrItemPlanInput *input, const GrItemPlan *plan)
{
  GrPlannedReceipt *all = g_new0 (GrPlannedReceipt, input->n_receipts + plan->n_suggestions + 1);

  for (gsize i = 0; i < input->n_receipts; i++)
    all[i] = input->receipts[i];
  for (gsize i = 0; i < plan->n_suggestions; i++)
    all[input->n_receipts + i] =
        (GrPlannedReceipt){plan->suggestions[i].arrive_on, plan->suggestions[i].qty, i % 2 == 0};
  return all;
}

static void
assert_suggestions_are_sound (const GrItemPlanInput *input, const GrItemPlan *plan)
{
  for (gsize i = 0; i < plan->n_suggestions; i++) {
    const GrSuggestion *s = &plan->suggestions[i];

    g_assert_cmpint (s->order_on, >=, input->today);
    g_assert_cmpint (s->arrive_on, ==, s->order_on + input->lead_time_days);
    g_assert_cmpint (s->is_late, ==, s->needed_on < s->arrive_on);
    g_assert_cmpint (s->order_by, ==, MAX (input->today, s->needed_on - input->lead_time_days));
    g_assert_cmpint (
        s->order_on, ==, s->order_by < input->today + MAX (1, input->review_period_days) ? input->today : s->order_by);
    g_assert_true (!s->is_late || s->order_on == input->today);
    g_assert_cmpint (s->need, >, 0);
    g_assert_cmpint (s->qty, ==, gr_order_quantity (s->need, input->minimum_order_qty, gr_item_plan_multiple (input)));
    g_assert_true (i == 0 || s->arrive_on > plan->suggestions[i - 1].arrive_on);
  }
}

/* Stock at the end of each day, summed without the code under test. */
static void
assert_never_below_safety_stock (const GrItemPlanInput *input, const GrItemPlan *plan)
{
  GrDate monday = gr_grain_start (GR_GRAIN_WEEK, input->today);
  GrDate horizon = monday + 7 * input->n_weeks;
  double stock = MAX (0, gr_qty_to_double (input->on_hand));

  for (GrDate day = input->today; day < horizon; day++) {
    for (gsize i = 0; i < input->n_receipts; i++)
      if (input->receipts[i].on == day || (day == input->today && input->receipts[i].on < day))
        stock += gr_qty_to_double (input->receipts[i].qty);
    stock = MAX (0, stock - input->forecast[(day - monday) / 7] / 7);
    if (day >= input->today + input->lead_time_days)
      g_assert_cmpfloat (stock, >=, gr_qty_to_double (plan->safety_stock) - 0.01);
  }
}

static void
test_accepted_suggestions_leave_nothing_to_suggest (void)
{
  int suggested = 0;

  for (int i = 0; i < 8000; i++) {
    RandomItem item;
    g_autofree GrPlannedReceipt *all = NULL;
    g_autoptr (GrItemPlan) plan = NULL;
    g_autoptr (GrItemPlan) again = NULL;
    gboolean has_demand;

    random_item_fill (&item);
    plan = gr_item_plan_new (&item.input);
    assert_suggestions_are_sound (&item.input, plan);
    suggested += plan->n_suggestions > 0;
    has_demand = plan->order_up_to > 0 || plan->n_suggestions > 0;
    all = accept_all (&item.input, plan);
    item.input.receipts = all;
    item.input.n_receipts += plan->n_suggestions;
    again = gr_item_plan_new (&item.input);
    g_assert_cmpuint (again->n_suggestions, ==, 0);
    g_assert_cmpint (again->safety_stock, ==, plan->safety_stock);
    if (has_demand)
      assert_never_below_safety_stock (&item.input, again);
  }
  g_assert_cmpint (suggested, >, 2500);
}

/* A shop that does what the plan says, where demand is what was forecast, is never told that it ordered too much. */
static void
test_following_the_plan_is_no_excess (void)
{
  for (int i = 0; i < 3000; i++) {
    RandomItem item;
    g_autofree GrPlannedReceipt *all = NULL;
    g_autoptr (GrItemPlan) plan = NULL;
    g_autoptr (GrItemPlan) again = NULL;

    random_item_fill (&item);
    item.input.n_receipts = 0;
    item.input.history_weeks = 100;
    plan = gr_item_plan_new (&item.input);
    all = accept_all (&item.input, plan);
    item.input.receipts = all;
    item.input.n_receipts = plan->n_suggestions;
    again = gr_item_plan_new (&item.input);
    g_assert_cmpint (again->health, !=, GR_HEALTH_SURPLUS_ORDERS);
  }
}

static void
test_absurd_inputs_are_survived (void)
{
  static const double absurd[] = {1e15, NAN, -1e15, 1e300, INFINITY};
  GrItemPlanInput input = steady_item (G_MAXINT64);
  GrPlannedReceipt receipts[] = {{G_MAXINT32, G_MAXINT64, FALSE}, {G_MININT32, G_MAXINT64, FALSE}};

  input.forecast = absurd;
  input.n_weeks = 5;
  input.receipts = receipts;
  input.n_receipts = 2;
  input.lead_time_days = G_MAXINT;
  input.review_period_days = G_MAXINT;
  input.error_sd_per_week = NAN;
  for (int i = 0; i < 3; i++) {
    g_autoptr (GrItemPlan) plan = gr_item_plan_new (&input);

    g_assert_cmpint (plan->safety_stock, >=, 0);
    input.on_hand = i == 0 ? G_MININT64 : 0;
  }
}

/* What comes today is here to be sold; what should have come yesterday may come any day, and nobody counts on it. */
static void
test_what_comes_today_is_not_overdue (void)
{
  for (int late = 0; late < 2; late++) {
    GrPlannedReceipt receipt = {TODAY - late, UNITS (100), FALSE};
    GrItemPlanInput input = steady_item (0);
    g_autoptr (GrItemPlan) plan = NULL;

    input.receipts = &receipt;
    input.n_receipts = 1;
    plan = gr_item_plan_new (&input);
    g_assert_cmpint (plan->health, ==, GR_HEALTH_STOCKED_OUT);
    /* Two a day at 5.00 for the two weeks that an order takes. */
    g_assert_cmpint (plan->money_at_risk, ==, late ? 14 * 2 * 500 : 0);
    g_assert_cmpint (plan->stock_out_on, ==, TODAY + 50); /* it is planned with all the same */
  }
}

/* Eight complete weeks are enough to judge by. */
static void
test_new_ends_with_eight_weeks (void)
{
  for (int weeks = 6; weeks < 10; weeks++) {
    GrItemPlanInput input = steady_item (UNITS (60));
    g_autoptr (GrItemPlan) plan = NULL;

    input.history_weeks = weeks;
    plan = gr_item_plan_new (&input);
    g_assert_cmpint (plan->health, ==, weeks < 8 ? GR_HEALTH_NEW : GR_HEALTH_OK);
  }
}

/* On several evenings of a cycle stock is as low: an order lasts to the last of them. */
static void
test_an_order_lasts_to_the_last_lowest_day (void)
{
  static const double pauses[20] = {14, 14, 14, 14, 0, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14};
  GrItemPlanInput input = steady_item (UNITS (60));
  g_autoptr (GrItemPlan) plan = NULL;

  input.forecast = pauses;
  plan = gr_item_plan_new (&input);
  /* 60 - 2 (day + 1) ends below 8.547 on day 25; nobody asks from day 28 to 34; the cycle ends with day 31. */
  g_assert_cmpint (plan->suggestions[0].needed_on, ==, TODAY + 25);
  g_assert_cmpint (plan->suggestions[0].covers_until, ==, TODAY + 31);
  g_assert_cmpint (plan->suggestions[0].need, ==, 8547 - 4000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/item-plan/levels", test_levels);
  g_test_add_func ("/item-plan/first-suggestion", test_first_suggestion);
  g_test_add_func ("/item-plan/due-below-the-reorder-point", test_due_below_the_reorder_point);
  g_test_add_func ("/item-plan/late", test_late_means_today);
  g_test_add_func ("/item-plan/minimum-and-packs", test_minimum_and_packs);
  g_test_add_func ("/item-plan/health", test_health_worst_first);
  g_test_add_func ("/item-plan/money", test_money);
  g_test_add_func ("/item-plan/overdue", test_overdue_delivery_is_at_risk);
  g_test_add_func ("/item-plan/below-zero", test_below_zero_counts_as_none);
  g_test_add_func ("/item-plan/season", test_season_is_met_where_it_is);
  g_test_add_func ("/item-plan/not-orderable", test_nothing_is_suggested_for_what_cannot_be_ordered);
  g_test_add_func ("/item-plan/long-lead-times", test_long_lead_times);
  g_test_add_func ("/item-plan/idempotent", test_accepted_suggestions_leave_nothing_to_suggest);
  g_test_add_func ("/item-plan/no-excess-by-plan", test_following_the_plan_is_no_excess);
  g_test_add_func ("/item-plan/absurd-inputs", test_absurd_inputs_are_survived);
  g_test_add_func ("/item-plan/due-today", test_what_comes_today_is_not_overdue);
  g_test_add_func ("/item-plan/new", test_new_ends_with_eight_weeks);
  g_test_add_func ("/item-plan/lowest-day", test_an_order_lasts_to_the_last_lowest_day);
  return g_test_run();
}
