#include "stock-view.h"

#include "shop/base/shop-private.h"

#include "domain/base/error.h"
#include "store/catalogue/family-store.h"
#include "store/lists/stock-list.h"
#include "store/lists/stock-rows.h"
#include "store/stock/ledger-history.h"
#include "store/stock/location-store.h"

#include <glib/gi18n-lib.h>

/**
 * gr_shop_stock_ids:
 *
 * Returns: (element-type gint64): the items that @filter finds, in its order. O(items); runs as a job as well.
 */
GArray *
gr_shop_stock_ids (GrShop *shop, const GrStockFilter *filter, GError **error)
{
  return gr_stock_list_ids (gr_shop_database (shop), filter, error);
}

static gpointer
look_through_job (GrShop *shop, gpointer data, const GrProgress *progress, GError **error)
{
  GrStockFilter filter = GR_STOCK_FILTER_ALL;

  filter.search = "a"; /* whatever it is, all texts are read for it */
  return gr_shop_stock_ids (shop, &filter, error);
}

/**
 * gr_shop_warm_search:
 *
 * Reads in a thread what a search looks through, which the first key of one would wait for otherwise: 0.3 s at 100,000
 * items. O(items). Nothing is said where it fails: the search will.
 */
void
gr_shop_warm_search (GrShop *shop)
{
  const GrShopWork work = {.job = look_through_job, .free_result = (GDestroyNotify) g_array_unref};

  gr_shop_run_async (shop, &work, NULL, NULL, NULL);
}

/**
 * gr_shop_stock_rows:
 * @location_id: 0 for the stock of all of the shop's locations
 *
 * Returns: (element-type GrStockRow): in the order of @item_ids. O(n), fit for a screenful.
 */
GPtrArray *
gr_shop_stock_rows (GrShop *shop, const gint64 *item_ids, gsize n, gint64 location_id, GError **error)
{
  return gr_stock_rows_read (gr_shop_database (shop), item_ids, n, location_id, error);
}

/**
 * gr_shop_stock_totals:
 *
 * Sums over all that @filter finds, and how many there are of each health whatever health it asks for.
 */
gboolean
gr_shop_stock_totals (GrShop *shop, const GrStockFilter *filter, GrStockTotals *totals, GError **error)
{
  return gr_stock_list_totals (gr_shop_database (shop), filter, totals, error);
}

GPtrArray *
gr_shop_families (GrShop *shop, GError **error)
{
  return gr_family_store_list (gr_shop_database (shop), error);
}

GPtrArray *
gr_shop_locations (GrShop *shop, GError **error)
{
  return gr_location_store_list_internal (gr_shop_database (shop), error);
}

/**
 * gr_shop_find_location:
 * @name: a place of the shop's own, in any case
 *
 * Returns: its number, or 0: fails with %GR_ERROR_NOT_FOUND
 */
gint64
gr_shop_find_location (GrShop *shop, const char *name, GError **error)
{
  gint64 id = 0;

  if (!gr_location_store_find (gr_shop_database (shop), name, &id, error))
    return 0;
  if (id == 0)
    g_set_error (error, GR_ERROR, GR_ERROR_NOT_FOUND, _ ("There is no location “%s”"), name);
  return id;
}

GPtrArray *
gr_shop_ledger (GrShop *shop, gint64 item_id, GrLedgerCursor *cursor, int limit, GError **error)
{
  return gr_ledger_history_rows (gr_shop_database (shop), item_id, cursor, limit, error);
}
