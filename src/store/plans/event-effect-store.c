#include "event-effect-store.h"

#include "store/file/query.h"

static gboolean
add_rows (GrDatabase *database, const GArray *rows, GError **error)
{
  for (guint i = 0; i < rows->len; i++) {
    const GrEventEffectRow *row = &g_array_index (rows, GrEventEffectRow, i);

    if (!gr_query_run (database, error,
            "INSERT INTO event_effect (name, item_id, actual_qty, expected_qty, n_weeks) VALUES (?1, ?2, ?3, ?4, ?5)",
            "tllli", row->name, row->item_id, row->actual_qty, row->expected_qty, row->n_weeks))
      return FALSE;
  }
  return TRUE;
}

/**
 * gr_event_effect_store_replace_all:
 * @rows: (element-type GrEventEffectRow): of all items
 *
 * Inside a transaction; being derived, they need no deed. O(rows).
 */
gboolean
gr_event_effect_store_replace_all (GrDatabase *database, const GArray *rows, GError **error)
{
  return gr_query_run (database, error, "DELETE FROM event_effect", "") && add_rows (database, rows, error);
}

/**
 * gr_event_effect_store_replace_item:
 * @rows: (element-type GrEventEffectRow): of that item
 *
 * Inside a transaction.
 */
gboolean
gr_event_effect_store_replace_item (GrDatabase *database, gint64 item_id, const GArray *rows, GError **error)
{
  return gr_query_run (database, error, "DELETE FROM event_effect WHERE item_id = ?1", "l", item_id) &&
         add_rows (database, rows, error);
}

/**
 * gr_event_effect_store_others:
 * @name: an event's key
 * @family: (out): what it did to the other items of the item's family; zeros where it has none
 * @elsewhere: (out): what it did to all other items
 *
 * O(items that the event ever touched).
 */
gboolean
gr_event_effect_store_others (GrDatabase *database, const char *name, gint64 item_id, GrEventTally *family,
    GrEventTally *elsewhere, GError **error)
{
  GrQuery query = gr_query (database,
      "SELECT i.family_id IS NOT NULL AND i.family_id IS (SELECT family_id FROM item WHERE id = ?2) AS is_family, "
      "sum (e.actual_qty), sum (e.expected_qty), sum (e.n_weeks), count (*) FROM event_effect e "
      "JOIN item i ON i.id = e.item_id WHERE e.name = ?1 AND e.item_id <> ?2 GROUP BY is_family",
      "tl", name, item_id);

  *family = *elsewhere = (GrEventTally){0};
  while (gr_query_next (&query))
    *(gr_query_int (&query, 0) ? family : elsewhere) = (GrEventTally){
        gr_query_id (&query, 1), gr_query_id (&query, 2), gr_query_int (&query, 3), gr_query_int (&query, 4)};
  return gr_query_end (&query, error);
}
