#include "stock-count-store.h"

#include "store/journal/deed-book.h"
#include "domain/base/error.h"
#include "ledger-store.h"
#include "location-store.h"
#include "store/file/item-query.h"
#include "store/sales/sale-posting.h"

#include <glib/gi18n-lib.h>

/* What the ledger says lay there when the day began, earlier counts of that day included. */
static gboolean
read_day_start (GrDatabase *database, gint64 item_id, gint64 location_id, GrDate day, GrQty *qty, GError **error)
{
  *qty = 0;
  return gr_query_int64 (database, qty, error,
      "SELECT sum (CASE WHEN to_id = ?2 THEN qty ELSE -qty END) FROM move "
      "WHERE item_id = ?1 AND (from_id = ?2 OR to_id = ?2) AND moved_on <= ?3 AND (moved_on < ?3 OR kind = 'count')",
      "llD", item_id, location_id, day);
}

static gboolean
read_last_count (GrDatabase *database, gint64 item_id, gint64 location_id, GrDate *day, GError **error)
{
  GrQuery query = gr_query (database, "SELECT counted_on FROM last_count WHERE item_id = ?1 AND location_id = ?2", "ll",
      item_id, location_id);

  *day = gr_query_next (&query) ? gr_query_date (&query, 0) : GR_DATE_NONE;
  return gr_query_end (&query, error);
}

/* The open deed's sheet for the place; the first line opens and posts it. */
static gboolean
find_sheet (GrDatabase *database, gint64 location_id, GrDate day, gint64 *count_id, GError **error)
{
  gint64 deed_id;

  *count_id = 0;
  if (!gr_deed_book_current (database, &deed_id, error) ||
      !gr_query_int64 (database, count_id, error,
          "SELECT id FROM stock_count WHERE deed_id = ?1 AND location_id = ?2 AND state = 'posted'", "ll", deed_id,
          location_id))
    return FALSE;
  return *count_id != 0 || gr_query_int64 (database, count_id, error,
                               "INSERT INTO stock_count (location_id, state, opened_on, posted_on, deed_id) "
                               "VALUES (?1, 'posted', ?2, ?2, ?3) RETURNING id",
                               "lDl", location_id, day, deed_id);
}

/* @line_id: (out): what a sheet says twice of an item is one line, as it says last. */
static gboolean
write_line (
    GrDatabase *database, gint64 item_id, gint64 location_id, GrQty qty, GrDate day, gint64 *line_id, GError **error)
{
  gint64 count_id;

  return find_sheet (database, location_id, day, &count_id, error) &&
         gr_query_int64 (database, line_id, error,
             "INSERT INTO stock_count_line (count_id, item_id, counted_on, counted_qty) VALUES (?1, ?2, ?3, ?4) "
             "ON CONFLICT (count_id, item_id) DO UPDATE SET counted_on = excluded.counted_on, "
             "counted_qty = excluded.counted_qty RETURNING id",
             "llDl", count_id, item_id, day, qty);
}

static gboolean
post_difference (
    GrDatabase *database, const GrLedgerEnds *ends, GrQty expected, GrQty counted, GrMove *move, GError **error)
{
  return !gr_posting_of_count (ends, expected, counted, move) || gr_ledger_post (database, move, NULL, error);
}

/**
 * gr_stock_count_store_take:
 * @qty: what lay there at the start of @day
 * @result: (out):
 *
 * Sets the balance at the start of @day to what was counted, by an adjusting move of that day, and lets sales from @day
 * on move it from there: so it does not matter whether the count or the sales came first. What a deed counts in a place
 * is one document, with a line an item; counts of before stay beside it. A count older than the last one on record is
 * left out. Fails with %GR_ERROR_REFUSED for an item that is not stocked.
 */
gboolean
gr_stock_count_store_take (GrDatabase *database, gint64 item_id, gint64 location_id, GrQty qty, GrDate day,
    GrCountResult *result, GError **error)
{
  GrMove move = {.item_id = item_id, .moved_on = day, .to_id = location_id};
  GrSalePosting posting;
  GrDate last;
  GrQty before;

  *result = GR_COUNT_TAKEN;
  if (!gr_sale_posting_find (database, item_id, &posting, error) ||
      !read_last_count (database, item_id, location_id, &last, error))
    return FALSE;
  if (!posting.rule.is_stocked) {
    g_set_error_literal (
        error, GR_ERROR, GR_ERROR_REFUSED, _ ("No stock is kept of this item, so it can’t be counted."));
    return FALSE;
  }
  if (last != GR_DATE_NONE && last > day) {
    *result = GR_COUNT_OUTDATED;
    return TRUE;
  }
  move.unit_cost = posting.rule.unit_cost;
  return read_day_start (database, item_id, location_id, day, &before, error) &&
         write_line (database, item_id, location_id, qty, day, &move.line_id, error) &&
         post_difference (database, &posting.ends, before, qty, &move, error) &&
         gr_sale_posting_reconcile (database, item_id, FALSE, error);
}

/* A move and its reversal are of one day, so what was taken back leaves nothing of that day. */
#define FIRST_DAYS(of_counts, of_moves)                                                                                \
  "SELECT item_id, min (day) FROM (SELECT l.item_id, l.counted_on AS day FROM stock_count_line l "                     \
  "JOIN stock_count c ON c.id = l.count_id WHERE " of_counts "AND c.state = 'posted' "                                 \
  "UNION ALL SELECT item_id, moved_on FROM own_move WHERE " of_moves                                                   \
  "AND kind IN ('count', 'adjustment', 'receipt') GROUP BY item_id, moved_on HAVING sum (change) <> 0) "               \
  "GROUP BY item_id ORDER BY item_id"

/**
 * gr_stock_count_store_first_days:
 *
 * Since when the ledger knows what is in stock of the items: the first count, adjustment or receipt that holds; items
 * without any are not in it. O(their moves).
 *
 * Returns: (element-type GrFirstKnownDay): by item number
 */
GArray *
gr_stock_count_store_first_days (GrDatabase *database, const GrItemSet *items, GError **error)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (GrFirstKnownDay));
  GrQuery query = gr_query (database,
      gr_item_set_is_all (items) ? FIRST_DAYS (GR_ALL_ITEMS, GR_ALL_ITEMS)
                                 : FIRST_DAYS (GR_IN_ITEMS ("l.item_id"), GR_IN_ITEMS ("item_id")),
      "t", gr_item_set_json (items));

  while (gr_query_next (&query)) {
    GrFirstKnownDay day = {gr_query_id (&query, 0), gr_query_date (&query, 1)};

    g_array_append_val (days, day);
  }
  return gr_query_end (&query, error) ? g_steal_pointer (&days) : NULL;
}

/**
 * gr_stock_count_store_first_day:
 * @day: (out): what gr_stock_count_store_first_days() says of one item, %GR_DATE_NONE where it says nothing
 */
gboolean
gr_stock_count_store_first_day (GrDatabase *database, gint64 item_id, GrDate *day, GError **error)
{
  g_autoptr (GrItemSet) item = gr_item_set_new_one (item_id);
  g_autoptr (GArray) days = gr_stock_count_store_first_days (database, item, error);

  *day = days != NULL && days->len > 0 ? g_array_index (days, GrFirstKnownDay, 0).day : GR_DATE_NONE;
  return days != NULL;
}
