#include "forecast-choice-store.h"

#include "store/file/item-query.h"

/**
 * gr_forecast_choice_store_list:
 *
 * Returns: (element-type GrForecastChoice): what was chosen, by item number; items without a choice are not in it. A
 *   method that this program does not know is none.
 */
GArray *
gr_forecast_choice_store_list (GrDatabase *database, const GrItemSet *items, GError **error)
{
  g_autoptr (GArray) choices = g_array_new (FALSE, FALSE, sizeof (GrForecastChoice));
  GrQuery query = gr_query (database,
      GR_OF_ITEMS (
          items, "SELECT item_id, method, history_from FROM forecast_choice WHERE ", "item_id", "ORDER BY item_id"),
      "t", gr_item_set_json (items));

  while (gr_query_next (&query)) {
    GrForecastChoice choice = {gr_query_id (&query, 0), GR_METHOD_AUTOMATIC, gr_query_date (&query, 2)};
    const char *method = gr_query_text (&query, 1);

    if (method != NULL && !gr_forecast_method_from_id (method, &choice.method))
      choice.method = GR_METHOD_AUTOMATIC;
    g_array_append_val (choices, choice);
  }
  return gr_query_end (&query, error) ? g_steal_pointer (&choices) : NULL;
}

/**
 * gr_forecast_choice_store_save:
 *
 * Inside a deed. A choice of nothing leaves no row.
 */
gboolean
gr_forecast_choice_store_save (GrDatabase *database, const GrForecastChoice *choice, GError **error)
{
  gboolean is_automatic = choice->method == GR_METHOD_AUTOMATIC;

  if (is_automatic && choice->history_from == GR_DATE_NONE)
    return gr_query_run (database, error, "DELETE FROM forecast_choice WHERE item_id = ?1", "l", choice->item_id);
  return gr_query_run (database, error,
      "INSERT INTO forecast_choice (item_id, method, history_from) VALUES (?1, ?2, ?3) "
      "ON CONFLICT (item_id) DO UPDATE SET method = excluded.method, history_from = excluded.history_from",
      "ltD", choice->item_id, is_automatic ? NULL : gr_forecast_method_id (choice->method), choice->history_from);
}
