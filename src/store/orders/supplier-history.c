#include "supplier-history.h"

#include "domain/stock/location.h"
#include "store/file/query.h"
#include "store/file/sql-words.h"

/* ?1 a supplier or NULL for all, ?3 where receipts come from. They were not taken back. */
static const char history_sql[] =
    "SELECT o.supplier_id, o.id, l.id, o.sent_on, coalesce (l.expected_on, o.expected_on), l.ordered_qty, "
    "m.moved_on, m.qty FROM purchase_order o JOIN purchase_order_line l ON l.order_id = o.id "
    "JOIN item i ON i.id = l.item_id AND i.is_stocked = 1 LEFT JOIN move m "
    "ON m.line_kind = 'order' AND m.line_id = l.id AND m.from_id = (SELECT id FROM location WHERE role = ?3) "
    "AND m.kind = 'receipt' AND NOT EXISTS (SELECT 1 FROM move r WHERE r.reverses = m.id) "
    "WHERE (?1 IS NULL OR o.supplier_id = ?1) AND o.sent_on >= ?2 "
    "AND o.state " GR_SQL_IS_SENT_STATE " ORDER BY o.supplier_id, o.id, l.id, m.id";

/**
 * gr_supplier_history:
 * @supplier_id: 0 for all
 * @since: orders sent before it are left out
 *
 * Returns: (element-type GrSupplierDelivery): by supplier, order and line. What is not kept in stock leaves no trace in
 *   the ledger and is left out. O(lines and their deliveries).
 */
GArray *
gr_supplier_history (GrDatabase *database, gint64 supplier_id, GrDate since, GError **error)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (GrSupplierDelivery));
  GrQuery query = gr_query (database, history_sql, "rDt", supplier_id, since, gr_place_role_id (GR_PLACE_SUPPLIERS));

  while (gr_query_next (&query)) {
    GrSupplierDelivery delivery = {
        .supplier_id = gr_query_id (&query, 0),
        .order_id = gr_query_id (&query, 1),
        .line_id = gr_query_id (&query, 2),
        .sent_on = gr_query_date (&query, 3),
        .due_on = gr_query_date (&query, 4),
        .ordered = gr_query_id (&query, 5),
        .came_on = gr_query_date (&query, 6),
        .qty = gr_query_id (&query, 7),
    };

    g_array_append_val (found, delivery);
  }
  return gr_query_end (&query, error) ? g_steal_pointer (&found) : NULL;
}
