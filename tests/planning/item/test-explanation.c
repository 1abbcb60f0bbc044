#include "planning/item/plan-explanation.h"

#include "planning/theory/normal.h"
#include "domain/trade/order-quantity.h"
#include "random-item.h"

#include <math.h>
#include <string.h>

#define TODAY gr_date_from_ymd (2026, 6, 30)

static const double steady[20] = {14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14};

static GrItemPlanInput
steady_item (gint64 on_hand)
{
  return (GrItemPlanInput){.today = TODAY,
      .n_weeks = 20,
      .forecast = steady,
      .error_sd_per_week = 3,
      .cumulative_sd = NAN,
      .history_weeks = 60,
      .on_hand = gr_qty_from_units (on_hand),
      .is_orderable = TRUE,
      .is_stocked = TRUE,
      .lead_time_days = 14,
      .review_period_days = 7,
      .service_level = 0.95,
      .order_multiple = gr_qty_from_units (12),
      .currency_digits = 2};
}

static GrExplanation *
explain (const GrItemPlanInput *input)
{
  g_autoptr (GrItemPlan) plan = gr_item_plan_new (input);

  return gr_explanation_new (input, plan, "pcs");
}

static const GrExplanationLine *
find_line (const GrExplanation *explanation, const char *id)
{
  for (guint i = 0; i < explanation->lines->len; i++) {
    const GrExplanationLine *line = g_ptr_array_index (explanation->lines, i);

    if (strcmp (line->id, id) == 0)
      return line;
  }
  return NULL;
}

static double
number_of (const GrExplanation *explanation, const char *id)
{
  const GrExplanationLine *line = find_line (explanation, id);

  return line != NULL ? line->number : 0;
}

static double
sum_of (const GrExplanation *explanation, const char *id)
{
  double sum = 0;

  for (guint i = 0; i < explanation->lines->len; i++) {
    const GrExplanationLine *line = g_ptr_array_index (explanation->lines, i);

    if (strcmp (line->id, id) == 0)
      sum += line->number;
  }
  return sum;
}

static void
assert_sentence (const GrItemPlanInput *input, const char *expected)
{
  g_autoptr (GrExplanation) explanation = explain (input);

  g_assert_cmpstr (explanation->sentence, ==, expected);
}

static void
test_the_answer_comes_first (void)
{
  static const double nothing[20] = {0}, later[20] = {[6] = 14, [7] = 14};
  GrPlannedReceipt coming = {TODAY + 5, 100000, FALSE}, overdue = {TODAY - 2, 400000, FALSE};
  GrItemPlanInput input = steady_item (50);

  assert_sentence (&input, "Runs out on 25 July; order 24 pcs by Monday 6 July.");
  input.on_hand = gr_qty_from_units (38);
  assert_sentence (&input, "Runs out on 19 July; order 24 pcs today, arrives Tuesday 14 July.");
  input.on_hand = gr_qty_from_units (32);
  assert_sentence (&input, "Falls below safety stock on Saturday 11 July, runs out on 16 July: order 24 pcs today "
                           "(arrives Tuesday 14 July).");
  input.on_hand = gr_qty_from_units (10);
  assert_sentence (&input, "Runs out on Sunday 5 July. Too late: order 24 pcs today, arrives Tuesday 14 July.");
  input.on_hand = 0;
  assert_sentence (&input, "Out of stock. Too late: order 24 pcs today, arrives Tuesday 14 July.");
  input.is_orderable = FALSE;
  assert_sentence (&input, "Out of stock; the item is discontinued or has no supplier, so no order is suggested.");
  input = steady_item (400);
  assert_sentence (&input, "Stock lasts beyond 15 November; nothing to order.");
  input = steady_item (300);
  input.receipts = &coming;
  input.n_receipts = 1;
  assert_sentence (&input, "Stock on hand and on order lasts beyond 15 November; nothing to order.");
  input = steady_item (0);
  input.receipts = &overdue;
  input.n_receipts = 1;
  assert_sentence (&input, "Out of stock until an overdue delivery arrives; it is enough, so nothing to order.");
  input = steady_item (0);
  input.forecast = nothing;
  assert_sentence (&input, "No sales are expected soon; nothing to order.");
  input.forecast = later;
  input.is_orderable = FALSE;
  assert_sentence (&input, "Nothing in stock; no sales expected before 10 August; the item is discontinued or has no "
                           "supplier, so no order is suggested.");
  input.is_stocked = FALSE;
  assert_sentence (&input, "No stock is kept of this item, so nothing is planned.");
}

