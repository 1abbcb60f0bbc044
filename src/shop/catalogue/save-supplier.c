#include "save-supplier.h"

#include "shop/base/shop-deed.h"

#include "domain/base/error.h"
#include "store/catalogue/supplier-store.h"

#include <glib/gi18n-lib.h>

static gboolean
check_name_is_free (GrDatabase *database, const GrSupplier *supplier, GError **error)
{
  g_autoptr (GrSupplier) other = NULL;

  if (!gr_supplier_store_find (database, supplier->name, &other, error))
    return FALSE;
  if (other == NULL || other->id == supplier->id)
    return TRUE;
  g_set_error (error, GR_ERROR, GR_ERROR_EXISTS, _ ("There is already a supplier “%s”"), supplier->name);
  return FALSE;
}

static gboolean
save (GrShop *shop, GrSupplier *supplier, GError **error)
{
  return check_name_is_free (gr_shop_database (shop), supplier, error) &&
         gr_supplier_store_save (gr_shop_database (shop), supplier, error);
}

/**
 * gr_shop_save_supplier:
 * @supplier: with id 0: a new one
 *
 * Returns: its id, or 0 with @error set: %GR_ERROR_INVALID, %GR_ERROR_EXISTS for a name that is taken
 */
gint64
gr_shop_save_supplier (GrShop *shop, const GrSupplier *supplier, GError **error)
{
  g_autoptr (GrSupplier) copy = gr_supplier_copy (supplier);
  g_autofree char *title = NULL;

  if (!gr_supplier_check (supplier, error))
    return 0;
  title = gr_deed_title_new (supplier->id == 0 ? GR_DEED_NEW_SUPPLIER : GR_DEED_SUPPLIER, supplier->name);
  if (!gr_shop_begin_deed (shop, "save-supplier", title, error))
    return 0;
  return gr_shop_end_deed (shop, save (shop, copy, error), NULL, error) ? copy->id : 0;
}
