#include "deed-items.h"

#include "domain/plan/event.h"
#include "store/file/query.h"

/**
 * gr_deed_items:
 *
 * Returns: (element-type gint64): the items that a deed was about and that there still are: those it moved, changed, or
 *   changed a row, the family, a supplier, an order or an event of. O(what the deed did).
 */
GArray *
gr_deed_items (GrDatabase *database, gint64 deed_id, GError **error)
{
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (gint64));
  GrQuery query = gr_query (database,
      "SELECT id FROM item WHERE id IN (SELECT item_id FROM move WHERE deed_id = ?1 "
      "UNION SELECT CAST (row_id AS INTEGER) FROM deed_change WHERE deed_id = ?1 AND table_name = 'item' "
      "UNION SELECT json_extract (coalesce (after, before), '$.item_id') FROM deed_change WHERE deed_id = ?1 "
      "AND table_name <> 'item' "
      "UNION SELECT i.id FROM deed_change c JOIN item i ON i.family_id = CAST (c.row_id AS INTEGER) "
      "WHERE c.deed_id = ?1 AND c.table_name = 'family' "
      "UNION SELECT t.item_id FROM deed_change c JOIN supplier_item t ON t.supplier_id = CAST (c.row_id AS INTEGER) "
      "WHERE c.deed_id = ?1 AND c.table_name = 'supplier' "
      "UNION SELECT l.item_id FROM deed_change c JOIN purchase_order_line l ON l.order_id = CAST (c.row_id AS INTEGER) "
      "WHERE c.deed_id = ?1 AND c.table_name = 'purchase_order' "
      "UNION SELECT json_extract (before, '$.item_id') FROM deed_change WHERE deed_id = ?1 AND table_name = 'event' "
      "UNION SELECT i.id FROM deed_change c JOIN item i ON i.family_id = json_extract (c.before, '$.family_id') "
      "OR i.family_id = json_extract (c.after, '$.family_id') WHERE c.deed_id = ?1 AND c.table_name = 'event' "
      "UNION SELECT i.id FROM item i WHERE EXISTS (SELECT 1 FROM deed_change WHERE deed_id = ?1 "
      "AND table_name = 'event' AND ((before IS NOT NULL AND "
      "coalesce (json_extract (before, '$.item_id'), json_extract (before, '$.family_id')) IS NULL) OR "
      "(after IS NOT NULL AND coalesce (json_extract (after, '$.item_id'), json_extract (after, '$.family_id')) "
      "IS NULL))))",
      "l", deed_id);

  while (gr_query_next (&query)) {
    gint64 id = gr_query_id (&query, 0);

    g_array_append_val (items, id);
  }
  return gr_query_end (&query, error) ? g_steal_pointer (&items) : NULL;
}

/**
 * gr_deed_events:
 *
 * Returns: (transfer full) (element-type GrEvent): the events that a deed added, changed or removed: only their names,
 *   those of before and those of after
 */
GPtrArray *
gr_deed_events (GrDatabase *database, gint64 deed_id, GError **error)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func ((GDestroyNotify) gr_event_free);
  GrQuery query = gr_query (database,
      "SELECT json_extract (before, '$.name') AS name FROM deed_change WHERE deed_id = ?1 AND table_name = 'event' "
      "AND before IS NOT NULL UNION SELECT json_extract (after, '$.name') FROM deed_change WHERE deed_id = ?1 "
      "AND table_name = 'event' AND after IS NOT NULL",
      "l", deed_id);

  while (gr_query_next (&query)) {
    GrEvent *event = gr_event_new();

    event->name = gr_query_dup_text (&query, 0);
    g_ptr_array_add (events, event);
  }
  return gr_query_end (&query, error) ? g_steal_pointer (&events) : NULL;
}
