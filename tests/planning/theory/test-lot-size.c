#include "planning/policy/joint-order.h"
#include "planning/theory/lot-schedule.h"
#include "planning/theory/lot-size.h"

#include <math.h>

/* 1,200 a year, 50 an order, 20 % a year of 10.00, of 9.50 from 300 on. */
static void
test_price_break (void)
{
  static const double from[] = {0, 300}, prices[] = {10, 9.5};
  GrLotTerms terms = {.order_cost = 50, .demand = 1200};
  GrPriceBreaks breaks = {from, prices, 2, 0.2};
  GrTierLot lot = gr_lot_all_units (&terms, &breaks);

  g_assert_cmpfloat_with_epsilon (lot.qty, 300, 1e-9);
  g_assert_cmpfloat_with_epsilon (lot.cost, 11885, 1e-9);
  g_assert_cmpint (lot.tier, ==, 1);
}

static void
fill_breaks (GrLotTerms *terms, GrPriceBreaks *breaks, double *from, double *prices)
{
  *terms = (GrLotTerms){g_test_rand_double_range (1, 200), g_test_rand_double_range (10, 5000), 0};
  *breaks = (GrPriceBreaks){from, prices, g_test_rand_int_range (1, 5), g_test_rand_double_range (0.05, 0.5)};
  from[0] = 0;
  prices[0] = g_test_rand_double_range (1, 20);
  for (int i = 1; i < breaks->n; i++) {
    from[i] = from[i - 1] + g_test_rand_int_range (1, 300);
    prices[i] = prices[i - 1] * g_test_rand_double_range (0.8, 0.999);
  }
}

/* What a year costs at @qty, computed from the price list. */
static double
yearly_cost (const GrLotTerms *terms, const GrPriceBreaks *breaks, double qty, gboolean is_incremental)
{
  double paid = 0, unit;
  int tier = 0;

  while (tier + 1 < breaks->n && breaks->from[tier + 1] <= qty)
    tier++;
  for (int i = 0; i <= tier; i++)
    paid += ((i < tier ? breaks->from[i + 1] : qty) - breaks->from[i]) * breaks->prices[i];
  unit = is_incremental ? paid / qty : breaks->prices[tier];
  return terms->demand * unit + terms->order_cost * terms->demand / qty + breaks->holding_rate * unit * qty / 2;
}

static void
test_no_quantity_is_cheaper (void)
{
  for (int i = 0; i < 500; i++) {
    double from[4], prices[4];
    GrLotTerms terms;
    GrPriceBreaks breaks;
    GrTierLot all, incremental;

    fill_breaks (&terms, &breaks, from, prices);
    all = gr_lot_all_units (&terms, &breaks);
    incremental = gr_lot_incremental (&terms, &breaks);
    g_assert_cmpfloat_with_epsilon (all.cost, yearly_cost (&terms, &breaks, all.qty, FALSE), 1e-9 * all.cost);
    g_assert_cmpfloat_with_epsilon (
        incremental.cost, yearly_cost (&terms, &breaks, incremental.qty, TRUE), 1e-9 * incremental.cost);
    for (double qty = 1; qty < 2000; qty += 7) {
      g_assert_cmpfloat (yearly_cost (&terms, &breaks, qty, FALSE), >=, all.cost * (1 - 1e-12));
      g_assert_cmpfloat (yearly_cost (&terms, &breaks, qty, TRUE), >=, incremental.cost * (1 - 1e-12));
    }
  }
}

/* All 2^(n-1) ways to place orders. */
static double
cheapest_by_trial (const GrLotPeriod *periods, int n)
{
  double best = INFINITY;

  for (int orders = 1; orders < 1 << n; orders += 2) {
    double cost = 0, carry = 0;
    int at = 0;

    for (int i = 0; i < n; i++) {
      if (orders >> i & 1) {
        at = i;
        carry = 0;
        cost += periods[i].order_cost;
      }
      cost += periods[i].demand * (periods[at].unit_cost + carry);
      carry += periods[i].holding_cost;
    }
    best = MIN (best, cost);
  }
  return best;
}

static void
test_no_schedule_is_cheaper (void)
{
  for (int round = 0; round < 300; round++) {
    GrLotPeriod periods[9];
    double quantities[9], costs[10], demand = 0, ordered = 0, total;
    int n = g_test_rand_int_range (1, 10), next[9];

    for (int i = 0; i < n; i++) {
      periods[i] = (GrLotPeriod){g_test_rand_int_range (1, 90), g_test_rand_int_range (0, 200),
          g_test_rand_double_range (0, 3), g_test_rand_int_range (0, 6)};
      demand += periods[i].demand;
    }
    total = gr_lot_schedule_solve (periods, n, quantities, costs, next);
    for (int i = 0; i < n; i++)
      ordered += quantities[i];
    g_assert_cmpfloat_with_epsilon (total, cheapest_by_trial (periods, n), 1e-9 * (1 + total));
    g_assert_cmpfloat_with_epsilon (ordered, demand, 1e-9);
  }
}

/* Ordering together is never dearer than each on its own. */
static void
test_joint_orders_save (void)
{
  for (int round = 0; round < 500; round++) {
    GrLotTerms items[6];
    int n = g_test_rand_int_range (1, 7), multiples[6];
    double shared = g_test_rand_double_range (20, 100), alone = 0;

    for (int i = 0; i < n; i++) {
      GrLotTerms own;

      items[i] = (GrLotTerms){
          g_test_rand_double_range (1, 20), g_test_rand_double_range (10, 1000), g_test_rand_double_range (0.1, 2)};
      own = items[i];
      own.order_cost += shared;
      alone += gr_lot_economic (&own).cost;
    }
    g_assert_cmpfloat (gr_joint_order_plan (shared, items, n, multiples).cost, <=, alone * (1 + 1e-12));
    for (int i = 0; i < n; i++)
      g_assert_cmpint (multiples[i], >=, 1);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lot-size/price-break", test_price_break);
  g_test_add_func ("/lot-size/no-quantity-is-cheaper", test_no_quantity_is_cheaper);
  g_test_add_func ("/lot-size/no-schedule-is-cheaper", test_no_schedule_is_cheaper);
  g_test_add_func ("/lot-size/joint-orders-save", test_joint_orders_save);
  return g_test_run();
}
