#include "forecast-choice-store.h"

#include "store/file/item-query.h"

/**
 * gr_forecast_choice_store_list:
 * Returns: (element-type GrForecastChoiceRow): what was chosen, by item number; items without a choice are not in it
 */
GPtrArray *
gr_forecast_choice_store_list (GrDatabase *database, const GrItemSet *items, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) gr_forecast_choice_row_free);
  GrQuery query = gr_query (database,
      GR_OF_ITEMS (
          items, "SELECT item_id, method, history_from FROM forecast_choice WHERE ", "item_id", "ORDER BY item_id"),
      "t", gr_item_set_json (items));

  while (gr_query_next (&query)) {
    GrForecastChoiceRow *row = g_new (GrForecastChoiceRow, 1);

    *row = (GrForecastChoiceRow){gr_query_id (&query, 0), gr_query_dup_text (&query, 1), gr_query_date (&query, 2)};
    g_ptr_array_add (rows, row);
  }
  return gr_query_end (&query, error) ? g_steal_pointer (&rows) : NULL;
}

/**
 * gr_forecast_choice_store_save:
 *
 * Inside a deed. A choice of nothing leaves no row.
 */
gboolean
gr_forecast_choice_store_save (GrDatabase *database, const GrForecastChoiceRow *row, GError **error)
{
  if (row->method == NULL && row->history_from == GR_DATE_NONE)
    return gr_query_run (database, error, "DELETE FROM forecast_choice WHERE item_id = ?1", "l", row->item_id);
  return gr_query_run (database, error,
      "INSERT INTO forecast_choice (item_id, method, history_from) VALUES (?1, ?2, ?3) "
      "ON CONFLICT (item_id) DO UPDATE SET method = excluded.method, history_from = excluded.history_from",
      "ltD", row->item_id, row->method, row->history_from);
}
