#include "random-item.h"

#include <math.h>

static double
random_demand (int kind, int week)
{
  double noise = g_test_rand_double_range (0, 2);

  switch (kind) {
  case 0:
    return 0;
  case 1:
    return 14;
  case 2: /* now and then */
    return g_test_rand_int_range (0, 6) == 0 ? 30 * noise : 0;
  case 3: /* a season */
    return 20 * (1 + sin (week / 8.0)) * noise;
  default:
    return noise;
  }
}

static void
fill_terms (GrItemPlanInput *input)
{
  static const GrQty minimums[] = {0, 0, 1000, 15000, 100000}, multiples[] = {0, 1000, 3000, 12000, 250, 7777};
  static const int reviews[] = {0, 1, 7, 7, 14, 30};

  input->is_stocked = TRUE;
  input->is_orderable = TRUE;
  input->lead_time_days = g_test_rand_int_range (0, 70);
  input->lead_time_sd_days = g_test_rand_double_range (0, 6);
  input->review_period_days = reviews[g_test_rand_int_range (0, 6)];
  input->service_level = g_test_rand_double_range (0.5, 0.999);
  input->minimum_order_qty = minimums[g_test_rand_int_range (0, 5)];
  input->order_multiple = multiples[g_test_rand_int_range (0, 6)];
  input->unit_cost = g_test_rand_int_range (0, 500000);
  input->unit_price = g_test_rand_int_range (0, 900000);
  input->currency_digits = 2;
}

/* Fills @item by the test program's seed. */
void
random_item_fill (RandomItem *item)
{
  GrItemPlanInput *input = &item->input;
  int kind = g_test_rand_int_range (0, 5);

  *item = (RandomItem){0};
  fill_terms (input);
  input->today = gr_date_from_ymd (2026, 1, 1) + g_test_rand_int_range (0, 400);
  input->n_weeks = g_test_rand_int_range (1, RANDOM_MOST_WEEKS + 1);
  for (int week = 0; week < input->n_weeks; week++)
    item->forecast[week] = random_demand (kind, week);
  input->forecast = item->forecast;
  input->error_sd_per_week = g_test_rand_double_range (0, 20);
  input->cumulative_sd = g_test_rand_bit() ? NAN : g_test_rand_double_range (0, 50);
  input->history_weeks = g_test_rand_int_range (0, 100);
  input->on_hand = g_test_rand_int_range (-20000, 200000);
  input->n_receipts = (gsize) g_test_rand_int_range (0, RANDOM_MOST_RECEIPTS + 1);
  for (gsize i = 0; i < input->n_receipts; i++)
    item->receipts[i] = (GrPlannedReceipt){
        .on = input->today + g_test_rand_int_range (-10, 90),
        .qty = g_test_rand_int_range (1, 60000),
        .is_suggested = g_test_rand_bit(),
    };
  input->receipts = item->receipts;
}
