#include "predecessor-store.h"

#include "store/file/item-query.h"

/**
 * gr_predecessor_store_list:
 *
 * Returns: (element-type GrPredecessor): whose place each of the items takes, whose places those take, and so on, by
 * item number; items that are new in every way are not in it
 */
GArray *
gr_predecessor_store_list (GrDatabase *database, const GrItemSet *items, GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (GrPredecessor));
  GrQuery query = gr_query (database,
      GR_OF_ITEMS (items,
          "WITH RECURSIVE chain (item_id, predecessor_id, share) AS ("
          "SELECT item_id, predecessor_id, coalesce (share_percent, 0) FROM predecessor WHERE ",
          "item_id",
          "UNION SELECT p.item_id, p.predecessor_id, coalesce (p.share_percent, 0) FROM predecessor p "
          "JOIN chain c ON p.item_id = c.predecessor_id) SELECT item_id, predecessor_id, share FROM chain "
          "ORDER BY item_id"),
      "t", gr_item_set_json (items));

  while (gr_query_next (&query)) {
    GrPredecessor row = {gr_query_id (&query, 0), gr_query_id (&query, 1), gr_query_int (&query, 2)};

    g_array_append_val (rows, row);
  }
  return gr_query_end (&query, error) ? g_steal_pointer (&rows) : NULL;
}

/**
 * gr_predecessor_store_successors:
 *
 * Returns: (transfer full): the items and those that took their places, those that took theirs, and so on
 */
GrItemSet *
gr_predecessor_store_successors (GrDatabase *database, const GrItemSet *items, GError **error)
{
  g_autoptr (GArray) item_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GrQuery query;

  if (gr_item_set_is_all (items))
    return gr_item_set_new_all();
  g_array_append_vals (item_ids, gr_item_set_ids (items), (guint) gr_item_set_size (items));
  query = gr_query (database,
      "WITH RECURSIVE later (id) AS (SELECT item_id FROM predecessor "
      "WHERE predecessor_id IN (SELECT value FROM json_each (?1)) "
      "UNION SELECT p.item_id FROM predecessor p JOIN later l ON p.predecessor_id = l.id) SELECT id FROM later",
      "t", gr_item_set_json (items));
  while (gr_query_next (&query)) {
    gint64 id = gr_query_id (&query, 0);

    g_array_append_val (item_ids, id);
  }
  if (!gr_query_end (&query, error))
    return NULL;
  return gr_item_set_new ((const gint64 *) (gconstpointer) item_ids->data, item_ids->len);
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
