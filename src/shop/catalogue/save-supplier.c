#include "save-supplier.h"

#include "catalogue-rows.h"
#include "shop/base/shop-deed.h"

#include "domain/base/error.h"
#include "domain/base/row-merge.h"
#include "store/catalogue/supplier-store.h"

#include <glib/gi18n-lib.h>

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
  return gr_shop_end_deed (shop, gr_supplier_write (gr_shop_database (shop), copy, error), NULL, error) ? copy->id : 0;
}

/**
 * gr_shop_check_new_supplier:
 *
 * Whether gr_shop_save_supplier() would take a new one, for who is still writing it; fails as that does.
 */
gboolean
gr_shop_check_new_supplier (GrShop *shop, const GrSupplier *supplier, GError **error)
{
  return gr_supplier_check (supplier, error) && gr_supplier_check_is_new (gr_shop_database (shop), supplier, error);
}

static const GrRowField supplier_fields[] = {
    {N_ ("Name"), GR_FIELD_TEXT, G_STRUCT_OFFSET (GrSupplier, name)},
    {N_ ("Currency"), GR_FIELD_TEXT, G_STRUCT_OFFSET (GrSupplier, currency)},
    {N_ ("Email"), GR_FIELD_TEXT, G_STRUCT_OFFSET (GrSupplier, email)},
    {N_ ("Phone"), GR_FIELD_TEXT, G_STRUCT_OFFSET (GrSupplier, phone)},
    {N_ ("Note"), GR_FIELD_TEXT, G_STRUCT_OFFSET (GrSupplier, note)},
    {N_ ("Lead time (days)"), GR_FIELD_NUMBER, G_STRUCT_OFFSET (GrSupplier, lead_time_days)},
    {N_ ("Lead time varies by (days)"), GR_FIELD_DAYS, G_STRUCT_OFFSET (GrSupplier, lead_time_sd_days)},
    {N_ ("Payment due (days)"), GR_FIELD_NUMBER, G_STRUCT_OFFSET (GrSupplier, payment_terms_days)},
    {N_ ("Minimum order value"), GR_FIELD_MONEY, G_STRUCT_OFFSET (GrSupplier, minimum_order_value)},
};

static gboolean
edit (GrShop *shop, const GrSupplier *shown, const GrSupplier *edited, GError **error)
{
  GrDatabase *database = gr_shop_database (shop);
  const GrRowShape shape = {supplier_fields, G_N_ELEMENTS (supplier_fields), gr_shop_currency_digits (shop)};
  g_autoptr (GrSupplier) supplier = gr_supplier_store_by_id (database, edited->id, error);
  g_autofree char *title = NULL;

  if (supplier == NULL || !gr_row_merge (&shape, shown, edited, supplier, error) ||
      !gr_supplier_check (supplier, error))
    return FALSE;
  title = gr_deed_title_new (GR_DEED_SUPPLIER, supplier->name);
  return gr_deed_set_title (database, title, error) && gr_supplier_write (database, supplier, error);
}

/**
 * gr_shop_edit_supplier:
 * @shown: the supplier as it was when it was edited
 *
 * Changes of a supplier what differs between @shown and @edited, whatever else has become of it since.
 *
 * Returns: %FALSE with %GR_ERROR_CONFLICT where another changed the same to something else, %GR_ERROR_INVALID,
 *   %GR_ERROR_EXISTS for a name that is taken
 */
gboolean
gr_shop_edit_supplier (GrShop *shop, const GrSupplier *shown, const GrSupplier *edited, GError **error)
{
  return gr_shop_begin_deed (shop, "save-supplier", NULL, error) &&
         gr_shop_end_deed (shop, edit (shop, shown, edited, error), NULL, error);
}
