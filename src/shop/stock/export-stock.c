#include "shop/review/sop-review.h"

#include "shop/base/shop-private.h"
#include "shop/review/workbook-info.h"

#include "exchange/write/stock-workbook.h"
#include "store/lists/stock-list.h"
#include "store/lists/stock-rows.h"

/* All that are stocked, in order of codes, as the stock page shows them. */
static GPtrArray *
read_rows (GrDatabase *database, GError **error)
{
  GrStockFilter filter = GR_STOCK_FILTER_ALL;
  g_autoptr (GArray) ids = gr_stock_list_ids (database, &filter, error);

  if (ids == NULL)
    return NULL;
  return gr_stock_rows_read (database, (const gint64 *) (gconstpointer) ids->data, ids->len, 0, error);
}

/**
 * gr_shop_export_stock:
 *
 * Writes the stock list as it stands: every item with what is on hand, on order and worth.
 */
gboolean
gr_shop_export_stock (GrShop *shop, const char *path, const GrProgress *progress, GError **error)
{
  g_autoptr (GPtrArray) rows = read_rows (gr_shop_database (shop), error);
  GrStockWorkbookData data;

  if (rows == NULL)
    return FALSE;
  data = (GrStockWorkbookData){gr_shop_workbook_info (shop), (const GrStockRow *const *) rows->pdata, rows->len};
  return gr_stock_workbook_write (path, &data, progress, error);
}
