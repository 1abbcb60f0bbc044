#include "event-effect-store.h"

#include "store/file/item-query.h"

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
 * gr_event_effect_store_replace:
 * @rows: (element-type GrEventEffectRow): of these items
 *
 * Inside a transaction; being derived, they need no deed. O(rows).
 */
gboolean
gr_event_effect_store_replace (GrDatabase *database, const GrItemSet *items, const GArray *rows, GError **error)
{
  return gr_query_run (database, error, GR_OF_ITEMS (items, "DELETE FROM event_effect WHERE ", "item_id", ""), "t",
             gr_item_set_json (items)) &&
         add_rows (database, rows, error);
}

/**
 * gr_event_effect_store_list:
 *
 * Returns: (element-type GrEventEffectRow): what events did to the items, by item number
 */
GArray *
gr_event_effect_store_list (GrDatabase *database, const GrItemSet *items, GError **error)
{
  g_autoptr (GArray) rows = gr_event_effect_rows_new();
  GrQuery query = gr_query (database,
      GR_OF_ITEMS (items, "SELECT name, item_id, actual_qty, expected_qty, n_weeks FROM event_effect WHERE ", "item_id",
          "ORDER BY item_id, name"),
      "t", gr_item_set_json (items));

  while (gr_query_next (&query)) {
    GrEventEffectRow row = {gr_query_dup_text (&query, 0), gr_query_id (&query, 1), gr_query_id (&query, 2),
        gr_query_id (&query, 3), gr_query_int (&query, 4)};

    g_array_append_val (rows, row);
  }
  return gr_query_end (&query, error) ? g_steal_pointer (&rows) : NULL;
}

static char *
write_names (const GPtrArray *names)
{
  GString *json = g_string_new ("[");

  for (guint i = 0; i < names->len; i++) {
    g_string_append (json, i > 0 ? ",\"" : "\"");
    for (const char *c = g_ptr_array_index (names, i); *c != '\0'; c++)
      if (*c == '"' || *c == '\\' || (guchar) *c < 0x20)
        g_string_append_printf (json, "\\u%04x", (guint) (guchar) *c);
      else
        g_string_append_c (json, *c);
    g_string_append_c (json, '"');
  }
  return g_string_free (g_string_append_c (json, ']'), FALSE);
}

/**
 * gr_event_effect_store_totals:
 * @names: (element-type utf8): keys of events
 * @func: gets what each of them did to each family, and to the items of none
 *
 * O(items that the events ever touched).
 */
gboolean
gr_event_effect_store_totals (
    GrDatabase *database, const GPtrArray *names, GrEventTotalFunc func, gpointer data, GError **error)
{
  g_autofree char *json = write_names (names);
  GrQuery query = gr_query (database,
      "SELECT e.name, f.name, sum (e.actual_qty), sum (e.expected_qty), sum (e.n_weeks), count (*) "
      "FROM event_effect e JOIN item i ON i.id = e.item_id LEFT JOIN family f ON f.id = i.family_id "
      "WHERE e.name IN (SELECT value FROM json_each (?1)) GROUP BY e.name, i.family_id",
      "t", json);

  while (gr_query_next (&query)) {
    GrEventTally tally = {
        gr_query_id (&query, 2), gr_query_id (&query, 3), gr_query_int (&query, 4), gr_query_int (&query, 5)};

    func (gr_query_text (&query, 0), gr_query_text (&query, 1), &tally, data);
  }
  return gr_query_end (&query, error);
}
