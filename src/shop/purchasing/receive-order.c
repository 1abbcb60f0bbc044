#include "order-deed.h"
#include "shop/stock/usual-place.h"

#include "domain/base/decimal.h"
#include "domain/base/error.h"
#include "store/orders/order-store.h"

#include <glib/gi18n-lib.h>

/* What came; without @lines all that remains. @location_id 0: each item's usual place. */
typedef struct {
  gint64 location_id;
  const GrReceiptLine *lines;
  gsize n_lines;
  gboolean accept_more;
} Receipt;

static GrPurchaseOrderLine *
find_line (GrOrderDeed *deed, gint64 line_id)
{
  for (guint i = 0; i < deed->lines->len; i++) {
    GrPurchaseOrderLine *line = g_ptr_array_index (deed->lines, i);

    if (line->id == line_id)
      return line;
  }
  return NULL;
}

static gboolean
check_quantity (const GrPurchaseOrderLine *line, GrQty qty, gboolean accept_more, GError **error)
{
  GrQty remaining = gr_purchase_order_line_remaining (line);
  g_autofree char *came = gr_decimal_title (qty, GR_QTY_DIGITS, 0);
  g_autofree char *expected = gr_decimal_title (remaining, GR_QTY_DIGITS, 0);

  if (qty <= 0) {
    g_set_error (error, GR_ERROR, GR_ERROR_INVALID, _ ("No quantity received was entered for %s"), line->item_code);
    return FALSE;
  }
  if (qty >= GR_QTY_LIMIT) {
    g_set_error_literal (error, GR_ERROR, GR_ERROR_INVALID, _ ("That number is too large. Please check it."));
    return FALSE;
  }
  if (qty > remaining && !accept_more) {
    g_set_error (error, GR_ERROR, GR_ERROR_REFUSED, _ ("%s × %s is more than the %s outstanding"), came,
        line->item_code, expected);
    return FALSE;
  }
  return TRUE;
}

static gboolean
receive_line (GrOrderDeed *deed, GrPurchaseOrderLine *line, GrQty qty, GError **error)
{
  const Receipt *receipt = deed->data;
  gint64 location_id = receipt->location_id;

  if (!check_quantity (line, qty, receipt->accept_more, error))
    return FALSE;
  if (location_id == 0 && !gr_usual_place_find (deed->database, line->item_id, &location_id, error))
    return FALSE;
  if (!gr_order_store_receive_line (deed->database, line->id, location_id, qty, deed->today, error))
    return FALSE;
  line->received_qty += qty;
  return TRUE;
}

static gboolean
receive_chosen (GrOrderDeed *deed, GError **error)
{
  const Receipt *receipt = deed->data;

  for (gsize i = 0; i < receipt->n_lines; i++) {
    GrPurchaseOrderLine *line = find_line (deed, receipt->lines[i].line_id);

    if (line == NULL) {
      g_set_error (error, GR_ERROR, GR_ERROR_NOT_FOUND, _ ("%s has no such line"), deed->order->number);
      return FALSE;
    }
    if (!receive_line (deed, line, receipt->lines[i].qty, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
receive_all (GrOrderDeed *deed, GError **error)
{
  for (guint i = 0; i < deed->lines->len; i++) {
    GrPurchaseOrderLine *line = g_ptr_array_index (deed->lines, i);
    GrQty remaining = gr_purchase_order_line_remaining (line);

    if (remaining > 0 && !receive_line (deed, line, remaining, error))
      return FALSE;
  }
  return TRUE;
}

/* More than ordered on one line does not make up for less on another. */
static GrOrderState
state_after (const GrOrderDeed *deed)
{
  GrQty ordered = 0, received = 0, cancelled = 0;

  for (guint i = 0; i < deed->lines->len; i++) {
    const GrPurchaseOrderLine *line = g_ptr_array_index (deed->lines, i);

    ordered += line->ordered_qty;
    cancelled += MIN (line->cancelled_qty, line->ordered_qty);
    received += MIN (line->received_qty, line->ordered_qty - MIN (line->cancelled_qty, line->ordered_qty));
  }
  return gr_order_state_after_receipt (ordered, received, cancelled);
}

static char *
write_title (const GrOrderDeed *deed)
{
  const Receipt *receipt = deed->data;
  gint64 n = (gint64) receipt->n_lines;

  if (receipt->lines == NULL)
    return gr_deed_title_new (GR_DEED_RECEIVE_ALL, deed->order->number);
  if (n == 1)
    for (guint i = 0; i < deed->lines->len; i++) {
      const GrPurchaseOrderLine *line = g_ptr_array_index (deed->lines, i);

      if (line->id == receipt->lines[0].line_id)
        return gr_deed_title_new (GR_DEED_RECEIVE_LINE, receipt->lines[0].qty, line->item_code, deed->order->number);
    }
  return gr_deed_title_new (GR_DEED_RECEIVE_LINES, n, deed->order->number);
}

static gboolean
receive (GrOrderDeed *deed, GError **error)
{
  const Receipt *receipt = deed->data;

  if (receipt->lines != NULL && receipt->n_lines == 0) {
    g_set_error_literal (error, GR_ERROR, GR_ERROR_INVALID, _ ("No quantity received was entered"));
    return FALSE;
  }
  if (!(receipt->lines != NULL ? receive_chosen (deed, error) : receive_all (deed, error)))
    return FALSE;
  deed->order->state = state_after (deed);
  deed->title = write_title (deed);
  return TRUE;
}

static gboolean
run_receipt (GrShop *shop, const GrOrderSet *orders, const Receipt *receipt, GError **error)
{
  static const GrOrderVerb verb = {"receive-order", GR_ORDER_RECEIVE, TRUE, receive};

  return gr_order_deed_run (shop, orders, &verb, receipt, error);
}

/**
 * gr_shop_receive_order:
 * @location_id: where the goods were put; 0 for each item's usual place
 * @lines: (array length=n_lines): what came of which line, each quantity above 0
 * @accept_more: more than was still to come is meant; without it that fails with %GR_ERROR_REFUSED
 *
 * Goods came: moves from the suppliers to the shelf. The moves carry the order's price; the item's own cost stays what
 * the owner set.
 */
gboolean
gr_shop_receive_order (GrShop *shop, gint64 order_id, gint64 location_id, const GrReceiptLine *lines, gsize n_lines,
    gboolean accept_more, GError **error)
{
  static const GrReceiptLine none = {0};
  const GrOrderSet one = {&order_id, 1};
  Receipt receipt = {location_id, lines != NULL ? lines : &none, n_lines, accept_more};

  return run_receipt (shop, &one, &receipt, error);
}

/**
 * gr_shop_receive_orders:
 * @location_id: where the goods were put; 0 for each item's usual place
 *
 * All that was still to come of the orders has come.
 */
gboolean
gr_shop_receive_orders (GrShop *shop, const GrOrderSet *orders, gint64 location_id, GError **error)
{
  Receipt receipt = {.location_id = location_id};

  return run_receipt (shop, orders, &receipt, error);
}
