#include "shop/review/sop-review.h"

#include "shop/base/shop-private.h"
#include "shop/review/workbook-info.h"

#include "exchange/write/order-workbook.h"
#include "store/lists/order-list.h"
#include "store/orders/order-store.h"

/* Lines of one order, which they refer to; the arrays own the lines. */
static gboolean
add_lines (GrDatabase *database, const GrPurchaseOrder *order, GPtrArray *owners, GArray *lines, GError **error)
{
  GPtrArray *own = gr_order_store_lines (database, order->id, error);

  if (own == NULL)
    return FALSE;
  g_ptr_array_add (owners, own);
  for (guint i = 0; i < own->len; i++) {
    GrOrderWorkbookLine line = {order, g_ptr_array_index (own, i)};

    g_array_append_val (lines, line);
  }
  return TRUE;
}

/**
 * gr_shop_export_orders:
 *
 * Writes all purchase orders and their lines.
 */
gboolean
gr_shop_export_orders (GrShop *shop, const char *path, const GrProgress *progress, GError **error)
{
  GrDatabase *database = gr_shop_database (shop);
  GrOrderFilter filter = GR_ORDER_FILTER_ALL;
  g_autoptr (GPtrArray) orders = gr_order_list (database, &filter, -1, error);
  g_autoptr (GPtrArray) owners = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (GrOrderWorkbookLine));
  GrOrderWorkbookData data;

  if (orders == NULL)
    return FALSE;
  for (guint i = 0; i < orders->len; i++)
    if (!add_lines (database, g_ptr_array_index (orders, i), owners, lines, error))
      return FALSE;
  data = (GrOrderWorkbookData){gr_shop_workbook_info (shop), (const GrPurchaseOrder *const *) orders->pdata,
      orders->len, (const GrOrderWorkbookLine *) (gconstpointer) lines->data, lines->len};
  return gr_order_workbook_write (path, &data, progress, error);
}
