#include "demand/history/item-history.h"
#include "demand/history/stock-outs.h"

#include "domain/plan/demand-mark.h"
#include "domain/plan/forecast-choice.h"
#include "domain/stock/balance.h"
#include "domain/stock/ledger-row.h"
#include "domain/stock/stock-count.h"
#include "domain/trade/item.h"
#include "domain/trade/predecessor.h"

/* A Monday. */
#define START gr_date_from_ymd (2026, 1, 5)

/* What the file would say of items 1, 2 and 3. */
typedef struct {
  GPtrArray *items;
  GArray *choices, *marks, *stock_outs, *predecessors;
  GrEventBook *book;
  GrSoldDays *sold;
  GHashTable *readings;
} Shop;

static void
set_up (Shop *shop, gconstpointer data)
{
  shop->items = g_ptr_array_new_with_free_func ((GDestroyNotify) gr_item_free);
  shop->choices = g_array_new (FALSE, FALSE, sizeof (GrForecastChoice));
  shop->marks = g_array_new (FALSE, FALSE, sizeof (GrDemandMark));
  shop->stock_outs = g_array_new (FALSE, FALSE, sizeof (GrStockOut));
  shop->predecessors = g_array_new (FALSE, FALSE, sizeof (GrPredecessor));
  shop->book = gr_event_book_new (g_ptr_array_new_with_free_func ((GDestroyNotify) gr_event_free));
  shop->sold = gr_sold_days_new();
}

static void
tear_down (Shop *shop, gconstpointer data)
{
  g_ptr_array_unref (shop->items);
  g_array_unref (shop->choices);
  g_array_unref (shop->marks);
  g_array_unref (shop->stock_outs);
  g_array_unref (shop->predecessors);
  gr_event_book_free (shop->book);
  gr_sold_days_free (shop->sold);
  g_clear_pointer (&shop->readings, g_hash_table_unref);
}

/* @units: a week, from week @from on, before week @before, on Tuesdays. */
static void
sell (Shop *shop, gint64 item_id, int from, int before, int units)
{
  for (int week = from; week < before; week++) {
    GrDemandDay day = {item_id, START + 7 * week + 1, gr_qty_from_units (units), 0, 0};

    gr_sold_days_add (shop->sold, &day);
  }
}

static void
follow (Shop *shop, gint64 item_id, gint64 predecessor_id, int share)
{
  GrPredecessor row = {item_id, predecessor_id, share};

  g_array_append_val (shop->predecessors, row);
}

/* "4 4 5": the item's weeks up to week @until, "-" where nothing is known of it. */
static char *
weeks_of (Shop *shop, gint64 item_id, int until)
{
  GrHistorySources sources = {
      shop->items, shop->choices, shop->marks, shop->stock_outs, shop->predecessors, shop->book};
  GrItemHistory history = {item_id, shop->sold, NULL};
  GString *text = g_string_new (NULL);
  GrDemandBuckets weeks;

  g_clear_pointer (&shop->readings, g_hash_table_unref);
  shop->readings = gr_history_readings_make (&sources);
  history.reading = g_hash_table_lookup (shop->readings, &item_id);
  gr_item_history_make (&history, GR_GRAIN_WEEK, START + 7 * until, &weeks);
  for (gsize i = 0; i < weeks.n; i++)
    if (weeks.availability != NULL && weeks.availability[i] == 0)
      g_string_append (text, "- ");
    else
      g_string_append_printf (text, "%g ", weeks.values[i]);
  gr_demand_buckets_clear (&weeks);
  return g_string_free (text, FALSE);
}

static void
assert_weeks (Shop *shop, gint64 item_id, int until, const char *expected)
{
  g_autofree char *weeks = weeks_of (shop, item_id, until);

  g_assert_cmpstr (weeks, ==, expected);
}

static void
test_an_item_is_lent_a_past (Shop *shop, gconstpointer data)
{
  sell (shop, 1, 0, 3, 10);
  sell (shop, 2, 3, 5, 6);
  assert_weeks (shop, 2, 5, "6 6 ");
  follow (shop, 2, 1, 50);
  assert_weeks (shop, 2, 5, "5 5 5 6 6 ");
  follow (shop, 3, 2, 100); /* never sold: it has all that the one before has, and was lent */
  assert_weeks (shop, 3, 5, "5 5 5 6 6 ");
  assert_weeks (shop, 1, 5, "10 10 10 0 0 ");
}

static void
test_the_share_is_measured_side_by_side (Shop *shop, gconstpointer data)
{
  sell (shop, 1, 0, 7, 10);
  sell (shop, 2, 1, 8, 5);
  follow (shop, 2, 1, 0);
  assert_weeks (shop, 2, 8, "5 5 5 5 5 5 5 5 "); /* 36 days on which both were sold */
}

static void
test_too_few_days_measure_nothing (Shop *shop, gconstpointer data)
{
  sell (shop, 1, 0, 4, 10);
  sell (shop, 2, 1, 8, 5);
  follow (shop, 2, 1, 0);
  assert_weeks (shop, 2, 8, "10 5 5 5 5 5 5 5 ");
}

/* What an item sold before the day that the owner named does not count, whoever sold it. */
static void
test_history_begins_where_the_owner_says (Shop *shop, gconstpointer data)
{
  GrForecastChoice choice = {2, GR_METHOD_AUTOMATIC, START + 7 * 2};

  g_array_append_val (shop->choices, choice);
  sell (shop, 1, 0, 4, 10);
  sell (shop, 2, 4, 6, 5);
  follow (shop, 2, 1, 100);
  assert_weeks (shop, 2, 6, "10 10 5 5 ");
  g_array_index (shop->choices, GrForecastChoice, 0).history_from = START + 7 * 5;
  assert_weeks (shop, 2, 6, "5 ");
}

