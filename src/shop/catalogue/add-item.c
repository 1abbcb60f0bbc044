#include "add-item.h"

#include "catalogue-rows.h"
#include "shop/base/shop-deed.h"
#include "shop/stock/usual-place.h"

#include "domain/base/error.h"
#include "store/catalogue/family-store.h"
#include "store/catalogue/supplier-store.h"
#include "store/stock/stock-count-store.h"

#include <glib/gi18n-lib.h>

static gboolean
refuse (const char *why, GError **error)
{
  g_set_error_literal (error, GR_ERROR, GR_ERROR_INVALID, why);
  return FALSE;
}

static GrSupplierItem
terms_of (const GrNewItem *new_item)
{
  return (GrSupplierItem){.unit_price = new_item->item->unit_cost,
      .lead_time_days = new_item->lead_time_days,
      .lead_time_sd_days = -1,
      .minimum_order_qty = new_item->minimum_order_qty,
      .order_multiple = new_item->order_multiple,
      .is_preferred = TRUE};
}

static gboolean
check_numbers (const GrNewItem *new_item, GError **error)
{
  const GrSupplierItem terms = terms_of (new_item);
  gboolean has_terms =
      new_item->lead_time_days >= 0 || new_item->order_multiple != 0 || new_item->minimum_order_qty != 0;

  if (new_item->opening_stock < -1)
    return refuse (_ ("Stock can’t be below zero"), error);
  if (new_item->opening_stock >= GR_QTY_LIMIT)
    return refuse (_ ("That number is too large. Please check it."), error);
  if (new_item->opening_stock >= 0 && !new_item->item->is_stocked)
    return refuse (_ ("No stock is kept of this item, so it can’t be counted."), error);
  if (new_item->supplier == NULL && has_terms)
    return refuse (_ ("Lead time, minimum quantity and pack size need a supplier"), error);
  return gr_supplier_item_check (&terms, error);
}

/**
 * gr_shop_check_new_item:
 *
 * Whether gr_shop_add_item() would take it, for who is still writing it. Reads a few rows.
 *
 * Returns: %FALSE with %GR_ERROR_INVALID, or %GR_ERROR_EXISTS for a code or barcode that another item has
 */
gboolean
gr_shop_check_new_item (GrShop *shop, const GrNewItem *new_item, GError **error)
{
  GrDatabase *database = gr_shop_database (shop);

  return gr_item_check (new_item->item, error) && check_numbers (new_item, error) &&
         gr_item_check_is_new (database, new_item->item, error) &&
         (new_item->barcode == NULL || gr_barcode_check_is_free (database, 0, new_item->barcode, error));
}

/* A name in another case is the family that there is. */
static gboolean
write_item (GrDatabase *database, GrItem *item, GError **error)
{
  g_autofree char *family = NULL;

  if (item->family != NULL && !gr_family_store_find_in_any_case (database, item->family, &family, error))
    return FALSE;
  if (family != NULL) {
    g_free (item->family);
    item->family = g_steal_pointer (&family);
  }
  return gr_item_write (database, item, error);
}

/* @terms: its supplier is filled in; what is said of a new one's lead time is the supplier's. */
static gboolean
find_supplier (GrDatabase *database, const char *name, GrSupplierItem *terms, GError **error)
{
  g_autoptr (GrSupplier) supplier = NULL;

  if (!gr_supplier_store_find_in_any_case (database, name, &supplier, error))
    return FALSE;
  if (supplier == NULL) {
    supplier = gr_supplier_new();
    supplier->name = g_strdup (name);
    if (terms->lead_time_days >= 0)
      supplier->lead_time_days = terms->lead_time_days;
    terms->lead_time_days = -1;
    if (!gr_supplier_write (database, supplier, error))
      return FALSE;
  }
  terms->supplier_id = supplier->id;
  return TRUE;
}

static gboolean
write_terms (GrDatabase *database, const GrNewItem *new_item, gint64 item_id, GError **error)
{
  GrSupplierItem terms = terms_of (new_item);

  terms.item_id = item_id;
  return find_supplier (database, new_item->supplier, &terms, error) && gr_terms_write (database, &terms, error);
}

static gboolean
count (GrShop *shop, gint64 item_id, GrQty qty, GError **error)
{
  GrDatabase *database = gr_shop_database (shop);
  GrCountResult result;
  gint64 place;

  return gr_usual_place_find (database, item_id, &place, error) &&
         gr_stock_count_store_take (database, item_id, place, qty, gr_shop_today (shop), &result, error);
}

static gboolean
add (GrShop *shop, const GrNewItem *new_item, GrItem *item, GError **error)
{
  GrDatabase *database = gr_shop_database (shop);

  return write_item (database, item, error) &&
         (new_item->supplier == NULL || write_terms (database, new_item, item->id, error)) &&
         (new_item->barcode == NULL || gr_barcode_write (database, item->id, new_item->barcode, GR_QTY_ONE, error)) &&
         (new_item->opening_stock < 0 || count (shop, item->id, new_item->opening_stock, error));
}

/**
 * gr_shop_add_item:
 *
 * Adds an item with its supplier, who is added where there is none of that name, its terms, its barcode and what is
 * there of it: one deed, which one undo takes back.
 *
 * Returns: its id, or 0 as gr_shop_check_new_item() fails
 */
gint64
gr_shop_add_item (GrShop *shop, const GrNewItem *new_item, GError **error)
{
  g_autoptr (GrItem) item = NULL;
  g_autofree char *title = NULL;

  if (!gr_shop_check_new_item (shop, new_item, error))
    return 0;
  item = gr_item_copy (new_item->item);
  title = gr_deed_title_new (GR_DEED_NEW_ITEM, item->code);
  return gr_shop_begin_deed (shop, "add-item", title, error) &&
                 gr_shop_end_deed (shop, add (shop, new_item, item, error), NULL, error)
             ? item->id
             : 0;
}
