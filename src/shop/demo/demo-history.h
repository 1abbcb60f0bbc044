#pragma once

#include "demo-assortment.h"

#include "domain/base/date.h"
#include "domain/trade/purchase-order.h"

/* @item, @supplier: indices into the assortment. */
typedef struct {
  gsize item;
  GrDate on;
  GrQty qty; /* negative: brought back */
  GrPrice unit_price;
} GrDemoSale;

typedef struct {
  gsize item;
  GrQty ordered;
  GrQty received;
} GrDemoOrderLine;

typedef struct {
  gsize supplier;
  GrOrderState state;
  GrDate ordered_on;
  GrDate expected_on;
  GrDate arrived_on; /* while under way: when it will, unknown to the shop */
  GArray *lines;     /* GrDemoOrderLine */
} GrDemoOrder;

/**
 * GrDemoHistory:
 * @first: the first day of sales
 * @counted_on: the day on whose morning everything was counted
 * @counted: (array): what was counted, by item
 * @on_hand: (array): what the books should say today, by item
 * @sales: (element-type GrDemoSale): by day
 * @orders: (element-type GrDemoOrder): by day, since the count
 */
typedef struct {
  GrDate first;
  GrDate counted_on;
  GrDate today;
  gsize n_items;
  GrQty *counted;
  GrQty *on_hand;
  GArray *sales;
  GPtrArray *orders;
} GrDemoHistory;

GrDemoHistory *gr_demo_history_new (GrDate today);
void gr_demo_history_free (GrDemoHistory *history);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GrDemoHistory, gr_demo_history_free)
