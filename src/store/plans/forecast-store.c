#include "forecast-store.h"

#include "domain/base/error.h"
#include "store/file/query.h"
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

static gboolean
remove_old (GrDatabase *database, gint64 item_id, const char *grain, GError **error)
{
  return gr_query_run (database, error,
             "DELETE FROM forecast_point WHERE plan_id = " GR_WORKING_PLAN " AND item_id = ?1 AND grain = ?2", "lt",
             item_id, grain) &&
         gr_query_run (database, error,
             "DELETE FROM forecast WHERE plan_id = " GR_WORKING_PLAN " AND item_id = ?1 AND grain = ?2", "lt", item_id,
             grain);
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

  if (!remove_old (database, row->item_id, grain, error) ||
      !gr_query_run (database, error,
          "INSERT INTO forecast (plan_id, item_id, grain, starts_on, method, error_sd, bias, wape, naive_wape, "
          "n_history, "
          "fingerprint, mae, n_origins) VALUES (" GR_WORKING_PLAN
          ", ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
          "ltDtddddildi", row->item_id, grain, row->starts_on, row->method, row->error_sd, row->bias, row->wape,
          row->naive_wape, row->n_history, row->fingerprint, row->mae, row->n_origins))
    return FALSE;
  for (int i = 0; i < row->n_points; i++) {
    const GrForecastPoint *point = &row->points[i];

    if (!gr_query_run (database, error,
            "INSERT INTO forecast_point (plan_id, item_id, grain, starts_on, mean, lo80, hi80, lo95, hi95, naive, "
            "cumulative_sd) VALUES (" GR_WORKING_PLAN ", ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
            "ltDddddddd", row->item_id, grain, gr_grain_add (row->grain, row->starts_on, i), point->mean, point->lo80,
            point->hi80, point->lo95, point->hi95, point->naive, point->cumulative_sd))
      return FALSE;
  }
  return TRUE;
}

/* Two readings side by side, both by item: faster than a join that repeats the head with every point. */
#define SELECT_HEADS                                                                                                   \
  "SELECT item_id, starts_on, method, error_sd, bias, wape, naive_wape, n_history, fingerprint, mae, n_origins "       \
  "FROM working_forecast WHERE grain = ?1 "
#define SELECT_POINTS                                                                                                  \
  "SELECT item_id, mean, lo80, hi80, lo95, hi95, naive, cumulative_sd FROM working_point WHERE grain = ?1 "

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
 * Calls @func for every item's forecast of @grain, by item number. O(points).
 */
gboolean
gr_forecast_store_each (GrDatabase *database, GrGrain grain, GrForecastFunc func, gpointer data, GError **error)
{
  const char *id = gr_grain_id (grain);

  return each_row (gr_query (database, SELECT_HEADS "ORDER BY item_id", "t", id),
      gr_query (database, SELECT_POINTS "ORDER BY item_id, grain, starts_on", "t", id), grain, func, data, error);
}

static gboolean
keep_row (const GrForecastRow *row, gpointer data)
{
  GrForecastRow **kept = data;

  *kept = g_memdup2 (row, sizeof *row);
  (*kept)->method = g_strdup (row->method);
  (*kept)->points = g_memdup2 (row->points, (gsize) row->n_points * sizeof (GrForecastPoint));
  return FALSE;
}

/**
 * gr_forecast_store_find:
 * @row: (out) (nullable): %NULL where the item has no forecast
 */
gboolean
gr_forecast_store_find (GrDatabase *database, gint64 item_id, GrGrain grain, GrForecastRow **row, GError **error)
{
  const char *id = gr_grain_id (grain);

  *row = NULL;
  return each_row (gr_query (database, SELECT_HEADS "AND item_id = ?2", "tl", id, item_id),
      gr_query (database, SELECT_POINTS "AND item_id = ?2 ORDER BY starts_on", "tl", id, item_id), grain, keep_row, row,
      error);
}

/**
 * gr_forecast_store_prints:
 *
 * Returns: (element-type GrForecastPrint): what the forecasts of @grain were made from, by item number
 */
GArray *
gr_forecast_store_prints (GrDatabase *database, GrGrain grain, GError **error)
{
  g_autoptr (GArray) prints = g_array_new (FALSE, FALSE, sizeof (GrForecastPrint));
  GrQuery query = gr_query (database,
      "SELECT item_id, fingerprint FROM working_forecast WHERE grain = ?1 ORDER BY item_id", "t", gr_grain_id (grain));

  while (gr_query_next (&query)) {
    GrForecastPrint print = {gr_query_id (&query, 0), gr_query_id (&query, 1)};

    g_array_append_val (prints, print);
  }
  return gr_query_end (&query, error) ? g_steal_pointer (&prints) : NULL;
}
