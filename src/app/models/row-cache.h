#pragma once

#include "row.h"

#include "shop/shop.h"

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

/**
 * GrRowCache:
 *
 * The rows that were read, by id: those on screen and some around them.
 */
typedef struct _GrRowCache GrRowCache;

GrRowCache *gr_row_cache_new (const GrRowSource *source);
void gr_row_cache_free (GrRowCache *cache);
gboolean gr_row_cache_has (GrRowCache *cache, gint64 id);
GrRow *gr_row_cache_get (GrRowCache *cache, gint64 id);
GArray *gr_row_cache_take (GrRowCache *cache, GPtrArray *rows);
void gr_row_cache_fetch (GrRowCache *cache, GrShop *shop, const gint64 *ids, gsize n);
void gr_row_cache_refresh (GrRowCache *cache, GrShop *shop);
void gr_row_cache_clear (GrRowCache *cache);