/* A file may hold a ring; it is read up to an end. */
static void
test_a_ring_ends (Shop *shop, gconstpointer data)
{
  sell (shop, 1, 0, 2, 10);
  sell (shop, 2, 1, 3, 5);
  follow (shop, 1, 2, 100);
  follow (shop, 2, 1, 100);
  assert_weeks (shop, 1, 3, "10 10 0 ");
  assert_weeks (shop, 2, 3, "10 5 5 ");
}

static void
test_stock_outs_are_silent_unless_kept (Shop *shop, gconstpointer data)
{
  GrStockOut out = {1, {START + 7, START + 14}};
  GrDemandMark mark = {1, GR_MARK_STOCK_OUT, START + 7, START + 14, FALSE};
  GrDemandMark outlier = {1, GR_MARK_OUTLIER, START + 14, START + 21, FALSE};

  sell (shop, 1, 0, 1, 10);
  sell (shop, 1, 2, 4, 10);
  g_array_append_val (shop->stock_outs, out);
  g_array_append_val (shop->marks, outlier); /* kept, as what stands out is without a word */
  assert_weeks (shop, 1, 4, "10 - 10 10 ");
  g_array_append_val (shop->marks, mark);
  assert_weeks (shop, 1, 4, "10 0 10 10 ");
  g_array_index (shop->marks, GrDemandMark, 0).is_set_aside = TRUE;
  assert_weeks (shop, 1, 4, "10 0 - 10 ");
}

static void
test_the_end_of_history (void)
{
  g_assert_cmpint (gr_history_end (GR_DATE_NONE, 100), ==, 100);
  g_assert_cmpint (gr_history_end (90, 100), ==, 100); /* nothing was sold since */
  g_assert_cmpint (gr_history_end (89, 100), ==, 90);  /* nothing was brought in since */
  g_assert_cmpint (gr_history_end (120, 100), ==, 100);
}

static void
append_day (GArray *days, gint64 item_id, GrDate day, int change)
{
  GrLedgerDay moved = {item_id, day, gr_qty_from_units (change), 0};

  g_array_append_val (days, moved);
}

/* Of nothing three days in a row and more, but not of what was taken off the shelf for good, nor of what is unknown. */
static void
test_stock_outs_are_whole_days_without (void)
{
  g_autoptr (GArray) first_days = g_array_new (FALSE, FALSE, sizeof (GrFirstKnownDay));
  g_autoptr (GArray) on_hand = g_array_new (FALSE, FALSE, sizeof (GrOnHand));
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (GrLedgerDay));
  g_autoptr (GArray) found = NULL;
  GrFirstKnownDay known[] = {{1, 100}, {2, 100}, {3, 100}, {4, 100}};
  GrLedgerDay sold_out = {4, 100, 0, 0, -gr_qty_from_units (5)}, taken_back = {4, 102, 0, 0, 0};
  GrOnHand there = {2, gr_qty_from_units (5)};
  GrStockPast past = {first_days, on_hand, days};

  g_array_append_vals (first_days, known, 4);
  g_array_append_vals (on_hand, &there, 1);
  append_day (days, 4, 298, -2); /* counted and sold out on one day; away from the next on */
  append_day (days, 4, 105, 2);
  g_array_append_val (days, taken_back);
  g_array_append_val (days, sold_out);
  append_day (days, 3, 102, -1); /* gone for longer than half a year */
  append_day (days, 3, 100, 1);
  append_day (days, 2, 120, 5); /* away from 111 to 119 */
  append_day (days, 2, 110, -4);
  append_day (days, 2, 106, 4); /* 104 and 105 are too few */
  append_day (days, 2, 103, -7);
  append_day (days, 2, 100, 7);
  append_day (days, 1, 298, -3); /* two days to the end */
  append_day (days, 1, 100, 3);
  found = gr_stock_outs_find (&past, 301);
  g_assert_cmpuint (found->len, ==, 2);
  g_assert_cmpint (g_array_index (found, GrStockOut, 0).item_id, ==, 2);
  g_assert_cmpint (g_array_index (found, GrStockOut, 0).days.from, ==, 111);
  g_assert_cmpint (g_array_index (found, GrStockOut, 0).days.before, ==, 120);
  g_assert_cmpint (g_array_index (found, GrStockOut, 1).item_id, ==, 4);
  g_assert_cmpint (g_array_index (found, GrStockOut, 1).days.from, ==, 101);
  g_assert_cmpint (g_array_index (found, GrStockOut, 1).days.before, ==, 105);
}

#define TEST(name, func) g_test_add (name, Shop, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/item-history/lent", test_an_item_is_lent_a_past);
  TEST ("/item-history/measured", test_the_share_is_measured_side_by_side);
  TEST ("/item-history/too-few", test_too_few_days_measure_nothing);
  TEST ("/item-history/from", test_history_begins_where_the_owner_says);
  TEST ("/item-history/ring", test_a_ring_ends);
  TEST ("/item-history/silent", test_stock_outs_are_silent_unless_kept);
  g_test_add_func ("/item-history/end", test_the_end_of_history);
  g_test_add_func ("/stock-outs/whole-days", test_stock_outs_are_whole_days_without);
  return g_test_run();
}
