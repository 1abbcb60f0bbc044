#include "receipt.h"

#include "shop/purchasing/order-view.h"
#include "shop/catalogue/supplier-view.h"

static gint64
row_id (gconstpointer row)
{
  return ((const GrReceiptRow *) row)->line->id;
}

static void
free_row (gpointer data)
{
  GrReceiptRow *row = data;

  gr_purchase_order_line_free (row->line);
  g_free (row);
}

/* Taken as new, so that the tables hear of it. */
static void
put (GrReceipt *receipt, guint position, GrQty qty)
{
  g_autoptr (GrRow) row = g_list_model_get_item (G_LIST_MODEL (receipt->model), position);
  GrReceiptRow *old = gr_row_get_data (row);
  GrReceiptRow *fresh = g_memdup2 (old, sizeof *old);

  old->line = NULL;
  fresh->qty = qty;
  gr_row_take_data (row, fresh, free_row);
}

static const GrReceiptRow *
row_at (const GrReceipt *receipt, guint position)
{
  g_autoptr (GrRow) row = g_list_model_get_item (G_LIST_MODEL (receipt->model), position);

  return gr_row_get_data (row);
}

static guint
count_rows (const GrReceipt *receipt)
{
  return g_list_model_get_n_items (G_LIST_MODEL (receipt->model));
}

static GrQty
pack_of (GPtrArray *terms, gint64 item_id)
{
  for (guint i = 0; terms && i < terms->len; i++) {
    const GrSupplierItem *item = ((GrSupplierItemRow *) g_ptr_array_index (terms, i))->terms;

    if (item->item_id == item_id)
      return item->order_multiple;
  }
  return 0;
}

/* Lines of which nothing is to come are left out. */
static GPtrArray *
make_rows (GPtrArray *lines, GPtrArray *terms)
{
  GPtrArray *rows = g_ptr_array_new();

  g_ptr_array_set_free_func (lines, NULL);
  for (guint i = 0; i < lines->len; i++) {
    GrPurchaseOrderLine *line = g_ptr_array_index (lines, i);
    GrQty remaining = gr_purchase_order_line_remaining (line);
    GrReceiptRow *row;

    if (remaining == 0) {
      gr_purchase_order_line_free (line);
      continue;
    }
    row = g_new (GrReceiptRow, 1);
    *row = (GrReceiptRow){line, {pack_of (terms, line->item_id), line->unit}, remaining};
    g_ptr_array_add (rows, row);
  }
  return rows;
}

/**
 * gr_receipt_new:
 *
 * Returns: (transfer full): a receipt of all that remains
 */
GrReceipt *
gr_receipt_new (GrShop *shop, const GrPurchaseOrder *order, GError **error)
{
  g_autoptr (GPtrArray) lines = gr_shop_order_lines (shop, order->id, error);
  g_autoptr (GPtrArray) terms = lines ? gr_shop_supplier_items (shop, order->supplier_id, error) : NULL;
  GrReceipt *receipt;

  if (!terms)
    return NULL;
  receipt = g_new0 (GrReceipt, 1);
  receipt->order_id = order->id;
  receipt->model = gr_paged_model_new (&(GrRowSource){.id_of = row_id, .free_row = free_row}, FALSE);
  gr_paged_model_take_rows (receipt->model, make_rows (lines, terms));
  return receipt;
}

void
gr_receipt_free (GrReceipt *receipt)
{
  if (!receipt)
    return;
  g_object_unref (receipt->model);
  g_free (receipt);
}

void
gr_receipt_set (GrReceipt *receipt, gint64 line_id, GrQty qty)
{
  guint position = gr_paged_model_position_of (receipt->model, line_id);

  if (position != GTK_INVALID_LIST_POSITION)
    put (receipt, position, qty);
}

/**
 * gr_receipt_fill:
 * @is_all: all that remains has come; else nothing has
 */
void
gr_receipt_fill (GrReceipt *receipt, gboolean is_all)
{
  receipt->is_counting = !is_all;
  for (guint i = 0; i < count_rows (receipt); i++)
    put (receipt, i, is_all ? gr_purchase_order_line_remaining (row_at (receipt, i)->line) : 0);
}

/**
 * gr_receipt_scan:
 *
 * One more of what was scanned. The first scan starts to count from nothing.
 *
 * Returns: (nullable) (transfer none): its line, %NULL where the item is not expected
 */
const GrReceiptRow *
gr_receipt_scan (GrReceipt *receipt, gint64 item_id, GrQty qty)
{
  for (guint i = 0; i < count_rows (receipt); i++) {
    if (row_at (receipt, i)->line->item_id != item_id)
      continue;
    if (!receipt->is_counting)
      gr_receipt_fill (receipt, FALSE);
    put (receipt, i, gr_qty_add (row_at (receipt, i)->qty, qty));
    return row_at (receipt, i);
  }
  return NULL;
}

/**
 * gr_receipt_lines:
 *
 * Returns: (transfer full): the lines of which something has come
 */
GArray *
gr_receipt_lines (const GrReceipt *receipt)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (GrReceiptLine));

  for (guint i = 0; i < count_rows (receipt); i++) {
    const GrReceiptRow *row = row_at (receipt, i);
    GrReceiptLine line = {row->line->id, row->qty};

    if (row->qty > 0)
      g_array_append_val (lines, line);
  }
  return lines;
}

/**
 * gr_receipt_excess:
 *
 * Returns: how much more has come than was still to come
 */
GrQty
gr_receipt_excess (const GrReceiptRow *row)
{
  return MAX (0, row->qty - gr_purchase_order_line_remaining (row->line));
}

/**
 * gr_receipt_first_excess:
 * @n: (out): how many lines there are of which too much has come
 *
 * Returns: (nullable) (transfer none): the first of them
 */
const GrReceiptRow *
gr_receipt_first_excess (const GrReceipt *receipt, guint *n)
{
  const GrReceiptRow *first = NULL;

  *n = 0;
  for (guint i = 0; i < count_rows (receipt); i++) {
    const GrReceiptRow *row = row_at (receipt, i);

    if (gr_receipt_excess (row) == 0)
      continue;
    first = first ? first : row;
    (*n)++;
  }
  return first;
}
