#include "order-line-store.h"

#include "domain/base/error.h"
#include "store/stock/ledger-store.h"
#include "store/stock/location-store.h"
#include "store/file/query.h"

#include <glib/gi18n-lib.h>

#define SELECT_LINE                                                                                                    \
  "SELECT l.id, l.order_id, l.item_id, i.code, i.description, i.unit, l.ordered_qty, l.received_qty, "                 \
  "l.cancelled_qty, l.unit_price, l.expected_on FROM purchase_order_line l JOIN item i ON i.id = l.item_id "

static GrPurchaseOrderLine *
read_line (GrQuery *query)
{
  GrPurchaseOrderLine *line = g_new0 (GrPurchaseOrderLine, 1);

  line->id = gr_query_id (query, 0);
  line->order_id = gr_query_id (query, 1);
  line->item_id = gr_query_id (query, 2);
  line->item_code = gr_query_dup_text (query, 3);
  line->item_description = gr_query_dup_text (query, 4);
  line->unit = gr_query_dup_text (query, 5);
  line->ordered_qty = gr_query_id (query, 6);
  line->received_qty = gr_query_id (query, 7);
  line->cancelled_qty = gr_query_id (query, 8);
  line->unit_price = gr_query_id (query, 9);
  line->expected_on = gr_query_date (query, 10);
  return line;
}

static gboolean
read_one (GrQuery query, GrPurchaseOrderLine **line, GError **error)
{
  *line = gr_query_next (&query) ? read_line (&query) : NULL;
  return gr_query_end (&query, error);
}

/**
 * gr_order_store_lines:
 *
 * Returns: (element-type GrPurchaseOrderLine): the order's lines as they were added.
 */
GPtrArray *
gr_order_store_lines (GrDatabase *database, gint64 order_id, GError **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) gr_purchase_order_line_free);
  GrQuery query = gr_query (database, SELECT_LINE "WHERE l.order_id = ?1 ORDER BY l.id", "l", order_id);

  while (gr_query_next (&query))
    g_ptr_array_add (lines, read_line (&query));
  return gr_query_end (&query, error) ? g_steal_pointer (&lines) : NULL;
}

/**
 * gr_order_store_find_line:
 * @line: (out) (nullable): the item's line on the order, %NULL where there is none
 */
gboolean
gr_order_store_find_line (
    GrDatabase *database, gint64 order_id, gint64 item_id, GrPurchaseOrderLine **line, GError **error)
{
  return read_one (gr_query (database, SELECT_LINE "WHERE l.order_id = ?1 AND l.item_id = ?2", "ll", order_id, item_id),
      line, error);
}

/**
 * gr_order_store_save_line:
 * @line: a new one has @id 0 and gets its number; what was received is left as it is
 *
 * Inside a deed. Fails with %GR_ERROR_INVALID, or %GR_ERROR_EXISTS where the order has a line of the item.
 */
gboolean
gr_order_store_save_line (GrDatabase *database, GrPurchaseOrderLine *line, GError **error)
{
  if (line->ordered_qty <= 0) {
    g_set_error_literal (error, GR_ERROR, GR_ERROR_INVALID, _ ("An order line needs a quantity of more than zero."));
    return FALSE;
  }
  if (line->id != 0)
    return gr_query_run (database, error,
        "UPDATE purchase_order_line SET ordered_qty = ?2, cancelled_qty = ?3, unit_price = ?4, expected_on = ?5 "
        "WHERE id = ?1",
        "llllD", line->id, line->ordered_qty, line->cancelled_qty, line->unit_price, line->expected_on);
  if (!gr_query_run (database, error,
          "INSERT INTO purchase_order_line (order_id, item_id, ordered_qty, cancelled_qty, unit_price, expected_on) "
          "VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
          "lllllD", line->order_id, line->item_id, line->ordered_qty, line->cancelled_qty, line->unit_price,
          line->expected_on))
    return FALSE;
  line->id = sqlite3_last_insert_rowid (gr_database_handle (database));
  return TRUE;
}

/* Inside a deed. */
gboolean
gr_order_store_delete_line (GrDatabase *database, gint64 line_id, GError **error)
{
  return gr_query_run (database, error, "DELETE FROM purchase_order_line WHERE id = ?1", "l", line_id);
}

/**
 * gr_order_store_receive_line:
 * @location_id: the place of the shop's own that it goes to
 * @qty: more than nothing; above what was ordered is the deed's to refuse
 *
 * Books goods as received on the line, and into stock at the line's price, inside a deed. An item that is not stocked
 * is only booked on the line. The order's state is the deed's to set.
 */
gboolean
gr_order_store_receive_line (
    GrDatabase *database, gint64 line_id, gint64 location_id, GrQty qty, GrDate day, GError **error)
{
  g_autoptr (GrPurchaseOrderLine) line = NULL;
  GrMove move = {.to_id = location_id, .qty = qty, .moved_on = day, .line_id = line_id};
  GrLedgerEnds ends;
  gint64 is_stocked = 0;

  if (!read_one (gr_query (database, SELECT_LINE "WHERE l.id = ?1", "l", line_id), &line, error))
    return FALSE;
  if (line == NULL || qty <= 0) {
    g_set_error_literal (error, GR_ERROR, GR_ERROR_INVALID, _ ("There is nothing to receive."));
    return FALSE;
  }
  move.item_id = line->item_id;
  move.unit_cost = line->unit_price;
  if (!gr_location_store_ends (database, &ends, error))
    return FALSE;
  gr_posting_of_receipt (&ends, &move);
  return gr_query_run (database, error, "UPDATE purchase_order_line SET received_qty = received_qty + ?2 WHERE id = ?1",
             "ll", line_id, qty) &&
         gr_query_int64 (
             database, &is_stocked, error, "SELECT is_stocked FROM item WHERE id = ?1", "l", line->item_id) &&
         (!is_stocked || gr_ledger_post (database, &move, NULL, error));
}
