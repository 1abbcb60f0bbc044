#include "save-supplier.h"

#include "shop/planning/replan-items.h"
#include "shop/base/shop-private.h"

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
  g_set_error (error, GR_ERROR, GR_ERROR_EXISTS, _ ("There is a supplier “%s” already"), supplier->name);
  return FALSE;
}

/* Lead times are part of every plan of what the supplier sells. */
static gboolean
replan_supply (GrShop *shop, gint64 supplier_id, GError **error)
{
  g_autoptr (GPtrArray) terms = gr_supplier_item_store_of_supplier (gr_shop_database (shop), supplier_id, error);
  g_autofree gint64 *items = NULL;

  if (terms == NULL)
    return FALSE;
  items = g_new (gint64, terms->len + 1);
  for (guint i = 0; i < terms->len; i++)
    items[i] = ((const GrSupplierItem *) terms->pdata[i])->item_id;
  return gr_replan_items (shop, items, terms->len, error);
}

static gboolean
save (GrShop *shop, GrSupplier *supplier, GError **error)
{
  return check_name_is_free (gr_shop_database (shop), supplier, error) &&
         gr_supplier_store_save (gr_shop_database (shop), supplier, error) && replan_supply (shop, supplier->id, error);
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
  title = g_strdup_printf (supplier->id == 0 ? _ ("New supplier %s") : _ ("Changes to supplier %s"), supplier->name);
  if (!gr_shop_begin_deed (shop, "save-supplier", title, error))
    return 0;
  return gr_shop_end_deed (shop, save (shop, copy, error), NULL, error) ? copy->id : 0;
}
