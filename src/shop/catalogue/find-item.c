#include "item-card.h"
#include "shop/base/shop-private.h"

#include "domain/base/error.h"
#include "store/catalogue/item-store.h"

#include <glib/gi18n-lib.h>

/* What is typed in another case means the item all the same, unless there are two of them. */
static gboolean
find_in_any_case (GrDatabase *database, const char *code, GrItem **item, GError **error)
{
  gboolean is_ambiguous;

  if (!gr_item_store_find_in_any_case (database, code, item, &is_ambiguous, error))
    return FALSE;
  if (is_ambiguous)
    g_set_error (error, GR_ERROR, GR_ERROR_INVALID,
        _ ("More than one item has the code “%s” in capital or small letters; type it exactly."), code);
  return !is_ambiguous;
}

/**
 * gr_shop_find_item:
 * @code_or_barcode: what was typed or scanned; a code that is not there as it is written is looked for in any case
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
  if (item == NULL && barcode == NULL && !find_in_any_case (database, code_or_barcode, &item, error))
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
