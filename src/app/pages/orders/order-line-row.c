#include "order-line-row.h"

#include "domain/trade/order-quantity.h"
#include "shop/purchasing/order-view.h"
#include "shop/catalogue/supplier-view.h"

struct _GrOrderTerms {
  GPtrArray *rows;     /* GrSupplierItemRow */
  GHashTable *by_item; /* item id -> GrSupplierItem of @rows */
};

/**
 * gr_order_terms_read:
 *
 * Returns: (transfer full): the terms of all that the supplier sells; O(items of the supplier)
 */
GrOrderTerms *
gr_order_terms_read (GrShop *shop, gint64 supplier_id, GError **error)
{
  GPtrArray *rows = gr_shop_supplier_items (shop, supplier_id, error);
  GrOrderTerms *terms;

  if (!rows)
    return NULL;
  terms = g_new (GrOrderTerms, 1);
  terms->rows = rows;
  terms->by_item = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < rows->len; i++) {
    GrSupplierItem *item = ((GrSupplierItemRow *) g_ptr_array_index (rows, i))->terms;

    g_hash_table_insert (terms->by_item, &item->item_id, item);
  }
  return terms;
}

void
gr_order_terms_free (GrOrderTerms *terms)
{
  if (!terms)
    return;
  g_hash_table_unref (terms->by_item);
  g_ptr_array_unref (terms->rows);
  g_free (terms);
}

static const GrSupplierItem *
terms_of (const GrOrderTerms *terms, gint64 item_id)
{
  return g_hash_table_lookup (terms->by_item, &item_id);
}

/**
 * gr_order_terms_least:
 *
 * Returns: @qty, raised to what the supplier sells of the item
 */
GrQty
gr_order_terms_least (const GrOrderTerms *terms, gint64 item_id, GrQty qty)
{
  const GrSupplierItem *item = terms ? terms_of (terms, item_id) : NULL;

  return item ? gr_order_quantity (qty, item->minimum_order_qty, item->order_multiple) : qty;
}

void
gr_order_line_row_free (GrOrderLineRow *row)
{
  gr_purchase_order_line_free (row->line);
  g_free (row);
}

/**
 * gr_order_line_rows_read:
 *
 * Returns: (transfer full): the order's lines; the array does not own them
 */
GPtrArray *
gr_order_line_rows_read (GrShop *shop, gint64 order_id, const GrOrderTerms *terms, GError **error)
{
  g_autoptr (GPtrArray) lines = gr_shop_order_lines (shop, order_id, error);
  GPtrArray *rows;

  if (!lines)
    return NULL;
  rows = g_ptr_array_sized_new (lines->len);
  g_ptr_array_set_free_func (lines, NULL);
  for (guint i = 0; i < lines->len; i++) {
    GrOrderLineRow *row = g_new (GrOrderLineRow, 1);
    const GrSupplierItem *item;

    row->line = g_ptr_array_index (lines, i);
    item = terms_of (terms, row->line->item_id);
    row->pack = (GrPack){item ? item->order_multiple : 0, row->line->unit};
    row->currency_digits = gr_shop_currency_digits (shop);
    g_ptr_array_add (rows, row);
  }
  return rows;
}

static gint64
line_id (gconstpointer row)
{
  return ((const GrOrderLineRow *) row)->line->id;
}

/**
 * gr_order_line_rows_model:
 *
 * Returns: (transfer full): an empty list of #GrOrderLineRow, to be given rows
 */
GrPagedModel *
gr_order_line_rows_model (void)
{
  return gr_paged_model_new (
      &(GrRowSource){.id_of = line_id, .free_row = (GDestroyNotify) gr_order_line_row_free}, FALSE);
}

/**
 * gr_order_line_row_item:
 *
 * Returns: the item of a line, 0 where the line is not in the list
 */
gint64
gr_order_line_row_item (GrPagedModel *model, gint64 id)
{
  guint position = id ? gr_paged_model_position_of (model, id) : GTK_INVALID_LIST_POSITION;
  g_autoptr (GrRow) row =
      position != GTK_INVALID_LIST_POSITION ? g_list_model_get_item (G_LIST_MODEL (model), position) : NULL;
  const GrOrderLineRow *line = row ? gr_row_get_data (row) : NULL;

  return line ? line->line->item_id : 0;
}
