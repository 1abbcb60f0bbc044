#pragma once

#include "record.h"

#include "shop/base/shop.h"

/**
 * GrRowSource:
 * @fetch: (nullable): reads the rows of these ids on the main thread; in any order, those that have gone left out
 * @id_of: the id of a row
 * @free_row: frees a row
 * @data: for @fetch
 *
 * Where the rows of a list come from. The array that @fetch gives must not free its rows when they are taken out.
 */
typedef struct {
  GPtrArray *(*fetch) (GrShop *shop, const gint64 *ids, gsize n, gpointer data, GError **error);
  gint64 (*id_of) (gconstpointer row);
  GDestroyNotify free_row;
  gpointer data;
} GrRowSource;

/* Some ids. */
typedef struct {
  const gint64 *ids;
  gsize n;
} GrIdSpan;

/**
 * GrRecordCache:
 *
 * What was read, by id: what is on screen and some around it.
 */
typedef struct _GrRecordCache GrRecordCache;

GrRecordCache *gr_record_cache_new (const GrRowSource *source);
void gr_record_cache_free (GrRecordCache *cache);
gboolean gr_record_cache_can_fetch (GrRecordCache *cache);
gboolean gr_record_cache_has (GrRecordCache *cache, gint64 id);
GrRecord *gr_record_cache_get (GrRecordCache *cache, gint64 id);
GArray *gr_record_cache_take (GrRecordCache *cache, GPtrArray *rows);
gboolean gr_record_cache_fetch (GrRecordCache *cache, GrShop *shop, GrIdSpan ids, GError **error);
void gr_record_cache_clear (GrRecordCache *cache);
