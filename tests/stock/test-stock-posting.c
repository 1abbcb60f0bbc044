#include "stock/posting.h"

#define UNIT GR_QTY_ONE

static const GrLedgerEnds ends = {.suppliers_id = 101, .customers_id = 102, .adjustments_id = 103};
static const GrSaleRule counted = {.is_stocked = TRUE, .location_id = 7, .from_day = 100, .unit_cost = 25000};

static GrSaleLine
sold (GrQty qty, GrDate on)
{
  return (GrSaleLine){.item_id = 5, .sold_on = on, .qty = qty, .unit_price = 99};
}

static void
test_sale (void)
{
  GrSaleLine line = sold (3 * UNIT, 100);
  GrMove move;

  g_assert_true (gr_posting_of_sale (&ends, &counted, &line, 44, &move));
  g_assert_cmpint (move.item_id, ==, 5);
  g_assert_cmpint (move.from_id, ==, 7);
  g_assert_cmpint (move.to_id, ==, 102);
  g_assert_cmpint (move.qty, ==, 3 * UNIT);
  g_assert_cmpint (move.moved_on, ==, 100);
  g_assert_cmpint (move.kind, ==, GR_MOVE_SALE);
  g_assert_cmpint (move.unit_cost, ==, 25000);
  g_assert_cmpint (move.line_kind, ==, GR_LINE_SALE);
  g_assert_cmpint (move.line_id, ==, 44);
  g_assert_cmpint (move.reverses, ==, 0);
}

/* What was brought back goes the other way, and is positive there too. */
static void
test_return (void)
{
  GrSaleLine line = sold (-2 * UNIT, 120);
  GrMove move;

  g_assert_true (gr_posting_of_sale (&ends, &counted, &line, 44, &move));
  g_assert_cmpint (move.from_id, ==, 102);
  g_assert_cmpint (move.to_id, ==, 7);
  g_assert_cmpint (move.qty, ==, 2 * UNIT);
  g_assert_cmpint (move.kind, ==, GR_MOVE_RETURN);
}

static void
test_sale_that_moves_nothing (void)
{
  GrSaleLine before = sold (UNIT, 99), after = sold (UNIT, 101);
  GrSaleRule rule = counted;
  GrMove move;

  g_assert_false (gr_posting_of_sale (&ends, &rule, &before, 44, &move));
  rule.location_id = 0;
  g_assert_false (gr_posting_of_sale (&ends, &rule, &after, 44, &move));
  rule = counted;
  rule.is_stocked = FALSE;
  g_assert_false (gr_posting_of_sale (&ends, &rule, &after, 44, &move));
}

static void
test_count (void)
{
  GrMove more = {.item_id = 5, .to_id = 7}, less = more, same = more;

  g_assert_true (gr_posting_of_count (&ends, 10 * UNIT, 12 * UNIT, &more));
  g_assert_cmpint (more.from_id, ==, 103);
  g_assert_cmpint (more.to_id, ==, 7);
  g_assert_cmpint (more.qty, ==, 2 * UNIT);
  g_assert_cmpint (more.kind, ==, GR_MOVE_COUNT);
  g_assert_cmpint (more.line_kind, ==, GR_LINE_COUNT);
  g_assert_true (gr_posting_of_count (&ends, 10 * UNIT, 0, &less));
  g_assert_cmpint (less.from_id, ==, 7);
  g_assert_cmpint (less.to_id, ==, 103);
  g_assert_cmpint (less.qty, ==, 10 * UNIT);
  g_assert_false (gr_posting_of_count (&ends, 10 * UNIT, 10 * UNIT, &same));
}

/* Books below zero are a mistake that a count mends whole. */
static void
test_count_from_below_zero (void)
{
  GrMove move = {.item_id = 5, .to_id = 7};

  g_assert_true (gr_posting_of_count (&ends, -4 * UNIT, 6 * UNIT, &move));
  g_assert_cmpint (move.qty, ==, 10 * UNIT);
  g_assert_cmpint (move.to_id, ==, 7);
}

static void
test_adjustment (void)
{
  GrMove move = {.item_id = 5, .to_id = 7, .reason = "broken"}, none = move;

  g_assert_true (gr_posting_of_adjustment (&ends, -UNIT, &move));
  g_assert_cmpint (move.from_id, ==, 7);
  g_assert_cmpint (move.to_id, ==, 103);
  g_assert_cmpint (move.kind, ==, GR_MOVE_ADJUSTMENT);
  g_assert_cmpstr (move.reason, ==, "broken");
  g_assert_false (gr_posting_of_adjustment (&ends, 0, &none));
}

static void
test_receipt (void)
{
  GrMove move = {.item_id = 5, .to_id = 7, .qty = 48 * UNIT, .unit_cost = 12};

  gr_posting_of_receipt (&ends, &move);
  g_assert_cmpint (move.from_id, ==, 101);
  g_assert_cmpint (move.to_id, ==, 7);
  g_assert_cmpint (move.kind, ==, GR_MOVE_RECEIPT);
  g_assert_cmpint (move.line_kind, ==, GR_LINE_ORDER);
  g_assert_cmpint (move.unit_cost, ==, 12);
}

/* Taking back twice is the move itself again, but for what it names. */
static void
test_reversal (void)
{
  GrMove move = {.item_id = 5,
      .from_id = 7,
      .to_id = 102,
      .qty = UNIT,
      .moved_on = 100,
      .kind = GR_MOVE_SALE,
      .unit_cost = 9,
      .line_kind = GR_LINE_SALE,
      .line_id = 44,
      .lot_id = 3};
  GrMove reversal = gr_posting_of_reversal (&move, 40);
  GrMove again = gr_posting_of_reversal (&reversal, 41);

  g_assert_cmpint (reversal.from_id, ==, 102);
  g_assert_cmpint (reversal.to_id, ==, 7);
  g_assert_cmpint (reversal.qty, ==, UNIT);
  g_assert_cmpint (reversal.moved_on, ==, 100);
  g_assert_cmpint (reversal.kind, ==, GR_MOVE_SALE);
  g_assert_cmpint (reversal.unit_cost, ==, 9);
  g_assert_cmpint (reversal.line_kind, ==, GR_LINE_SALE);
  g_assert_cmpint (reversal.line_id, ==, 44);
  g_assert_cmpint (reversal.lot_id, ==, 3);
  g_assert_cmpint (reversal.reverses, ==, 40);
  g_assert_cmpint (again.from_id, ==, 7);
  g_assert_cmpint (again.to_id, ==, 102);
  g_assert_cmpint (again.reverses, ==, 41);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/posting/sale", test_sale);
  g_test_add_func ("/posting/return", test_return);
  g_test_add_func ("/posting/sale-that-moves-nothing", test_sale_that_moves_nothing);
  g_test_add_func ("/posting/count", test_count);
  g_test_add_func ("/posting/count-from-below-zero", test_count_from_below_zero);
  g_test_add_func ("/posting/adjustment", test_adjustment);
  g_test_add_func ("/posting/receipt", test_receipt);
  g_test_add_func ("/posting/reversal", test_reversal);
  return g_test_run();
}
