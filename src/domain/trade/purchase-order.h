#pragma once

#include "domain/base/date.h"
#include "domain/base/money.h"
#include "domain/base/quantity.h"

typedef enum {
  GR_ORDER_DRAFT,
  GR_ORDER_APPROVED,
  GR_ORDER_SENT,
  GR_ORDER_PARTIALLY_RECEIVED,
  GR_ORDER_RECEIVED,
  GR_ORDER_CLOSED,
  GR_ORDER_CANCELLED,
} GrOrderState;

#define GR_N_ORDER_STATES (GR_ORDER_CANCELLED + 1)

/* What a person can do with an order. */
typedef enum {
  GR_ORDER_EDIT,
  GR_ORDER_APPROVE,
  GR_ORDER_REOPEN, /* approved, not yet sent: back to draft */
  GR_ORDER_SEND,
  GR_ORDER_RECEIVE,
  GR_ORDER_CLOSE,  /* a remainder is cancelled with it */
  GR_ORDER_CANCEL, /* only with nothing received */
  GR_ORDER_HOLD,   /* to put on hold, and off it */
} GrOrderAct;

/**
 * GrPurchaseOrder:
 *
 * What the shop orders from one supplier. Dates not reached yet are %GR_DATE_NONE. @expected_on is when
 * the goods should be here; @n_lines and @value (ordered, not cancelled, at the lines' prices) and
 * @open_value (still to come) are read with it and never written.
 */
typedef struct {
  gint64 id;
  char *number;
  gint64 supplier_id;
  char *supplier_name;
  GrOrderState state;
  gboolean is_on_hold;
  GrDate created_on;
  GrDate approved_on;
  GrDate sent_on;
  GrDate expected_on;
  GrDate closed_on;
  char *note;
  int n_lines;
  GrMoney value;
  GrMoney open_value;
} GrPurchaseOrder;

/**
 * GrPurchaseOrderLine:
 *
 * One item of an order. What is still to come is @ordered_qty - @received_qty - @cancelled_qty.
 */
typedef struct {
  gint64 id;
  gint64 order_id;
  gint64 item_id;
  char *item_code;
  char *item_description;
  char *unit;
  GrQty ordered_qty;
  GrQty received_qty;
  GrQty cancelled_qty;
  GrPrice unit_price;
  GrDate expected_on;
} GrPurchaseOrderLine;

void gr_purchase_order_free (GrPurchaseOrder *order);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrPurchaseOrder, gr_purchase_order_free)
void gr_purchase_order_line_free (GrPurchaseOrderLine *line);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrPurchaseOrderLine, gr_purchase_order_line_free)

gboolean gr_purchase_order_is_late (const GrPurchaseOrder *order, GrDate today);
GrQty gr_purchase_order_line_remaining (const GrPurchaseOrderLine *line);
gboolean gr_order_state_allows (GrOrderState state, GrOrderAct act);
gboolean gr_order_state_is_open (GrOrderState state);
GrOrderState gr_order_state_after_receipt (GrQty ordered, GrQty received, GrQty cancelled);
const char *gr_order_state_id (GrOrderState state);
const char *gr_order_state_title (GrOrderState state);
gboolean gr_order_state_from_id (const char *id, GrOrderState *out);
