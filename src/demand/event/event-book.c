#include "event-book.h"

struct _GrEventBook {
  GPtrArray *events;     /* GrEvent, by first day */
  GHashTable *own_items; /* numbers of the items that have events of their own */
  GHashTable *families;  /* by name, "" without one: GPtrArray of what touches its other items */
};

/**
 * gr_event_book_new:
 * @events: (transfer full) (element-type GrEvent): by first day
 *
 * O(events).
 */
GrEventBook *
gr_event_book_new (GPtrArray *events)
{
  GrEventBook *book = g_new (GrEventBook, 1);

  book->events = events;
  book->own_items = g_hash_table_new (g_int64_hash, g_int64_equal);
  book->families = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < book->events->len; i++) {
    GrEvent *event = g_ptr_array_index (book->events, i);

    if (event->item_id != 0)
      g_hash_table_add (book->own_items, &event->item_id);
  }
  return book;
}

gboolean
gr_event_book_is_empty (const GrEventBook *book)
{
  return book->events->len == 0;
}

static GPtrArray *
pick (const GrEventBook *book, gint64 item_id, const char *family)
{
  GPtrArray *picked = g_ptr_array_new_with_free_func ((GDestroyNotify) gr_event_free);

  for (guint i = 0; i < book->events->len; i++) {
    const GrEvent *event = g_ptr_array_index (book->events, i);

    if (gr_event_touches (event, item_id, family))
      g_ptr_array_add (picked, gr_event_copy (event));
  }
  return picked;
}

/**
 * gr_event_book_of_item:
 * @item_id: 0 for what touches a family as a whole, or with %NULL for it, the whole shop
 * @family: (nullable): the item's
 *
 * Returns: (transfer full) (element-type GrEvent): those that touch it, by first day; not to be changed, items of one
 *   family may share it
 */
GPtrArray *
gr_event_book_of_item (GrEventBook *book, gint64 item_id, const char *family)
{
  const char *key = family != NULL ? family : "";
  GPtrArray *shared;

  if (g_hash_table_contains (book->own_items, &item_id))
    return pick (book, item_id, family);
  shared = g_hash_table_lookup (book->families, key);
  if (shared == NULL) {
    shared = pick (book, 0, family);
    g_hash_table_insert (book->families, g_strdup (key), shared);
  }
  return g_ptr_array_ref (shared);
}

void
gr_event_book_free (GrEventBook *book)
{
  if (book == NULL)
    return;
  g_hash_table_unref (book->own_items);
  g_hash_table_unref (book->families);
  g_ptr_array_unref (book->events);
  g_free (book);
}