static void
test_lines_read_well (void)
{
  GrItemPlanInput input = steady_item (10);
  g_autoptr (GrExplanation) explanation = explain (&input);
  const GrExplanationLine *week = find_line (explanation, "week");

  g_assert_cmpstr (week->label, ==, "Forecast, Tuesday 30 June to Sunday 5 July");
  g_assert_cmpstr (week->value, ==, "12 pcs");
  g_assert_cmpstr (week->formula, ==, "6 of 7 days of a week with 14 pcs");
  g_assert_cmpstr (find_line (explanation, "multiple")->value, ==, "2 packs of 12 = 24 pcs");
  g_assert_cmpstr (find_line (explanation, "quantity")->value, ==, "24 pcs");
  g_assert_cmpstr (find_line (explanation, "lost")->value, ==, "18 pcs");
  g_assert_cmpstr (find_line (explanation, "lead-time")->value, ==, "14 days");
  g_assert_cmpstr (find_line (explanation, "sigma")->label, ==, "Uncertainty of sales and delivery (sigma)");
  g_assert_cmpstr (find_line (explanation, "z")->label, ==, "Safety factor (z)");
}

/* What stands at the front of a value, in thousandths. */
static gint64
shown (const char *value)
{
  return llround (g_ascii_strtod (value, NULL) * 1000);
}

/* Rounded for people, the sums are those of the numbers that stand there. */
static void
test_shown_sums (void)
{
  static const double uneven[20] = {14.04, 3.33, 7.77, 9.19, 5.55, 8.88, 4.44, 6.66, 2.22, 1.11, 14.04, 3.33, 7.77,
      9.19, 5.55, 8.88, 4.44, 6.66, 2.22, 1.11};
  GrItemPlanInput input = steady_item (3);
  g_autoptr (GrExplanation) explanation = NULL;
  gint64 demand = 0;

  input.forecast = uneven;
  explanation = explain (&input);
  for (guint i = 0; i < explanation->lines->len; i++) {
    const GrExplanationLine *line = g_ptr_array_index (explanation->lines, i);

    if (strcmp (line->id, "week") == 0)
      demand += shown (line->value);
    g_assert_true (strcmp (line->id, "week") != 0 || shown (line->value) % 100 == 0);
  }
  g_assert_cmpint (demand, >, 0);
  g_assert_cmpint (demand, ==, shown (find_line (explanation, "demand")->value));
  g_assert_cmpint (shown (find_line (explanation, "reorder-point")->value), ==,
      demand + shown (find_line (explanation, "safety-stock")->value));
  g_assert_cmpint (shown (find_line (explanation, "need")->value), ==,
      shown (find_line (explanation, "level")->value) - 3000 - shown (find_line (explanation, "arrivals")->value) -
          shown (find_line (explanation, "lost")->value));
}

static void
assert_near (double value, double expected)
{
  g_assert_cmpfloat_with_epsilon (value, expected, 0.0015 + 1e-9 * fabs (expected));
}

/* Steady demand: z sigma; else from the log-normal that has mean and sigma, whose formula is written out. */
static void
assert_safety_stock_follows (const GrExplanation *e)
{
  double z = number_of (e, "z"), sigma = number_of (e, "sigma"), demand = number_of (e, "demand");
  double spread = number_of (e, "spread"), share = number_of (e, "buffer-share");

  if (find_line (e, "spread") == NULL) {
    assert_near (number_of (e, "safety-stock"), z * sigma);
    return;
  }
  g_assert_cmpfloat (sigma / demand, >, 0.24);
  g_assert_cmpfloat (spread, <=, z);
  if (demand > 1)
    g_assert_cmpfloat_with_epsilon (spread, fmin (sqrt (log1p (pow (sigma / demand, 2))), z), 1e-3);
  assert_near (share, fmax (expm1 (z * spread - spread * spread / 2), z / 4));
  g_assert_cmpfloat_with_epsilon (number_of (e, "safety-stock"), share * demand, 0.0015 * (1 + share));
}

