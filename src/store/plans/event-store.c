#include "event-store.h"

#include "domain/base/error.h"
#include "store/catalogue/family-store.h"
#include "store/file/query.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static GrEvent *
read_event (GrQuery *query)
{
  GrEvent *event = gr_event_new();

  event->id = gr_query_id (query, 0);
  event->name = gr_query_dup_text (query, 1);
  event->family = gr_query_dup_text (query, 2);
  event->item_id = gr_query_id (query, 3);
  event->item_code = gr_query_dup_text (query, 4);
  event->starts_on = gr_query_date (query, 5);
  event->ends_before = gr_query_date (query, 6);
  event->lift_percent = (int) gr_query_double_or (query, 7, GR_EVENT_LIFT_UNKNOWN);
  return event;
}

/**
 * gr_event_store_list:
 *
 * Returns: (element-type GrEvent): all events, by their first day
 */
GPtrArray *
gr_event_store_list (GrDatabase *database, GError **error)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func ((GDestroyNotify) gr_event_free);
  GrQuery query = gr_query (database,
      "SELECT e.id, e.name, f.name, e.item_id, i.code, e.starts_on, e.ends_before, e.lift_percent FROM event e "
      "LEFT JOIN family f ON f.id = e.family_id LEFT JOIN item i ON i.id = e.item_id ORDER BY e.starts_on, e.id",
      "");

  while (gr_query_next (&query))
    g_ptr_array_add (events, read_event (&query));
  return gr_query_end (&query, error) ? g_steal_pointer (&events) : NULL;
}

/**
 * gr_event_store_by_id:
 *
 * Fails with %GR_ERROR_NOT_FOUND.
 */
GrEvent *
gr_event_store_by_id (GrDatabase *database, gint64 id, GError **error)
{
  g_autoptr (GrEvent) event = NULL;
  GrQuery query = gr_query (database,
      "SELECT e.id, e.name, f.name, e.item_id, i.code, e.starts_on, e.ends_before, e.lift_percent FROM event e "
      "LEFT JOIN family f ON f.id = e.family_id LEFT JOIN item i ON i.id = e.item_id WHERE e.id = ?1",
      "l", id);

  if (gr_query_next (&query))
    event = read_event (&query);
  if (!gr_query_end (&query, error))
    return NULL;
  if (event == NULL)
    g_set_error (error, GR_ERROR, GR_ERROR_NOT_FOUND, _ ("There is no event number %d"), (int) id);
  return g_steal_pointer (&event);
}

static gboolean
find_family (GrDatabase *database, const char *name, gint64 *id, GError **error)
{
  *id = 0;
  if (name == NULL)
    return TRUE;
  if (!gr_family_store_find (database, name, id, error))
    return FALSE;
  if (*id == 0)
    g_set_error (error, GR_ERROR, GR_ERROR_NOT_FOUND, _ ("There is no family “%s”"), name);
  return *id != 0;
}

/**
 * gr_event_store_save:
 * @event: a new one has @id 0 and gets its number
 *
 * Inside a deed. Fails with %GR_ERROR_INVALID, or %GR_ERROR_NOT_FOUND where there is no such family.
 */
gboolean
gr_event_store_save (GrDatabase *database, GrEvent *event, GError **error)
{
  double lift = event->lift_percent != GR_EVENT_LIFT_UNKNOWN ? (double) event->lift_percent : NAN;
  gint64 family_id;

  if (!gr_event_check (event, error) || !find_family (database, event->family, &family_id, error))
    return FALSE;
  if (event->id != 0)
    return gr_query_run (database, error,
        "UPDATE event SET name = ?2, family_id = ?3, item_id = ?4, starts_on = ?5, ends_before = ?6, "
        "lift_percent = CAST (?7 AS INTEGER) WHERE id = ?1",
        "ltrrDDd", event->id, event->name, family_id, event->item_id, event->starts_on, event->ends_before, lift);
  if (!gr_query_run (database, error,
          "INSERT INTO event (name, family_id, item_id, starts_on, ends_before, lift_percent) "
          "VALUES (?1, ?2, ?3, ?4, ?5, CAST (?6 AS INTEGER))",
          "trrDDd", event->name, family_id, event->item_id, event->starts_on, event->ends_before, lift))
    return FALSE;
  event->id = sqlite3_last_insert_rowid (gr_database_handle (database));
  return TRUE;
}

gboolean
gr_event_store_delete (GrDatabase *database, gint64 id, GError **error)
{
  return gr_query_run (database, error, "DELETE FROM event WHERE id = ?1", "l", id);
}
