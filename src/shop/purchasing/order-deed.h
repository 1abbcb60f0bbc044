#pragma once

#include "orders.h"
#include "shop/base/shop-deed.h"

/**
 * GrOrderDeed:
 *
 * An order that something is being done to, inside a deed. The act changes @order, which is saved after it, and saves
 * lines itself; @title says what was done.
 */
typedef struct {
  GrShop *shop;
  GrDatabase *database;
  GrDate today;
  GrPurchaseOrder *order;
  GPtrArray *lines; /* GrPurchaseOrderLine */
  char *title;
  gconstpointer data;
} GrOrderDeed;

/**
 * GrOrderVerb:
 * @kind: for programs, "approve-order"
 * @act: what the order's state has to allow
 * @is_stopped_by_hold: not while the order is on hold
 */
typedef struct {
  const char *kind;
  GrOrderAct act;
  gboolean is_stopped_by_hold;
  gboolean (*act_on) (GrOrderDeed *deed, GError **error);
} GrOrderVerb;

gboolean gr_order_deed_run (
    GrShop *shop, const GrOrderSet *orders, const GrOrderVerb *verb, gconstpointer data, GError **error);
