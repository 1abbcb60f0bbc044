#include "predecessor-store.h"

#include "store/file/query.h"

/**
 * gr_predecessor_store_list:
 * @item_id: 0 for all items
 *
 * Returns: (element-type GrPredecessor): whose place each takes, by item number; items that are new in every way are
 * not in it
 */
GArray *
gr_predecessor_store_list (GrDatabase *database, gint64 item_id, GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (GrPredecessor));
  GrQuery query = gr_query (database,
      "SELECT item_id, predecessor_id, coalesce (share_percent, 0) FROM predecessor "
      "WHERE item_id >= ?1 AND item_id <= ?2 ORDER BY item_id",
      "ll", item_id, item_id != 0 ? item_id : G_MAXINT64);

  while (gr_query_next (&query)) {
    GrPredecessor row = {gr_query_id (&query, 0), gr_query_id (&query, 1), gr_query_int (&query, 2)};

    g_array_append_val (rows, row);
  }
  return gr_query_end (&query, error) ? g_steal_pointer (&rows) : NULL;
}

/**
 * gr_predecessor_store_successors:
 * @item_ids: (element-type gint64): gets those that took the item's place, those that took theirs, and so on
 */
gboolean
gr_predecessor_store_successors (GrDatabase *database, gint64 item_id, GArray *item_ids, GError **error)
{
  GrQuery query = gr_query (database,
      "WITH RECURSIVE later (id) AS (SELECT item_id FROM predecessor WHERE predecessor_id = ?1 "
      "UNION SELECT p.item_id FROM predecessor p JOIN later l ON p.predecessor_id = l.id) SELECT id FROM later",
      "l", item_id);

  while (gr_query_next (&query)) {
    gint64 id = gr_query_id (&query, 0);

    g_array_append_val (item_ids, id);
  }
  return gr_query_end (&query, error);
}

/**
 * gr_predecessor_store_save:
 * @row: without a predecessor the item has none from now on
 *
 * Inside a deed. That nothing takes its own place by way of others is for the caller to see to.
 */
gboolean
gr_predecessor_store_save (GrDatabase *database, const GrPredecessor *row, GError **error)
{
  if (row->predecessor_id == 0)
    return gr_query_run (database, error, "DELETE FROM predecessor WHERE item_id = ?1", "l", row->item_id);
  return gr_query_run (database, error,
      "INSERT INTO predecessor (item_id, predecessor_id, share_percent) VALUES (?1, ?2, nullif (?3, 0)) "
      "ON CONFLICT (item_id) DO UPDATE SET predecessor_id = excluded.predecessor_id, "
      "share_percent = excluded.share_percent",
      "lli", row->item_id, row->predecessor_id, row->share_percent);
}
