#include "deed-items.h"

#include "domain/plan/event.h"
#include "noun-table.h"
#include "store/catalogue/setting-store.h"
#include "store/file/query.h"

/* Of every noun, as its table says; interned, since statements are known by where their text lies. */
static const char *
items_sql (void)
{
  g_autoptr (GString) sql = g_string_new ("SELECT id FROM item WHERE id IN (");
  gsize n_tables;
  const GrNounTable *tables = gr_noun_tables (&n_tables);
  gboolean is_first = TRUE;

  for (gsize i = 0; i < n_tables; i++)
    if (tables[i].items_sql != NULL) {
      g_string_append_printf (sql, "%s%s", is_first ? "" : " UNION ", tables[i].items_sql);
      is_first = FALSE;
    }
  return g_intern_string (g_string_append_c (sql, ')')->str);
}

/**
 * gr_deed_items:
 *
 * Returns: (element-type gint64): the items that a deed was about and that there still are: those it moved, sold,
 * changed, or changed a row, the family, a supplier, an order or an event of. O(what the deed did).
 */
GArray *
gr_deed_items (GrDatabase *database, gint64 deed_id, GError **error)
{
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (gint64));
  GrQuery query = gr_query (database, items_sql(), "l", deed_id);

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

/**
 * gr_deed_is_of_all:
 * @is_of_all: (out): whether a deed changed a setting that every item's plan is made with; a shop's name is none
 */
gboolean
gr_deed_is_of_all (GrDatabase *database, gint64 deed_id, gboolean *is_of_all, GError **error)
{
  gint64 n = 0;

  if (!gr_query_int64 (database, &n, error,
          "SELECT count (*) FROM deed_change WHERE deed_id = ?1 AND table_name = 'setting' "
          "AND row_id NOT IN ('" GR_SETTING_SHOP_NAME "', '" GR_SETTING_COMPACTED_AT "')",
          "l", deed_id))
    return FALSE;
  *is_of_all = n > 0;
  return TRUE;
}
