#include "order-store.h"

#include "domain/base/error.h"
#include "order-row.h"
#include "store/file/item-query.h"
#include "store/catalogue/setting-store.h"

#include <glib/gi18n-lib.h>

static gboolean
read_one (GrQuery query, GrPurchaseOrder **order, GError **error)
{
  *order = gr_query_next (&query) ? gr_order_row_read (&query) : NULL;
  return gr_query_end (&query, error);
}

/**
 * gr_order_store_by_id:
 *
 * Fails with %GR_ERROR_NOT_FOUND.
 */
GrPurchaseOrder *
gr_order_store_by_id (GrDatabase *database, gint64 id, GError **error)
{
  GrPurchaseOrder *order;

  if (read_one (gr_query (database, GR_ORDER_ROW_SELECT "WHERE o.id = ?2", "il",
                    gr_setting_store_currency_digits (database, NULL), id),
          &order, error) &&
      order == NULL)
    g_set_error_literal (error, GR_ERROR, GR_ERROR_NOT_FOUND, _ ("There is no such purchase order."));
  return order;
}

/**
 * gr_order_store_by_number:
 *
 * Fails with %GR_ERROR_NOT_FOUND.
 */
GrPurchaseOrder *
gr_order_store_by_number (GrDatabase *database, const char *number, GError **error)
{
  GrPurchaseOrder *order;

  if (read_one (gr_query (database, GR_ORDER_ROW_SELECT "WHERE o.number = ?2", "it",
                    gr_setting_store_currency_digits (database, NULL), number),
          &order, error) &&
      order == NULL)
    g_set_error (error, GR_ERROR, GR_ERROR_NOT_FOUND, _ ("There is no purchase order “%s”."), number);
  return order;
}

/**
 * gr_order_store_open_draft:
 * @order_id: (out): the supplier's newest draft that is not on hold, 0 where there is none
 */
gboolean
gr_order_store_open_draft (GrDatabase *database, gint64 supplier_id, gint64 *order_id, GError **error)
{
  *order_id = 0;
  return gr_query_int64 (database, order_id, error,
      "SELECT max (id) FROM purchase_order WHERE supplier_id = ?1 AND state = 'draft' AND is_on_hold = 0", "l",
      supplier_id);
}

/**
 * gr_order_store_next_number:
 *
 * Returns: (transfer full): the number after the highest, "PO-0001" in a new shop.
 */
char *
gr_order_store_next_number (GrDatabase *database, GError **error)
{
  gint64 last = 0;

  if (!gr_query_int64 (database, &last, error,
          "SELECT max (cast (substr (number, 4) AS INTEGER)) FROM purchase_order WHERE number GLOB 'PO-[0-9]*'", ""))
    return NULL;
  return g_strdup_printf ("PO-%04" G_GINT64_FORMAT, last + 1);
}

static gboolean
insert (GrDatabase *database, GrPurchaseOrder *order, GError **error)
{
  if (!gr_query_run (database, error,
          "INSERT INTO purchase_order (number, supplier_id, state, is_on_hold, created_on, approved_on, sent_on, "
          "expected_on, closed_on, note) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
          "tltiDDDDDt", order->number, order->supplier_id, gr_order_state_id (order->state), order->is_on_hold,
          order->created_on, order->approved_on, order->sent_on, order->expected_on, order->closed_on, order->note))
    return FALSE;
  order->id = sqlite3_last_insert_rowid (gr_database_handle (database));
  return TRUE;
}

/**
 * gr_order_store_save:
 * @order: a new one has @id 0 and gets its number in the file; without a @number it gets the next one
 *
 * Writes the order's own row, not its lines, inside a deed.
 */
gboolean
gr_order_store_save (GrDatabase *database, GrPurchaseOrder *order, GError **error)
{
  if (order->number == NULL)
    order->number = gr_order_store_next_number (database, error);
  if (order->number == NULL)
    return FALSE;
  if (order->id == 0)
    return insert (database, order, error);
  return gr_query_run (database, error,
      "UPDATE purchase_order SET number = ?2, supplier_id = ?3, state = ?4, is_on_hold = ?5, created_on = ?6, "
      "approved_on = ?7, sent_on = ?8, expected_on = ?9, closed_on = ?10, note = ?11 WHERE id = ?1",
      "ltltiDDDDDt", order->id, order->number, order->supplier_id, gr_order_state_id (order->state), order->is_on_hold,
      order->created_on, order->approved_on, order->sent_on, order->expected_on, order->closed_on, order->note);
}

#define ON_ORDER "SELECT item_id, order_id, state, to_come, expected_on FROM open_line WHERE to_come > 0 "

/**
 * gr_order_store_on_order:
 *
 * Returns: (element-type GrOnOrder): what is still to come of the items by open orders, drafts included, by item and
 * day.
 */
GArray *
gr_order_store_on_order (GrDatabase *database, const GrItemSet *items, GError **error)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (GrOnOrder));
  GrQuery query = gr_query (database, GR_OF_ITEMS (items, ON_ORDER "AND ", "item_id", "ORDER BY item_id, 5, id"), "t",
      gr_item_set_json (items));

  while (gr_query_next (&query)) {
    GrOnOrder one = {.item_id = gr_query_id (&query, 0),
        .order_id = gr_query_id (&query, 1),
        .qty = gr_query_id (&query, 3),
        .expected_on = gr_query_date (&query, 4)};

    gr_order_state_from_id (gr_query_text (&query, 2), &one.state);
    g_array_append_val (all, one);
  }
  return gr_query_end (&query, error) ? g_steal_pointer (&all) : NULL;
}
