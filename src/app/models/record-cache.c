#include "record-cache.h"

#define MAX_RECORDS 4096

struct _GrRecordCache {
  GrRowSource source;
  GHashTable *records; /* id -> GrRecord */
};

GrRecordCache *
gr_record_cache_new (const GrRowSource *source)
{
  GrRecordCache *cache = g_new (GrRecordCache, 1);

  cache->source = *source;
  cache->records = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) gr_record_unref);
  return cache;
}

void
gr_record_cache_free (GrRecordCache *cache)
{
  g_hash_table_unref (cache->records);
  g_free (cache);
}

/**
 * gr_record_cache_can_fetch:
 *
 * Returns: whether what is forgotten can be read again
 */
gboolean
gr_record_cache_can_fetch (GrRecordCache *cache)
{
  return cache->source.fetch != NULL;
}

gboolean
gr_record_cache_has (GrRecordCache *cache, gint64 id)
{
  return g_hash_table_contains (cache->records, &id);
}

static GrRecord *
put (GrRecordCache *cache, gint64 id, gpointer data)
{
  GrRecord *record = gr_record_new (data, cache->source.free_row);

  g_hash_table_replace (cache->records, g_memdup2 (&id, sizeof id), record);
  return record;
}

/**
 * gr_record_cache_get:
 *
 * Returns: (transfer none): what was read of an id, nothing where it was not found
 */
GrRecord *
gr_record_cache_get (GrRecordCache *cache, gint64 id)
{
  GrRecord *record = g_hash_table_lookup (cache->records, &id);

  return record ? record : put (cache, id, NULL);
}

/**
 * gr_record_cache_take:
 * @rows: (transfer full): what was read
 *
 * Returns: (transfer full): the ids (gint64) of the rows, in their order
 */
GArray *
gr_record_cache_take (GrRecordCache *cache, GPtrArray *rows)
{
  GArray *ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), rows->len);

  g_ptr_array_set_free_func (rows, NULL);
  for (guint i = 0; i < rows->len; i++) {
    gpointer data = g_ptr_array_index (rows, i);
    gint64 id = cache->source.id_of (data);

    g_array_append_val (ids, id);
    put (cache, id, data);
  }
  g_ptr_array_unref (rows);
  return ids;
}

/**
 * gr_record_cache_fetch:
 * @shop: (nullable)
 *
 * Reads some ids; where there are many already, all of them make room.
 */
gboolean
gr_record_cache_fetch (GrRecordCache *cache, GrShop *shop, GrIdSpan ids, GError **error)
{
  GPtrArray *rows;

  if (ids.n == 0 || !shop || !cache->source.fetch)
    return TRUE;
  if (g_hash_table_size (cache->records) > MAX_RECORDS)
    gr_record_cache_clear (cache);
  rows = cache->source.fetch (shop, ids.ids, ids.n, cache->source.data, error);
  if (rows)
    g_array_unref (gr_record_cache_take (cache, rows));
  return rows != NULL;
}

void
gr_record_cache_clear (GrRecordCache *cache)
{
  g_hash_table_remove_all (cache->records);
}
