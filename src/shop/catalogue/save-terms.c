#include "save-item.h"

#include "catalogue-rows.h"
#include "shop/base/shop-deed.h"

#include "domain/base/error.h"
#include "domain/base/row-merge.h"
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

/**
 * gr_shop_save_terms:
 * @terms: with id 0: new ones
 *
 * Fails with %GR_ERROR_EXISTS where new ones would take the place of those that somebody else has just added, and with
 * %GR_ERROR_INVALID.
 */
gboolean
gr_shop_save_terms (GrShop *shop, const GrSupplierItem *terms, GError **error)
{
  g_autofree char *title = NULL;

  if (!gr_supplier_item_check (terms, error))
    return FALSE;
  title = title_of_terms (shop, GR_DEED_TERMS, terms, error);
  if (title == NULL || !gr_shop_begin_deed (shop, "save-terms", title, error))
    return FALSE;
  return gr_shop_end_deed (shop, gr_terms_write (gr_shop_database (shop), terms, error), NULL, error);
}

static const GrRowField terms_fields[] = {
    {N_ ("Supplier’s item code"), GR_FIELD_TEXT, G_STRUCT_OFFSET (GrSupplierItem, supplier_code)},
    {N_ ("Purchase price"), GR_FIELD_PRICE, G_STRUCT_OFFSET (GrSupplierItem, unit_price)},
    {N_ ("Lead time (days)"), GR_FIELD_NUMBER, G_STRUCT_OFFSET (GrSupplierItem, lead_time_days)},
    {N_ ("Lead time varies by (days)"), GR_FIELD_DAYS, G_STRUCT_OFFSET (GrSupplierItem, lead_time_sd_days)},
    {N_ ("Minimum quantity"), GR_FIELD_QTY, G_STRUCT_OFFSET (GrSupplierItem, minimum_order_qty)},
    {N_ ("Pack size"), GR_FIELD_QTY, G_STRUCT_OFFSET (GrSupplierItem, order_multiple)},
    {N_ ("Preferred"), GR_FIELD_FLAG, G_STRUCT_OFFSET (GrSupplierItem, is_preferred)},
};

static gboolean
edit (GrShop *shop, const GrSupplierItem *shown, const GrSupplierItem *edited, GError **error)
{
  GrDatabase *database = gr_shop_database (shop);
  const GrRowShape shape = {terms_fields, G_N_ELEMENTS (terms_fields), gr_shop_currency_digits (shop)};
  g_autoptr (GrSupplierItem) terms = gr_supplier_item_store_by_id (database, edited->id, error);
  g_autofree char *title = NULL;

  if (terms == NULL || !gr_row_merge (&shape, shown, edited, terms, error) || !gr_supplier_item_check (terms, error))
    return FALSE;
  title = title_of_terms (shop, GR_DEED_TERMS, terms, error);
  return title != NULL && gr_deed_set_title (database, title, error) &&
         gr_supplier_item_store_save (database, terms, error);
}

/**
 * gr_shop_edit_terms:
 * @shown: the terms as they were when they were edited
 *
 * Changes of terms what differs between @shown and @edited, whatever else has become of them since. Fails with
 * %GR_ERROR_CONFLICT where another changed the same to something else, and with %GR_ERROR_NOT_FOUND where they are
 * gone.
 */
gboolean
gr_shop_edit_terms (GrShop *shop, const GrSupplierItem *shown, const GrSupplierItem *edited, GError **error)
{
  return gr_shop_begin_deed (shop, "save-terms", NULL, error) &&
         gr_shop_end_deed (shop, edit (shop, shown, edited, error), NULL, error);
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
