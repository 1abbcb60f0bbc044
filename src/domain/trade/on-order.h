#pragma once

#include "domain/base/date.h"
#include "domain/base/quantity.h"
#include "purchase-order.h"

/* Goods of open orders that are still to come: one row an order line. */
typedef struct {
  gint64 item_id;
  gint64 order_id;
  GrOrderState state;
  GrQty qty;
  GrDate expected_on; /* the line's, else the order's, else %GR_DATE_NONE */
} GrOnOrder;
