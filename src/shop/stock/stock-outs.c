#include "stock-outs.h"

#include "store/stock/ledger-history.h"
#include "store/stock/stock-count-store.h"

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
walk_item (GArray *stock_outs, Walk *walk, GArray *days, guint first)
{
  for (guint i = first; i < days->len; i++) {
    const GrLedgerDay *day = &g_array_index (days, GrLedgerDay, i);

    if (day->item_id != walk->item_id || day->day < walk->first_day)
      break;
    if (day->change == 0 && day->received == 0)
      continue;
    add_days (stock_outs, walk, day->day + 1);
    walk->stock -= day->change;
    walk->later = day->day;
  }
  add_days (stock_outs, walk, walk->first_day);
}

static gboolean
keep_day_cb (const GrLedgerDay *day, gpointer days)
{
  g_array_append_vals (days, day, 1);
  return TRUE;
}

static int
compare_stock_outs (gconstpointer a, gconstpointer b)
{
  const GrStockOut *left = a, *right = b;

  if (left->item_id != right->item_id)
    return left->item_id < right->item_id ? -1 : 1;
  return (left->days.from > right->days.from) - (left->days.from < right->days.from);
}

static GrQty
on_hand_of (GHashTable *on_hand, gint64 item_id)
{
  const GrOnHand *found = g_hash_table_lookup (on_hand, &item_id);

  return found != NULL ? found->on_hand : 0;
}

/* Items and the ledger's days both come from the last item to the first. */
static GArray *
walk_all (GArray *first_days, GHashTable *on_hand, GArray *days, GrDate until)
{
  GArray *stock_outs = g_array_new (FALSE, FALSE, sizeof (GrStockOut));
  guint at = 0;

  for (guint i = first_days->len; i > 0; i--) {
    const GrFirstKnownDay *known = &g_array_index (first_days, GrFirstKnownDay, i - 1);
    Walk walk = {known->item_id, known->day, until, G_MAXINT32, on_hand_of (on_hand, known->item_id)};

    while (at < days->len && g_array_index (days, GrLedgerDay, at).item_id > known->item_id)
      at++;
    walk_item (stock_outs, &walk, days, at);
  }
  g_array_sort (stock_outs, compare_stock_outs);
  return stock_outs;
}

/**
 * gr_stock_outs_of_all:
 * @until: the first day that is not looked at
 *
 * Finds when items were out of stock: whole days, three or more in a row, on which the ledger knows that nothing was
 * there; not absences of more than half a year. Days before an item's first count are unknown and not among them.
 * O(moves).
 *
 * Returns: (element-type GrStockOut): by item number and day
 */
GArray *
gr_stock_outs_of_all (GrDatabase *database, GrDate until, GError **error)
{
  g_autoptr (GArray) first_days = gr_stock_count_store_first_days (database, error);
  g_autoptr (GArray) on_hand = first_days != NULL ? gr_ledger_all_on_hand (database, error) : NULL;
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (GrLedgerDay));
  g_autoptr (GHashTable) by_item = g_hash_table_new (g_int64_hash, g_int64_equal);

  if (on_hand == NULL || !gr_ledger_history_each_day (database, G_MININT32 + 1, keep_day_cb, days, error))
    return NULL;
  for (guint i = 0; i < on_hand->len; i++) {
    GrOnHand *item = &g_array_index (on_hand, GrOnHand, i);

    g_hash_table_insert (by_item, &item->item_id, item);
  }
  return walk_all (first_days, by_item, days, until);
}

/**
 * gr_stock_outs_of_item:
 *
 * gr_stock_outs_of_all() for one item. O(its moves).
 */
GArray *
gr_stock_outs_of_item (GrDatabase *database, gint64 item_id, GrDate until, GError **error)
{
  g_autoptr (GArray) stock_outs = g_array_new (FALSE, FALSE, sizeof (GrStockOut));
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (GrLedgerDay));
  Walk walk = {.item_id = item_id, .until = until, .later = G_MAXINT32};

  if (!gr_stock_count_store_first_day (database, item_id, &walk.first_day, error) ||
      !gr_ledger_on_hand (database, item_id, &walk.stock, error))
    return NULL;
  if (walk.first_day == GR_DATE_NONE)
    return g_steal_pointer (&stock_outs);
  if (!gr_ledger_history_days_of_item (database, item_id, walk.first_day, keep_day_cb, days, error))
    return NULL;
  walk_item (stock_outs, &walk, days, 0);
  g_array_sort (stock_outs, compare_stock_outs);
  return g_steal_pointer (&stock_outs);
}
