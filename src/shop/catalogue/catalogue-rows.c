#include "catalogue-rows.h"

#include "domain/base/error.h"
#include "store/catalogue/barcode-store.h"
#include "store/catalogue/item-store.h"
#include "store/catalogue/supplier-store.h"

#include <glib/gi18n-lib.h>

/**
 * gr_item_check_is_new:
 *
 * Whether no other item is found by @item's code: neither has it, nor is it one's barcode. Fails with %GR_ERROR_EXISTS
 * and names the other.
 */
gboolean
gr_item_check_is_new (GrDatabase *database, const GrItem *item, GError **error)
{
  g_autoptr (GrItem) other = NULL;
  g_autoptr (GrBarcode) barcode = NULL;

  if (!gr_item_store_find (database, item->code, &other, error) ||
      !gr_barcode_store_find (database, item->code, &barcode, error))
    return FALSE;
  if (other != NULL && other->id != item->id) {
    g_set_error (error, GR_ERROR, GR_ERROR_EXISTS, _ ("There is already an item %s"), item->code);
    return FALSE;
  }
  if (barcode == NULL || barcode->item_id == item->id)
    return TRUE;
  g_set_error (error, GR_ERROR, GR_ERROR_EXISTS, _ ("%s is another item’s barcode"), item->code);
  return FALSE;
}

/**
 * gr_item_write:
 * @item: with id 0: a new one, which gets its number
 */
gboolean
gr_item_write (GrDatabase *database, GrItem *item, GError **error)
{
  return gr_item_check_is_new (database, item, error) && gr_item_store_save (database, item, error);
}

/**
 * gr_barcode_check_is_free:
 * @item_id: 0 for an item that is not there yet
 *
 * Whether a scan of @code finds no other item. Fails with %GR_ERROR_EXISTS and names the other.
 */
gboolean
gr_barcode_check_is_free (GrDatabase *database, gint64 item_id, const char *code, GError **error)
{
  g_autoptr (GrBarcode) known = NULL;
  g_autoptr (GrItem) item = NULL;

  if (!gr_barcode_store_find (database, code, &known, error) || !gr_item_store_find (database, code, &item, error))
    return FALSE;
  if (item != NULL && item->id != item_id) {
    g_set_error (error, GR_ERROR, GR_ERROR_EXISTS, _ ("%s is another item’s code"), code);
    return FALSE;
  }
  if (known == NULL || known->item_id == item_id)
    return TRUE;
  g_clear_pointer (&item, gr_item_free);
  item = gr_item_store_by_id (database, known->item_id, error);
  if (item != NULL)
    g_set_error (error, GR_ERROR, GR_ERROR_EXISTS, _ ("%s is already the barcode of %s"), code, item->code);
  return FALSE;
}

/**
 * gr_barcode_write:
 * @qty: how much of the item it stands for; a code that the item has already gets the quantity anew
 */
gboolean
gr_barcode_write (GrDatabase *database, gint64 item_id, const char *code, GrQty qty, GError **error)
{
  g_autoptr (GrBarcode) known = NULL;
  GrBarcode barcode = {.code = (char *) code, .item_id = item_id, .qty = qty};

  if (!gr_barcode_check_is_free (database, item_id, code, error) ||
      !gr_barcode_store_find (database, code, &known, error))
    return FALSE;
  barcode.id = known != NULL ? known->id : 0;
  return gr_barcode_store_save (database, &barcode, error);
}

/**
 * gr_supplier_check_is_new:
 *
 * Whether no other supplier has the name. Fails with %GR_ERROR_EXISTS.
 */
gboolean
gr_supplier_check_is_new (GrDatabase *database, const GrSupplier *supplier, GError **error)
{
  g_autoptr (GrSupplier) other = NULL;

  if (!gr_supplier_store_find (database, supplier->name, &other, error))
    return FALSE;
  if (other == NULL || other->id == supplier->id)
    return TRUE;
  g_set_error (error, GR_ERROR, GR_ERROR_EXISTS, _ ("There is already a supplier “%s”"), supplier->name);
  return FALSE;
}

/**
 * gr_supplier_write:
 * @supplier: with id 0: a new one, which gets its number
 */
gboolean
gr_supplier_write (GrDatabase *database, GrSupplier *supplier, GError **error)
{
  return gr_supplier_check_is_new (database, supplier, error) && gr_supplier_store_save (database, supplier, error);
}

/**
 * gr_terms_write:
 *
 * One set of terms for an item and supplier: fails with %GR_ERROR_EXISTS for a second one.
 */
gboolean
gr_terms_write (GrDatabase *database, const GrSupplierItem *terms, GError **error)
{
  g_autoptr (GrSupplierItem) known = NULL;
  GrSupplierItem row = *terms;

  if (!gr_supplier_item_store_find (database, terms->item_id, terms->supplier_id, &known, error))
    return FALSE;
  if (row.id == 0 && known != NULL) {
    g_set_error_literal (error, GR_ERROR, GR_ERROR_EXISTS, _ ("This item already has terms of this supplier"));
    return FALSE;
  }
  return gr_supplier_item_store_save (database, &row, error);
}
