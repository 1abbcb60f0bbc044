#include "planning/item/projection.h"

#include "random-item.h"

#include <math.h>

#define TODAY gr_date_from_ymd (2011, 6, 30)

static const double forecast[] = {70, 70, 70, 70};
static const GrPlannedReceipt receipts[] = {
    {.qty = 20000, .is_suggested = FALSE}, /* 1970: overdue, arrives today */
    {.qty = 30000, .is_suggested = TRUE},
    {.qty = 99000, .is_suggested = FALSE},
};

static GrProjectionInput
worked_input (GrPlannedReceipt *copies)
{
  for (gsize i = 0; i < G_N_ELEMENTS (receipts); i++)
    copies[i] = receipts[i];
  copies[1].on = TODAY + 6;
  copies[2].on = TODAY + 400;
  return (GrProjectionInput){.today = TODAY,
      .grain = GR_GRAIN_WEEK,
      .n_buckets = 4,
      .on_hand = 50000,
      .forecast = forecast,
      .receipts = copies,
      .n_receipts = G_N_ELEMENTS (receipts)};
}

static void
test_worked_example (void)
{
  GrPlannedReceipt copies[3];
  GrProjectionInput input = worked_input (copies);
  GrProjectionBucket buckets[4];

  gr_projection_run (&input, buckets);
  g_assert_cmpint (buckets[0].start, ==, TODAY - 3);
  g_assert_cmpint (buckets[0].demand, ==, 40000);
  g_assert_cmpint (buckets[0].on_order, ==, 20000);
  g_assert_cmpint (buckets[0].end, ==, 30000);
  g_assert_cmpint (buckets[1].suggested, ==, 30000);
  g_assert_cmpint (buckets[1].demand, ==, 70000);
  g_assert_cmpint (buckets[1].lost, ==, 10000);
  g_assert_cmpint (buckets[1].end, ==, 0);
  g_assert_cmpint (buckets[3].lost, ==, 70000);
  g_assert_cmpint (buckets[3].end, ==, 0);
  g_assert_cmpint (buckets[3].on_order, ==, 0);
}

static void
test_stock_out_is_the_first_unserved_day (void)
{
  GrPlannedReceipt copies[3];
  GrProjectionInput input = worked_input (copies);

  g_assert_cmpint (gr_projection_stock_out (&input), ==, TODAY + 10);
  input.on_hand = 260000;
  g_assert_cmpint (gr_projection_stock_out (&input), ==, GR_DATE_NONE);
  input.on_hand = 0;
  input.n_receipts = 0;
  g_assert_cmpint (gr_projection_stock_out (&input), ==, TODAY);
}

static void
test_no_demand_no_stock_out (void)
{
  static const double nothing[] = {0, 0, 7};
  GrProjectionInput input = {.today = TODAY, .grain = GR_GRAIN_WEEK, .n_buckets = 3, .on_hand = 0, .forecast = nothing};

  g_assert_cmpint (gr_projection_stock_out (&input), ==, TODAY + 11);
  g_assert_cmpfloat (gr_projection_days_of_supply (&input), ==, 0);
  input.n_buckets = 2;
  g_assert_cmpint (gr_projection_stock_out (&input), ==, GR_DATE_NONE);
  input.on_hand = 1;
  g_assert_true (isnan (gr_projection_days_of_supply (&input)));
  input.n_buckets = 0;
  g_assert_cmpint (gr_projection_stock_out (&input), ==, GR_DATE_NONE);
}

/* Ten a day are asked for and there are none: three days are lost, and the delivery is not used up by them. */
static void
test_a_delivery_is_not_swallowed_by_lost_sales (void)
{
  static const double demand[] = {70, 70};
  GrDate monday = gr_date_from_ymd (2011, 6, 27);
  GrPlannedReceipt coming = {monday + 3, 100000, FALSE};
  GrProjectionInput input = {monday, GR_GRAIN_WEEK, 2, -5000, demand, &coming, 1};
  GrProjectionBucket buckets[2];

  gr_projection_run (&input, buckets);
  g_assert_cmpint (buckets[0].begin, ==, 0);
  g_assert_cmpint (buckets[0].lost, ==, 30000);
  g_assert_cmpint (buckets[0].end, ==, 60000);
  g_assert_cmpint (buckets[1].lost, ==, 10000);
  g_assert_cmpint (gr_projection_stock_out (&input), ==, monday);
}

/* Odoo's master schedule: 10 in stock, 60 asked for, 75 coming before the 10 are gone. */
static void
test_master_schedule (void)
{
  static const double demand[] = {60};
  GrDate first = gr_date_from_ymd (2026, 2, 1);
  GrPlannedReceipt coming = {first + 3, 75000, FALSE};
  GrProjectionInput input = {first, GR_GRAIN_MONTH, 1, 10000, demand, &coming, 1};
  GrProjectionBucket bucket;

  gr_projection_run (&input, &bucket);
  g_assert_cmpint (bucket.end, ==, 25000);
}

static void
test_every_bucket_adds_up (void)
{
  for (int i = 0; i < 3000; i++) {
    RandomItem item;
    GrProjectionBucket buckets[RANDOM_MOST_WEEKS];
    GrProjectionInput input;

    random_item_fill (&item);
    input = (GrProjectionInput){item.input.today, i % 2 ? GR_GRAIN_WEEK : GR_GRAIN_MONTH, item.input.n_weeks,
        item.input.on_hand, item.input.forecast, item.input.receipts, item.input.n_receipts};
    gr_projection_run (&input, buckets);
    for (int k = 0; k < input.n_buckets; k++) {
      const GrProjectionBucket *bucket = &buckets[k];

      g_assert_cmpint (bucket->begin, ==, k == 0 ? MAX (0, input.on_hand) : buckets[k - 1].end);
      g_assert_cmpint (
          bucket->end, ==, bucket->begin + bucket->on_order + bucket->suggested - bucket->demand + bucket->lost);
      g_assert_cmpint (bucket->end, >=, 0);
      g_assert_cmpint (bucket->lost, >=, 0);
      g_assert_cmpint (bucket->lost, <=, bucket->demand);
      g_assert_cmpint (bucket->start, ==, gr_grain_add (input.grain, gr_grain_start (input.grain, input.today), k));
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/projection/worked-example", test_worked_example);
  g_test_add_func ("/projection/stock-out", test_stock_out_is_the_first_unserved_day);
  g_test_add_func ("/projection/no-demand", test_no_demand_no_stock_out);
  g_test_add_func ("/projection/lost-sales", test_a_delivery_is_not_swallowed_by_lost_sales);
  g_test_add_func ("/projection/master-schedule", test_master_schedule);
  g_test_add_func ("/projection/adds-up", test_every_bucket_adds_up);
  return g_test_run();
}
