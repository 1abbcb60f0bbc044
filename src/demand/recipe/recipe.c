#include "recipe.h"

#include "demand/event/event-effects.h"

void
gr_recipe_free (GrRecipe *recipe)
{
  if (recipe == NULL)
    return;
  g_clear_pointer (&recipe->items, g_ptr_array_unref);
  g_clear_pointer (&recipe->readings, g_hash_table_unref);
  gr_sold_days_free (recipe->sold);
  gr_shop_days_free (recipe->days);
  gr_family_seasons_free (recipe->seasons);
  gr_event_memory_free (recipe->memory);
  g_free (recipe);
}

/**
 * gr_recipe_history:
 *
 * Returns: what an item's history is made from; it borrows from the recipe
 */
GrItemHistory
gr_recipe_history (const GrRecipe *recipe, gint64 item_id)
{
  return (GrItemHistory){item_id, recipe->sold, g_hash_table_lookup (recipe->readings, &item_id)};
}

/**
 * gr_recipe_has_history:
 *
 * Returns: whether the item was ever sold, or takes the place of one, which may have been
 */
gboolean
gr_recipe_has_history (const GrRecipe *recipe, gint64 item_id)
{
  GrItemHistory history = gr_recipe_history (recipe, item_id);
  GrItemSales sales = gr_sold_days_of (recipe->sold, item_id, recipe->until);

  return sales.first < sales.n || (history.reading != NULL && history.reading->predecessor != NULL);
}

/**
 * gr_recipe_measure_events:
 * @items: of the recipe
 *
 * Returns: (transfer full) (element-type GrEventEffectRow): what events did to them, by item. O(their days of demand).
 */
GArray *
gr_recipe_measure_events (const GrRecipe *recipe, const GrItemSet *items)
{
  GArray *rows = gr_event_effect_rows_new();

  for (guint i = 0; i < recipe->items->len; i++) {
    GrItemHistory history = gr_recipe_history (recipe, ((const GrItem *) g_ptr_array_index (recipe->items, i))->id);

    if (gr_item_set_has (items, history.item_id))
      gr_event_effects_measure (&history, recipe->days, recipe->until, rows);
  }
  return rows;
}

/**
 * gr_recipe_fill:
 * @reach: how far back and ahead
 * @task: (out caller-allocates): of the item; it borrows from the recipe; clear it with gr_forecast_task_clear()
 *
 * One recipe for every forecast: of a plan of all items, of an item made anew, of one that is explained. O(days that
 * the item was sold on).
 */
void
gr_recipe_fill (const GrRecipe *recipe, const GrItem *item, const GrForecastReach *reach, GrForecastTask *task)
{
  GrItemHistory history = gr_recipe_history (recipe, item->id);

  *task = (GrForecastTask){.item_id = item->id, .method = GR_METHOD_AUTOMATIC, .known_print = reach->known_print};
  if (history.reading != NULL) {
    task->method = history.reading->method;
    task->events = history.reading->events;
  }
  task->season = gr_family_seasons_of (recipe->seasons, item->family);
  task->days = recipe->days;
  task->lessons = gr_event_memory_lessons (recipe->memory, item, task->events);
  for (int grain = 0; grain < 2; grain++) {
    task->horizons[grain] = reach->horizons[grain];
    gr_item_history_make (&history, grain, reach->until[grain], &task->buckets[grain]);
  }
}
