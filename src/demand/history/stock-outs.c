#include "stock-outs.h"

#include "domain/stock/balance.h"
#include "domain/stock/ledger-row.h"
#include "domain/stock/stock-count.h"

/* Shorter ones tell less than the days a shop is closed; what is away for longer was taken off the shelf. */
#define SHORTEST_DAYS 3
#define LONGEST_DAYS  182

/* One item's ledger, walked back from what is on hand now. */
typedef struct {
  gint64 item_id;
  GrDate first_day; /* since when the ledger knows */
  GrDate until;
  GrDate later; /* the next day on which something moved */
  GrQty stock;  /* from the day reached to it */
} Walk;

static void
add_days (GArray *stock_outs, const Walk *walk, GrDate from)
{
  GrStockOut found = {walk->item_id, {MAX (from, walk->first_day), MIN (walk->later, walk->until)}};
  int n = found.days.before - found.days.from;

  /* Less than nothing is a record that is wrong, and the shelf need not be empty. */
  if (walk->stock == 0 && n >= SHORTEST_DAYS && n <= LONGEST_DAYS)
    g_array_append_val (stock_outs, found);
}

/* @days: (element-type GrLedgerDay): the item's from @first on, newest first */
static void
walk_item (GArray *stock_outs, Walk *walk, const GArray *days, guint first)
{
  for (guint i = first; i < days->len; i++) {
    const GrLedgerDay *day = &g_array_index (days, GrLedgerDay, i);

    if (day->item_id != walk->item_id || day->day < walk->first_day)
      break;
    /* What came or was found, and was sold the same day, was there; what was only taken back never was. */
    if (day->change == 0 && day->received == 0 && day->sold == 0)
      continue;
    add_days (stock_outs, walk, day->day + 1);
    walk->stock -= day->change;
    walk->later = day->day;
  }
  add_days (stock_outs, walk, walk->first_day);
}

static int
compare_stock_outs (gconstpointer a, gconstpointer b)
{
  const GrStockOut *left = a, *right = b;

  if (left->item_id != right->item_id)
    return left->item_id < right->item_id ? -1 : 1;
  return (left->days.from > right->days.from) - (left->days.from < right->days.from);
}

/* @at: (inout): past the items in order */
static GrQty
on_hand_of (const GArray *on_hand, gint64 item_id, guint *at)
{
  while (*at > 0 && g_array_index (on_hand, GrOnHand, *at - 1).item_id > item_id)
    --*at;
  return *at > 0 && g_array_index (on_hand, GrOnHand, *at - 1).item_id == item_id
             ? g_array_index (on_hand, GrOnHand, *at - 1).on_hand
             : 0;
}

/**
 * gr_stock_outs_find:
 * @until: the first day that is not looked at
 *
 * Finds when items were out of stock: whole days, three or more in a row, on which the ledger knows that nothing was
 * there; not absences of more than half a year. Days before an item's first count are unknown and not among them.
 * O(moves).
 *
 * Returns: (transfer full) (element-type GrStockOut): by item number and day
 */
GArray *
gr_stock_outs_find (const GrStockPast *past, GrDate until)
{
  GArray *stock_outs = g_array_new (FALSE, FALSE, sizeof (GrStockOut));
  guint at = 0, at_stock = past->on_hand->len;

  for (guint i = past->first_days->len; i > 0; i--) {
    const GrFirstKnownDay *known = &g_array_index (past->first_days, GrFirstKnownDay, i - 1);
    Walk walk = {known->item_id, known->day, until, G_MAXINT32, on_hand_of (past->on_hand, known->item_id, &at_stock)};

    while (at < past->days->len && g_array_index (past->days, GrLedgerDay, at).item_id > known->item_id)
      at++;
    walk_item (stock_outs, &walk, past->days, at);
  }
  g_array_sort (stock_outs, compare_stock_outs);
  return stock_outs;
}
