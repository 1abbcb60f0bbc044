#pragma once

#include "shop/base/shop.h"

#include "domain/trade/purchase-order.h"

/* Orders that something is done to at once. */
typedef struct {
  const gint64 *ids;
  gsize n;
} GrOrderSet;

/* Each is one deed, done to all of its orders or to none; a state that does not allow it fails with GR_ERROR_REFUSED
 * and says why. */
gint64 gr_shop_new_order (GrShop *shop, gint64 supplier_id, GError **error);
gboolean gr_shop_set_order_line (
    GrShop *shop, gint64 order_id, gint64 item_id, GrQty qty, const GrPrice *unit_price, GError **error);
gboolean gr_shop_edit_order_line (
    GrShop *shop, const GrPurchaseOrderLine *shown, const GrPurchaseOrderLine *edited, GError **error);
gboolean gr_shop_approve_orders (GrShop *shop, const GrOrderSet *orders, GError **error);
gboolean gr_shop_reopen_orders (GrShop *shop, const GrOrderSet *orders, GError **error);
gboolean gr_shop_send_orders (GrShop *shop, const GrOrderSet *orders, GError **error);
gboolean gr_shop_hold_orders (GrShop *shop, const GrOrderSet *orders, gboolean is_on_hold, GError **error);
gboolean gr_shop_close_orders (GrShop *shop, const GrOrderSet *orders, GError **error);
gboolean gr_shop_cancel_orders (GrShop *shop, const GrOrderSet *orders, GError **error);

/* What of an order line has come; @accept_more where it is more than was ordered, and that is meant. */
typedef struct {
  gint64 line_id;
  GrQty qty;
} GrReceiptLine;

gboolean gr_shop_receive_order (GrShop *shop, gint64 order_id, gint64 location_id, const GrReceiptLine *lines,
    gsize n_lines, gboolean accept_more, GError **error);
gboolean gr_shop_receive_orders (GrShop *shop, const GrOrderSet *orders, gint64 location_id, GError **error);

/* The same for one order. */

static inline gboolean
gr_shop_approve_order (GrShop *shop, gint64 order_id, GError **error)
{
  return gr_shop_approve_orders (shop, &(const GrOrderSet){&order_id, 1}, error);
}

static inline gboolean
gr_shop_reopen_order (GrShop *shop, gint64 order_id, GError **error)
{
  return gr_shop_reopen_orders (shop, &(const GrOrderSet){&order_id, 1}, error);
}

static inline gboolean
gr_shop_send_order (GrShop *shop, gint64 order_id, GError **error)
{
  return gr_shop_send_orders (shop, &(const GrOrderSet){&order_id, 1}, error);
}

static inline gboolean
gr_shop_hold_order (GrShop *shop, gint64 order_id, gboolean is_on_hold, GError **error)
{
  return gr_shop_hold_orders (shop, &(const GrOrderSet){&order_id, 1}, is_on_hold, error);
}

static inline gboolean
gr_shop_close_order (GrShop *shop, gint64 order_id, GError **error)
{
  return gr_shop_close_orders (shop, &(const GrOrderSet){&order_id, 1}, error);
}

static inline gboolean
gr_shop_cancel_order (GrShop *shop, gint64 order_id, GError **error)
{
  return gr_shop_cancel_orders (shop, &(const GrOrderSet){&order_id, 1}, error);
}

static inline gboolean
gr_shop_receive_remaining (GrShop *shop, gint64 order_id, gint64 location_id, GError **error)
{
  return gr_shop_receive_orders (shop, &(const GrOrderSet){&order_id, 1}, location_id, error);
}
