#include "ledger-store.h"

#include "store/journal/deed-book.h"
#include "domain/base/error.h"
#include "location-store.h"
#include "store/file/item-query.h"

#include <glib/gi18n-lib.h>

static gboolean
add_to_balance (GrDatabase *database, const GrMove *move, gint64 location_id, GrQty change, GError **error)
{
  gint64 after = 1;

  if (!gr_query_int64 (database, &after, error,
          "INSERT INTO balance (item_id, location_id, lot_id, qty) VALUES (?1, ?2, ?3, ?4) "
          "ON CONFLICT (item_id, location_id, lot_id) DO UPDATE SET qty = qty + excluded.qty RETURNING qty",
          "llll", move->item_id, location_id, move->lot_id, change))
    return FALSE;
  return after != 0 ||
         gr_query_run (database, error, "DELETE FROM balance WHERE item_id = ?1 AND location_id = ?2 AND lot_id = ?3",
             "lll", move->item_id, location_id, move->lot_id);
}

/**
 * gr_ledger_post:
 * @move_id: (out) (optional):
 *
 * Adds a move to the ledger and to both balances, inside a deed. Nothing is asked: whether it may be belongs to the
 * deed's rules.
 */
gboolean
gr_ledger_post (GrDatabase *database, const GrMove *move, gint64 *move_id, GError **error)
{
  gint64 deed_id;

  if (!gr_deed_book_current (database, &deed_id, error) ||
      !gr_query_run (database, error,
          "INSERT INTO move (deed_id, item_id, from_id, to_id, qty, moved_on, kind, unit_cost, reason, line_kind, "
          "line_id, reverses, lot_id) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
          "lllllDtlttrrl", deed_id, move->item_id, move->from_id, move->to_id, move->qty, move->moved_on,
          gr_move_kind_id (move->kind), move->unit_cost, move->reason, gr_line_kind_id (move->line_kind), move->line_id,
          move->reverses, move->lot_id))
    return FALSE;
  if (move_id != NULL)
    *move_id = sqlite3_last_insert_rowid (gr_database_handle (database));
  return add_to_balance (database, move, move->from_id, -move->qty, error) &&
         add_to_balance (database, move, move->to_id, move->qty, error);
}

/**
 * gr_ledger_adjust:
 * @what: item, day, cost and reason; @what->to_id is the place adjusted
 * @change: more or less of it; 0 posts nothing
 */
gboolean
gr_ledger_adjust (GrDatabase *database, const GrMove *what, GrQty change, GError **error)
{
  GrMove move = *what;
  GrLedgerEnds ends;

  if (!gr_location_store_ends (database, &ends, error))
    return FALSE;
  return !gr_posting_of_adjustment (&ends, change, &move) || gr_ledger_post (database, &move, NULL, error);
}

/**
 * gr_ledger_reverse:
 * @move_id: a move that stands: not reversed yet
 *
 * Takes a move back by one the other way, of the same day.
 */
gboolean
gr_ledger_reverse (GrDatabase *database, gint64 move_id, GError **error)
{
  GrQuery query = gr_query (database,
      "SELECT item_id, from_id, to_id, qty, moved_on, kind, unit_cost, reason, line_kind, line_id, lot_id FROM move "
      "WHERE id = ?1",
      "l", move_id);
  GrMove move = {0}, reversal;
  gboolean is_posted;

  if (!gr_query_next (&query)) {
    gr_query_end (&query, NULL);
    g_set_error_literal (error, GR_ERROR, GR_ERROR_NOT_FOUND, _ ("There is no such change in the stock history."));
    return FALSE;
  }
  move.item_id = gr_query_id (&query, 0);
  move.from_id = gr_query_id (&query, 1);
  move.to_id = gr_query_id (&query, 2);
  move.qty = gr_query_id (&query, 3);
  move.moved_on = gr_query_date (&query, 4);
  gr_move_kind_from_id (gr_query_text (&query, 5), &move.kind);
  move.unit_cost = gr_query_id (&query, 6);
  move.reason = gr_query_text (&query, 7);
  move.line_kind = gr_line_kind_from_id (gr_query_text (&query, 8));
  move.line_id = gr_query_id (&query, 9);
  move.lot_id = gr_query_id (&query, 10);
  reversal = gr_posting_of_reversal (&move, move_id);
  is_posted = gr_ledger_post (database, &reversal, NULL, error);
  return gr_query_end (&query, is_posted ? error : NULL) && is_posted;
}

/**
 * gr_ledger_all_on_hand:
 *
 * Returns: (element-type GrOnHand): those of the items that have stock, above or below nothing, in the shop's own
 * places, by item number
 */
GArray *
gr_ledger_all_on_hand (GrDatabase *database, const GrItemSet *items, GError **error)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (GrOnHand));
  GrQuery query = gr_query (database,
      GR_OF_ITEMS (
          items, "SELECT item_id, sum (qty) FROM own_balance WHERE ", "item_id", "GROUP BY item_id ORDER BY item_id"),
      "t", gr_item_set_json (items));

  while (gr_query_next (&query)) {
    GrOnHand one = {gr_query_id (&query, 0), gr_query_id (&query, 1)};

    g_array_append_val (all, one);
  }
  return gr_query_end (&query, error) ? g_steal_pointer (&all) : NULL;
}

/**
 * gr_ledger_on_hand:
 *
 * An item's stock in all of the shop's own places.
 */
gboolean
gr_ledger_on_hand (GrDatabase *database, gint64 item_id, GrQty *on_hand, GError **error)
{
  g_autoptr (GrItemSet) item = gr_item_set_new_one (item_id);
  g_autoptr (GArray) found = gr_ledger_all_on_hand (database, item, error);

  *on_hand = found != NULL && found->len > 0 ? g_array_index (found, GrOnHand, 0).on_hand : 0;
  return found != NULL;
}

/**
 * gr_ledger_balances:
 *
 * Returns: (element-type GrBalance): the shop's own places in which an item lies or was counted.
 */
GPtrArray *
gr_ledger_balances (GrDatabase *database, gint64 item_id, GError **error)
{
  g_autoptr (GPtrArray) balances = g_ptr_array_new_with_free_func ((GDestroyNotify) gr_balance_free);
  GrQuery query = gr_query (database,
      "SELECT p.id, place_name (p.name, p.role), coalesce (b.qty, 0), c.counted_on FROM own_place p "
      "LEFT JOIN (SELECT location_id, sum (qty) AS qty FROM balance WHERE item_id = ?1 GROUP BY location_id) b "
      "ON b.location_id = p.id LEFT JOIN (SELECT location_id, counted_on FROM last_count WHERE item_id = ?1) c "
      "ON c.location_id = p.id WHERE b.location_id IS NOT NULL OR c.location_id IS NOT NULL ORDER BY p.id",
      "l", item_id);

  while (gr_query_next (&query)) {
    GrBalance *balance = g_new0 (GrBalance, 1);

    balance->location_id = gr_query_id (&query, 0);
    balance->location_name = gr_query_dup_text (&query, 1);
    balance->qty = gr_query_id (&query, 2);
    balance->counted_on = gr_query_date (&query, 3);
    g_ptr_array_add (balances, balance);
  }
  return gr_query_end (&query, error) ? g_steal_pointer (&balances) : NULL;
}