/* Redoes the sum from the lines alone. */
static void
assert_buffer_follows (const GrExplanation *e)
{
  double days = number_of (e, "protection"), per_day = number_of (e, "demand-per-day");
  double late = per_day * number_of (e, "lead-time-deviation");

  assert_near (number_of (e, "lead-time") + number_of (e, "review-period"), days);
  assert_near (number_of (e, "demand"), sum_of (e, "week"));
  if (days > 0)
    assert_near (per_day, number_of (e, "demand") / days);
  if (find_line (e, "week-error") != NULL)
    assert_near (number_of (e, "error"), number_of (e, "week-error") * sqrt (days / 7));
  assert_near (number_of (e, "sigma"), hypot (number_of (e, "error"), late));
  assert_near (number_of (e, "z"), gr_normal_quantile (number_of (e, "service-level") / 100));
  if (number_of (e, "safety-stock") > 0)
    assert_safety_stock_follows (e);
  assert_near (number_of (e, "reorder-point"), number_of (e, "demand") + number_of (e, "safety-stock"));
  assert_near (number_of (e, "projected"), number_of (e, "on-hand") + number_of (e, "on-order"));
}

static void
assert_order_follows (const GrExplanation *e)
{
  double cover = number_of (e, "demand") + sum_of (e, "later-week") - number_of (e, "beyond");
  GrQty qty;

  assert_near (number_of (e, "cover-demand"), cover);
  assert_near (number_of (e, "level"), number_of (e, "cover-demand") + number_of (e, "safety-stock"));
  assert_near (number_of (e, "need"),
      number_of (e, "level") - number_of (e, "on-hand") - number_of (e, "arrivals") - number_of (e, "lost"));
  qty = gr_order_quantity (gr_qty_from_double (number_of (e, "need")), gr_qty_from_double (number_of (e, "minimum")),
      gr_qty_from_double (number_of (e, "multiple")));
  g_assert_cmpint (gr_qty_from_double (number_of (e, "quantity")), ==, qty);
}

static void
assert_dates_follow (const GrExplanation *e, GrDate today)
{
  double lead = number_of (e, "lead-time"), order_by = number_of (e, "order-by");

  assert_near (order_by, MAX (today, number_of (e, "needed-on") - lead));
  assert_near (number_of (e, "arrive-on"),
      (order_by - today < MAX (1, number_of (e, "review-period")) ? today : order_by) + lead);
}

static void
test_the_chain_adds_up (void)
{
  int orders = 0;

  for (int i = 0; i < 5000; i++) {
    RandomItem item;
    g_autoptr (GrItemPlan) plan = NULL;
    g_autoptr (GrExplanation) explanation = NULL;

    random_item_fill (&item);
    plan = gr_item_plan_new (&item.input);
    explanation = gr_explanation_new (&item.input, plan, NULL);
    g_assert_true (g_utf8_validate (explanation->sentence, -1, NULL));
    g_assert_true (g_str_has_suffix (explanation->sentence, "."));
    assert_buffer_follows (explanation);
    g_assert_cmpint (find_line (explanation, "quantity") != NULL, ==, plan->n_suggestions > 0);
    if (plan->n_suggestions > 0) {
      assert_order_follows (explanation);
      assert_dates_follow (explanation, item.input.today);
      g_assert_cmpint (gr_qty_from_double (number_of (explanation, "quantity")), ==, plan->suggestions[0].qty);
      orders++;
    }
  }
  g_assert_cmpint (orders, >, 1500);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/explanation/answer-first", test_the_answer_comes_first);
  g_test_add_func ("/explanation/shown-sums", test_shown_sums);
  g_test_add_func ("/explanation/lines-read-well", test_lines_read_well);
  g_test_add_func ("/explanation/chain-adds-up", test_the_chain_adds_up);
  return g_test_run();
}
