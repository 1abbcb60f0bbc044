#include "location-store.h"

#include "domain/base/error.h"
#include "store/file/query.h"

#include <glib/gi18n-lib.h>

/**
 * gr_location_store_list_internal:
 *
 * Returns: (element-type GrLocation): the shop's own places.
 */
GPtrArray *
gr_location_store_list_internal (GrDatabase *database, GError **error)
{
  g_autoptr (GPtrArray) locations = g_ptr_array_new_with_free_func ((GDestroyNotify) gr_location_free);
  GrQuery query = gr_query (database, "SELECT id, place_name (name, role) FROM own_place ORDER BY id", "");

  while (gr_query_next (&query)) {
    GrLocation *location = g_new0 (GrLocation, 1);

    location->id = gr_query_id (&query, 0);
    location->name = gr_query_dup_text (&query, 1);
    location->is_internal = TRUE;
    g_ptr_array_add (locations, location);
  }
  return gr_query_end (&query, error) ? g_steal_pointer (&locations) : NULL;
}

/**
 * gr_location_store_role:
 * @id: (out): the place that every shop has for that
 *
 * Fails with %GR_ERROR_DAMAGED where the file has none.
 */
gboolean
gr_location_store_role (GrDatabase *database, GrPlaceRole role, gint64 *id, GError **error)
{
  *id = 0;
  if (!gr_query_int64 (database, id, error, "SELECT id FROM location WHERE role = ?1", "t", gr_place_role_id (role)))
    return FALSE;
  if (*id == 0)
    g_set_error (
        error, GR_ERROR, GR_ERROR_DAMAGED, _ ("The shop file lacks a location: %s."), gr_place_role_title (role));
  return *id != 0;
}

/**
 * gr_location_store_ends:
 *
 * The places that are none of the shop's own, by their roles.
 */
gboolean
gr_location_store_ends (GrDatabase *database, GrLedgerEnds *ends, GError **error)
{
  return gr_location_store_role (database, GR_PLACE_SUPPLIERS, &ends->suppliers_id, error) &&
         gr_location_store_role (database, GR_PLACE_CUSTOMERS, &ends->customers_id, error) &&
         gr_location_store_role (database, GR_PLACE_ADJUSTMENTS, &ends->adjustments_id, error);
}

/**
 * gr_location_store_find:
 * @name: in any case; of a place that the owner has not named, what the program calls it, here or in a file (its role)
 * @id: (out): the shop's own place of that name, 0 where there is none
 */
gboolean
gr_location_store_find (GrDatabase *database, const char *name, gint64 *id, GError **error)
{
  *id = 0;
  return gr_query_int64 (database, id, error,
      "SELECT id FROM own_place WHERE lower (?1) IN (lower (place_name (name, role)), "
      "CASE WHEN name IS NULL THEN lower (role) END) ORDER BY name IS NULL LIMIT 1",
      "t", name);
}

/**
 * gr_location_store_add:
 * @id: (out): the new place's number
 *
 * Adds a place of the shop's own, inside a deed. Fails with %GR_ERROR_EXISTS or %GR_ERROR_INVALID.
 */
gboolean
gr_location_store_add (GrDatabase *database, const char *name, gint64 *id, GError **error)
{
  if (name == NULL || name[0] == '\0') {
    g_set_error_literal (error, GR_ERROR, GR_ERROR_INVALID, _ ("A location needs a name."));
    return FALSE;
  }
  if (!gr_location_store_find (database, name, id, error))
    return FALSE;
  if (*id != 0) {
    g_set_error (error, GR_ERROR, GR_ERROR_EXISTS, _ ("There is already a location “%s”."), name);
    return FALSE;
  }
  if (!gr_query_run (database, error, "INSERT INTO location (name, kind) VALUES (?1, 'internal')", "t", name))
    return FALSE;
  *id = sqlite3_last_insert_rowid (gr_database_handle (database));
  return TRUE;
}
