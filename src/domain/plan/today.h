#pragma once

#include "domain/base/date.h"
#include "domain/base/money.h"
#include "domain/base/quantity.h"

typedef enum {
  GR_TODAY_STOCK_OUT,      /* an item is out, or will be before an order could arrive */
  GR_TODAY_LATE_DELIVERY,  /* an order sent and overdue */
  GR_TODAY_ORDER_TO_PLACE, /* a supplier with suggestions due */
  GR_TODAY_DRAFT_TO_SEND,  /* a draft or approved order that lies */
  GR_TODAY_NEGATIVE_STOCK, /* less than nothing in a place: an error to fix */
} GrTodayKind;

#define GR_N_TODAY_KINDS (GR_TODAY_NEGATIVE_STOCK + 1)

/**
 * GrTodayRow:
 *
 * One thing to do. @money is what is at stake: sales at risk, the value still to come, of the orders to place or
 * of what is missing. Ids are 0 and names %NULL where they say nothing. @on is the day of the stock-out, when the order
 * was due or by which to order. @n counts suggestions or lines.
 */
typedef struct {
  GrTodayKind kind;
  GrMoney money;
  gint64 item_id;
  gint64 supplier_id;
  gint64 order_id;
  char *item_code;
  char *item_description;
  char *supplier_name;
  char *order_number;
  char *location_name;
  GrDate on;
  GrQty qty;
  int n;
} GrTodayRow;

void gr_today_row_free (GrTodayRow *row);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrTodayRow, gr_today_row_free)
