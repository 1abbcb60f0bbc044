#include "item-card.h"
#include "shop/base/shop-private.h"

#include "domain/base/error.h"
#include "store/catalogue/item-store.h"

#include <glib/gi18n-lib.h>

/**
 * gr_shop_find_item:
 * @code_or_barcode: what was typed or scanned
 * @qty: (out) (optional): how much of the item it stands for: a carton's barcode means its pieces
 *
 * Returns: the item's id, or 0 with %GR_ERROR_NOT_FOUND
 */
gint64
gr_shop_find_item (GrShop *shop, const char *code_or_barcode, GrQty *qty, GError **error)
{
  GrDatabase *database = gr_shop_database (shop);
  g_autoptr (GrItem) item = NULL;
  g_autoptr (GrBarcode) barcode = NULL;

  if (!gr_item_store_find (database, code_or_barcode, &item, error))
    return 0;
  if (item == NULL && !gr_barcode_store_find (database, code_or_barcode, &barcode, error))
    return 0;
  if (item == NULL && barcode == NULL) {
    g_set_error (
        error, GR_ERROR, GR_ERROR_NOT_FOUND, _ ("There is no item with the code or barcode “%s”"), code_or_barcode);
    return 0;
  }
  if (qty != NULL)
    *qty = item != NULL ? GR_QTY_ONE : barcode->qty;
  return item != NULL ? item->id : barcode->item_id;
}
