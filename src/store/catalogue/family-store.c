#include "family-store.h"

#include "domain/base/error.h"
#include "domain/base/text.h"
#include "store/file/query.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/**
 * gr_family_store_list:
 *
 * Returns: (element-type GrFamily): all families by name, with how many items each has.
 */
GPtrArray *
gr_family_store_list (GrDatabase *database, GError **error)
{
  g_autoptr (GPtrArray) families = g_ptr_array_new_with_free_func ((GDestroyNotify) gr_family_free);
  GrQuery query = gr_query (database,
      "SELECT f.id, f.name, f.service_level, (SELECT count (*) FROM item i WHERE i.family_id = f.id) FROM family f "
      "ORDER BY sort_key (f.name)",
      "");

  while (gr_query_next (&query)) {
    GrFamily *family = g_new0 (GrFamily, 1);

    family->id = gr_query_id (&query, 0);
    family->name = gr_query_dup_text (&query, 1);
    family->service_level = gr_query_double_or (&query, 2, 0);
    family->n_items = gr_query_int (&query, 3);
    g_ptr_array_add (families, family);
  }
  return gr_query_end (&query, error) ? g_steal_pointer (&families) : NULL;
}

/**
 * gr_family_store_find:
 * @id: (out): 0 where there is no family of that name
 */
gboolean
gr_family_store_find (GrDatabase *database, const char *name, gint64 *id, GError **error)
{
  *id = 0;
  return gr_query_int64 (database, id, error, "SELECT id FROM family WHERE name = ?1", "t", name);
}

/**
 * gr_family_store_find_in_any_case:
 * @found: (out) (nullable): the name of the family that is written just so, else of one with those letters, small or
 *   capital
 */
gboolean
gr_family_store_find_in_any_case (GrDatabase *database, const char *name, char **found, GError **error)
{
  g_autofree char *folded = gr_text_fold (name);
  GrQuery query = gr_query (database,
      "SELECT name FROM family WHERE fold (name) = ?1 ORDER BY name = ?2 DESC, id LIMIT 1", "tt", folded, name);

  *found = gr_query_next (&query) ? gr_query_dup_text (&query, 0) : NULL;
  return gr_query_end (&query, error);
}

/**
 * gr_family_store_save:
 * @family: a new one has @id 0 and gets its number
 *
 * Inside a deed. Fails with %GR_ERROR_INVALID, or %GR_ERROR_EXISTS where another has the name.
 */
gboolean
gr_family_store_save (GrDatabase *database, GrFamily *family, GError **error)
{
  double level = family->service_level > 0 ? family->service_level : NAN;

  if (family->name == NULL || family->name[0] == '\0') {
    g_set_error_literal (error, GR_ERROR, GR_ERROR_INVALID, _ ("A family needs a name."));
    return FALSE;
  }
  if (family->id != 0)
    return gr_query_run (database, error, "UPDATE family SET name = ?2, service_level = ?3 WHERE id = ?1", "ltd",
        family->id, family->name, level);
  if (!gr_query_run (
          database, error, "INSERT INTO family (name, service_level) VALUES (?1, ?2)", "td", family->name, level))
    return FALSE;
  family->id = sqlite3_last_insert_rowid (gr_database_handle (database));
  return TRUE;
}
