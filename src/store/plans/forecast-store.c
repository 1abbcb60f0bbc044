#include "forecast-store.h"

#include "domain/base/error.h"
#include "store/file/item-query.h"
#include "working-plan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * gr_forecast_store_delete:
 *
 * Forgets an item's forecasts, inside a transaction; being derived, they need no deed.
 */
gboolean
gr_forecast_store_delete (GrDatabase *database, gint64 item_id, GError **error)
{
  return gr_query_run (database, error,
             "DELETE FROM forecast_point WHERE plan_id = " GR_WORKING_PLAN " AND item_id = ?1", "l", item_id) &&
         gr_query_run (database, error, "DELETE FROM forecast WHERE plan_id = " GR_WORKING_PLAN " AND item_id = ?1",
             "l", item_id);
}

/* So many points go into the file by one statement: those of half a year's weeks, or of a plan's months. */
#define POINTS 32

#define POINT       "(?, ?, ?, ?, ?, ?, ?, ?)"
#define FOUR_POINTS POINT ", " POINT ", " POINT ", " POINT
#define POINTS_VALUES                                                                                                  \
  FOUR_POINTS ", " FOUR_POINTS ", " FOUR_POINTS ", " FOUR_POINTS ", " FOUR_POINTS ", " FOUR_POINTS ", " FOUR_POINTS    \
              ", " FOUR_POINTS

static const char points_sql[] =
    "INSERT INTO forecast_point (plan_id, item_id, grain, starts_on, mean, lo80, hi80, lo95, hi95, naive, "
    "cumulative_sd) SELECT " GR_WORKING_PLAN ", ?1, ?2, * FROM (VALUES " POINTS_VALUES ") WHERE column1 IS NOT NULL";

/* Points from @first on, as many as one statement takes; those that it has no point for stay NULL. */
static gboolean
save_points (GrDatabase *database, const GrForecastRow *row, int first, GError **error)
{
  GrQuery query = gr_query (database, points_sql, "lt", row->item_id, gr_grain_id (row->grain));
  int at = 3;

  for (int i = first; i < MIN (first + POINTS, row->n_points) && query.status == SQLITE_OK; i++) {
    const GrForecastPoint *point = &row->points[i];
    double values[] = {
        point->mean, point->lo80, point->hi80, point->lo95, point->hi95, point->naive, point->cumulative_sd};

    query.status = sqlite3_bind_int (query.statement, at++, gr_grain_add (row->grain, row->starts_on, i));
    for (gsize v = 0; v < G_N_ELEMENTS (values) && query.status == SQLITE_OK; v++)
      query.status = sqlite3_bind_double (query.statement, at++, values[v]);
  }
  while (gr_query_next (&query))
    ;
  return gr_query_end (&query, error);
}

/**
 * gr_forecast_store_save:
 *
 * Writes an item's forecast of a grain in place of the one before, inside a transaction. O(points).
 */
gboolean
gr_forecast_store_save (GrDatabase *database, const GrForecastRow *row, GError **error)
{
  const char *grain = gr_grain_id (row->grain);

  if (!gr_query_run (database, error,
          "DELETE FROM forecast_point WHERE plan_id = " GR_WORKING_PLAN " AND item_id = ?1 AND grain = ?2", "lt",
          row->item_id, grain) ||
      !gr_query_run (database, error,
          "INSERT OR REPLACE INTO forecast (plan_id, item_id, grain, starts_on, method, error_sd, bias, wape, "
          "naive_wape, n_history, fingerprint, mae, n_origins) VALUES (" GR_WORKING_PLAN
          ", ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
          "ltDtddddildi", row->item_id, grain, row->starts_on, row->method, row->error_sd, row->bias, row->wape,
          row->naive_wape, row->n_history, row->fingerprint, row->mae, row->n_origins))
    return FALSE;
  for (int i = 0; i < row->n_points; i += POINTS)
    if (!save_points (database, row, i, error))
      return FALSE;
  return TRUE;
}

/* Two readings side by side, both by item: faster than a join that repeats the head with every point. */
#define SELECT_HEADS                                                                                                   \
  "SELECT item_id, starts_on, method, error_sd, bias, wape, naive_wape, n_history, fingerprint, mae, n_origins "       \
  "FROM working_forecast WHERE grain = ?2 AND "
#define SELECT_POINTS                                                                                                  \
  "SELECT item_id, mean, lo80, hi80, lo95, hi95, naive, cumulative_sd FROM working_point WHERE grain = ?2 "            \
  "AND "

