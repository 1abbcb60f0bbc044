#include "order-deed.h"
#include "shop/planning/plan-rules.h"

#include "domain/base/decimal.h"
#include "domain/base/error.h"
#include "domain/base/row-merge.h"
#include "store/catalogue/item-store.h"
#include "store/orders/order-store.h"
#include "store/catalogue/supplier-store.h"

#include <glib/gi18n-lib.h>

/* What a line of the order becomes. */
typedef struct {
  gint64 item_id;
  GrQty qty;
  const GrPrice *unit_price;
} Edit;

static gboolean
check_edit (const Edit *edit, const GrItem *item, const GrPurchaseOrderLine *line, GError **error)
{
  if (edit->qty < 0 || (edit->unit_price != NULL && *edit->unit_price < 0)) {
    g_set_error_literal (
        error, GR_ERROR, GR_ERROR_INVALID, _ ("Quantities and prices on an order can’t be below zero"));
    return FALSE;
  }
  if (edit->qty >= GR_QTY_LIMIT || (edit->unit_price != NULL && *edit->unit_price >= GR_PRICE_LIMIT)) {
    g_set_error_literal (error, GR_ERROR, GR_ERROR_INVALID, _ ("That number is too large. Please check it."));
    return FALSE;
  }
  if (line == NULL && edit->qty == 0) {
    g_set_error (error, GR_ERROR, GR_ERROR_NOT_FOUND, _ ("%s is not on this order"), item->code);
    return FALSE;
  }
  if (line == NULL && !item->is_stocked) {
    g_set_error (error, GR_ERROR, GR_ERROR_REFUSED, _ ("No stock is kept of %s"), item->code);
    return FALSE;
  }
  if (line == NULL && item->status == GR_ITEM_DISCONTINUED) {
    g_set_error (error, GR_ERROR, GR_ERROR_REFUSED, _ ("%s is discontinued and no longer ordered"), item->code);
    return FALSE;
  }
  return TRUE;
}

/* The order's supplier may be another one than the item's preferred. */
static gboolean
find_price (GrOrderDeed *deed, const GrItem *item, GrPrice *price, GError **error)
{
  g_autoptr (GrSupplierItem) terms = NULL;

  if (!gr_supplier_item_store_find (deed->database, item->id, deed->order->supplier_id, &terms, error))
    return FALSE;
  *price = terms != NULL && terms->unit_price > 0 ? terms->unit_price : item->unit_cost;
  return TRUE;
}

static gboolean
put_line (GrOrderDeed *deed, const Edit *edit, const GrItem *item, GrPurchaseOrderLine *line, GError **error)
{
  GrPurchaseOrderLine fresh = {.order_id = deed->order->id, .item_id = item->id, .expected_on = GR_DATE_NONE};

  if (line == NULL) {
    if (!find_price (deed, item, &fresh.unit_price, error))
      return FALSE;
    line = &fresh;
  }
  line->ordered_qty = edit->qty;
  if (edit->unit_price != NULL)
    line->unit_price = *edit->unit_price;
  deed->title = gr_deed_title_new (GR_DEED_ORDER_LINE, edit->qty, item->code, deed->order->number);
  return gr_order_store_save_line (deed->database, line, error);
}

static gboolean
edit_line (GrOrderDeed *deed, GError **error)
{
  const Edit *edit = deed->data;
  g_autoptr (GrItem) item = gr_item_store_by_id (deed->database, edit->item_id, error);
  g_autoptr (GrPurchaseOrderLine) line = NULL;

  if (item == NULL || !gr_order_store_find_line (deed->database, deed->order->id, edit->item_id, &line, error) ||
      !check_edit (edit, item, line, error))
    return FALSE;
  if (edit->qty > 0)
    return put_line (deed, edit, item, line, error);
  deed->title = gr_deed_title_new (GR_DEED_REMOVE_ORDER_LINE, item->code, deed->order->number);
  return gr_order_store_delete_line (deed->database, line->id, error);
}

/**
 * gr_shop_set_order_line:
 * @qty: in the item's units; 0 takes the item off the draft
 * @unit_price: (nullable): %NULL keeps the line's, and gives a new line the supplier's
 *
 * Puts an item on a draft, or changes how much of it.
 */
gboolean
gr_shop_set_order_line (
    GrShop *shop, gint64 order_id, gint64 item_id, GrQty qty, const GrPrice *unit_price, GError **error)
{
  static const GrOrderVerb verb = {"edit-order", GR_ORDER_EDIT, FALSE, edit_line};
  const GrOrderSet one = {&order_id, 1};
  Edit edit = {item_id, qty, unit_price};

  return gr_order_deed_run (shop, &one, &verb, &edit, error);
}

/* A line as it was shown, and what somebody made of it. */
typedef struct {
  const GrPurchaseOrderLine *shown;
  const GrPurchaseOrderLine *edited;
} LineEdit;

static const GrRowField line_fields[] = {
    {N_ ("Ordered"), GR_FIELD_QTY, G_STRUCT_OFFSET (GrPurchaseOrderLine, ordered_qty)},
    {N_ ("Purchase price"), GR_FIELD_PRICE, G_STRUCT_OFFSET (GrPurchaseOrderLine, unit_price)},
};

static gboolean
merge_line (GrOrderDeed *deed, GError **error)
{
  const LineEdit *change = deed->data;
  const GrRowShape shape = {line_fields, G_N_ELEMENTS (line_fields), gr_shop_currency_digits (deed->shop)};
  g_autoptr (GrItem) item = gr_item_store_by_id (deed->database, change->edited->item_id, error);
  g_autoptr (GrPurchaseOrderLine) line = NULL;
  Edit edit;

  if (item == NULL || !gr_order_store_find_line (deed->database, deed->order->id, item->id, &line, error))
    return FALSE;
  if (line == NULL) {
    g_set_error (error, GR_ERROR, GR_ERROR_NOT_FOUND, _ ("%s is not on this order"), item->code);
    return FALSE;
  }
  if (!gr_row_merge (&shape, change->shown, change->edited, line, error))
    return FALSE;
  edit = (Edit){item->id, line->ordered_qty, &line->unit_price};
  return check_edit (&edit, item, line, error) && put_line (deed, &edit, item, line, error);
}

/**
 * gr_shop_edit_order_line:
 * @shown: the line as it was when it was edited
 * @edited: with another quantity, more than zero, or price
 *
 * Changes of a draft's line what differs between @shown and @edited. Fails with %GR_ERROR_CONFLICT where another
 * changed the same to something else.
 */
gboolean
gr_shop_edit_order_line (
    GrShop *shop, const GrPurchaseOrderLine *shown, const GrPurchaseOrderLine *edited, GError **error)
{
  static const GrOrderVerb verb = {"edit-order", GR_ORDER_EDIT, FALSE, merge_line};
  const GrOrderSet one = {&shown->order_id, 1};
  LineEdit change = {shown, edited};

  return gr_order_deed_run (shop, &one, &verb, &change, error);
}
