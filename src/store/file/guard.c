#include "guard.h"

#include "store/journal/deed-book.h"
#include "query.h"

struct _GrGuard {
  GrDatabase *database;
  GString *put_up; /* the triggers' own words */
};

/**
 * gr_guard_take_down:
 *
 * Returns: (transfer full): what gr_guard_put_up() needs. Fails with %GR_ERROR_REFUSED outside a deed.
 */
GrGuard *
gr_guard_take_down (GrDatabase *database, const char *table, GError **error)
{
  g_autoptr (GrGuard) guard = g_new0 (GrGuard, 1);
  g_autoptr (GString) take_down = g_string_new (NULL);
  gint64 deed_id;
  GrQuery query;

  guard->database = database;
  guard->put_up = g_string_new (NULL);
  if (!gr_deed_book_current (database, &deed_id, error))
    return NULL;
  query =
      gr_query (database, "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?1", "t", table);
  while (gr_query_next (&query)) {
    g_string_append_printf (take_down, "DROP TRIGGER \"%s\";", gr_query_text (&query, 0));
    g_string_append_printf (guard->put_up, "%s;", gr_query_text (&query, 1));
  }
  if (!gr_query_end (&query, error) || !gr_query_script (database, take_down->str, error))
    return NULL;
  return g_steal_pointer (&guard);
}

/**
 * gr_guard_put_up:
 * @guard: (nullable): %NULL where nothing was taken down
 *
 * Before the deed ends.
 */
gboolean
gr_guard_put_up (GrGuard *guard, GError **error)
{
  return guard == NULL || gr_query_script (guard->database, guard->put_up->str, error);
}

void
gr_guard_free (GrGuard *guard)
{
  if (guard == NULL)
    return;
  g_string_free (guard->put_up, TRUE);
  g_free (guard);
}
