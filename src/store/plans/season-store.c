#include "season-store.h"

#include "store/catalogue/family-store.h"
#include "store/file/query.h"

#include <math.h>

static gboolean
save_steps (GrDatabase *database, gint64 season_id, const GrSeasonRow *row, GrGrain grain, GError **error)
{
  for (int step = 0; step < gr_grain_per_year (grain); step++)
    if (!gr_query_run (database, error,
            "INSERT INTO season_index (season_id, grain, step, now, past) VALUES (?1, ?2, ?3, ?4, ?5)", "ltidd",
            season_id, gr_grain_id (grain), step, row->now[grain][step],
            row->judged_from != GR_DATE_NONE ? row->past[grain][step] : NAN))
      return FALSE;
  return TRUE;
}

static gboolean
save_row (GrDatabase *database, const GrSeasonRow *row, GError **error)
{
  gint64 family_id = 0, season_id;

  if (row->family != NULL && !gr_family_store_find (database, row->family, &family_id, error))
    return FALSE;
  if (row->family != NULL && family_id == 0) /* gone since it was read */
    return TRUE;
  if (!gr_query_run (database, error, "INSERT INTO season (family_id, n_items, judged_from) VALUES (?1, ?2, ?3)", "riD",
          family_id, row->n_items, row->judged_from))
    return FALSE;
  season_id = sqlite3_last_insert_rowid (gr_database_handle (database));
  return save_steps (database, season_id, row, GR_GRAIN_WEEK, error) &&
         save_steps (database, season_id, row, GR_GRAIN_MONTH, error);
}

/**
 * gr_season_store_replace_all:
 * @rows: (element-type GrSeasonRow): the families' and the shop's
 *
 * Inside a transaction; being derived, they need no deed. O(rows).
 */
gboolean
gr_season_store_replace_all (GrDatabase *database, GPtrArray *rows, GError **error)
{
  if (!gr_query_run (database, error, "DELETE FROM season", ""))
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    if (!save_row (database, g_ptr_array_index (rows, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
read_steps (GrDatabase *database, GHashTable *by_id, GError **error)
{
  GrQuery query = gr_query (database, "SELECT season_id, grain, step, now, past FROM season_index", "");

  while (gr_query_next (&query)) {
    gint64 season_id = gr_query_id (&query, 0);
    GrSeasonRow *row = g_hash_table_lookup (by_id, &season_id);
    GrGrain grain =
        g_str_equal (gr_query_text (&query, 1), gr_grain_id (GR_GRAIN_WEEK)) ? GR_GRAIN_WEEK : GR_GRAIN_MONTH;
    int step = gr_query_int (&query, 2);

    if (row == NULL || step >= gr_grain_per_year (grain))
      continue;
    row->now[grain][step] = gr_query_double (&query, 3);
    row->past[grain][step] = gr_query_double_or (&query, 4, 1);
  }
  return gr_query_end (&query, error);
}

/**
 * gr_season_store_list:
 *
 * Returns: (element-type GrSeasonRow): the shop's first, then the families' as they were saved; none where there is no
 *   season. O(families).
 */
GPtrArray *
gr_season_store_list (GrDatabase *database, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) gr_season_row_free);
  g_autoptr (GHashTable) by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GrQuery query = gr_query (database,
      "SELECT s.id, f.name, s.n_items, s.judged_from FROM season s LEFT JOIN family f ON f.id = s.family_id "
      "ORDER BY s.family_id IS NOT NULL, s.id",
      "");

  while (gr_query_next (&query)) {
    gint64 season_id = gr_query_id (&query, 0);
    GrSeasonRow *row = gr_season_row_new (gr_query_text (&query, 1));

    row->n_items = gr_query_int (&query, 2);
    row->judged_from = gr_query_date (&query, 3);
    g_hash_table_insert (by_id, g_memdup2 (&season_id, sizeof season_id), row);
    g_ptr_array_add (rows, row);
  }
  if (!gr_query_end (&query, error) || (rows->len > 0 && !read_steps (database, by_id, error)))
    return NULL;
  return g_steal_pointer (&rows);
}
