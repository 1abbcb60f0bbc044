#include "ledger-history.h"

#include "store/file/item-query.h"

static const char rows_sql[] =
    "SELECT m.id, m.deed_id, m.moved_on, m.kind, m.reverses IS NOT NULL, place_name (f.name, f.role), "
    "place_name (t.name, t.role), m.qty, m.qty * ((t.kind = 'internal') - (f.kind = 'internal')), "
    "m.reason, o.number, deed_title (d.title, d.done_on) FROM move m "
    "JOIN location f ON f.id = m.from_id JOIN location t ON t.id = m.to_id JOIN deed d ON d.id = m.deed_id "
    "LEFT JOIN purchase_order_line l ON m.line_kind = 'order' AND l.id = m.line_id "
    "LEFT JOIN purchase_order o ON o.id = l.order_id "
    "WHERE m.item_id = ?1 AND (m.moved_on, m.id) < (?2, ?3) ORDER BY m.moved_on DESC, m.id DESC LIMIT ?4";

static GrLedgerRow *
read_row (GrQuery *query, GrQty balance)
{
  GrLedgerRow *row = g_new0 (GrLedgerRow, 1);

  row->move_id = gr_query_id (query, 0);
  row->deed_id = gr_query_id (query, 1);
  row->moved_on = gr_query_date (query, 2);
  gr_move_kind_from_id (gr_query_text (query, 3), &row->kind);
  row->is_reversal = gr_query_int (query, 4);
  row->from_name = gr_query_dup_text (query, 5);
  row->to_name = gr_query_dup_text (query, 6);
  row->qty = gr_query_id (query, 7);
  row->change = gr_query_id (query, 8);
  row->reason = gr_query_dup_text (query, 9);
  row->order_number = gr_query_dup_text (query, 10);
  row->deed_title = gr_query_dup_text (query, 11);
  row->balance = balance;
  return row;
}

/**
 * gr_ledger_history_rows:
 * @cursor: (inout): all zero for the first page; then as the page before left it
 *
 * Returns: (element-type GrLedgerRow): up to @limit lines, newest day first; fewer where the ledger ends. O(limit).
 */
GPtrArray *
gr_ledger_history_rows (GrDatabase *database, gint64 item_id, GrLedgerCursor *cursor, int limit, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) gr_ledger_row_free);
  GrQuery query;

  if (!cursor->is_set) {
    *cursor = (GrLedgerCursor){.is_set = TRUE, .moved_on = G_MAXINT32, .move_id = G_MAXINT64};
    if (!gr_ledger_on_hand (database, item_id, &cursor->balance, error))
      return NULL;
  }
  query = gr_query (database, rows_sql, "lDli", item_id, cursor->moved_on, cursor->move_id, limit);
  while (gr_query_next (&query)) {
    GrLedgerRow *row = read_row (&query, cursor->balance);

    cursor->balance -= row->change;
    cursor->moved_on = row->moved_on;
    cursor->move_id = row->move_id;
    g_ptr_array_add (rows, row);
  }
  return gr_query_end (&query, error) ? g_steal_pointer (&rows) : NULL;
}

/**
 * gr_ledger_history_day_ends:
 * @days: (array length=n_days): in rising order
 * @stock: (out caller-allocates) (array length=n_days): of all internal locations, when each day ended
 *
 * Walks back from today's balance. O(moves of the item since the first day).
 */
gboolean
gr_ledger_history_day_ends (
    GrDatabase *database, gint64 item_id, const GrDate *days, gsize n_days, GrQty *stock, GError **error)
{
  GrQty now;
  gsize left = n_days;
  GrQuery query;

  if (n_days == 0)
    return TRUE;
  if (!gr_ledger_on_hand (database, item_id, &now, error))
    return FALSE;
  query = gr_query (database,
      "SELECT moved_on, change FROM own_move WHERE item_id = ?1 AND moved_on > ?2 ORDER BY moved_on DESC, id DESC",
      "lD", item_id, days[0]);
  while (gr_query_next (&query)) {
    GrDate day = gr_query_date (&query, 0);

    while (left > 0 && days[left - 1] >= day)
      stock[--left] = now;
    now -= gr_query_id (&query, 1);
  }
  while (left > 0)
    stock[--left] = now;
  return gr_query_end (&query, error);
}

#define SELECT_DAYS                                                                                                    \
  "SELECT m.item_id, m.moved_on, sum (m.change), sum (CASE WHEN m.kind = 'receipt' THEN m.change ELSE 0 END), "        \
  "sum (CASE WHEN m.kind = 'sale' THEN m.change ELSE 0 END) FROM own_move m WHERE "

/**
 * gr_ledger_history_each_day:
 * @func: returns %FALSE to stop early
 *
 * Calls @func for every day, from @from on, on which the shop's stock of one of the items changed: by item from the
 * last one on, newest day first, so that a caller can walk back from what is on hand. O(their moves).
 */
gboolean
gr_ledger_history_each_day (
    GrDatabase *database, const GrItemSet *items, GrDate from, GrLedgerDayFunc func, gpointer data, GError **error)
{
  GrQuery query = gr_query (database,
      GR_OF_ITEMS (items, SELECT_DAYS, "m.item_id",
          "AND m.moved_on >= ?2 GROUP BY m.item_id, m.moved_on ORDER BY m.item_id DESC, m.moved_on DESC"),
      "tD", gr_item_set_json (items), from);

  while (gr_query_next (&query)) {
    GrLedgerDay day = {gr_query_id (&query, 0), gr_query_date (&query, 1), gr_query_id (&query, 2),
        gr_query_id (&query, 3), gr_query_id (&query, 4)};

    if (!func (&day, data))
      break;
  }
  return gr_query_end (&query, error);
}
