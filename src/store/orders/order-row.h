#pragma once

#include "store/file/query.h"

#include "domain/trade/purchase-order.h"

/* An order with what its lines come to; ?1 are the currency's digits. */
#define GR_ORDER_ROW_SELECT                                                                                            \
  "SELECT o.id, o.number, o.supplier_id, s.name, o.state, o.is_on_hold, o.created_on, o.approved_on, o.sent_on, "      \
  "o.expected_on, o.closed_on, o.note, "                                                                               \
  "(SELECT count (*) FROM purchase_order_line l WHERE l.order_id = o.id), "                                            \
  "(SELECT coalesce (sum (money_for (l.ordered_qty - l.cancelled_qty, l.unit_price, ?1)), 0) "                         \
  "FROM purchase_order_line l WHERE l.order_id = o.id), "                                                              \
  "(SELECT coalesce (sum (money_for (l.to_come, l.unit_price, ?1)), 0) FROM open_line l WHERE l.order_id = o.id) "     \
  "FROM purchase_order o JOIN supplier s ON s.id = o.supplier_id "

GrPurchaseOrder *gr_order_row_read (GrQuery *query);
