#include "planning-ticks.h"

struct _GrPlanningTicks {
  GHashTable *items; /* gint64 */
  void (*changed) (gpointer owner);
  gpointer owner;
};

GrPlanningTicks *
gr_planning_ticks_new (void (*changed) (gpointer owner), gpointer owner)
{
  GrPlanningTicks *ticks = g_new0 (GrPlanningTicks, 1);

  ticks->items = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  ticks->changed = changed;
  ticks->owner = owner;
  return ticks;
}

void
gr_planning_ticks_free (GrPlanningTicks *ticks)
{
  g_hash_table_unref (ticks->items);
  g_free (ticks);
}

gboolean
gr_planning_ticks_has (const GrPlanningTicks *ticks, gint64 item_id)
{
  return g_hash_table_contains (ticks->items, &item_id);
}

/**
 * gr_planning_ticks_turn:
 *
 * Chooses an item, or no longer does.
 */
void
gr_planning_ticks_turn (GrPlanningTicks *ticks, gint64 item_id)
{
  if (!g_hash_table_remove (ticks->items, &item_id))
    g_hash_table_add (ticks->items, g_memdup2 (&item_id, sizeof item_id));
  ticks->changed (ticks->owner);
}

/**
 * gr_planning_ticks_clear:
 *
 * Returns: whether any were chosen; the owner is told nothing
 */
gboolean
gr_planning_ticks_clear (GrPlanningTicks *ticks)
{
  gboolean had_any = g_hash_table_size (ticks->items) > 0;

  g_hash_table_remove_all (ticks->items);
  return had_any;
}

/**
 * gr_planning_ticks_list:
 *
 * Returns: (transfer full) (element-type gint64): the items that are chosen
 */
GArray *
gr_planning_ticks_list (const GrPlanningTicks *ticks)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, ticks->items);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_array_append_vals (ids, id, 1);
  return ids;
}
