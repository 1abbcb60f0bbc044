#include "supplier-view.h"

#include "shop/base/shop-private.h"

#include "store/lists/order-list.h"
#include "store/lists/supplier-list.h"
#include "store/catalogue/supplier-store.h"

#define SHOWN_ORDERS 200

/**
 * gr_shop_suppliers:
 * @search: (nullable): part of a name
 */
GPtrArray *
gr_shop_suppliers (GrShop *shop, const char *search, GError **error)
{
  return gr_supplier_list (gr_shop_database (shop), search, error);
}

GrSupplier *
gr_shop_supplier (GrShop *shop, gint64 supplier_id, GError **error)
{
  return gr_supplier_store_by_id (gr_shop_database (shop), supplier_id, error);
}

/**
 * gr_shop_supplier_names:
 *
 * Returns: (transfer full): of all suppliers, by name
 */
char **
gr_shop_supplier_names (GrShop *shop, GError **error)
{
  g_autoptr (GPtrArray) suppliers = gr_supplier_store_list (gr_shop_database (shop), error);
  GStrvBuilder *names = g_strv_builder_new();
  char **texts;

  for (guint i = 0; suppliers != NULL && i < suppliers->len; i++)
    g_strv_builder_add (names, ((const GrSupplier *) suppliers->pdata[i])->name);
  texts = suppliers != NULL ? g_strv_builder_end (names) : NULL;
  g_strv_builder_unref (names);
  return texts;
}

/**
 * gr_shop_find_supplier:
 *
 * Returns: the id of the supplier called @name, or 0 with %GR_ERROR_NOT_FOUND
 */
gint64
gr_shop_find_supplier (GrShop *shop, const char *name, GError **error)
{
  g_autoptr (GrSupplier) supplier = gr_supplier_store_by_name (gr_shop_database (shop), name, error);

  return supplier != NULL ? supplier->id : 0;
}

GPtrArray *
gr_shop_supplier_items (GrShop *shop, gint64 supplier_id, GError **error)
{
  return gr_supplier_list_items (gr_shop_database (shop), supplier_id, error);
}

GPtrArray *
gr_shop_supplier_orders (GrShop *shop, gint64 supplier_id, GError **error)
{
  GrOrderFilter filter = GR_ORDER_FILTER_ALL;

  filter.supplier_id = supplier_id;
  filter.only_open = TRUE;
  return gr_order_list (gr_shop_database (shop), &filter, SHOWN_ORDERS, error);
}