static GrForecastRow *
read_head (GrQuery *query, GrGrain grain)
{
  GrForecastRow *row = g_new0 (GrForecastRow, 1);

  row->item_id = gr_query_id (query, 0);
  row->grain = grain;
  row->starts_on = gr_query_date (query, 1);
  row->method = gr_query_dup_text (query, 2);
  row->error_sd = gr_query_double (query, 3);
  row->bias = gr_query_double (query, 4);
  row->wape = gr_query_double (query, 5);
  row->naive_wape = gr_query_double (query, 6);
  row->n_history = gr_query_int (query, 7);
  row->fingerprint = gr_query_id (query, 8);
  row->mae = gr_query_double (query, 9);
  row->n_origins = gr_query_int (query, 10);
  return row;
}

static GrForecastPoint
read_point (GrQuery *query)
{
  return (GrForecastPoint){
      .mean = gr_query_double (query, 1),
      .lo80 = gr_query_double (query, 2),
      .hi80 = gr_query_double (query, 3),
      .lo95 = gr_query_double (query, 4),
      .hi95 = gr_query_double (query, 5),
      .naive = gr_query_double (query, 6),
      .cumulative_sd = gr_query_double (query, 7),
  };
}

static GrForecastRow *
close_row (GrForecastRow *row, GArray *points)
{
  row->n_points = (int) points->len;
  row->points = g_memdup2 (points->data, points->len * sizeof (GrForecastPoint));
  return row;
}

/* Heads and their points become whole forecasts; @func gets each and says whether to go on. */
static gboolean
each_row (GrQuery heads, GrQuery points, GrGrain grain, GrForecastFunc func, gpointer data, GError **error)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (GrForecastPoint));
  gboolean is_wanted = TRUE, has_point = gr_query_next (&points), is_read;

  while (is_wanted && gr_query_next (&heads)) {
    g_autoptr (GrForecastRow) row = read_head (&heads, grain);

    g_array_set_size (found, 0);
    while (has_point && gr_query_id (&points, 0) <= row->item_id) {
      GrForecastPoint point = read_point (&points);

      if (gr_query_id (&points, 0) == row->item_id)
        g_array_append_val (found, point);
      has_point = gr_query_next (&points);
    }
    is_wanted = func (close_row (row, found), data);
  }
  is_read = gr_query_end (&points, error);
  return gr_query_end (&heads, is_read ? error : NULL) && is_read;
}

/**
 * gr_forecast_store_each:
 * @func: returns %FALSE to stop early; the row is gone after it
 *
 * Calls @func for the forecasts of @grain of the items, by item number. O(points).
 */
gboolean
gr_forecast_store_each (
    GrDatabase *database, const GrItemSet *items, GrGrain grain, GrForecastFunc func, gpointer data, GError **error)
{
  const char *id = gr_grain_id (grain), *json = gr_item_set_json (items);
  GrQuery heads = gr_query (database, GR_OF_ITEMS (items, SELECT_HEADS, "item_id", "ORDER BY item_id"), "tt", json, id);
  GrQuery points = gr_query (
      database, GR_OF_ITEMS (items, SELECT_POINTS, "item_id", "ORDER BY item_id, grain, starts_on"), "tt", json, id);

  return each_row (heads, points, grain, func, data, error);
}

/**
 * gr_forecast_store_each_head:
 * @func: returns %FALSE to stop early; the row is gone after it
 *
 * gr_forecast_store_each() without the points, for those who want to know what was made from what. O(items).
 */
gboolean
gr_forecast_store_each_head (
    GrDatabase *database, const GrItemSet *items, GrGrain grain, GrForecastFunc func, gpointer data, GError **error)
{
  GrQuery heads = gr_query (database, GR_OF_ITEMS (items, SELECT_HEADS, "item_id", "ORDER BY item_id"), "tt",
      gr_item_set_json (items), gr_grain_id (grain));
  gboolean is_wanted = TRUE;

  while (is_wanted && gr_query_next (&heads)) {
    g_autoptr (GrForecastRow) row = read_head (&heads, grain);

    is_wanted = func (row, data);
  }
  return gr_query_end (&heads, error);
}

static gboolean
keep_row (const GrForecastRow *row, gpointer data)
{
  GrForecastRow **kept = data;

  *kept = gr_forecast_row_copy (row);
  return FALSE;
}

/**
 * gr_forecast_store_find:
 * @row: (out) (nullable): what gr_forecast_store_each() says of one item, %NULL where it has no forecast
 */
gboolean
gr_forecast_store_find (GrDatabase *database, gint64 item_id, GrGrain grain, GrForecastRow **row, GError **error)
{
  g_autoptr (GrItemSet) item = gr_item_set_new_one (item_id);

  *row = NULL;
  return gr_forecast_store_each (database, item, grain, keep_row, row, error);
}
