#include "event-learners.h"

#include "load-recipe.h"

#include "demand/event/event-lessons.h"
#include "store/catalogue/item-store.h"
#include "store/journal/deed-items.h"

static gboolean
is_any_of (const GPtrArray *events, const GPtrArray *names)
{
  g_autoptr (GPtrArray) own = gr_event_names (events);

  for (guint i = 0; i < own->len; i++)
    if (g_ptr_array_find_with_equal_func ((GPtrArray *) names, own->pdata[i], g_str_equal, NULL))
      return TRUE;
  return FALSE;
}

static void
add_item (GArray *items, gint64 item_id)
{
  for (guint i = 0; i < items->len; i++)
    if (g_array_index (items, gint64, i) == item_id)
      return;
  g_array_append_val (items, item_id);
}

/**
 * gr_event_learners_add:
 * @most: more than so many are not looked for
 * @items: (element-type gint64): is added to
 *
 * Those that learn from the events that a deed has changed: where the same event touches them.
 */
gboolean
gr_event_learners_add (GrDatabase *database, gint64 deed_id, guint most, GArray *items, GError **error)
{
  g_autoptr (GPtrArray) events = gr_deed_events (database, deed_id, error);
  g_autoptr (GPtrArray) names = gr_event_names (events);
  g_autoptr (GrItemSet) everything = gr_item_set_new_all();
  g_autoptr (GrEventBook) book = NULL;
  g_autoptr (GPtrArray) all = NULL;

  if (events == NULL || events->len == 0)
    return events != NULL;
  book = gr_event_book_load (database, error);
  all = book != NULL ? gr_item_store_list (database, everything, error) : NULL;
  for (guint i = 0; all != NULL && i < all->len && items->len <= most; i++) {
    const GrItem *item = g_ptr_array_index (all, i);
    g_autoptr (GPtrArray) own = gr_event_book_of_item (book, item->id, item->family);

    if (is_any_of (own, names))
      add_item (items, item->id);
  }
  return all != NULL;
}
