#include "load-recipe.h"

#include "demand/event/event-lessons.h"
#include "demand/history/stock-outs.h"
#include "domain/stock/ledger-row.h"
#include "domain/trade/predecessor.h"
#include "store/catalogue/item-store.h"
#include "store/catalogue/predecessor-store.h"
#include "store/plans/event-effect-store.h"
#include "store/plans/event-store.h"
#include "store/plans/forecast-choice-store.h"
#include "store/plans/season-store.h"
#include "store/sales/demand-mark-store.h"
#include "store/sales/demand-store.h"
#include "store/stock/ledger-history.h"
#include "store/stock/stock-count-store.h"

/* A day with fewer lines of sales may as well be one on which nobody came, or what is wanted was out of stock. */
#define OPEN_LINES 10

static gboolean
add_day_cb (const GrDemandDay *day, gpointer sold)
{
  gr_sold_days_add (sold, day);
  return TRUE;
}

/**
 * gr_sold_days_load:
 *
 * O(the items' days of demand).
 */
GrSoldDays *
gr_sold_days_load (GrDatabase *database, const GrItemSet *items, GError **error)
{
  g_autoptr (GrSoldDays) sold = gr_sold_days_new();

  return gr_demand_store_each (database, items, NULL, add_day_cb, sold, error) ? g_steal_pointer (&sold) : NULL;
}

GrEventBook *
gr_event_book_load (GrDatabase *database, GError **error)
{
  GPtrArray *events = gr_event_store_list (database, error);

  return events != NULL ? gr_event_book_new (events) : NULL;
}

gboolean
gr_past_span_load (GrDatabase *database, GrDate today, GrPastSpan *span, GError **error)
{
  GrDate last;

  if (!gr_demand_store_span (database, &span->first, &last, error))
    return FALSE;
  span->until = gr_history_end (last, today);
  return TRUE;
}

static gboolean
keep_day_cb (const GrLedgerDay *day, gpointer days)
{
  g_array_append_vals (days, day, 1);
  return TRUE;
}

/**
 * gr_stock_outs_load:
 *
 * gr_stock_outs_find() from what the file says of the items. O(their moves).
 */
GArray *
gr_stock_outs_load (GrDatabase *database, const GrItemSet *items, GrDate until, GError **error)
{
  g_autoptr (GArray) first_days = gr_stock_count_store_first_days (database, items, error);
  g_autoptr (GArray) on_hand = first_days != NULL ? gr_ledger_all_on_hand (database, items, error) : NULL;
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (GrLedgerDay));
  GrStockPast past = {first_days, on_hand, days};

  if (on_hand == NULL || !gr_ledger_history_each_day (database, items, G_MININT32 + 1, keep_day_cb, days, error))
    return NULL;
  return gr_stock_outs_find (&past, until);
}

/* The items and those whose places they take. */
static GrItemSet *
add_predecessors (const GrItemSet *items, const GArray *predecessors)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (gr_item_set_is_all (items))
    return gr_item_set_new_all();
  g_array_append_vals (ids, gr_item_set_ids (items), (guint) gr_item_set_size (items));
  for (guint i = 0; i < predecessors->len; i++)
    g_array_append_val (ids, g_array_index (predecessors, GrPredecessor, i).predecessor_id);
  return gr_item_set_new ((const gint64 *) (gconstpointer) ids->data, ids->len);
}

/* How the histories of the items are to be read, and what they sold. */
static gboolean
load_histories (GrRecipe *recipe, GrDatabase *database, const GrItemSet *asked, GrDate today, GError **error)
{
  g_autoptr (GArray) predecessors = gr_predecessor_store_list (database, asked, error);
  g_autoptr (GrItemSet) items = predecessors != NULL ? add_predecessors (asked, predecessors) : NULL;
  g_autoptr (GrEventBook) book = items != NULL ? gr_event_book_load (database, error) : NULL;
  g_autoptr (GArray) choices = book != NULL ? gr_forecast_choice_store_list (database, items, error) : NULL;
  g_autoptr (GArray) marks = choices != NULL ? gr_demand_mark_store_list (database, items, error) : NULL;
  g_autoptr (GArray) stock_outs = marks != NULL ? gr_stock_outs_load (database, items, today, error) : NULL;
  GrHistorySources sources = {NULL, choices, marks, stock_outs, predecessors, book};

  if (stock_outs == NULL)
    return FALSE;
  sources.items = recipe->items = gr_item_store_list (database, items, error);
  recipe->sold = recipe->items != NULL ? gr_sold_days_load (database, items, error) : NULL;
  if (recipe->sold != NULL)
    recipe->readings = gr_history_readings_make (&sources);
  return recipe->readings != NULL;
}

