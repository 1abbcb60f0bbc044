#include "save-item.h"

#include "catalogue-rows.h"
#include "shop/base/shop-deed.h"

#include "domain/base/error.h"
#include "domain/base/row-merge.h"
#include "store/catalogue/barcode-store.h"
#include "store/catalogue/item-store.h"

#include <glib/gi18n-lib.h>

static GrDeedForm
form_of_change (const GrItem *old, const GrItem *new)
{
  static const GrDeedForm forms[] = {GR_DEED_ITEM, GR_DEED_ITEM_DESCRIPTION, GR_DEED_ITEM_FAMILY, GR_DEED_ITEM_COST,
      GR_DEED_ITEM_PRICE, GR_DEED_ITEM_LEVEL};
  const gboolean changed[] = {
      !g_str_equal (old->code, new->code) || g_strcmp0 (old->unit, new->unit) != 0 || old->status != new->status ||
          !old->is_stocked != !new->is_stocked,
      g_strcmp0 (old->description, new->description) != 0,
      g_strcmp0 (old->family, new->family) != 0,
      old->unit_cost != new->unit_cost,
      old->unit_price != new->unit_price,
      old->service_level != new->service_level,
  };
  gsize what = 0, n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (changed); i++)
    if (changed[i]) {
      what = i;
      n++;
    }
  return forms[n == 1 ? what : 0];
}

static const GrRowField item_fields[] = {
    {N_ ("Item code"), GR_FIELD_TEXT, G_STRUCT_OFFSET (GrItem, code)},
    {N_ ("Description"), GR_FIELD_TEXT, G_STRUCT_OFFSET (GrItem, description)},
    {N_ ("Family"), GR_FIELD_TEXT, G_STRUCT_OFFSET (GrItem, family)},
    {N_ ("Unit"), GR_FIELD_TEXT, G_STRUCT_OFFSET (GrItem, unit)},
    {N_ ("Purchase price"), GR_FIELD_PRICE, G_STRUCT_OFFSET (GrItem, unit_cost)},
    {N_ ("Selling price"), GR_FIELD_PRICE, G_STRUCT_OFFSET (GrItem, unit_price)},
    {N_ ("Service level"), GR_FIELD_SHARE, G_STRUCT_OFFSET (GrItem, service_level)},
    {N_ ("Status"), GR_FIELD_FLAG, G_STRUCT_OFFSET (GrItem, status)},
    {N_ ("Stock is kept"), GR_FIELD_FLAG, G_STRUCT_OFFSET (GrItem, is_stocked)},
};

static gboolean
edit (GrShop *shop, const GrItem *shown, const GrItem *edited, GError **error)
{
  GrDatabase *database = gr_shop_database (shop);
  const GrRowShape shape = {item_fields, G_N_ELEMENTS (item_fields), gr_shop_currency_digits (shop)};
  g_autoptr (GrItem) old = gr_item_store_by_id (database, edited->id, error);
  g_autoptr (GrItem) item = NULL;
  g_autofree char *title = NULL;

  if (old == NULL)
    return FALSE;
  item = gr_item_copy (old);
  if (!gr_row_merge (&shape, shown, edited, item, error) || !gr_item_check (item, error))
    return FALSE;
  title = gr_deed_title_new (form_of_change (old, item), item->code);
  return gr_deed_set_title (database, title, error) && gr_item_write (database, item, error);
}

/**
 * gr_shop_edit_item:
 * @shown: the item as it was when it was edited
 *
 * Changes of an item what differs between @shown and @edited, whatever else has become of it since.
 *
 * Returns: %FALSE with %GR_ERROR_CONFLICT where another changed the same to something else, %GR_ERROR_INVALID,
 *   %GR_ERROR_EXISTS for a code that is taken
 */
gboolean
gr_shop_edit_item (GrShop *shop, const GrItem *shown, const GrItem *edited, GError **error)
{
  return gr_shop_begin_deed (shop, "save-item", NULL, error) &&
         gr_shop_end_deed (shop, edit (shop, shown, edited, error), NULL, error);
}

/**
 * gr_shop_add_barcode:
 * @qty: how much of the item the code stands for: a carton's more than one
 *
 * Gives an item a code that scanners read; a code it has already gets the quantity anew.
 */
gboolean
gr_shop_add_barcode (GrShop *shop, gint64 item_id, const char *code, GrQty qty, GError **error)
{
  g_autofree char *title = NULL;

  if (code == NULL || *code == '\0' || qty <= 0) {
    g_set_error_literal (
        error, GR_ERROR, GR_ERROR_INVALID, _ ("A barcode needs a code and a quantity of more than zero"));
    return FALSE;
  }
  title = gr_deed_title_new (GR_DEED_ADD_BARCODE, code);
  if (!gr_shop_begin_deed (shop, "add-barcode", title, error))
    return FALSE;
  return gr_shop_end_deed (shop, gr_barcode_write (gr_shop_database (shop), item_id, code, qty, error), NULL, error);
}

gboolean
gr_shop_remove_barcode (GrShop *shop, const char *code, GError **error)
{
  g_autoptr (GrBarcode) known = NULL;
  g_autofree char *title = NULL;

  if (!gr_barcode_store_find (gr_shop_database (shop), code, &known, error))
    return FALSE;
  if (known == NULL) {
    g_set_error (error, GR_ERROR, GR_ERROR_NOT_FOUND, _ ("There is no barcode %s"), code);
    return FALSE;
  }
  title = gr_deed_title_new (GR_DEED_REMOVE_BARCODE, code);
  if (!gr_shop_begin_deed (shop, "remove-barcode", title, error))
    return FALSE;
  return gr_shop_end_deed (shop, gr_barcode_store_delete (gr_shop_database (shop), known->id, error), NULL, error);
}
