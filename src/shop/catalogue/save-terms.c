#include "save-item.h"

#include "shop/base/shop-deed.h"

#include "domain/base/error.h"
#include "store/catalogue/item-store.h"
#include "store/catalogue/supplier-store.h"

#include <glib/gi18n-lib.h>

/* "Terms of Lindner for 22041" */
static char *
title_of_terms (GrShop *shop, GrDeedForm form, const GrSupplierItem *terms, GError **error)
{
  GrDatabase *database = gr_shop_database (shop);
  g_autoptr (GrItem) item = gr_item_store_by_id (database, terms->item_id, error);
  g_autoptr (GrSupplier) supplier = NULL;

  if (item == NULL)
    return NULL;
  supplier = gr_supplier_store_by_id (database, terms->supplier_id, error);
  if (supplier == NULL)
    return NULL;
  return gr_deed_title_new (form, supplier->name, item->code);
}

/* One set of terms for an item and supplier: a second one takes the first one's place. */
static gboolean
save (GrShop *shop, const GrSupplierItem *terms, GError **error)
{
  GrDatabase *database = gr_shop_database (shop);
  g_autoptr (GrSupplierItem) known = NULL;
  GrSupplierItem row = *terms;

  if (!gr_supplier_item_store_find (database, terms->item_id, terms->supplier_id, &known, error))
    return FALSE;
  if (row.id == 0 && known != NULL)
    row.id = known->id;
  return gr_supplier_item_store_save (database, &row, error);
}

gboolean
gr_shop_save_terms (GrShop *shop, const GrSupplierItem *terms, GError **error)
{
  g_autofree char *title = NULL;

  if (!gr_supplier_item_check (terms, error))
    return FALSE;
  title = title_of_terms (shop, GR_DEED_TERMS, terms, error);
  if (title == NULL || !gr_shop_begin_deed (shop, "save-terms", title, error))
    return FALSE;
  return gr_shop_end_deed (shop, save (shop, terms, error), NULL, error);
}

gboolean
gr_shop_remove_terms (GrShop *shop, gint64 terms_id, GError **error)
{
  GrDatabase *database = gr_shop_database (shop);
  g_autoptr (GrSupplierItem) terms = gr_supplier_item_store_by_id (database, terms_id, error);
  g_autofree char *title = NULL;

  if (terms == NULL)
    return FALSE;
  title = title_of_terms (shop, GR_DEED_REMOVE_TERMS, terms, error);
  if (title == NULL || !gr_shop_begin_deed (shop, "remove-terms", title, error))
    return FALSE;
  return gr_shop_end_deed (shop, gr_supplier_item_store_delete (database, terms_id, error), NULL, error);
}