static gboolean
load_calendar (GrRecipe *recipe, GrDatabase *database, GError **error)
{
  g_autoptr (GArray) open_days = gr_demand_store_open_days (database, recipe->until, OPEN_LINES, error);

  if (open_days != NULL)
    recipe->days = gr_shop_days_learn (open_days, recipe->until);
  return open_days != NULL;
}

/* What all items learn from each other. */
static void
learn_from_all (GrRecipe *recipe, const GrItemSet *items, GrDate first)
{
  GrSeasonSources sources = {recipe->items, recipe->sold, recipe->days, first, recipe->until};

  recipe->seasons = gr_family_seasons_pool (&sources);
  recipe->memory = gr_event_memory_new (gr_recipe_measure_events (recipe, items));
  gr_event_memory_add_up (recipe->memory, recipe->items);
}

static const GrItem *
find_item (const GrRecipe *recipe, gint64 item_id)
{
  for (guint i = 0; i < recipe->items->len; i++)
    if (((const GrItem *) g_ptr_array_index (recipe->items, i))->id == item_id)
      return g_ptr_array_index (recipe->items, i);
  return NULL;
}

static void
add_rows (GrRecipe *recipe, const GArray *rows, int sign)
{
  for (guint i = 0; i < rows->len; i++) {
    const GrEventEffectRow *row = &g_array_index (rows, GrEventEffectRow, i);
    const GrItem *item = find_item (recipe, row->item_id);
    GrEventTally tally = {sign * row->actual_qty, sign * row->expected_qty, sign * row->n_weeks, sign};

    if (item != NULL)
      gr_event_memory_add (recipe->memory, row->name, item->family, &tally);
  }
}

static void
add_total_cb (const char *name, const char *family, const GrEventTally *tally, gpointer memory)
{
  gr_event_memory_add (memory, name, family, tally);
}

/* The events that touch the items that are asked for. */
static GPtrArray *
list_names (const GrRecipe *recipe, const GrItemSet *items)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new();

  for (guint i = 0; i < recipe->items->len; i++) {
    GrItemHistory history = gr_recipe_history (recipe, ((const GrItem *) g_ptr_array_index (recipe->items, i))->id);

    if (history.reading != NULL && history.reading->events != NULL && gr_item_set_has (items, history.item_id))
      g_ptr_array_extend (events, history.reading->events, NULL, NULL);
  }
  return gr_event_names (events);
}

/* What the last plan, and the deeds since, found of seasons and events; of the items themselves, what is measured now
 * takes the place of what was. */
static gboolean
recall (GrRecipe *recipe, GrDatabase *database, const GrItemSet *items, GrRecipeUse use, GError **error)
{
  GPtrArray *seasons = gr_season_store_list (database, error);
  g_autoptr (GArray) saved = seasons != NULL ? gr_event_effect_store_list (database, items, error) : NULL;
  g_autoptr (GPtrArray) names = list_names (recipe, items);

  if (seasons != NULL)
    recipe->seasons = gr_family_seasons_new (seasons);
  if (saved == NULL)
    return FALSE;
  recipe->memory =
      gr_event_memory_new (use == GR_RECIPE_MADE_ANEW ? gr_recipe_measure_events (recipe, items) : g_array_ref (saved));
  if (names->len == 0)
    return TRUE;
  if (!gr_event_effect_store_totals (database, names, add_total_cb, recipe->memory, error))
    return FALSE;
  if (use == GR_RECIPE_MADE_ANEW) {
    add_rows (recipe, saved, -1);
    add_rows (recipe, gr_event_memory_rows (recipe->memory), 1);
  }
  return TRUE;
}

/**
 * gr_recipe_load:
 * @items: all, of which seasons and events are learnt, or those for whom what was learnt is recalled
 *
 * All that the items' forecasts are made from, as the file has it: a dozen statements, however many items. O(their days
 * of demand and moves).
 */
GrRecipe *
gr_recipe_load (GrDatabase *database, const GrItemSet *items, GrDate today, GrRecipeUse use, GError **error)
{
  g_autoptr (GrRecipe) recipe = g_new0 (GrRecipe, 1);
  GrPastSpan span;

  if (!gr_past_span_load (database, today, &span, error))
    return NULL;
  recipe->until = span.until;
  if (!load_histories (recipe, database, items, today, error) || !load_calendar (recipe, database, error))
    return NULL;
  if (gr_item_set_is_all (items))
    learn_from_all (recipe, items, span.first);
  else if (!recall (recipe, database, items, use, error))
    return NULL;
  return g_steal_pointer (&recipe);
}
