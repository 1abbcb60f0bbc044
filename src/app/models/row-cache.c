#include "row-cache.h"

#define MAX_ROWS  4096
#define READ_ROWS 64

struct _GrRowCache {
  GrRowSource source;
  GHashTable *rows; /* id -> GrRow */
};

GrRowCache *
gr_row_cache_new (const GrRowSource *source)
{
  GrRowCache *cache = g_new (GrRowCache, 1);

  cache->source = *source;
  cache->rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  return cache;
}

void
gr_row_cache_free (GrRowCache *cache)
{
  g_hash_table_unref (cache->rows);
  g_free (cache);
}

gboolean
gr_row_cache_has (GrRowCache *cache, gint64 id)
{
  return g_hash_table_contains (cache->rows, &id);
}

/**
 * gr_row_cache_get:
 *
 * Returns: (transfer none): the row of an id, empty where it was not read
 */
GrRow *
gr_row_cache_get (GrRowCache *cache, gint64 id)
{
  GrRow *row = g_hash_table_lookup (cache->rows, &id);

  if (!row) {
    row = gr_row_new (id);
    g_hash_table_insert (cache->rows, g_memdup2 (&id, sizeof id), row);
  }
  return row;
}

/**
 * gr_row_cache_take:
 * @rows: (transfer full): what was read
 *
 * Returns: (transfer full): the ids (gint64) of the rows, in their order
 */
GArray *
gr_row_cache_take (GrRowCache *cache, GPtrArray *rows)
{
  GArray *ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), rows->len);

  g_ptr_array_set_free_func (rows, NULL);
  for (guint i = 0; i < rows->len; i++) {
    gpointer data = g_ptr_array_index (rows, i);
    gint64 id = cache->source.id_of (data);

    g_array_append_val (ids, id);
    gr_row_take_data (gr_row_cache_get (cache, id), data, cache->source.free_row);
  }
  g_ptr_array_unref (rows);
  return ids;
}

static gboolean
is_unwatched (gpointer id, gpointer row, gpointer unused)
{
  return !gr_row_is_watched (row);
}

/**
 * gr_row_cache_fetch:
 * @shop: (nullable)
 *
 * Reads the rows of some ids; what nobody looks at makes room for them.
 */
void
gr_row_cache_fetch (GrRowCache *cache, GrShop *shop, const gint64 *ids, gsize n)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *rows;

  if (n == 0 || !shop || !cache->source.fetch)
    return;
  if (g_hash_table_size (cache->rows) > MAX_ROWS)
    g_hash_table_foreach_remove (cache->rows, is_unwatched, NULL);
  rows = cache->source.fetch (shop, ids, n, cache->source.data, &error);
  if (rows)
    g_array_unref (gr_row_cache_take (cache, rows));
  else
    g_debug ("rows of a list: %s", error->message);
}

/**
 * gr_row_cache_refresh:
 *
 * Reads again what is on screen and forgets the rest; a list that is taken as a whole stays as it is.
 */
void
gr_row_cache_refresh (GrRowCache *cache, GrShop *shop)
{
  g_autoptr (GArray) ids = NULL;
  GHashTableIter iter;
  gpointer id;

  if (!cache->source.fetch)
    return;
  g_hash_table_foreach_remove (cache->rows, is_unwatched, NULL);
  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_hash_table_iter_init (&iter, cache->rows);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_array_append_vals (ids, id, 1);
  for (guint i = 0; i < ids->len; i += READ_ROWS)
    gr_row_cache_fetch (cache, shop, &g_array_index (ids, gint64, i), MIN (READ_ROWS, ids->len - i));
}

void
gr_row_cache_clear (GrRowCache *cache)
{
  g_hash_table_remove_all (cache->rows);
}
